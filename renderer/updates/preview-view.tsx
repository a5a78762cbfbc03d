import { Button } from 'antd'
import { useState } from 'react'
import type { UpdatePreview } from '../../shared/updates/contract'
import { FailureNotice } from '../components/failure-notice'
import { useAction, type OutputOf } from '../desk'
import { updatesText as text } from '../text/updates'

type Prepared = OutputOf<'updates.prepare'>

interface PreviewViewProps {
  readonly own: string
  /** The token of the chosen file. */
  readonly file: string
  readonly preview: UpdatePreview
  readonly onPrepared: (made: Prepared) => void
  readonly onCancel: () => void
}

/** What the chosen package brings, before anything is copied. */
export function PreviewView({ own, file, preview, onPrepared, onCancel }: PreviewViewProps) {
  const [stage, setStage] = useState<keyof typeof text.stages>('checking')
  const prepare = useAction('updates.prepare', (event) => setStage(event.stage))
  const { version, notes, fileName, installer, size, schemaVersion, signedBy, digest } = preview
  return (
    <section className="section updates-section" aria-label={text.chosen}>
      <h2>{text.fromTo(own, version)}</h2>
      <p>{text.checked}</p>
      <dl className="facts">
        <dt>{text.chosen}</dt>
        <dd>{fileName}</dd>
        <dt>{text.file}</dt>
        <dd>{text.fileOf(installer, size)}</dd>
        <dt>{text.schema}</dt>
        <dd>{text.schemaOf(schemaVersion)}</dd>
        <dt>{text.signedBy}</dt>
        <dd className="figures">{signedBy}</dd>
      </dl>
      <h3>{text.notes}</h3>
      <div className="updates-notes" role="note" aria-label={text.notes}>
        {notes.trim() === '' ? text.noNotes : notes.trim()}
      </div>
      <p className="soft">{text.willDo}</p>
      <FailureNotice error={prepare.error} />
      <div className="updates-buttons">
        <Button
          type="primary"
          disabled={prepare.isPending}
          onClick={() => prepare.mutate({ file, digest }, { onSuccess: onPrepared })}
        >
          {text.prepare}
        </Button>
        <Button disabled={prepare.isPending} onClick={onCancel}>
          {text.cancel}
        </Button>
        {prepare.isPending && (
          <span className="soft" role="status">
            {text.stages[stage]}
          </span>
        )}
      </div>
    </section>
  )
}
