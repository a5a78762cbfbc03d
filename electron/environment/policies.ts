import type { Store } from '../../db/access'
import { readEnterprises, readLinks } from '../../db/repositories/enterprises'
import { readTold } from '../../db/repositories/policies'
import { readClocks } from '../../db/repositories/preferences'
import { readLiveAssignments } from '../../db/repositories/tasks'
import { yearOf, type IsoDate } from '../../shared/core/dates'
import type { PolicyDetail, PolicyRow } from '../../shared/environment/contract'
import { hasExplainer, policyProgress, policyWorkdays } from '../../shared/environment/policies'
import type { PolicyRecord } from '../../shared/environment/record'
import type { Context } from '../context'
import { storedDue } from '../assignments/stored-due'

/** The number of working days that the year's assignment gives, else the usual one. */
export function policyWorkdaysOf(store: Store, year: number): number {
  for (const row of readLiveAssignments(store.read, [year])) {
    if (row.stream !== 'environment') continue
    const { rule } = storedDue(row)
    if (rule.kind === 'afterEvent') return rule.workingDays
  }
  return policyWorkdays
}

/** Enterprises that had an official between two days, with their names. */
function linkedBetween(store: Store, names: ReadonlyMap<string, string>, from: IsoDate, to: IsoDate) {
  const ids = new Set(readLinks(store.read, from, to).map(({ enterpriseId }) => enterpriseId))
  return [...names].filter(([id]) => ids.has(id))
}

/** Policies with where each stands today, and who has still to be told. */
export function presentPolicies(context: Context, store: Store, policies: readonly PolicyRecord[]): PolicyRow[] {
  const asOf = context.today()
  const calendars = context.calendars()
  const { nearWorkdays } = readClocks(store.read)
  const names = new Map(readEnterprises(store.read).map(({ id, name }) => [id, name]))
  const told = new Set(
    readTold(
      store.read,
      policies.map(({ id }) => id),
    ).map(({ policyId, enterpriseId }) => `${policyId}/${enterpriseId}`),
  )
  const workdays = new Map(
    [...new Set(policies.map(({ publishedOn }) => yearOf(publishedOn)))].map((year) => [
      year,
      policyWorkdaysOf(store, year),
    ]),
  )
  return policies.map((policy) => {
    const linked = linkedBetween(store, names, policy.publishedOn, asOf)
    const untold = linked.filter(([id]) => !told.has(`${policy.id}/${id}`)).map(([, name]) => name)
    const clock = {
      asOf,
      calendars,
      nearWorkdays,
      workdays: workdays.get(yearOf(policy.publishedOn)) ?? policyWorkdays,
    }
    return {
      policy,
      ...policyProgress(policy, clock),
      hasExplainer: hasExplainer(policy),
      told: linked.length - untold.length,
      toldOf: linked.length,
      untold,
    }
  })
}

/** One policy with every enterprise that should be told or was; linked ones first. */
export function presentPolicy(context: Context, store: Store, policy: PolicyRecord): PolicyDetail | null {
  const [row] = presentPolicies(context, store, [policy])
  if (!row) return null
  const names = new Map(readEnterprises(store.read).map(({ id, name }) => [id, name]))
  const toldOn = new Map(readTold(store.read, [policy.id]).map((told) => [told.enterpriseId, told.toldOn]))
  const linked = linkedBetween(store, names, policy.publishedOn, context.today())
  const linkedIds = new Set(linked.map(([id]) => id))
  const others = [...names].filter(([id]) => toldOn.has(id) && !linkedIds.has(id))
  return {
    ...row,
    enterprises: [...linked, ...others].map(([enterpriseId, name]) => ({
      enterpriseId,
      name,
      toldOn: toldOn.get(enterpriseId) ?? null,
      isLinked: linkedIds.has(enterpriseId),
    })),
  }
}
