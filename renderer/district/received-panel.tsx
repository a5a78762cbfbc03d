import { Alert, Button } from 'antd'
import type { ReceivedFile } from '../../shared/district/contract'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { districtText, receivedText as text } from '../text/district'
import { closeResult, receiveTrusted, useReceive } from './receive'

function FileGroup({ title, files }: { readonly title: string; readonly files: readonly ReceivedFile[] }) {
  if (files.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className="district-group">
        {title} <span className="soft">{files.length}</span>
      </h3>
      <ul className="district-files">
        {files.map(({ fileName, text: why }, index) => (
          <li key={`${index}.${fileName}`}>
            <span className="district-file" title={fileName}>
              {fileName}
            </span>
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What became of the files that were dropped last, until it is closed: nothing is left out silently. */
export function ReceivedPanel() {
  const { progress, result, error } = useReceive()
  const done = useDone()
  if (progress !== null) return <Alert type="info" role="status" title={progress} style={{ margin: '8px 0' }} />
  if (error) return <FailureNotice error={error} />
  if (!result) return null
  const { files, taken, unknownSigners } = result
  const of = (outcome: ReceivedFile['outcome']): readonly ReceivedFile[] =>
    files.filter((file) => file.outcome === outcome)
  const same = of('same').length
  const trust = async (): Promise<void> => {
    const again = await receiveTrusted()
    if (again && again.taken > 0) done(text.done(again.taken))
  }
  return (
    <section className="district-received" aria-label={text.title}>
      <div className="district-line">
        <strong className="district-grow">
          {text.taken(taken, files.length)} {same > 0 && text.same(same)} {taken === 0 && same === 0 && text.nothing}
        </strong>
        <Button size="small" onClick={closeResult}>
          {districtText.close}
        </Button>
      </div>
      <FileGroup title={text.groups.stale} files={of('stale')} />
      <FileGroup title={text.groups.rejected} files={of('rejected')} />
      <FileGroup title={text.groups.other} files={of('other')} />
      {unknownSigners.length > 0 && (
        <section aria-label={text.unknownSigners}>
          <h3 className="district-group">{text.unknownSigners}</h3>
          <p className="soft district-tight">{text.unknownHint}</p>
          <ul className="district-files">
            {unknownSigners.map(({ unit, keyId, digits }) => (
              <li key={keyId} className="figures">
                {text.signer(unit, digits)}
              </li>
            ))}
          </ul>
          <ActionButton size="small" run={trust}>
            {text.trustAll(unknownSigners.length)}
          </ActionButton>
        </section>
      )}
    </section>
  )
}
