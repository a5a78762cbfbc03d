import { Checkbox } from 'antd'
import type { ReportBlock, ReportPart, ReportPreview } from '../../shared/reports/preview-contract'
import { periodReportTerms } from '../../shared/terms/reports'
import { formatChineseDate } from '../../shared/terms/dates'
import { periodText as text } from '../text/reports'

/** A figure or a sentence of the text by its name. */
export interface ChosenPlace {
  readonly kind: 'figure' | 'sentence'
  readonly place: string
}

type Section = ReportPreview['sections'][number]

interface DraftProps {
  readonly preview: ReportPreview
  readonly chosen: ChosenPlace | null
  readonly onChoose: (place: ChosenPlace) => void
  readonly onNil: (section: Section, isNil: boolean) => void
  readonly onCopy: (text: string) => void
}

function EditMark({ edit }: Pick<ReportPart, 'edit'>) {
  if (!edit) return null
  const isStale = edit.computed !== edit.original
  return (
    <span className="draft-mark">
      {text.edited}
      {isStale && ` ${text.stale}`}
    </span>
  )
}

function Part({
  part,
  sentence,
  chosen,
  onChoose,
}: Pick<DraftProps, 'chosen' | 'onChoose'> & {
  readonly part: ReportPart
  readonly sentence: string
}) {
  const { figure, edit } = part
  if (!figure && !edit) return <>{part.text}</>
  const target: ChosenPlace = figure ? { kind: 'figure', place: figure.place } : { kind: 'sentence', place: sentence }
  const isChosen = chosen?.kind === target.kind && chosen.place === target.place
  return (
    <>
      <button
        type="button"
        className={`draft-figure figures${isChosen ? ' is-chosen' : ''}${edit ? ' is-edited' : ''}`}
        data-place={target.place}
        aria-label={figure ? text.figureHint(part.text) : text.editSentenceLabel(part.text)}
        onClick={() => onChoose(target)}
      >
        {part.text}
      </button>
      <EditMark edit={edit} />
    </>
  )
}

function Paragraph({
  block,
  chosen,
  onChoose,
}: Pick<DraftProps, 'chosen' | 'onChoose'> & {
  readonly block: Extract<ReportBlock, { kind: 'paragraph' }>
}) {
  return (
    <p className="draft-body">
      {block.sentences.map(({ place, parts }) => (
        <span key={place} className="draft-sentence">
          {parts.map((part, index) => (
            <Part key={`${place}.${index}`} part={part} sentence={place} chosen={chosen} onChoose={onChoose} />
          ))}
          <button
            type="button"
            className="draft-edit no-print for-work"
            aria-label={text.editSentenceLabel(parts.map((part) => part.text).join(''))}
            onClick={() => onChoose({ kind: 'sentence', place })}
          >
            <span>{text.editSentence}</span>
          </button>
        </span>
      ))}
    </p>
  )
}

function DraftTable({ block }: { readonly block: Extract<ReportBlock, { kind: 'table' }> }) {
  return (
    <table className="draft-table">
      <caption>{block.title}</caption>
      <thead>
        <tr>
          {block.columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, index) => (
          <tr key={`${index}.${row[0] ?? ''}`}>
            {block.columns.map(({ label, align }, column) => (
              <td key={label} className="figures" style={{ textAlign: align }}>
                {row[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const headingClass = { 1: 'draft-chapter', 2: 'draft-section', 3: 'draft-body' } as const

function Block({ block, ...rest }: Pick<DraftProps, 'chosen' | 'onChoose'> & { readonly block: ReportBlock }) {
  switch (block.kind) {
    case 'heading':
      return <p className={headingClass[block.level]}>{block.text}</p>
    case 'paragraph':
      return <Paragraph block={block} {...rest} />
    case 'table':
      return <DraftTable block={block} />
  }
}

function Chapter({ section, onNil, onCopy, ...rest }: Omit<DraftProps, 'preview'> & { readonly section: Section }) {
  const [head, ...blocks] = section.blocks
  const name = periodReportTerms.streams[section.stream]
  return (
    <section aria-label={name}>
      <div className="draft-head">
        {head && <Block block={head} {...rest} />}
        <span className="draft-tools no-print">
          <span title={text.nilHint(section.recordCount)}>
            <Checkbox
              checked={section.isNilTicked}
              aria-label={`${name} ${text.nil}`}
              onChange={(event) => onNil(section, event.target.checked)}
            >
              {text.nil}
            </Checkbox>
          </span>
          <button type="button" className="link" onClick={() => onCopy(section.text)}>
            {text.copySection}
            <span className="unseen">{text.sectionOf(name)}</span>
          </button>
        </span>
      </div>
      {blocks.map((block, index) => (
        <Block key={`${index}.${block.kind}`} block={block} {...rest} />
      ))}
    </section>
  )
}

/** The draft as it will look on paper; each figure opens where it comes from, each sentence can be rewritten. */
export function Draft(props: DraftProps) {
  const { preview, ...rest } = props
  return (
    <article className="report-draft" aria-label={text.draft}>
      <h2 className="draft-title">
        {preview.titleLines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </h2>
      {preview.addressee !== '' && <p>{text.addressee(preview.addressee)}</p>}
      {preview.sections.map((section) => (
        <Chapter key={section.stream} section={section} {...rest} />
      ))}
      {preview.annexes.length > 0 && (
        <div className="draft-annexes">
          {preview.annexes.map(({ mark, title, rows }) => (
            <p key={mark}>
              {mark} {title} <span className="soft">{text.annexRows(rows)}</span>
            </p>
          ))}
        </div>
      )}
      {preview.editNotes.map((note) => (
        <p key={note} className="draft-note">
          {note}
        </p>
      ))}
      <p className="draft-signature">{preview.unit}</p>
      <p className="draft-signature">{formatChineseDate(preview.signedOn)}</p>
      <p className="draft-note">{text.checkCodeLine(preview.checkCode)}</p>
    </article>
  )
}
