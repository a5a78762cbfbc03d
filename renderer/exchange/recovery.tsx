import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import { formatChineseDate } from '../../shared/terms/dates'
import { ActionButton } from '../components/action-button'
import { FileButton } from '../components/file-button'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { call, useAction, type OutputOf } from '../desk'
import { keysText as text } from '../text/exchange-keys'
import { refreshExchange, useIdentitySaid } from './identity-said'
import { RecoverySheet } from './recovery-sheet'
import { WrittenPackage } from './written-package'

type Saved = OutputOf<'exchange.saveRecovery'>

/** The code, shown once; only its own button closes, so that nobody loses it by a stray click. */
function CodeShown({ saved, onClose }: { readonly saved: Saved; readonly onClose: () => void }) {
  const [isPrinting, setIsPrinting] = useState(false)
  return (
    <Modal
      open
      title={text.codeTitle}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={null}
      width={560}
    >
      <div className="exchange-recovery-code figures" data-testid="recovery-code">
        {saved.code}
      </div>
      <p>{text.codeHint}</p>
      <WrittenPackage file={saved.file} />
      <div className="exchange-actions">
        <Button className="for-all" type="primary" onClick={() => setIsPrinting(true)}>
          {text.print}
        </Button>
        <Button onClick={onClose}>{text.codeKept}</Button>
      </div>
      {isPrinting && <RecoverySheet saved={saved} onDone={() => setIsPrinting(false)} />}
    </Modal>
  )
}

/** A key found again from its file and the code of the printed sheet. */
function Restore({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null)
  const [code, setCode] = useState('')
  const restore = useAction('exchange.restoreIdentity')
  const said = useIdentitySaid()
  const submit = async (): Promise<void> => {
    if (!file) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    restore.mutate(
      { bytes, code },
      {
        onSuccess: () => {
          onClose()
          said(text.restored)
        },
      },
    )
  }
  return (
    <Modal open title={text.restore} onCancel={onClose} footer={null} width={520}>
      <div className="exchange-stack">
        <div className="exchange-folder">
          <span className="soft">{text.restoreFile}</span>
          <span className="exchange-folder-name">{file?.name ?? text.restoreNone}</span>
          <FileButton size="small" label={text.restoreChoose} onFiles={([chosen]) => setFile(chosen ?? null)}>
            {text.restoreChoose}
          </FileButton>
        </div>
        <Field label={text.restoreCode} hint={text.restoreCodeHint}>
          <TextField value={code} onChange={setCode} maxLength={100} />
        </Field>
      </div>
      <FailureNotice error={restore.error} />
      <div className="exchange-actions">
        <ActionButton type="primary" disabled={!file || code.trim() === '' || restore.isPending} run={submit}>
          {text.restoreDo}
        </ActionButton>
      </div>
    </Modal>
  )
}

/** 恢复文件: how the key is found again after the PC is lost. */
export function Recovery({ savedOn }: { readonly savedOn: IsoDate | null }) {
  const [saved, setSaved] = useState<Saved | null>(null)
  const [isRestoring, setIsRestoring] = useState(false)
  const make = async (): Promise<void> => {
    const chosen = await call('shell.chooseFolder', {})
    if (!chosen) return
    setSaved(await call('exchange.saveRecovery', { folder: chosen.folder }))
    refreshExchange()
  }
  return (
    <section className="section" aria-label={text.recovery}>
      <h2>{text.recovery}</h2>
      <p className="soft exchange-tight">{text.recoveryHint}</p>
      <p className="exchange-tight">
        {savedOn === null ? text.recoveryNever : text.recoveryOn(formatChineseDate(savedOn))}
      </p>
      <div className="exchange-actions">
        <ActionButton run={make}>{text.makeRecovery}</ActionButton>
        <Button type="text" onClick={() => setIsRestoring(true)}>
          {text.restore}
        </Button>
      </div>
      {saved && <CodeShown saved={saved} onClose={() => setSaved(null)} />}
      {isRestoring && <Restore onClose={() => setIsRestoring(false)} />}
    </section>
  )
}
