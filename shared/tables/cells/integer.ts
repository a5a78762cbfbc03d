import type { Cell } from '../workbook'
import { readNumber } from './number'
import { parsed, problem, rejected, type ParsedCell } from './parsed-cell'

/** Reads a count (字数, 人数) as a whole number from 0 to `maximum`. */
export function readInteger(cell: Cell, maximum: number): ParsedCell {
  const number = readNumber(cell)
  if (number.isText) return rejected('numberInvalid')
  if (number.value === null) return parsed(null, number.problems)
  const value = Number(number.value)
  if (number.isPercentCell || number.isParenthesised || !Number.isSafeInteger(value) || value < 0 || value > maximum) {
    return parsed(null, [problem('numberInvalid', 'error', { maximum })])
  }
  return parsed(value, number.problems)
}
