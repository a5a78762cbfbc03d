import { formatChineseDate } from '../terms/dates'
import { addPoints, formatExact, points } from '../core/points'
import {
  briefHeaders,
  completionTerms,
  excludedHeaders,
  quarterTerms,
  reportTerms,
  trainingHeaders,
} from '../terms/reports'
import { completionRows, noSchemeSentence } from './completion-rows'
import { column, detailCells, detailColumns } from './lead-rows'
import type { CellContent, LabelledValue, ReportSheet, SheetColumn, SheetRow } from './model'
import type { InvestmentQuarterFacts, QuarterFigures } from './quarter-facts'
import { summaryColumns, summaryRows } from './quarter-summary'
import { monthList, quarterName, readingItems } from './quarter-words'
import { fillText } from './sentences'

function heading(facts: InvestmentQuarterFacts, unit: string): readonly LabelledValue[] {
  const period = fillText(reportTerms.period, {
    year: facts.year,
    quarter: quarterName(facts),
    start: formatChineseDate(facts.period.start),
    end: formatChineseDate(facts.period.end),
  })
  return [
    { label: reportTerms.reportingUnit, value: facts.bureau },
    { label: reportTerms.statisticsPeriod, value: period },
    { label: reportTerms.dataCutOff, value: formatChineseDate(facts.asOf) },
    { label: reportTerms.unitIs, value: unit },
  ]
}

function footer(facts: InvestmentQuarterFacts): readonly LabelledValue[] {
  const { signers } = facts
  return [
    { label: reportTerms.preparedBy, value: signers.preparedBy },
    { label: reportTerms.checkedBy, value: signers.checkedBy },
    { label: reportTerms.approvedBy, value: signers.approvedBy },
    { label: reportTerms.preparedOn, value: formatChineseDate(facts.preparedOn) },
    { label: reportTerms.phone, value: signers.phone },
  ]
}

interface SheetParts {
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  readonly notes: readonly string[]
}

function sheet(facts: InvestmentQuarterFacts, parts: SheetParts): ReportSheet {
  const { unit, ...rest } = parts
  const values = { year: facts.year, quarter: quarterName(facts), asOf: formatChineseDate(facts.asOf) }
  return {
    ...rest,
    title: fillText(parts.title, values),
    heading: heading(facts, unit),
    footer: footer(facts),
    isContent: true,
  }
}

function excludedNote(figures: QuarterFigures): string {
  const pending = figures.excluded.filter((entry) => entry.isPending).length
  const total = figures.excluded.length
  if (total === 0) return quarterTerms.nothingExcluded
  const other = total - pending
  return fillText(quarterTerms.excludedNote, { count: total, pending, other, sheet: quarterTerms.excludedName })
}

function summarySheet(facts: InvestmentQuarterFacts, figures: QuarterFigures): ReportSheet {
  const { isScored } = figures
  return sheet(facts, {
    name: quarterTerms.summaryName,
    title: quarterTerms.summaryTitle,
    unit: isScored ? quarterTerms.unitsOfSummary : completionTerms.unitsOfSummary,
    columns: summaryColumns,
    rows: isScored ? summaryRows(facts, figures) : completionRows(figures),
    notes: isScored
      ? [...readingItems(facts, quarterTerms.formulas), excludedNote(figures), ...facts.readings]
      : [noSchemeSentence(facts), ...readingItems(facts, completionTerms.formulas), ...facts.readings],
  })
}

/** A closing line whose last columns may be sums over all data rows. */
function totalRow(width: number, sums: Readonly<Record<number, string>>, dataRows: number): SheetRow {
  const cells = Array.from({ length: width }, (_, index): CellContent => {
    if (index === 0) return reportTerms.total
    const value = sums[index]
    return value === undefined ? null : { value, sumOf: [0, dataRows - 1] }
  })
  return { kind: 'total', cells }
}

function withTotal(
  rows: readonly SheetRow[],
  width: number,
  sums: Readonly<Record<number, string>>,
): readonly SheetRow[] {
  return rows.length === 0 ? rows : [...rows, totalRow(width, sums, rows.length)]
}

function unitsTotal(figures: QuarterFigures): string {
  return formatExact(addPoints(...figures.leads.map((lead) => points(figures.unitsOf(lead)))))
}

function detailSheet(facts: InvestmentQuarterFacts, figures: QuarterFigures): ReportSheet {
  const rows = figures.leads.map((lead, index): SheetRow => ({
    kind: 'data',
    cells: detailCells(lead, index + 1, figures.unitsOf(lead)),
  }))
  return sheet(facts, {
    name: quarterTerms.detailName,
    title: quarterTerms.detailTitle,
    unit: quarterTerms.unitsOfDetail,
    columns: detailColumns,
    rows: figures.isScored
      ? withTotal(rows, detailColumns.length, { [detailColumns.length - 2]: unitsTotal(figures) })
      : rows,
    notes: [
      figures.isScored
        ? fillText(quarterTerms.unitsTotalNote, { sheet: quarterTerms.excludedName })
        : completionTerms.detailNote,
    ],
  })
}

const briefColumns: readonly SheetColumn[] = [
  column(briefHeaders.month, 'text', 8),
  column(briefHeaders.count, 'integer', 12),
  column(briefHeaders.title, 'text', 46),
  column(briefHeaders.submittedOn, 'date', 13),
  column(briefHeaders.channel, 'text', 12),
  column(briefHeaders.stream, 'text', 12),
  column(briefHeaders.characterCount, 'integer', 10),
  column(briefHeaders.isAccepted, 'text', 10),
]

function briefsSheet(facts: InvestmentQuarterFacts, figures: QuarterFigures): ReportSheet {
  const rows = figures.briefs.map((brief): SheetRow => ({
    kind: 'data',
    cells: [
      fillText(reportTerms.month, { month: Number(brief.month.slice(5)) }),
      '1',
      brief.title,
      brief.submittedOn,
      brief.channel === '' ? null : brief.channel,
      quarterTerms.stream,
      brief.characterCount === null ? null : String(brief.characterCount),
      brief.isAccepted ? reportTerms.yes : reportTerms.no,
    ],
  }))
  const asOf = formatChineseDate(facts.asOf)
  const months = monthList(figures.missingMonths)
  return sheet(facts, {
    name: quarterTerms.briefsName,
    title: quarterTerms.briefsTitle,
    unit: quarterTerms.unitsOfBriefs,
    columns: briefColumns,
    rows: withTotal(rows, briefColumns.length, { 1: String(rows.length) }),
    notes: [
      quarterTerms.briefsFormula,
      months === ''
        ? fillText(quarterTerms.noMissingMonths, { asOf })
        : fillText(quarterTerms.missingMonthsNote, { asOf, months }),
    ],
  })
}

const trainingColumns: readonly SheetColumn[] = [
  column(trainingHeaders.title, 'text', 40),
  column(trainingHeaders.heldOn, 'date', 18),
  column(trainingHeaders.isRequired, 'text', 18),
  column(trainingHeaders.isAttended, 'text', 16),
  column(trainingHeaders.attendeeCount, 'integer', 14),
]

function trainingsSheet(facts: InvestmentQuarterFacts, figures: QuarterFigures): ReportSheet {
  const yesNo = (isTrue: boolean): string => (isTrue ? reportTerms.yes : reportTerms.no)
  const rows = figures.trainings.map((training): SheetRow => ({
    kind: 'data',
    cells: [
      training.title,
      training.heldOn,
      yesNo(training.isRequired),
      yesNo(training.isAttended),
      training.attendeeCount === null ? null : String(training.attendeeCount),
    ],
  }))
  const attendees = figures.trainings.reduce((sum, training) => sum + (training.attendeeCount ?? 0), 0)
  return sheet(facts, {
    name: quarterTerms.trainingsName,
    title: quarterTerms.trainingsTitle,
    unit: quarterTerms.unitsOfTrainings,
    columns: trainingColumns,
    rows: withTotal(rows, trainingColumns.length, { 4: String(attendees) }),
    notes: [quarterTerms.trainingsFormula],
  })
}

function excludedSheet(facts: InvestmentQuarterFacts, figures: QuarterFigures): ReportSheet {
  return sheet(facts, {
    name: quarterTerms.excludedName,
    title: quarterTerms.excludedTitle,
    unit: quarterTerms.unitsOfExcluded,
    columns: [
      column(reportTerms.serialNo, 'integer', 6),
      column(excludedHeaders.name, 'text', 30),
      column(excludedHeaders.investor, 'text', 28),
      column(excludedHeaders.situation, 'text', 70),
    ],
    rows: figures.excluded.map(({ lead, why }, index) => ({
      kind: 'data',
      cells: [String(index + 1), lead.title, lead.investorName, facts.describe(why)],
    })),
    notes: [excludedNote(figures)],
  })
}

/** The workbook of the quarter. Source: layout B1. */
export function quarterSheets(facts: InvestmentQuarterFacts, figures: QuarterFigures): readonly ReportSheet[] {
  return [
    summarySheet(facts, figures),
    detailSheet(facts, figures),
    briefsSheet(facts, figures),
    trainingsSheet(facts, figures),
    ...(figures.isScored ? [excludedSheet(facts, figures)] : []),
  ]
}
