import { Button } from 'antd'
import { useState } from 'react'
import { CallError } from '../../shared/ipc/client'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { openSource } from '../tables/import-state'
import { receiveText as text } from '../text/exchange'
import { PassphraseInput } from './passphrase'
import { endReceive, openIncoming, type IncomingFile } from './receive-state'

interface PackageRefusedProps {
  readonly file: IncomingFile
  readonly error: unknown
}

/** Why a file was not opened, and what helps: its passphrase, or the import of tables. */
export function PackageRefused({ file, error }: PackageRefusedProps) {
  const [passphrase, setPassphrase] = useState('')
  const code = error instanceof CallError ? error.failure.code : null
  const isLocked = code === 'packageEncrypted' || code === 'passphraseWrong'
  const unlock = (): void => {
    if (passphrase !== '') void openIncoming(file, passphrase)
  }
  return (
    <>
      <div className="exchange-name">{text.refusedTitle}</div>
      <p className="soft">{file.fileName}</p>
      <FailureNotice error={error} />
      {isLocked && (
        <div className="exchange-unlock">
          <Field label={text.passphrase}>
            <PassphraseInput value={passphrase} onChange={setPassphrase} onEnter={unlock} />
          </Field>
          <Button type="primary" disabled={passphrase === ''} onClick={unlock}>
            {text.unlock}
          </Button>
        </div>
      )}
      {code === 'packageNotOurs' && (
        <Button
          onClick={() => {
            endReceive()
            void openSource({ kind: 'file', ...file })
          }}
        >
          {text.asTable}
        </Button>
      )}
    </>
  )
}
