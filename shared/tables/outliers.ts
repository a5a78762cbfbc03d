import { parseDecimal, shiftDecimal } from '../core/decimal'
import { moneyPlaces } from '../core/money'
import { problem } from './cells/parsed-cell'
import { readUnit } from './cells/unit'
import type { ColumnPlan } from './columns'
import { issueAt, type Draft } from './drafts'

const neededValues = 4
/** Wrong by 万 is the mistake that happens. Source: `domain.md` §9. */
const ratio = 10_000

interface Sized {
  readonly draft: Draft
  readonly size: number
  readonly text: string
}

/** Warns of numbers 10^4 off the median of their column, compared within one unit. */
export function warnOfOutliers(drafts: readonly Draft[], plans: readonly ColumnPlan[]): void {
  for (const plan of plans) {
    if (plan.definition.reading.kind !== 'quantity') continue
    for (const group of groupByUnit(drafts, plan).values()) {
      if (group.length < neededValues) continue
      const sizes = group.map(({ size }) => size).sort((a, b) => a - b)
      const median = sizes[Math.floor(sizes.length / 2)] ?? 0
      for (const { draft, size, text } of group) {
        if (size < median * ratio && size * ratio > median) continue
        const params = { value: text, median }
        const original = draft.originals[plan.definition.field] ?? ''
        draft.issues.push(issueAt(draft.row, plan, original, problem('numberOutlier', 'warning', params)))
      }
    }
  }
}

function groupByUnit(drafts: readonly Draft[], plan: ColumnPlan): ReadonlyMap<string, Sized[]> {
  const groups = new Map<string, Sized[]>()
  const { field, column } = plan.definition
  for (const draft of drafts) {
    const value = draft.values[field]
    const decimal = typeof value === 'string' ? parseDecimal(value) : null
    if (!decimal || decimal.digits === 0n) continue
    const label = draft.values[column === undefined ? 'unit' : `${field}:unit`]
    const unit = typeof label === 'string' ? readUnit(label) : null
    const isMoney = unit?.kind === 'money'
    const shown = isMoney ? shiftDecimal(decimal, moneyPlaces[unit.money]) : decimal
    const key = isMoney ? 'money' : typeof label === 'string' ? label : ''
    const group = groups.get(key) ?? []
    group.push({
      draft,
      text: typeof value === 'string' ? value : '',
      size: Math.abs(Number(shown.digits)) / 10 ** shown.scale,
    })
    groups.set(key, group)
  }
  return groups
}
