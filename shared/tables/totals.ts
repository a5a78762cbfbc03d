import { addDecimals, decimalText, parseDecimal, type Decimal } from '../core/decimal'
import { isTotalOf } from '../core/sum-check'
import type { NumberReading } from './cells/number'
import { settleAmount, settleQuantity, type Quantity } from './cells/quantity'
import { problem } from './cells/parsed-cell'
import { readUnit, type Unit } from './cells/unit'
import type { ColumnPlan } from './columns'
import { issueAt, type Draft } from './drafts'
import type { CellIssue, StatedTotal } from './reading'

/** A row that states a sum, read like the others. */
export interface TotalRow {
  readonly draft: Draft
  readonly isSubtotal: boolean
}

const zero: Decimal = { digits: 0n, scale: 0 }

/** A stated sum beside the one that the rows give. */
interface ComparedTotal extends TotalRow {
  readonly plan: ColumnPlan
  readonly stated: Decimal
  readonly computed: Decimal
  readonly unit: string
  readonly isRight: boolean
}

/** Compares stated totals with the sums of the rows above; columns of mixed units have no sum. */
export function compareTotals(
  drafts: readonly Draft[],
  totals: readonly TotalRow[],
  plans: readonly ColumnPlan[],
  sheetUnit: Unit | null,
): readonly ComparedTotal[] {
  if (totals.length === 0) return []
  return plans
    .filter(({ definition }) => definition.reading.kind === 'quantity')
    .flatMap((plan) => compareColumn(drafts, totals, plan, sheetUnit))
}

/** The 合计 of each column, without subtotals. */
export function statedTotals(compared: readonly ComparedTotal[]): readonly StatedTotal[] {
  return compared
    .filter(({ isSubtotal }) => !isSubtotal)
    .map(({ draft, plan, stated, computed, unit, isRight }) => {
      const about = { row: draft.row, column: plan.index, unit, isRight }
      return { ...about, stated: decimalText(stated), computed: decimalText(computed) }
    })
}

/** What is said of totals that do not add up. */
export function totalIssues(compared: readonly ComparedTotal[]): readonly CellIssue[] {
  return compared
    .filter(({ isRight }) => !isRight)
    .map(({ draft, plan, stated, computed, unit }) => {
      const params = { written: decimalText(stated), computed: decimalText(computed), unit }
      const written = draft.originals[plan.definition.field] ?? ''
      return issueAt(draft.row, plan, written, problem('totalMismatch', 'warning', params))
    })
}

function unitLabel(draft: Draft, plan: ColumnPlan): string {
  const field = plan.definition.column === undefined ? 'unit' : `${plan.definition.field}:unit`
  const unit = draft.values[field]
  return typeof unit === 'string' ? unit : (plan.unit?.label ?? '')
}

function compareColumn(
  drafts: readonly Draft[],
  totals: readonly TotalRow[],
  plan: ColumnPlan,
  sheetUnit: Unit | null,
): readonly ComparedTotal[] {
  const { field } = plan.definition
  const summed = drafts.filter((draft) => draft.numbers.has(plan))
  const units = new Set(summed.filter((draft) => draft.values[field] !== null).map((draft) => unitLabel(draft, plan)))
  if (units.size !== 1 || units.has('%')) return []
  if (summed.some((draft) => draft.issues.some((issue) => issue.field === field && issue.severity === 'error')))
    return []
  const unit = readUnit([...units][0] ?? '') ?? plan.unit ?? sheetUnit
  const { reading } = plan.definition
  const settle = (number: NumberReading): Quantity =>
    reading.kind === 'quantity' && reading.isAmount === true
      ? settleAmount(number, plan.unit, sheetUnit)
      : settleQuantity(number, { row: unit, header: null, sheet: null, isMoney: false })
  const compared: ComparedTotal[] = []
  let from = 0
  for (const total of totals) {
    const { draft, isSubtotal } = total
    const one = compareOne(total, plan, settle, [
      summed.filter((each) => each.row < draft.row),
      summed.filter((each) => each.row < draft.row && each.row > from),
      summed,
    ])
    if (one) compared.push(one)
    if (isSubtotal) from = draft.row
  }
  return compared
}

function compareOne(
  total: TotalRow,
  plan: ColumnPlan,
  settle: (number: NumberReading) => Quantity,
  groups: readonly (readonly Draft[])[],
): ComparedTotal | null {
  const number = total.draft.numbers.get(plan)
  if (!number) return null
  const quantity = settle(number)
  const stated = quantity.value === null ? null : parseDecimal(quantity.value)
  if (!stated) return null
  const sums = groups.map((group) => sum(group, plan))
  const isRight = sums.some((computed, index) => isTotalOf(stated, computed, groups[index]?.length ?? 0))
  return { ...total, plan, stated, computed: sums[0] ?? zero, unit: quantity.unit, isRight }
}

function sum(drafts: readonly Draft[], plan: ColumnPlan): Decimal {
  return drafts.reduce((all, draft) => {
    const value = draft.values[plan.definition.field]
    const decimal = typeof value === 'string' ? parseDecimal(value) : null
    return decimal ? addDecimals(all, decimal) : all
  }, zero)
}
