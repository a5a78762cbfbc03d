import { column, filled } from '../reports/cells'
import type { Report, CellContent, ReportSheet } from '../reports/model'
import { aboutSheet, ledgerSheet, yearLedger, type LedgerFrame } from '../reports/ledger-frame'
import {
  briefLedgerText as text,
  briefTableLabels,
  trainingTableLabels,
  trainingStatusWords,
} from '../terms/brief-tables'
import { briefKindLabels } from '../terms/briefs'
import { writtenMonth } from '../terms/date-words'
import { reportTerms } from '../terms/reports'
import { streamLabels } from '../terms/settings'
import type { Month } from '../core/dates'
import type { BriefRecord, TrainingRecord } from './record'

export interface BriefLedgerFacts extends LedgerFrame {
  readonly year: number
  readonly briefs: readonly BriefRecord[]
  readonly trainings: readonly TrainingRecord[]
}

const briefColumns = [
  column(reportTerms.serialNo, 'integer', 6),
  column(briefTableLabels.month, 'text', 11),
  column(briefTableLabels.stream, 'text', 12),
  column(briefTableLabels.title, 'text', 40),
  column(briefTableLabels.submittedOn, 'date', 11),
  column(briefTableLabels.channel, 'text', 11),
  column(briefTableLabels.characterCount, 'integer', 8),
  column(briefTableLabels.isAccepted, 'text', 9),
  column(briefTableLabels.kind, 'text', 10),
]

const trainingColumns = [
  column(reportTerms.serialNo, 'integer', 6),
  column(trainingTableLabels.title, 'text', 34),
  column(trainingTableLabels.heldOn, 'date', 11),
  column(trainingTableLabels.isRequired, 'text', 13),
  column(trainingTableLabels.isAttended, 'text', 9),
  column(trainingTableLabels.attendeeCount, 'integer', 9),
  column(trainingTableLabels.status, 'text', 9),
  column(trainingTableLabels.stream, 'text', 12),
]

function counted(value: number | null): string | null {
  return value === null ? null : String(value)
}

function monthText(month: Month): string {
  return `${month.slice(0, 4)}${writtenMonth.year}${Number(month.slice(5))}${writtenMonth.month}`
}

function yesOrNo(value: boolean): string {
  return value ? reportTerms.yes : reportTerms.no
}

function briefCells(brief: BriefRecord): readonly CellContent[] {
  return [
    monthText(brief.month),
    streamLabels[brief.stream],
    brief.title,
    brief.submittedOn,
    filled(brief.channel),
    counted(brief.characterCount),
    yesOrNo(brief.isAccepted),
    briefKindLabels[brief.kind],
  ]
}

function trainingCells(training: TrainingRecord): readonly CellContent[] {
  return [
    training.title,
    training.heldOn,
    yesOrNo(training.isRequired),
    yesOrNo(training.isAttended),
    counted(training.attendeeCount),
    trainingStatusWords[training.status][0] ?? null,
    streamLabels[training.stream],
  ]
}

/** 工作信息 and 培训 of a year, each on its sheet, in the words of the bureau's own table. */
export function briefLedger(facts: BriefLedgerFacts): Report {
  const { year, briefs, trainings } = facts
  const sheets: readonly ReportSheet[] = [
    ledgerSheet(
      facts,
      { name: text.briefSheet, title: text.briefTitle(year), columns: briefColumns },
      briefs.map(briefCells),
    ),
    ledgerSheet(
      facts,
      { name: text.trainingSheet, title: text.trainingTitle(year), columns: trainingColumns },
      trainings.map(trainingCells),
    ),
    aboutSheet(facts, briefs.length + trainings.length, text.readings),
  ]
  return yearLedger(
    facts,
    { kind: 'briefLedger', subject: text.subject, year },
    sheets.filter(({ rows }) => rows.length > 0),
  )
}
