import { absoluteDecimal, compareDecimals, decimalText, parseDecimal, shiftDecimal } from '../../core/decimal'
import type { NumberReading } from './number'

const one = { digits: 1n, scale: 0 }

/** Whether a column's bare numbers are fractions (0.949) or percents (94.9): one meaning for the whole column. */
export function percentMeaning(numbers: Iterable<NumberReading>): 'fraction' | 'percent' {
  let seen = false
  for (const number of numbers) {
    if (number.value === null) continue
    if (number.isPercentCell) continue
    const value = parseDecimal(number.value)
    if (!value) continue
    if (number.suffix !== '') return 'percent'
    if (compareDecimals(absoluteDecimal(value), one) > 0) return 'percent'
    if (value.digits !== 0n) seen = true
  }
  return seen ? 'fraction' : 'percent'
}

/** A percent as text without the sign, and whether it goes against the meaning of its column. Unit: %. */
export function percentValue(
  number: NumberReading,
  meaning: 'fraction' | 'percent',
): { readonly value: string; readonly isDoubtful: boolean } | null {
  const value = number.value === null ? null : parseDecimal(number.value)
  if (!value) return null
  const isBare = number.suffix === '' && !number.isPercentCell
  if (number.isPercentCell || (isBare && meaning === 'fraction')) {
    return { value: decimalText(shiftDecimal(value, 2)), isDoubtful: false }
  }
  const isDoubtful = isBare && value.digits !== 0n && compareDecimals(absoluteDecimal(value), one) < 0
  return { value: decimalText(value), isDoubtful }
}
