import type { ComponentScore, ScoreRecord } from '../../shared/scoring/result'
import { componentStateLabels, remarkText } from '../../shared/terms/scoring'
import { openTarget } from '../app/open-target'
import { goTo } from '../app/screen'
import { scoreText } from '../text/scoring'

/** The one rule that counts leads; the records of the others stand in 平时考核. */
const leadRule = 'unitCount'

interface RecordProps {
  readonly component: ComponentScore
  readonly record: ScoreRecord
}

function openBehind(component: ComponentScore, record: ScoreRecord): void {
  if (component.rule === leadRule) openTarget({ kind: 'lead', recordId: record.id })
  else goTo('investment', 'routine')
}

function RecordLink({ component, record }: RecordProps) {
  return (
    <button
      type="button"
      className="link"
      title={scoreText.openRecord(record.label)}
      onClick={() => openBehind(component, record)}
    >
      {record.label}
    </button>
  )
}

/** Leads, each with the reason why it counts as it does. */
function LeadTable({ component }: { readonly component: ComponentScore }) {
  return (
    <table className="score-records">
      <thead>
        <tr>
          <th>{scoreText.recordName}</th>
          <th className="score-number">{scoreText.recordUnits}</th>
          <th>{scoreText.recordWhy}</th>
        </tr>
      </thead>
      <tbody>
        {component.records.map((record, index) => (
          <tr key={`${record.id}.${index}`}>
            <td>
              <RecordLink component={component} record={record} />
            </td>
            <td className="score-number">{record.units}</td>
            <td>{remarkText(record.why)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Records whose reason is a word or two: several to a line. */
function RecordGrid({ component }: { readonly component: ComponentScore }) {
  return (
    <ul className="score-grid">
      {component.records.map((record, index) => (
        <li key={`${record.id}.${index}`}>
          <RecordLink component={component} record={record} /> <b className="figures">{record.units}</b>{' '}
          <span className="soft">{remarkText(record.why)}</span>
        </li>
      ))}
    </ul>
  )
}

function Records({ component }: { readonly component: ComponentScore }) {
  if (component.records.length === 0) return null
  return (
    <>
      <dt>{scoreText.records(component.records.length)}</dt>
      <dd>
        {component.rule === leadRule ? <LeadTable component={component} /> : <RecordGrid component={component} />}
      </dd>
    </>
  )
}

function Details({ component }: { readonly component: ComponentScore }) {
  const said = new Set(component.records.map(({ why }) => remarkText(why)))
  const notes = component.notes
    .filter(({ code }) => code !== 'parameter')
    .map(remarkText)
    .filter((note) => !said.has(note))
  return (
    <dl className="facts">
      <dt>{scoreText.clause}</dt>
      <dd>{component.clause}</dd>
      {component.arithmetic !== '' && (
        <>
          <dt>{scoreText.arithmetic}</dt>
          <dd className="figures score-arithmetic">{component.arithmetic}</dd>
        </>
      )}
      <Records component={component} />
      {notes.length > 0 && (
        <>
          <dt>{scoreText.notes}</dt>
          <dd>
            {notes.map((note) => (
              <div key={note}>{note}</div>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}

interface ComponentRowsProps {
  readonly component: ComponentScore
  readonly lost: string | null
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** One part of the score; below it, when opened, the clause, the arithmetic and the records. Paper has it open. */
export function ComponentRows({ component, lost, isOpen, onToggle }: ComponentRowsProps) {
  const detailsId = `score-${component.id}`
  return (
    <>
      <tr className="score-component">
        <td>
          <button
            type="button"
            className="link"
            aria-expanded={isOpen}
            aria-controls={detailsId}
            aria-label={scoreText.open(component.name)}
            onClick={onToggle}
          >
            <span className="no-print" aria-hidden="true">
              {isOpen ? '▾ ' : '▸ '}
            </span>
            {component.name}
          </button>
        </td>
        <td className="score-number score-points">
          <button type="button" className="link" tabIndex={-1} onClick={onToggle}>
            {component.points ?? scoreText.none}
          </button>
        </td>
        <td className="score-number">{component.max ?? scoreText.none}</td>
        <td className="score-number">{component.insideTotal ? (lost ?? scoreText.none) : scoreText.none}</td>
        <td>{componentStateLabels[component.state]}</td>
      </tr>
      <tr id={detailsId} className={isOpen ? 'score-details' : 'score-details score-folded'}>
        <td colSpan={5}>
          <Details component={component} />
        </td>
      </tr>
    </>
  )
}
