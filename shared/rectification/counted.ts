import { invariant } from '../core/assert'
import type { IsoDate } from '../core/dates'
import { countingOf, type Counting } from './counting'
import type { Timeliness } from './finding-rows'
import type { FindingRecord, ProgramRecord } from './record'
import type { Cycle, FindingAmount } from './part-records'
import { timelinessOf } from './timeliness'

/** What the figures ask of a finding. */
export const statisticsFields = [
  'id',
  'programId',
  'kind',
  'aspect',
  'keyIssue',
  'amount',
  'amountClass',
  'isRecurrence',
  'rectType',
  'leadUnit',
  'dueOn',
  'state',
  'statusLabel',
  'status',
  'extensionCount',
  'reopenCount',
  'returnCount',
  'submittedOn',
  'determinedOn',
  'closedOn',
] as const satisfies readonly (keyof FindingRecord)[]
export type StatisticsFinding = Pick<FindingRecord, (typeof statisticsFields)[number]>

/** A finding with what its programme says of it. */
export interface Counted {
  readonly finding: StatisticsFinding
  readonly program: ProgramRecord
  readonly counting: Counting
  readonly timeliness: Timeliness
}

/** Everything that figures are made of; only of the findings that are asked for. */
export interface StatisticsFacts {
  readonly findings: readonly StatisticsFinding[]
  readonly programs: ReadonlyMap<string, ProgramRecord>
  /** 问题表现 of these findings. */
  readonly manifestations: number
  /** Different measures of these findings. */
  readonly measures: number
  readonly amounts: readonly Pick<
    FindingAmount,
    'findingId' | 'treatment' | 'unit' | 'requiredFen' | 'doneFen' | 'required' | 'done'
  >[]
  readonly rulesMade: number
  readonly accountablePersons: number
  readonly referralCases: number
  readonly referralPersons: number
  readonly cycles: ReadonlyMap<string, readonly Pick<Cycle, 'seq' | 'startedOn' | 'closedOn'>[]>
}

/** Findings as they are counted on a day. */
export function countedOf(
  findings: readonly StatisticsFinding[],
  programs: ReadonlyMap<string, ProgramRecord>,
  asOf: IsoDate,
): readonly Counted[] {
  return findings.map((finding) => {
    const program = programs.get(finding.programId)
    invariant(program, `a programme of finding ${finding.id}`)
    return { finding, program, counting: countingOf(finding, program), timeliness: timelinessOf(finding, asOf) }
  })
}
