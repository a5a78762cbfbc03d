import { addDecimals, decimalText, parseDecimal, type Decimal } from '../core/decimal'
import { isTotalOf } from '../core/sum-check'
import type { NumberReading } from './cells/number'
import { settleAmount, settleQuantity, type Quantity } from './cells/quantity'
import { problem } from './cells/parsed-cell'
import { readUnit, type Unit } from './cells/unit'
import type { ColumnPlan } from './columns'
import { issueAt, type Draft } from './drafts'
import type { CellIssue } from './reading'

/** A row that states a sum, read like the others. */
export interface TotalRow {
  readonly draft: Draft
  readonly isSubtotal: boolean
}

const zero: Decimal = { digits: 0n, scale: 0 }

/** Compares stated totals with the sums of the rows above; columns of mixed units have no sum. */
export function checkTotals(
  drafts: readonly Draft[],
  totals: readonly TotalRow[],
  plans: readonly ColumnPlan[],
  sheetUnit: Unit | null,
): readonly CellIssue[] {
  if (totals.length === 0) return []
  return plans
    .filter(({ definition }) => definition.reading.kind === 'quantity')
    .flatMap((plan) => checkColumn(drafts, totals, plan, sheetUnit))
}

function unitLabel(draft: Draft, plan: ColumnPlan): string {
  const field = plan.definition.column === undefined ? 'unit' : `${plan.definition.field}:unit`
  const unit = draft.values[field]
  return typeof unit === 'string' ? unit : (plan.unit?.label ?? '')
}

function checkColumn(
  drafts: readonly Draft[],
  totals: readonly TotalRow[],
  plan: ColumnPlan,
  sheetUnit: Unit | null,
): readonly CellIssue[] {
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
  const issues: CellIssue[] = []
  let from = 0
  for (const { draft, isSubtotal } of totals) {
    const issue = checkOne(draft, plan, settle, [
      summed.filter((each) => each.row < draft.row),
      summed.filter((each) => each.row < draft.row && each.row > from),
      summed,
    ])
    if (issue) issues.push(issue)
    if (isSubtotal) from = draft.row
  }
  return issues
}

function checkOne(
  total: Draft,
  plan: ColumnPlan,
  settle: (number: NumberReading) => Quantity,
  groups: readonly (readonly Draft[])[],
): CellIssue | null {
  const number = total.numbers.get(plan)
  if (!number) return null
  const stated = settle(number)
  const written = stated.value === null ? null : parseDecimal(stated.value)
  if (!written) return null
  const sums = groups.map((group) => sum(group, plan))
  const isRight = sums.some((computed, index) => isTotalOf(written, computed, groups[index]?.length ?? 0))
  if (isRight) return null
  const params = { written: decimalText(written), computed: decimalText(sums[0] ?? zero), unit: stated.unit }
  return issueAt(
    total.row,
    plan,
    total.originals[plan.definition.field] ?? '',
    problem('totalMismatch', 'warning', params),
  )
}

function sum(drafts: readonly Draft[], plan: ColumnPlan): Decimal {
  return drafts.reduce((all, draft) => {
    const value = draft.values[plan.definition.field]
    const decimal = typeof value === 'string' ? parseDecimal(value) : null
    return decimal ? addDecimals(all, decimal) : all
  }, zero)
}
