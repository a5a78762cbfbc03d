import { Button } from 'antd'
import type { BriefRecord } from '../../shared/briefs/record'
import type { CaseState, SummaryQuarter, TextMonth } from '../../shared/environment/texts'
import { LengthLine } from '../briefs/length-line'
import { SharedMark } from '../briefs/brief-lines'
import { briefText } from '../text/briefs'
import { environmentBriefText as text } from '../text/environment'

const cellClass = { done: 'month-done', missing: 'month-missing', open: 'month-open', ahead: 'month-later' } as const

interface MonthsProps {
  readonly months: readonly TextMonth[]
  readonly openMonth: string | null
  readonly onOpen: (month: TextMonth) => void
}

/** Twelve months of 工作信息; a month opens its texts. */
export function Months({ months, openMonth, onOpen }: MonthsProps) {
  return (
    <div className="month-grid">
      {months.map((cell) => {
        const month = briefText.monthNumber(cell.month)
        const { length } = cell.briefs
        return (
          <button
            key={cell.month}
            type="button"
            className={`month-cell ${cellClass[cell.state]}`}
            aria-pressed={cell.month === openMonth}
            title={cell.briefs.map(({ title }) => title).join('\n')}
            onClick={() => onOpen(cell)}
          >
            <span className="unseen">{text.cellName(month, text.states[cell.state], length, cell.isShared)}</span>
            <span className="month-name" aria-hidden="true">
              {month}
            </span>
            <span className="month-state" aria-hidden="true">
              {text.states[cell.state]}
            </span>
            {length > 0 && <span aria-hidden="true">{text.count(length)}</span>}
            {cell.isShared && (
              <span className="brief-mark" aria-hidden="true">
                {briefText.shared}
              </span>
            )}
          </button>
        )
      })}
    </div>
  )
}

interface CaseSectionProps {
  readonly state: CaseState
  readonly onWrite: () => void
  readonly onOpen: (brief: BriefRecord) => void
}

/** 典型案例: the text that counts, or is nearest to it. */
export function CaseSection({ state: { brief, length, isDone }, onWrite, onOpen }: CaseSectionProps) {
  return (
    <section className="section" aria-label={text.caseTitle}>
      <div className="section-head">
        <h2>{text.caseTitle}</h2>
        <span className="soft">{text.caseRule}</span>
        <Button className="for-work" size="small" onClick={onWrite}>
          {text.newCase}
        </Button>
      </div>
      {brief === null ? (
        <p className="soft">{text.noCase}</p>
      ) : (
        <p className="case-line">
          <SharedMark brief={brief} />{' '}
          <button type="button" className="link" onClick={() => onOpen(brief)}>
            {brief.title}
          </button>
          <span className="soft">
            {briefText.separator}
            {isDone ? text.quarterDone : brief.submittedOn === null ? text.quarterWritten : text.tooShort}
          </span>
          <br />
          {length && <LengthLine count={length.count} isCase />}
        </p>
      )}
    </section>
  )
}

interface SummarySectionProps {
  readonly quarters: readonly SummaryQuarter[]
  readonly onWrite: (quarter: number) => void
  readonly onOpen: (brief: BriefRecord) => void
}

/** 季度小结: four quarters, each with its text. */
export function SummarySection({ quarters, onWrite, onOpen }: SummarySectionProps) {
  return (
    <section className="section" aria-label={text.summaryTitle}>
      <div className="section-head">
        <h2>{text.summaryTitle}</h2>
        <span className="soft">{text.summaryRule}</span>
      </div>
      <div className="quarter-row">
        {quarters.map(({ quarter, brief, isSent }) => (
          <button
            key={quarter}
            type="button"
            className={`month-cell ${isSent ? 'month-done' : 'month-open'}`}
            title={brief?.title ?? text.writeSummary}
            onClick={() => (brief ? onOpen(brief) : onWrite(quarter))}
          >
            <span className="month-name">{text.quarterName(quarter)}</span>
            <span className="month-state">
              {isSent ? text.quarterDone : brief ? text.quarterWritten : text.quarterEmpty}
            </span>
            {brief && <SharedMark brief={brief} />}
          </button>
        ))}
      </div>
    </section>
  )
}
