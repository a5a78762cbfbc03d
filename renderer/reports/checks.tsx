import { useState } from 'react'
import type { ReportPreview } from '../../shared/reports/preview-contract'
import { openTarget } from '../app/open-target'
import { ActionButton } from '../components/action-button'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { periodText as text, placeText } from '../text/reports'
import type { ChosenPlace } from './draft'

type Warning = ReportPreview['warnings'][number]
const order = ['gap', 'edit', 'estimate', 'note'] as const
/** Unit: warnings of one kind that are shown at first. */
const shownAtFirst = 8

function placeOf(preview: ReportPreview, place: string): ChosenPlace | null {
  for (const block of preview.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== 'paragraph') continue
    for (const sentence of block.sentences) {
      if (sentence.place === place) return { kind: 'sentence', place }
      if (sentence.parts.some(({ figure }) => figure?.place === place)) return { kind: 'figure', place }
    }
  }
  return null
}

function Check({
  warning,
  preview,
  onChoose,
}: {
  readonly warning: Warning
  readonly preview: ReportPreview
  readonly onChoose: (place: ChosenPlace) => void
}) {
  const { record } = warning
  const place = warning.place === null ? null : placeOf(preview, warning.place)
  return (
    <li>
      <span aria-hidden="true" className={`check-${warning.kind}`}>
        {text.checkSigns[warning.kind]}
      </span>{' '}
      {warning.text}{' '}
      {record && (
        <button
          type="button"
          className="link"
          aria-label={text.openRecord(record.title || warning.text)}
          onClick={() => openTarget({ ...record, stream: record.room })}
        >
          {text.open}
        </button>
      )}
      {place && (
        <button type="button" className="link" onClick={() => onChoose(place)}>
          {text.look}
        </button>
      )}
    </li>
  )
}

function Kind({
  kind,
  warnings,
  ...rest
}: {
  readonly kind: (typeof order)[number]
  readonly warnings: readonly Warning[]
  readonly preview: ReportPreview
  readonly onChoose: (place: ChosenPlace) => void
}) {
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? warnings : warnings.slice(0, shownAtFirst)
  const hidden = warnings.length - shown.length
  if (warnings.length === 0) return null
  return (
    <>
      <h3>
        {text.checkKinds[kind]} <span className="figures">{warnings.length}</span>
      </h3>
      <ul className="report-warnings">
        {shown.map((warning) => (
          <Check key={warning.text} warning={warning} {...rest} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className="link" onClick={() => setIsWhole(true)}>
          {text.more(hidden)}
        </button>
      )}
    </>
  )
}

function LostEdits({ lost }: { readonly lost: ReportPreview['lostEdits'] }) {
  const done = useDone()
  const drop = async (id: string): Promise<void> => {
    await call('reports.dropEdit', { id })
    done(placeText.dropped)
  }
  return lost.map(({ id, value }) => (
    <p key={id}>
      {placeText.lost(value)}{' '}
      <ActionButton size="small" run={() => drop(id)}>
        {placeText.drop}
      </ActionButton>
    </p>
  ))
}

/** What to look at before the report goes out, gaps first; each opens its record or its place. */
export function Checks({
  preview,
  onChoose,
}: {
  readonly preview: ReportPreview
  readonly onChoose: (place: ChosenPlace) => void
}) {
  const { warnings, lostEdits } = preview
  return (
    <section className="section" aria-label={text.checks}>
      <h2>{text.checks}</h2>
      {warnings.length === 0 && <p className="report-fine">{text.noChecks}</p>}
      {order.map((kind) => (
        <Kind
          key={kind}
          kind={kind}
          warnings={warnings.filter((warning) => warning.kind === kind)}
          preview={preview}
          onChoose={onChoose}
        />
      ))}
      <LostEdits lost={lostEdits} />
    </section>
  )
}
