import { countingOf } from '../../../shared/rectification/counting'
import type { FindingRecord, ProgramRecord } from '../../../shared/rectification/record'
import type { MeasureRecord } from '../../../shared/rectification/part-records'
import type { RectReportFacts, ReportItem } from '../../../shared/rectification/report-facts'
import { rateChoiceOf, statisticsOf } from '../../../shared/rectification/statistics'
import { timelinessOf } from '../../../shared/rectification/timeliness'
import type { RectReportKind } from '../../../shared/rectification/paper-contract'
import { rectReport, type RectReport } from '../../../shared/reports/rectification-report'
import { findingStatusLabels } from '../../../shared/terms/rectification'
import { day } from '../../builders'
import { aFinding, factsOf } from './statistics-builders'

export const asOf = day('2022-06-30')

export function aMeasure(fields: Partial<MeasureRecord> = {}): MeasureRecord {
  const empty = { leader: '', unit: '', handler: '', dueOn: null, justification: '', doneOn: null, doneBy: '' }
  const rest = { id: 'measure', programId: 'program', text: '收回资金', result: '', verifiedBy: '', verifiedOn: null }
  return { ...empty, ...rest, status: 'done', ...fields }
}

export function anItem(
  program: ProgramRecord,
  fields: Partial<FindingRecord> = {},
  parts: Partial<ReportItem> = {},
): ReportItem {
  const finding = aFinding(program, fields)
  return {
    finding,
    program,
    counting: countingOf(finding, program),
    timeliness: timelinessOf(finding, asOf),
    statusText: findingStatusLabels[finding.status],
    measures: [],
    amounts: [],
    rules: [],
    accountability: [],
    referrals: [],
    extensions: [],
    evidence: [],
    ...parts,
  }
}

export function reportFacts(items: readonly ReportItem[], rest: Partial<RectReportFacts> = {}): RectReportFacts {
  const programs = [...new Map(items.map(({ program }) => [program.id, program])).values()]
  const rate = rateChoiceOf(null, programs)
  const facts = factsOf(
    programs,
    items.map(({ finding }) => finding),
    {
      amounts: items.flatMap(({ amounts }) => amounts),
      rulesMade: items.flatMap(({ rules }) => rules).length,
      measures: items.flatMap(({ measures }) => measures).length,
      accountablePersons: items
        .flatMap(({ accountability }) => accountability)
        .reduce((sum, { persons }) => sum + persons, 0),
    },
  )
  return {
    bureau: '东丽区审计局',
    asOf,
    programs,
    items,
    statistics: statisticsOf(facts, { by: 'program', rate, asOf }),
    rate,
    earlier: [],
    reportedOn: new Map(),
    ...rest,
  }
}

export function reportOf(
  kind: RectReportKind,
  facts: RectReportFacts,
  choice: { readonly people?: readonly string[]; readonly shown?: readonly string[] } = {},
): RectReport {
  const { people = [], shown = [] } = choice
  return rectReport(facts, { kind, people, shown: new Set(shown), docNo: '', version: null })
}

export function linesOf({ blocks }: RectReport): readonly string[] {
  return blocks.map(({ text }) => text)
}
