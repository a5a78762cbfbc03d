import { grouped } from '../core/grouped'
import { addMoney, formatMoney, type Fen } from '../core/money'
import type { IsoDate } from '../core/dates'
import { countingOf, rateTextOf, tallyOf, type Tally } from '../rectification/counting'
import { emptyProgram } from '../rectification/empty-records'
import { programValues } from '../rectification/ledger-values'
import { findingStatuses, type FindingStatus } from '../rectification/record'
import { timelinessOf } from '../rectification/timeliness'
import { findingLedgerTerms } from '../terms/rectification-tables'
import { reportTerms } from '../terms/reports'
import { column, filled } from './cells'
import type { LedgerFinding } from './finding-ledgers'
import { aboutSheet, ledgerHeading, yearLedger, type LedgerFrame } from './ledger-frame'
import type { CellContent, Report, ReportSheet, SheetColumn, SheetRow } from './model'
import { fillText } from './sentences'

export interface SituationFacts extends LedgerFrame {
  readonly year: number
  readonly findings: readonly LedgerFinding[]
}

const words = findingLedgerTerms.situation

const count = (label: string): SheetColumn => ({ ...column(label, 'integer', 9), group: words.countGroup })

const columns: readonly SheetColumn[] = [
  column(reportTerms.serialNo, 'integer', 6),
  column(words.program, 'text', 24),
  column(words.docNo, 'code', 16),
  column(words.source, 'text', 10),
  column(words.unit, 'text', 14),
  count(words.total),
  ...findingStatuses.map((status) => count(words[status])),
  count(words.referred),
  count(words.overdue),
  column(words.rate, 'percent', 9),
  column(words.fraction, 'text', 10),
  column(words.amount, 'decimal', 12),
  column(words.required, 'decimal', 12),
  column(words.doneAmount, 'decimal', 12),
  column(words.rules, 'integer', 9),
  column(words.accountable, 'integer', 9),
  column(words.cases, 'integer', 9),
  column(words.remark, 'text', 20),
]

/** The figures of one row, all of them sums. */
interface Figures {
  readonly counts: readonly number[]
  readonly tally: Tally
  readonly money: readonly (Fen | null)[]
  readonly acts: readonly number[]
}

function known(amounts: readonly (Fen | null)[]): Fen | null {
  const given = amounts.filter((amount) => amount !== null)
  return given.length === 0 ? null : addMoney(...given)
}

function figuresOf(findings: readonly LedgerFinding[], asOf: IsoDate): Figures {
  const of = (is: (each: LedgerFinding) => boolean): number => findings.filter(is).length
  const money = findings.flatMap(({ parts }) => parts.amounts.filter(({ unit }) => unit === ''))
  const sum = (value: (each: LedgerFinding) => number): number => findings.reduce((all, each) => all + value(each), 0)
  return {
    counts: [
      findings.length,
      ...findingStatuses.map((status: FindingStatus) => of(({ finding }) => finding.status === status)),
      of(({ finding }) => finding.state === 'referred'),
      of(({ finding }) => timelinessOf(finding, asOf) === 'overdue'),
    ],
    tally: tallyOf(findings.map(({ finding, program }) => countingOf(finding, program))),
    money: [
      known(findings.map(({ finding }) => finding.amount)),
      known(money.map(({ requiredFen }) => requiredFen)),
      known(money.map(({ doneFen }) => doneFen)),
    ],
    acts: [
      sum(({ parts }) => parts.rules.length),
      sum(({ parts }) => parts.accountability.reduce((all, { persons }) => all + persons, 0)),
      sum(({ parts }) => parts.referrals.reduce((all, { cases }) => all + cases, 0)),
    ],
  }
}

function rateCells({ tally }: Figures, rule: Parameters<typeof rateTextOf>[1]): readonly CellContent[] {
  const { rate, fraction } = rateTextOf(tally, rule)
  return [rate.endsWith('%') ? rate.slice(0, -1) : rate, fraction]
}

function remark({ tally }: Figures): CellContent {
  return tally.isMixed ? fillText(words.mixed, { promoted: tally.promoted }) : null
}

function moneyText(amount: Fen | null): string | null {
  return amount === null ? null : formatMoney(amount, 'tenThousand')
}

/** One row per programme and leading unit, in the order of the ledger. */
function groupRow(findings: readonly [LedgerFinding, ...LedgerFinding[]], number: number, asOf: IsoDate): SheetRow {
  const [{ program, finding }] = findings
  const figures = figuresOf(findings, asOf)
  const { programTitle, docNo, source } = programValues(program)
  return {
    kind: 'data',
    cells: [
      String(number),
      programTitle,
      docNo,
      source,
      filled(finding.leadUnit) ?? words.noUnit,
      ...figures.counts.map(String),
      ...rateCells(figures, program.rateRule),
      ...figures.money.map(moneyText),
      ...figures.acts.map(String),
      remark(figures),
    ],
  }
}

function totalRow(facts: SituationFacts, rows: number): SheetRow {
  const figures = figuresOf(facts.findings, facts.asOf)
  const sum = (value: string | null): CellContent => (value === null ? null : { value, sumOf: [0, rows - 1] })
  return {
    kind: 'total',
    cells: [
      reportTerms.total,
      null,
      null,
      null,
      null,
      ...figures.counts.map((value) => sum(String(value))),
      ...rateCells(figures, emptyProgram('districtAudit').rateRule),
      ...figures.money.map((amount) => sum(moneyText(amount))),
      ...figures.acts.map((value) => sum(String(value))),
      remark(figures),
    ],
  }
}

/** 《审计发现问题整改情况表》: counts, rate and amounts per programme and leading unit. Source: domain §8 C. */
export function situationReport(facts: SituationFacts): Report {
  const groups = grouped(facts.findings, ({ finding }) => `${finding.programId}|${finding.leadUnit}`)
  const rows = [...groups.values()].map((findings, index) => groupRow(findings, index + 1, facts.asOf))
  const sheet: ReportSheet = {
    name: findingLedgerTerms.sheet.situation,
    title: findingLedgerTerms.title.situation,
    heading: ledgerHeading(facts),
    columns,
    rows: [...rows, totalRow(facts, rows.length)],
    notes: [],
    footer: [],
    isContent: true,
  }
  const about = { kind: 'findingSituation', subject: findingLedgerTerms.subject.situation, year: facts.year } as const
  return yearLedger(facts, about, [
    sheet,
    aboutSheet(facts, facts.findings.length, findingLedgerTerms.readings.situation),
  ])
}
