import type { Store } from '../../db/access'
import { readFilteredColumns } from '../../db/repositories/finding-list'
import { readAllParts, type FindingPartKind, type FindingPartRow } from '../../db/repositories/finding-parts'
import { readManifestationOwners, readMeasureLinks } from '../../db/repositories/finding-totals'
import { finding } from '../../db/schema/rectification'
import { grouped } from '../../shared/core/grouped'
import { statisticsFields, type StatisticsFacts, type StatisticsFinding } from '../../shared/rectification/counted'
import type { FindingFilter } from '../../shared/rectification/finding-rows'
import type { ProgramRecord } from '../../shared/rectification/record'
import type { Cycle, FindingAmount } from '../../shared/rectification/part-records'
import { rateChoiceOf, statisticsOf } from '../../shared/rectification/statistics'
import type { RateChoice, Statistics, StatisticsBy } from '../../shared/rectification/statistics-contract'
import type { Context } from '../context'
import { listViewOf } from './finding-handlers'
import { programsById } from './present'

const columns = Object.fromEntries(statisticsFields.map((field) => [field, finding[field]]))

/** Rows of one kind that belong to some findings. */
function partsOf<K extends FindingPartKind>(store: Store, kind: K, ids: ReadonlySet<string>): FindingPartRow<K>[] {
  return [...readAllParts(store.read, kind)].flatMap(([findingId, rows]) => (ids.has(findingId) ? rows : []))
}

/** Reads in bulk what the figures of some findings are made of. */
export function statisticsFactsOf(
  store: Store,
  findings: readonly StatisticsFinding[],
  programs: ReadonlyMap<string, ProgramRecord>,
): StatisticsFacts {
  const ids = new Set(findings.map(({ id }) => id))
  const measures = readMeasureLinks(store.read).flatMap((link) => (ids.has(link.findingId) ? link.measureId : []))
  const persons = partsOf(store, 'accountability', ids)
  const referrals = partsOf(store, 'referral', ids)
  return {
    findings,
    programs,
    manifestations: readManifestationOwners(store.read).filter((id) => ids.has(id)).length,
    measures: new Set(measures).size,
    // Treatments, days and amounts are only written from the records themselves.
    amounts: partsOf(store, 'amount', ids) as FindingAmount[],
    rulesMade: partsOf(store, 'rule', ids).length,
    accountablePersons: persons.reduce((sum, row) => sum + row.persons, 0),
    referralCases: referrals.reduce((sum, row) => sum + row.cases, 0),
    referralPersons: referrals.reduce((sum, row) => sum + row.persons, 0),
    cycles: grouped(partsOf(store, 'cycle', ids) as Cycle[], ({ findingId }) => findingId),
  }
}

export interface StatisticsAsked {
  readonly filter: FindingFilter
  readonly by: StatisticsBy
  readonly rate: RateChoice | null
}

/** The figures of the filtered findings as of today. */
export function statisticsOfFilter(context: Context, store: Store, asked: StatisticsAsked): Statistics {
  const view = listViewOf(context, store)
  // The columns are those of the fields; closed lists, days and amounts are only written from FindingRecord itself.
  const findings = readFilteredColumns(store.read, asked.filter, view, columns) as unknown as StatisticsFinding[]
  const programs = programsById(store)
  // The rule of a programme holds only where that programme alone was asked for.
  const chosen = asked.filter.programIds.flatMap((id) => programs.get(id) ?? [])
  const rate = rateChoiceOf(asked.rate, chosen)
  return statisticsOf(statisticsFactsOf(store, findings, programs), { by: asked.by, rate, asOf: context.today() })
}
