import type { StatisticsFacts } from '../../../shared/rectification/counted'
import { emptyFinding, emptyProgram, unclaimedWay } from '../../../shared/rectification/empty-records'
import type { FindingKind, FindingRecord, FindingStatus, ProgramRecord } from '../../../shared/rectification/record'
import { stateOfStatus } from '../../../shared/rectification/status'

const at = '2022-06-30T09:30:00+08:00'
let nextId = 0

export function aProgram(fields: Partial<ProgramRecord> = {}): ProgramRecord {
  nextId += 1
  const about = { id: `program${nextId}`, isSample: false, createdAt: at, updatedAt: at }
  return { ...emptyProgram(fields.source ?? 'municipalInspection'), title: `来源${nextId}`, ...about, ...fields }
}

export function aFinding(program: ProgramRecord, fields: Partial<FindingRecord> = {}): FindingRecord {
  nextId += 1
  const about = { id: `finding${nextId}`, programId: program.id, position: nextId, no: String(nextId) }
  const made = { isSample: false, createdAt: at, updatedAt: at }
  const status = fields.status ?? 'inProgress'
  return {
    ...emptyFinding(fields.kind ?? 'specific'),
    ...unclaimedWay,
    ...about,
    ...made,
    title: `问题${nextId}`,
    state: stateOfStatus(status),
    ...fields,
    status,
  }
}

/** So many findings of each status. */
export function findingsOf(
  program: ProgramRecord,
  counts: Readonly<Partial<Record<FindingStatus, number>>>,
  fields: Partial<FindingRecord> & { readonly kind?: FindingKind } = {},
): FindingRecord[] {
  return Object.entries(counts).flatMap(([status, count]) =>
    // The keys of the record are statuses.
    Array.from({ length: count }, () => aFinding(program, { ...fields, status: status as FindingStatus })),
  )
}

export function factsOf(
  programs: readonly ProgramRecord[],
  findings: readonly FindingRecord[],
  facts: Partial<StatisticsFacts> = {},
): StatisticsFacts {
  return {
    findings,
    programs: new Map(programs.map((program) => [program.id, program])),
    manifestations: 0,
    measures: 0,
    amounts: [],
    rulesMade: 0,
    accountablePersons: 0,
    referralCases: 0,
    referralPersons: 0,
    cycles: new Map(),
    ...facts,
  }
}
