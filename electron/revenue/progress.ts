import type { Store } from '../../db/access'
import { readAssignments } from '../../db/repositories/assignments'
import { countEntriesOf, countUnansweredTips, readBookedEntries } from '../../db/repositories/revenue'
import type { IsoDate } from '../../shared/core/dates'
import { parseMoney, type Fen } from '../../shared/core/money'
import type { RevenueProgress } from '../../shared/revenue/contract'
import { countsIn } from '../../shared/revenue/counting'
import { progressOf, sumOf } from '../../shared/revenue/progress'
import { readUnit } from '../../shared/tables/cells/unit'
import { measureOf } from '../../shared/terms/assignment-measures'
import { targetSourceText } from '../../shared/terms/revenue'
import { schemeOf } from '../scoring/score'

export interface RevenueTarget {
  readonly amount: Fen | null
  /** Where it comes from, in words. */
  readonly source: string
}

/** The year's target of 区留成: what the district assigned, else what the rule in force on a day says. */
export function targetOf(store: Store, year: number, asOf: IsoDate): RevenueTarget {
  const found = readAssignments(store.read, year).flatMap((row) => {
    const unit = readUnit(row.unit)
    if (row.stream !== 'revenue' || row.target === null || unit?.kind !== 'money') return []
    const amount = parseMoney(row.target, unit.money)
    return amount === null ? [] : [{ amount, row }]
  })
  const assigned =
    found.find(({ row }) => measureOf(`${row.taskName}${row.indicator}`) === 'districtRetained') ?? found[0]
  if (assigned) {
    const { row, amount } = assigned
    return { amount, source: targetSourceText.assignment(row.itemCode, row.taskName) }
  }
  const scheme = schemeOf(store, year, asOf)
  const target = scheme.ok ? scheme.value.targets.find(({ measure }) => measure === 'districtRetained') : undefined
  const amount = target ? parseMoney(target.amount, target.unit) : null
  if (!scheme.ok || !target || amount === null) return { amount: null, source: targetSourceText.none }
  return { amount, source: targetSourceText.scheme(scheme.value.name, target.clause) }
}

/** 区留成 that counts in a year on a day. Unit: 分. */
export function bookedRetained(store: Store, year: number, asOf: IsoDate): Fen {
  const counted = readBookedEntries(store.read, year).filter((entry) => countsIn(entry, year, asOf))
  return sumOf(counted.map(({ districtRetained }) => districtRetained))
}

/** Progress of a year on a day, with everything that stands behind it. */
export function revenueProgress(store: Store, year: number, asOf: IsoDate): RevenueProgress {
  const target = targetOf(store, year, asOf)
  return {
    year,
    targetFen: target.amount,
    targetSource: target.source,
    ...progressOf(readBookedEntries(store.read, year), year, asOf, target.amount),
    clues: countEntriesOf(store.read, 'clue'),
    confirmed: countEntriesOf(store.read, 'confirmed'),
    unansweredTips: countUnansweredTips(store.read, asOf),
  }
}
