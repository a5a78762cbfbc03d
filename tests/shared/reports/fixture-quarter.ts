import { readFileSync } from 'node:fs'
import { readXlsx, type CellValue } from 'hucre'
import { addDays, isoDate, type IsoDate, type Month } from '../../../shared/core/dates'
import { emptyLead } from '../../../shared/investment/empty-lead'
import type { BriefRecord, TrainingRecord } from '../../../shared/briefs/record'
import type { LeadClass, LeadRecord } from '../../../shared/investment/record'
import { investmentFacts } from '../../../shared/investment/scoring-facts'
import type { Task } from '../../../shared/assignments/task'
import type { ReportEdit } from '../../../shared/reports/edits'
import type { InvestmentFacts } from '../../../shared/reports/investment-figures'
import type { DocumentBlock, Report, ReportSheet } from '../../../shared/reports/model'
import { parseReportPeriod } from '../../../shared/reports/period'
import { periodReport } from '../../../shared/reports/period-report'
import { investmentSection } from '../../../shared/reports/section-investment'
import { evaluate } from '../../../shared/scoring/evaluate'
import { findScheme, shippedSchemes } from '../../../shared/scoring/schemes'
import { remarkText } from '../../../shared/terms/scoring'

export interface Ledger {
  readonly leads: readonly LeadRecord[]
  readonly briefs: readonly BriefRecord[]
  readonly trainings: readonly TrainingRecord[]
}

export const emptyLedger: Ledger = { leads: [], briefs: [], trainings: [] }

export function day(text: string): IsoDate {
  const found = dayOrNull(text)
  if (!found) throw new Error(`a day: ${text}`)
  return found
}

function dayOrNull(text: string): IsoDate | null {
  const match = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(text)
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

const classes: Readonly<Record<string, LeadClass>> = {
  北京项目: 'beijing',
  市外优质: 'outOfCity',
  市内优质: 'inCity',
  无效: 'invalid',
}

export function aLead(number: number, fields: Partial<LeadRecord>): LeadRecord {
  const at = '2022-01-01T00:00:00Z'
  return { ...emptyLead, id: `lead-${number}`, isSample: false, createdAt: at, updatedAt: at, ...fields }
}

async function rowsOf(file: string, sheet: number): Promise<readonly (readonly string[])[]> {
  const workbook = await readXlsx(readFileSync(`tests/fixtures/ledgers/${file}`))
  const text = (value: CellValue): string => (value === null ? '' : String(value))
  return (workbook.sheets[sheet]?.rows ?? []).map((row) => row.map(text))
}

/** `leads-2022.xlsx` and `briefs-and-trainings-2022.xlsx` as records. */
export async function fixtureLedger(): Promise<Ledger> {
  const leads = (await rowsOf('leads-2022.xlsx', 0)).slice(2).map((row, index) => {
    const at = (column: number): string => row[column] ?? ''
    return aLead(index + 1, {
      title: at(1),
      investorName: at(2),
      investorRegion: at(3),
      districtClass: classes[at(4)] ?? 'pending',
      filedOn: dayOrNull(at(5)),
      platformNo: at(6),
      certifiedOn: dayOrNull(at(7)),
      contactedOn: dayOrNull(at(8)),
      acceptedBy: at(9),
      acceptedOn: dayOrNull(at(10)),
      isRegisteredInDistrict: at(11) === '是' ? true : null,
      companyName: at(12),
      creditCode: at(13),
      landedOn: dayOrNull(at(14)),
      remark: at(15),
    })
  })
  const briefs = (await rowsOf('briefs-and-trainings-2022.xlsx', 0)).slice(1).map((row, index): BriefRecord => ({
    id: `brief-${index + 1}`,
    stream: 'investment',
    kind: 'brief',
    title: row[2] ?? '',
    month: (row[3] ?? '').slice(0, 7) as Month,
    submittedOn: dayOrNull(row[3] ?? ''),
    channel: row[4] ?? '',
    characterCount: Number(row[5]),
    isAccepted: true,
    backfilledOn: null,
    body: '',
    uses: [],
    handler: '',
    isSample: false,
  }))
  const trainings = (await rowsOf('briefs-and-trainings-2022.xlsx', 1)).slice(1).map((row, index): TrainingRecord => ({
    id: `training-${index + 1}`,
    stream: 'investment',
    title: row[0] ?? '',
    heldOn: day(row[1] ?? ''),
    status: 'held',
    isRequired: row[2] === '是',
    isAttended: row[3] === '是',
    attendeeCount: Number(row[4]),
    hours: '',
    place: '',
    handler: '',
    attendees: [],
    isSample: false,
  }))
  return { leads, briefs, trainings }
}

/** The facts of one quarter, scored as the program does it. `cooperate` is the figure that the district gave. */
export function quarterFacts(
  quarter: string,
  ledger: Ledger,
  options: {
    readonly cooperate?: string
    readonly asOf?: IsoDate
    readonly target?: string | null
    readonly tasks?: readonly Task[]
  } = {},
): InvestmentFacts {
  const period = parseReportPeriod(quarter)
  const scheme = period ? findScheme(shippedSchemes(), period.year, 3, period.end) : null
  if (!period || !scheme?.ok) throw new Error('a quarter and a scheme')
  const asOf = options.asOf ?? period.end
  const given = { value: options.cooperate ?? '', evidence: null, docRef: '区办函〔2022〕9号', givenOn: null }
  const facts = investmentFacts({
    unitNames: ['东丽区审计局'],
    ...ledger,
    manual: options.cooperate === undefined ? {} : { cooperate: [given] },
    lectures: [],
  })
  return {
    bureau: '东丽区审计局',
    category: 3,
    period,
    asOf,
    preparedOn: addDays(period.end, 8),
    signers: { preparedBy: '招商组组员', checkedBy: '招商组组长', approvedBy: '', phone: '022-00000000' },
    target: options.target === undefined ? '4' : options.target,
    ...ledger,
    tasks: options.tasks ?? [],
    score: evaluate(scheme.value, facts, asOf),
    scoreBefore: period.isFirstOfYear ? null : evaluate(scheme.value, facts, addDays(period.start, -1)),
    readings: ['落地后按落地计分，不与备案分相加。'],
    describe: remarkText,
  }
}

/** A report of 抓招商 alone, as the program joins it. */
export function quarterReport(facts: InvestmentFacts, edits: readonly ReportEdit[] = []): Report {
  const { bureau, category, period, asOf, preparedOn } = facts
  const frame = { bureau, category, period, asOf, preparedOn }
  const exportedAt = '2022-10-08 09:30'
  return periodReport({ ...frame, addressee: '区合作交流办', sections: [investmentSection(facts)], edits, exportedAt })
}

export function sheetOf(report: Report, name: string): ReportSheet {
  const sheet = report.sheets.find((candidate) => candidate.name === name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

/** The chapters of the document one after another. */
export function blocksOf(report: Report): readonly DocumentBlock[] {
  return (report.document?.sections ?? []).flatMap(({ blocks }) => blocks)
}

export function warningTexts(report: Report): readonly string[] {
  return report.warnings.map(({ text }) => text)
}
