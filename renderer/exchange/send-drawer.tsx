import { Checkbox } from 'antd'
import { useState } from 'react'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { ChoiceField } from '../components/choice-field'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { call, useCall, type OutputOf } from '../desk'
import { periodLabel, sendText as text } from '../text/exchange'
import './exchange.css'
import { FolderLine, useFolder } from './folder-choice'
import { PassphraseFields } from './passphrase'
import { noPassphrase, passphraseOf } from './typed-passphrase'
import { keepExchangePeriod, useExchangePeriod } from './period-state'
import { SendChanges, SendChecks, SendFields, type Outline } from './send-outline'
import { closeSend, openSend, useSend } from './send-state'
import { WrittenPackage } from './written-package'

type Sent = OutputOf<'exchange.send'>

interface DoneProps {
  readonly period: string
  readonly sent: Sent
  readonly hasPassphrase: boolean
}

/** The file that was written, and what to say on the phone. */
function Done({ period, sent: { file, edition, checkCode }, hasPassphrase }: DoneProps) {
  const { bureau } = useShell()
  return (
    <div role="status">
      <div className="exchange-name">{text.done}</div>
      <WrittenPackage file={file} />
      <p className="soft exchange-tight">{text.readOutHint}</p>
      <p>{text.readOut(bureau.name, periodLabel(period), edition, checkCode)}</p>
      <div className="exchange-code figures" data-testid="sent-check-code">
        {checkCode}
      </div>
      {hasPassphrase && <p>{text.encryptedHint}</p>}
    </div>
  )
}

function Head({ period, outline }: { readonly period: string; readonly outline: Outline }) {
  const { edition, toUnit, checkCode, ruleSet, objections } = outline
  return (
    <div className="exchange-head">
      <div className="exchange-grow">
        <div className="exchange-name">{text.heading(periodLabel(period), edition)}</div>
        <div>{text.to(toUnit)}</div>
        <div className="soft">{ruleSet ? text.ruleSet(ruleSet.name, ruleSet.version) : text.noRuleSet}</div>
        {objections > 0 && <div>{text.objections(objections)}</div>}
      </div>
      <div className="exchange-code-box" title={text.checkCodeHint}>
        <span className="soft">{text.checkCode}</span>
        <div className="exchange-code figures" data-testid="outline-check-code">
          {checkCode}
        </div>
      </div>
    </div>
  )
}

/** What leaves the house, and the button that lets it go. */
function Package({ period }: { readonly period: string }) {
  const [withContacts, setWithContacts] = useState(false)
  const [passphrase, setPassphrase] = useState(noPassphrase)
  const [sent, setSent] = useState<Sent | null>(null)
  const [refusal, setRefusal] = useState<unknown>(null)
  const { options } = useExchangePeriod()
  const folder = useFolder()
  const outline = useCall('exchange.outline', { period, withContacts }, { keepsPrevious: true, enabled: !sent })
  const { value, problem } = passphraseOf(passphrase)
  const save = async (): Promise<void> => {
    if (!folder.folder) return
    setRefusal(null)
    try {
      const input = { period, withContacts, passphrase: value, folder: folder.folder.folder }
      setSent(await call('exchange.send', input))
      keepExchangePeriod(period)
    } catch (error) {
      setRefusal(error)
    }
  }
  const footer = !sent && outline.data && (
    <div className="exchange-foot">
      <FailureNotice error={refusal} />
      <FolderLine choice={folder} />
      <ActionButton type="primary" disabled={!folder.folder || problem !== null} does="exchange.send" run={save}>
        {text.save}
      </ActionButton>
    </div>
  )
  const chooser = !sent && (
    <ChoiceField
      label={text.period}
      value={period}
      options={options}
      width={150}
      onChange={(next) => next && openSend(next)}
    />
  )
  return (
    <RecordDrawer title={text.title} isOpen onClose={closeSend} width={760} extra={chooser} footer={footer}>
      {sent && <Done period={period} sent={sent} hasPassphrase={value !== null} />}
      {!sent && <FailureNotice error={outline.error} onRetry={() => void outline.refetch()} />}
      {!sent && outline.isPending && <p className="soft">{text.loading}</p>}
      {!sent && outline.data && (
        <>
          <Head period={period} outline={outline.data} />
          <SendChecks warnings={outline.data.warnings} />
          <SendChanges edition={outline.data.edition} changes={outline.data.changes} />
          <SendFields parts={outline.data.parts} hidden={outline.data.hidden} />
          <Checkbox checked={withContacts} onChange={({ target }) => setWithContacts(target.checked)}>
            {text.withContacts}
          </Checkbox>
          <PassphraseFields passphrase={passphrase} onChange={setPassphrase} />
        </>
      )}
    </RecordDrawer>
  )
}

/** 上报包 of the period that was asked for. */
export function SendDrawer() {
  const period = useSend((state) => state.period)
  return period === null ? null : <Package key={period} period={period} />
}
