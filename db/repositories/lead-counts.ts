import { and, gt, inArray, isNull, lte, notExists, or, sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import { followedStates } from '../../shared/investment/quiet'
import type { LeadState } from '../../shared/investment/states'
import type { ReadDb } from '../access'
import { followUp, lead } from '../schema/investment'
import { effectiveSql, leadStateSql } from './lead-state'

function countWhere(db: ReadDb, where: SQL | undefined): number {
  const counted = db
    .select({ count: sql<number>`count(*)` })
    .from(lead)
    .where(where)
    .get()
  return counted?.count ?? 0
}

/** Leads that are still worked on: not filed yet, or filed since a day. Older ones are history and not looked at. */
function liveSince(since: IsoDate): SQL {
  return sql`(${lead.filedOn} is null or ${lead.filedOn} >= ${since})`
}

/** How many leads filed since a day, or not filed yet, are in one of the states on a day. */
export function countLeadsInStates(db: ReadDb, states: readonly LeadState[], asOf: IsoDate, since: IsoDate): number {
  return countWhere(db, and(liveSince(since), inArray(leadStateSql(asOf), [...states])))
}

/**
 * How many leads filed since a day, or not filed yet, have been quiet: nothing known by the as-of day happened after `lastOn`.
 * It says the same as `quietVerdict` in `shared/investment/quiet`; a test compares the two on random leads.
 */
export function countQuietLeads(db: ReadDb, lastOn: IsoDate, asOf: IsoDate, since: IsoDate): number {
  const days = [lead.filedOn, lead.backfilledOn, lead.certifiedOn, lead.contactedOn, lead.acceptedOn, lead.landedOn]
  const later = db
    .select({ id: followUp.id })
    .from(followUp)
    .where(and(sql`${followUp.leadId} = ${lead.id}`, gt(followUp.happenedOn, lastOn), lte(followUp.happenedOn, asOf)))
  return countWhere(
    db,
    and(
      liveSince(since),
      lte(sql`substr(${lead.createdAt}, 1, 10)`, lastOn),
      ...days.map((day) => or(isNull(day), lte(day, lastOn), gt(day, asOf))),
      inArray(leadStateSql(asOf), [...followedStates]),
      notExists(later),
    ),
  )
}

export interface FunnelRow {
  readonly leadClass: string
  readonly filed: number
  readonly effective: number
  readonly landed: number
}

/**
 * How far the leads filed in a year have come, by class: filed, 有效 by then or at some time, 落地.
 * What was withdrawn or revoked stays in the first step only.
 */
export function countFunnel(db: ReadDb, year: number, asOf: IsoDate): FunnelRow[] {
  const state = leadStateSql(asOf)
  const last = asOf < `${year}-12-31` ? asOf : `${year}-12-31`
  return db
    .select({
      leadClass: lead.districtClass,
      filed: sql<number>`count(*)`,
      effective: sql<number>`sum(${effectiveSql(asOf)} and ${state} not in ('withdrawn', 'revoked'))`,
      landed: sql<number>`sum(${state} = 'landed')`,
    })
    .from(lead)
    .where(sql`${lead.filedOn} between ${`${year}-01-01`} and ${last}`)
    .groupBy(lead.districtClass)
    .all()
}
