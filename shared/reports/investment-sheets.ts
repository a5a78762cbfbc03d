import { formatChineseDate } from '../terms/dates'
import { addPoints, formatExact, points } from '../core/points'
import {
  briefHeaders,
  completionTerms,
  excludedHeaders,
  investmentTerms,
  reportTerms,
  trainingHeaders,
} from '../terms/reports'
import { column } from './cells'
import { completionRows, noSchemeSentence } from './completion-rows'
import { detailCells, detailColumns } from './lead-rows'
import { framed, monthList, reportSheet, withTotal } from './frame'
import type { ReportSheet, SheetColumn, SheetRow } from './model'
import type { InvestmentFacts, InvestmentFigures } from './investment-figures'
import { summaryColumns, summaryRows } from './investment-summary'
import { fillText } from './sentences'

function excludedNote(figures: InvestmentFigures): string {
  const pending = figures.excluded.filter((entry) => entry.isPending).length
  const total = figures.excluded.length
  if (total === 0) return investmentTerms.nothingExcluded
  const other = total - pending
  return fillText(investmentTerms.excludedNote, { count: total, pending, other, sheet: investmentTerms.excludedName })
}

function summarySheet(facts: InvestmentFacts, figures: InvestmentFigures): ReportSheet {
  const { isScored } = figures
  const formulas = (texts: readonly string[]): readonly string[] => texts.map((text) => framed(facts, text))
  return reportSheet(facts, facts.signers, {
    name: investmentTerms.summaryName,
    title: investmentTerms.summaryTitle,
    unit: isScored ? investmentTerms.unitsOfSummary : completionTerms.unitsOfSummary,
    columns: summaryColumns,
    rows: isScored ? summaryRows(facts, figures) : completionRows(figures),
    notes: isScored
      ? [...formulas(investmentTerms.formulas), excludedNote(figures), ...facts.readings]
      : [noSchemeSentence(facts), ...formulas(completionTerms.formulas), ...facts.readings],
  })
}

function unitsTotal(figures: InvestmentFigures): string {
  return formatExact(addPoints(...figures.leads.map((lead) => points(figures.unitsOf(lead)))))
}

function detailSheet(facts: InvestmentFacts, figures: InvestmentFigures): ReportSheet {
  const rows = figures.leads.map((lead, index): SheetRow => ({
    kind: 'data',
    cells: detailCells(lead, index + 1, figures.unitsOf(lead)),
  }))
  return reportSheet(facts, facts.signers, {
    name: investmentTerms.detailName,
    title: investmentTerms.detailTitle,
    unit: investmentTerms.unitsOfDetail,
    columns: detailColumns,
    rows: figures.isScored
      ? withTotal(rows, detailColumns.length, { [detailColumns.length - 2]: unitsTotal(figures) })
      : rows,
    notes: [
      figures.isScored
        ? fillText(investmentTerms.unitsTotalNote, { sheet: investmentTerms.excludedName })
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

function briefsSheet(facts: InvestmentFacts, figures: InvestmentFigures): ReportSheet {
  const rows = figures.briefs.map((brief): SheetRow => ({
    kind: 'data',
    cells: [
      fillText(reportTerms.month, { month: Number(brief.month.slice(5)) }),
      '1',
      brief.title,
      brief.submittedOn,
      brief.channel === '' ? null : brief.channel,
      investmentTerms.stream,
      brief.characterCount === null ? null : String(brief.characterCount),
      brief.isAccepted ? reportTerms.yes : reportTerms.no,
    ],
  }))
  const asOf = formatChineseDate(facts.asOf)
  const months = monthList(figures.missingMonths)
  return reportSheet(facts, facts.signers, {
    name: investmentTerms.briefsName,
    title: investmentTerms.briefsTitle,
    unit: investmentTerms.unitsOfBriefs,
    columns: briefColumns,
    rows: withTotal(rows, briefColumns.length, { 1: String(rows.length) }),
    notes: [
      investmentTerms.briefsFormula,
      months === ''
        ? fillText(investmentTerms.noMissingMonths, { asOf })
        : fillText(investmentTerms.missingMonthsNote, { asOf, months }),
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

function trainingsSheet(facts: InvestmentFacts, figures: InvestmentFigures): ReportSheet {
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
  return reportSheet(facts, facts.signers, {
    name: investmentTerms.trainingsName,
    title: investmentTerms.trainingsTitle,
    unit: investmentTerms.unitsOfTrainings,
    columns: trainingColumns,
    rows: withTotal(rows, trainingColumns.length, { 4: String(attendees) }),
    notes: [investmentTerms.trainingsFormula],
  })
}

function excludedSheet(facts: InvestmentFacts, figures: InvestmentFigures): ReportSheet {
  return reportSheet(facts, facts.signers, {
    name: investmentTerms.excludedName,
    title: investmentTerms.excludedTitle,
    unit: investmentTerms.unitsOfExcluded,
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

/** The sheets of 抓招商. Source: layout B1. */
export function investmentSheets(facts: InvestmentFacts, figures: InvestmentFigures): readonly ReportSheet[] {
  return [
    summarySheet(facts, figures),
    detailSheet(facts, figures),
    briefsSheet(facts, figures),
    trainingsSheet(facts, figures),
    ...(figures.isScored ? [excludedSheet(facts, figures)] : []),
  ]
}
