import { decimalText, parseDecimal, shiftDecimal } from '../../core/decimal'
import { moneyPlaces } from '../../core/money'
import { countFactors, moneyUnitLabels } from '../../terms/table-words'
import { problem, type CellProblem } from './parsed-cell'
import type { NumberReading } from './number'
import { readUnit, type Unit } from './unit'

/** Where a unit may stand, the nearest first: the cell itself, the row's unit cell, the header, the line above the table. */
export interface UnitSources {
  readonly row: Unit | null
  readonly header: Unit | null
  readonly sheet: Unit | null
  /** The column or task is about money: without a unit it must not be guessed. */
  readonly isMoney: boolean
}

export interface Quantity {
  /** Exact decimal text in `unit`. */
  readonly value: string | null
  /** The stored unit's label, e.g. 万元; '' when there is none. */
  readonly unit: string
  /** The words to keep beside the number, or null. */
  readonly words: string | null
  readonly problems: readonly CellProblem[]
}

/** Settles a number's unit; 元, 万元 and 亿元 are converted exactly into the unit of the row, header or sheet. */
export function settleQuantity(number: NumberReading, sources: UnitSources): Quantity {
  const declared = sources.row ?? sources.header ?? sources.sheet
  const own = number.isPercentCell ? readUnit('%') : number.suffix === '' ? null : readUnit(number.suffix)
  const unit = declared ?? own
  const label = unit?.label ?? ''
  if (number.value === null) return { value: null, unit: label, words: number.words, problems: number.problems }
  if (!unit) {
    const missing = sources.isMoney ? [problem('unitMissing', 'error', { value: number.value })] : []
    return { value: number.value, unit: '', words: number.words, problems: [...number.problems, ...missing] }
  }
  const signed = number.isParenthesised && unit.kind === 'money' ? negated(number.value) : number.value
  const from = ownUnit(number.suffix, own, unit)
  const converted = convert(number.isPercentCell ? shifted(signed, 2) : signed, from, unit)
  if (converted === null) {
    const mixed = problem('unitMixed', 'error', { found: from.label, expected: label })
    return { value: null, unit: label, words: number.words, problems: [...number.problems, mixed] }
  }
  return { value: converted, unit: label, words: number.words, problems: [...number.problems, ...mixture(from, unit)] }
}

/** A number of money in 万元, for amount columns that have no unit cell of their own. Unit: 万元. */
export function settleAmount(number: NumberReading, header: Unit | null, sheet: Unit | null): Quantity {
  const target = readUnit(moneyUnitLabels.tenThousand)
  const quantity = settleQuantity(number, { row: null, header, sheet, isMoney: true })
  const from = quantity.unit === '' ? null : readUnit(quantity.unit)
  if (quantity.value === null || !from || !target) return quantity
  const value = convert(quantity.value, from, target)
  if (value !== null) return { ...quantity, value, unit: target.label }
  const mixed = problem('unitMixed', 'error', { found: from.label, expected: target.label })
  return { ...quantity, value: null, problems: [...quantity.problems, mixed] }
}

/** A bare 万 behind a number reads as money, but is only a factor when things are counted. */
function ownUnit(suffix: string, own: Unit | null, unit: Unit): Unit {
  const places = Object.hasOwn(countFactors, suffix) ? countFactors[suffix] : undefined
  return unit.kind === 'count' && places !== undefined ? { ...unit, places } : (own ?? unit)
}

/** Null when one cannot be expressed in the other. */
function convert(value: string, from: Unit, to: Unit): string | null {
  if (from.kind === 'money' && to.kind === 'money')
    return shifted(value, moneyPlaces[from.money] - moneyPlaces[to.money])
  if (from.kind === 'count' && to.kind === 'count') return shifted(value, from.places - to.places)
  return from.kind === to.kind ? value : null
}

/** Two counted units beside one number (12次 in a row of 篇): the number stands, the person is told. */
function mixture(from: Unit, to: Unit): readonly CellProblem[] {
  return from.kind === 'count' && from.label !== to.label
    ? [problem('unitMixed', 'warning', { found: from.label, expected: to.label })]
    : []
}

function shifted(value: string, places: number): string {
  const decimal = parseDecimal(value)
  return decimal && places !== 0 ? decimalText(shiftDecimal(decimal, places)) : value
}

function negated(value: string): string {
  return value === '0' ? value : value.startsWith('-') ? value.slice(1) : `-${value}`
}
