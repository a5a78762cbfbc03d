import { Checkbox } from 'antd'
import { useState } from 'react'
import { ActionButton } from '../components/action-button'
import { ChoiceField } from '../components/choice-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { RecordDrawer } from '../components/record-drawer'
import { call, type OutputOf } from '../desk'
import { colleaguesText as text } from '../text/colleagues'
import type { Device } from './devices-table'
import { FolderLine, useFolder } from './folder-choice'
import { PassphraseFields } from './passphrase'
import { noPassphrase, passphraseOf } from './typed-passphrase'
import { WrittenPackage } from './written-package'

interface ColleagueExportProps {
  readonly devices: readonly Device[]
  readonly to: string | null
  readonly onClose: () => void
}

const everybody = 'everybody'

/** 同事包: for whom, with which files, under which passphrase. */
export function ColleagueExport({ devices, to: wished, onClose }: ColleagueExportProps) {
  const [to, setTo] = useState(wished)
  const [withFiles, setWithFiles] = useState(true)
  const [passphrase, setPassphrase] = useState(noPassphrase)
  const [written, setWritten] = useState<OutputOf<'exchange.sendColleague'> | null>(null)
  const [refusal, setRefusal] = useState<unknown>(null)
  const folder = useFolder()
  const { value, problem } = passphraseOf(passphrase)
  const save = async (): Promise<void> => {
    if (!folder.folder) return
    setRefusal(null)
    try {
      const input = { folder: folder.folder.folder, to, withFiles, passphrase: value }
      setWritten(await call('exchange.sendColleague', input))
    } catch (error) {
      setRefusal(error)
    }
  }
  const footer = !written && (
    <div className="exchange-foot">
      <FailureNotice error={refusal} />
      <FolderLine choice={folder} />
      <ActionButton type="primary" disabled={!folder.folder || problem !== null} does="reading" run={save}>
        {text.export}
      </ActionButton>
    </div>
  )
  const options = [
    { value: everybody, label: text.everybody },
    ...devices.map(({ device, label }) => ({ value: device, label })),
  ]
  return (
    <RecordDrawer title={text.exportTitle} isOpen onClose={onClose} width={560} footer={footer}>
      {written ? (
        <div role="status">
          <div className="exchange-name">{text.exported(written.operations, written.files)}</div>
          <WrittenPackage file={written.file} />
          <p className="soft">{text.exportedHint}</p>
        </div>
      ) : (
        <div className="exchange-stack">
          <Field label={text.to}>
            <ChoiceField
              value={to ?? everybody}
              options={options}
              onChange={(next) => setTo(next === everybody ? null : next)}
            />
          </Field>
          <div>
            <Checkbox checked={withFiles} onChange={({ target }) => setWithFiles(target.checked)}>
              {text.withFiles}
            </Checkbox>
            <div className="field-hint">{text.withFilesHint}</div>
          </div>
          <PassphraseFields passphrase={passphrase} onChange={setPassphrase} />
        </div>
      )}
    </RecordDrawer>
  )
}
