import { and, eq, gt, gte, inArray, isNull, lte, notExists, or, sql } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import { followedStates } from '../../shared/investment/quiet'
import type { LeadState } from '../../shared/investment/states'
import type { ReadDb } from '../access'
import { followUp, lead } from '../schema/investment'
import { effectiveSql, leadStateSql } from './lead-state'

/** Days and states between which leads are counted. */
export interface LeadCountScope {
  readonly asOf: IsoDate
  /** Leads filed before are history and not looked at; one that is not filed yet always is. */
  readonly since: IsoDate
  /** The last day on which something must have happened, else a lead is quiet. */
  readonly quietSince: IsoDate
  readonly pending: readonly LeadState[]
}

/**
 * How many leads are in one of the pending states, and how many have been quiet: nothing known by the as-of day happened
 * after `quietSince`. Quiet says the same as `quietVerdict` in `shared/investment/quiet`; a test compares the two on random
 * leads.
 */
export function countLeadsToDo(
  db: ReadDb,
  { asOf, since, quietSince, pending }: LeadCountScope,
): { readonly pending: number; readonly quiet: number } {
  const days = [lead.filedOn, lead.backfilledOn, lead.certifiedOn, lead.contactedOn, lead.acceptedOn, lead.landedOn]
  const live = db
    .select({
      id: lead.id,
      state: leadStateSql(asOf).as('state'),
      isStill: sql<number>`${and(
        lte(sql`substr(${lead.createdAt}, 1, 10)`, quietSince),
        ...days.map((day) => or(isNull(day), lte(day, quietSince), gt(day, asOf))),
      )}`.as('is_still'),
    })
    .from(lead)
    .where(or(isNull(lead.filedOn), gte(lead.filedOn, since)))
    // All of them; the limit keeps SQLite from computing the state of a row anew wherever it is named.
    .limit(-1)
    .as('live')
  const later = db
    .select({ id: followUp.id })
    .from(followUp)
    .where(and(eq(followUp.leadId, live.id), gt(followUp.happenedOn, quietSince), lte(followUp.happenedOn, asOf)))
  const isQuiet = and(inArray(live.state, [...followedStates]), eq(live.isStill, 1), notExists(later))
  const counted = db
    .select({
      pending: sql<number | null>`sum(${inArray(live.state, [...pending])})`,
      quiet: sql<number | null>`sum(${isQuiet})`,
    })
    .from(live)
    .get()
  return { pending: counted?.pending ?? 0, quiet: counted?.quiet ?? 0 }
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
