import { parseIsoDate } from '../core/dates'
import { environmentText } from '../terms/report-environment'
import { reportTerms } from '../terms/reports'
import { shortDate } from './annex-cells'
import type { EnvironmentFacts } from './environment-facts'
import { dutyTally, lateWords, policyCells, visitCells } from './environment-sheets'
import { framed } from './frame'
import type { CellContent, DocumentTable } from './model'
import { isWithin } from './period'
import type { ReportSection } from './section'

type Columns = DocumentTable['columns']

/** A cell of a sheet as a cell of a printed table. */
function printed(cell: CellContent): string {
  if (cell === null || typeof cell !== 'string') return cell === null ? reportTerms.none : cell.value
  const day = parseIsoDate(cell)
  return day === null ? cell : shortDate(day)
}

function numbered(rows: readonly (readonly CellContent[])[]): readonly (readonly string[])[] {
  return rows.map((cells, index) => [String(index + 1), ...cells.map(printed)])
}

function columns(parts: readonly (readonly [label: string, share: number, align: 'left' | 'center'])[]): Columns {
  return [
    { label: reportTerms.serialNo, share: 42, align: 'center' },
    ...parts.map(([label, share, align]) => ({ label, share, align })),
  ]
}

function tasksTable(facts: EnvironmentFacts): DocumentTable {
  const { columns: labels, annexTitle } = environmentText.tasks
  const count = (label: string, span: string): string => `${label}\n${framed(facts, span)}`
  return {
    title: framed(facts, annexTitle),
    columns: columns([
      [labels.task, 190, 'left'],
      [labels.due, 150, 'left'],
      [count(labels.expected, labels.inPeriod), 70, 'center'],
      [count(labels.expected, labels.inYear), 70, 'center'],
      [count(labels.submitted, labels.inPeriod), 70, 'center'],
      [count(labels.submitted, labels.inYear), 70, 'center'],
      [labels.late, 95, 'center'],
      [labels.evidence, 240, 'left'],
    ]),
    rows: facts.duties.map((duty, index) => {
      const tally = dutyTally(facts, duty)
      const { expected, submitted } = tally
      const counts = [expected.inPeriod, expected.inYear, submitted.inPeriod, submitted.inYear].map(String)
      return [String(index + 1), duty.task, duty.dueText, ...counts, lateWords(tally), duty.evidence]
    }),
  }
}

function policiesTable(facts: EnvironmentFacts): DocumentTable {
  const { columns: labels, annexTitle } = environmentText.policySheet
  return {
    title: framed(facts, annexTitle),
    columns: columns([
      [labels.title, 330, 'left'],
      [labels.docNo, 190, 'center'],
      [labels.publishedOn, 110, 'center'],
      [labels.dueOn, 120, 'center'],
      [labels.sentOn, 130, 'center'],
      [labels.workdays, 80, 'center'],
    ]),
    rows: numbered(facts.policies.map(policyCells)),
  }
}

/** The visits of the period; the workbook has those of the year. */
function visitsTable(facts: EnvironmentFacts): DocumentTable {
  const { columns: labels, annexTitle } = environmentText.visitSheet
  const visits = facts.visits.filter(({ visit }) => isWithin(facts.period, visit.visitedOn))
  return {
    title: framed(facts, annexTitle),
    columns: columns([
      [labels.person, 105, 'center'],
      [labels.rank, 82, 'center'],
      [labels.enterprise, 170, 'left'],
      [labels.street, 70, 'center'],
      [labels.visitedOn, 95, 'center'],
      [labels.mode, 52, 'center'],
      [labels.demand, 140, 'left'],
      [labels.transferredOn, 95, 'center'],
      [labels.repliedOn, 95, 'center'],
      [labels.isSolved, 52, 'center'],
      [labels.satisfaction, 60, 'center'],
    ]),
    rows: numbered(visits.flatMap(visitCells)),
  }
}

/** Tables of 抓营商环境 on landscape pages; one without rows is left out. */
export function environmentAnnexes(facts: EnvironmentFacts): ReportSection['annexes'] {
  const notes = [framed(facts, environmentText.annexNote)]
  return [tasksTable(facts), policiesTable(facts), visitsTable(facts)]
    .filter(({ rows }) => rows.length > 0)
    .map((table) => ({ table, notes }))
}
