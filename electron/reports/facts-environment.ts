import type { Store } from '../../db/access'
import { readBriefs, readTrainings } from '../../db/repositories/briefs'
import { readDemandGroups, readDemandPage, readDemandsOfVisits, toDemandRecord } from '../../db/repositories/demands'
import { readEnterprises } from '../../db/repositories/enterprises'
import { readPolicies } from '../../db/repositories/policies'
import { readClocks } from '../../db/repositories/preferences'
import { readVisits, toVisitRecord } from '../../db/repositories/visits'
import { isoDate, yearOf } from '../../shared/core/dates'
import { demandClock, demandRates, rateWithFraction } from '../../shared/environment/demands'
import type { DemandRecord } from '../../shared/environment/record'
import type { VisitListRow } from '../../shared/environment/visit-contract'
import type { EnvironmentFacts } from '../../shared/reports/environment-facts'
import type { ReportFrame } from '../../shared/reports/frame'
import type { Context } from '../context'
import { dutiesOf } from '../environment/duties'
import { policyWorkdaysOf, presentPolicies } from '../environment/policies'
import { matrixOfPeriod } from '../environment/visit-matrix'
import { signersOf, tasksUntil } from './report-frame'

function visitsOfYear(store: Store, { period, asOf }: ReportFrame): readonly VisitListRow[] {
  const named = readVisits(store.read).filter(
    ({ visitedOn }) => visitedOn.startsWith(`${period.year}-`) && visitedOn <= asOf,
  )
  const byVisit = new Map<string, DemandRecord[]>()
  for (const row of readDemandsOfVisits(store.read, named)) {
    if (row.visitId !== null) byVisit.set(row.visitId, [...(byVisit.get(row.visitId) ?? []), toDemandRecord(row)])
  }
  return named.map((row) => ({
    visit: toVisitRecord(row),
    enterpriseName: row.enterpriseName,
    street: row.street,
    personName: row.personName,
    rank: row.rank,
    demands: byVisit.get(row.id) ?? [],
    isImported: row.batchId !== null,
  }))
}

/** Enough for any bureau; a district's come per unit. */
const DEMAND_LIMIT = 100_000

/** Raised in the year by the cut-off, oldest first. */
function demandsOfYear(store: Store, { period, asOf }: ReportFrame): readonly DemandRecord[] {
  const query = {
    year: period.year,
    text: '',
    state: 'all',
    transferOverdueUntil: null,
    replyOverdueUntil: null,
  } as const
  return readDemandPage(store.read, query, { offset: 0, limit: DEMAND_LIMIT })
    .rows.map(toDemandRecord)
    .filter(({ raisedOn }) => raisedOn <= asOf)
    .toReversed()
}

/** What the section 抓营商环境 is built from. */
export function environmentFactsOf(context: Context, store: Store, frame: ReportFrame): EnvironmentFacts {
  const { period, asOf } = frame
  const { year } = period
  const first = isoDate(year, 1, 1) ?? period.start
  const { duties, missingCalendarYears } = dutiesOf(context, store, year)
  const policies = readPolicies(store.read, year).filter(({ publishedOn }) => publishedOn <= asOf)
  const matrix = matrixOfPeriod(context, store, period.key)
  const names = new Map(readEnterprises(store.read).map(({ id, name }) => [id, name]))
  const demands = demandsOfYear(store, frame)
  const clocks = { clocks: readClocks(store.read), calendars: context.calendars(), today: asOf }
  return {
    ...frame,
    signers: signersOf(store, 'environment'),
    duties,
    tasks: tasksUntil(context, store, frame, 'environment'),
    policies: presentPolicies(context, store, policies).toReversed(),
    policyWorkdays: policyWorkdaysOf(store, year),
    matrix,
    coverageRate: rateWithFraction(matrix.coverage.visited, matrix.coverage.enterprises).rate,
    visits: visitsOfYear(store, frame),
    demands: demands.map((demand) => ({ demand, enterpriseName: names.get(demand.enterpriseId) ?? '' })),
    rates: demandRates(readDemandGroups(store.read, first, asOf), clocks),
    isDemandEstimated: demands.some((demand) => demandClock(demand, clocks).isEstimated),
    briefs: readBriefs(store.read, year),
    trainings: readTrainings(store.read, year, 'environment'),
    missingCalendarYears: missingCalendarYears.filter((each) => each <= yearOf(period.end)),
  }
}
