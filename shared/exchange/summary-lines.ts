import type { ChapterFacts } from '../reports/chapter-facts'
import type { ReportSection } from '../reports/section'
import { assignedLine, figureLine, type AssignedFigure } from './figure-lines'
import { environmentLines } from './lines-environment'
import { furtherCounts, investmentLines } from './lines-investment'
import { projectLines } from './lines-projects'
import { rectificationLines } from './lines-rectification'
import { revenueLines } from './lines-revenue'
import { taskLines } from './lines-tasks'
import type { ReportedLine } from './lines'
import type { EvidenceOf } from './record-line'

export interface SummaryFacts extends ChapterFacts {
  /** The chapters as the workbook and the document have them: every figure is theirs. */
  readonly sections: readonly ReportSection[]
  readonly assigned: readonly AssignedFigure[]
  readonly evidenceOf: EvidenceOf
  /** Whether names of people go along. */
  readonly withNames: boolean
  /** Words as they may leave the house; leaves them as they are where nothing is hidden. */
  readonly clean: (text: string) => string
}

function figureLines({ sections, assigned, investment }: SummaryFacts): readonly ReportedLine[] {
  const ofSections = sections.flatMap(({ stream, summary }) =>
    [...summary, ...(stream === 'investment' ? furtherCounts(investment) : [])].map((line) => figureLine(stream, line)),
  )
  return [...ofSections, ...assigned.map(assignedLine)].filter((line) => line !== null)
}

function recordLines(facts: SummaryFacts): readonly ReportedLine[] {
  const { investment, projects, environment, revenue, rectification, evidenceOf, withNames } = facts
  const duties = environment.duties.flatMap(({ tasks }) => tasks)
  return [
    ...investmentLines(investment, evidenceOf),
    ...projectLines(projects, evidenceOf),
    ...environmentLines(environment, evidenceOf, withNames),
    ...revenueLines(revenue, evidenceOf),
    ...rectificationLines(rectification, evidenceOf),
    ...taskLines('investment', investment, investment.tasks, evidenceOf),
    ...taskLines('projects', projects, projects.tasks, evidenceOf),
    ...taskLines('environment', environment, [...environment.tasks, ...duties], evidenceOf),
    ...taskLines('revenue', revenue, revenue.tasks, evidenceOf),
  ]
}

/** Each key once, the first one: a text that serves two chapters is reported by the first of them. */
function once(lines: readonly ReportedLine[]): readonly ReportedLine[] {
  const byKey = new Map<string, ReportedLine>()
  for (const line of lines) if (!byKey.has(line.key)) byKey.set(line.key, line)
  return [...byKey.values()]
}

/** Longer texts belong into the ledger; a line only has to be recognised. Unit: characters. */
const longestLabel = 300

/** What may leave the house of the words of a line. */
function cleaned(line: ReportedLine, clean: SummaryFacts['clean']): ReportedLine {
  const { label, status, enterprise, detail } = line
  const short = (text: string): string => Array.from(clean(text)).slice(0, longestLabel).join('')
  return {
    ...line,
    label: short(label),
    status: short(status),
    enterprise: enterprise && { ...enterprise, name: short(enterprise.name) },
    detail: Object.fromEntries(
      Object.entries(detail).map(([field, value]) => [field, value === null ? null : short(value)]),
    ),
  }
}

/** What a bureau reports of a period: the figures, then the records behind them. Source: product L1, issue 5 item 2. */
export function summaryLines(facts: SummaryFacts): readonly ReportedLine[] {
  const figures = once(figureLines(facts))
  const records = once(recordLines(facts))
  const known = new Set(records.map(({ key }) => key))
  // A record that is no line of this package (closed long ago) would leave a sum that nobody can check.
  const checkable = figures.map((line) => (line.parts.every((part) => known.has(part)) ? line : { ...line, parts: [] }))
  return [...checkable, ...records].map((line) => cleaned(line, facts.clean))
}
