import { excludedPattern, moneyWordPattern } from '../terms/table-words'
import { percentMeaning, percentValue } from './cells/percent'
import { problem, type CellProblem } from './cells/parsed-cell'
import type { NumberReading } from './cells/number'
import { settleAmount, settleQuantity, type Quantity } from './cells/quantity'
import { readUnit, type Unit } from './cells/unit'
import { rowUnit, type ColumnPlan } from './columns'
import { issueAt, type Draft } from './drafts'
import { matchText } from './text-forms'

/** Settles the units of all number columns, once every row has been read. */
export function settleNumbers(drafts: readonly Draft[], plans: readonly ColumnPlan[], sheetUnit: Unit | null): void {
  const columns = plans
    .filter(({ definition }) => definition.reading.kind === 'quantity')
    .sort((a, b) => Number(isMain(b)) - Number(isMain(a)))
  for (const plan of columns) {
    const meaning = percentMeaning(percentNumbers(drafts, plan, sheetUnit))
    for (const draft of drafts) {
      const number = draft.numbers.get(plan)
      if (number) settleCell(draft, plan, number, sheetUnit, meaning)
      else if (isMain(plan)) storeMain(draft, plan, null)
    }
  }
}

function isMain({ definition: { reading } }: ColumnPlan): boolean {
  return reading.kind === 'quantity' && reading.isMain
}

/** An amount of a ledger, always in 万元. */
function isAmount({ definition: { reading } }: ColumnPlan): boolean {
  return reading.kind === 'quantity' && reading.isAmount === true
}

function* percentNumbers(drafts: readonly Draft[], plan: ColumnPlan, sheetUnit: Unit | null): Generator<NumberReading> {
  for (const draft of drafts) {
    const number = draft.numbers.get(plan)
    if (number && isPercent(number, declaredUnit(draft, plan) ?? sheetUnit)) yield number
  }
}

function isPercent(number: NumberReading, declared: Unit | null): boolean {
  if (declared) return declared.kind === 'percent'
  return number.isPercentCell || readUnit(number.suffix)?.kind === 'percent'
}

/** Layouts with one unit per column have no unit cell in the row. */
function declaredUnit(draft: Draft, plan: ColumnPlan): Unit | null {
  return plan.definition.column === undefined ? (rowUnit(draft.values.unit) ?? plan.unit) : plan.unit
}

function settleCell(
  draft: Draft,
  plan: ColumnPlan,
  number: NumberReading,
  sheetUnit: Unit | null,
  meaning: 'fraction' | 'percent',
): void {
  const declared = declaredUnit(draft, plan)
  const sources = { row: declared, header: null, sheet: sheetUnit, isMoney: speaksOfMoney(draft, plan) }
  const quantity = isAmount(plan)
    ? settleAmount(number, plan.unit, sheetUnit)
    : isPercent(number, declared ?? sheetUnit)
      ? settlePercent(number, meaning)
      : settleQuantity(number, sources)
  const value = draft.originals[plan.definition.field] ?? ''
  for (const each of [...quantity.problems, ...textProblems(number, plan)]) {
    draft.issues.push(issueAt(draft.row, plan, value, each))
  }
  draft.values[plan.definition.field] = quantity.value
  if (isMain(plan)) storeMain(draft, plan, quantity)
}

function settlePercent(number: NumberReading, meaning: 'fraction' | 'percent'): Quantity {
  const percent = percentValue(number, meaning)
  const doubt = percent?.isDoubtful === true ? [problem('percentMismatch', 'warning', { value: percent.value })] : []
  return {
    value: percent?.value ?? null,
    unit: '%',
    words: number.words,
    problems: [...number.problems, ...doubt],
  }
}

/** A target may be a sentence; a part of it (一季度) may not. */
function textProblems(number: NumberReading, plan: ColumnPlan): readonly CellProblem[] {
  if (!number.isText || number.problems.length > 0) return []
  const words = matchText(number.words ?? '')
  if (excludedPattern.test(words)) return []
  if (!isMain(plan)) return [problem('numberInvalid', 'error')]
  return /^[\d.]/.test(words) ? [problem('numberInvalid', 'warning')] : []
}

function storeMain(draft: Draft, plan: ColumnPlan, quantity: Quantity | null): void {
  const { field, column } = plan.definition
  if (column !== undefined) {
    draft.values[`${field}:unit`] = quantity?.unit ? quantity.unit : (plan.unit?.label ?? null)
    draft.values[`${field}:words`] = quantity?.words ?? null
    return
  }
  const unit = quantity?.unit ? quantity.unit : rowUnit(draft.values.unit)?.label
  if (unit !== undefined && unit !== '') draft.values.unit = unit
  if (quantity?.words && !draft.values.targetText) draft.values.targetText = quantity.words
}

function speaksOfMoney(draft: Draft, { definition }: ColumnPlan): boolean {
  if (definition.isMoney !== undefined) return definition.isMoney
  const name = draft.values.indicator ?? draft.values.taskName
  return typeof name === 'string' && moneyWordPattern.test(name)
}
