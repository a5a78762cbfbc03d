import { decimalText, parseDecimal, roundDecimal, significantDigits, type Decimal } from '../../core/decimal'
import {
  approximatePattern,
  boundPattern,
  nothingWords,
  numberWithUnitPattern,
  parenthesisedPattern,
  rangePattern,
} from '../../terms/table-words'
import { lineText, matchText } from '../text-forms'
import type { Cell } from '../workbook'
import { originalText, problem, type CellProblem } from './parsed-cell'
import { readUnit } from './unit'

/** A number as a cell writes it, before units are settled. */
export interface NumberReading {
  /** Exact decimal text, or null: nothing written, a range, or not a number. */
  readonly value: string | null
  /** Unit words behind the number, '' when there are none. */
  readonly suffix: string
  /** The words to keep when the number alone would lose something (a range, 「不少于12篇」, a sentence). */
  readonly words: string | null
  /** `(123)`: negative in amount columns only. */
  readonly isParenthesised: boolean
  readonly isPercentCell: boolean
  /** There is text and no number can be made of it. */
  readonly isText: boolean
  readonly problems: readonly CellProblem[]
}

const nothing: NumberReading = {
  value: null,
  suffix: '',
  words: null,
  isParenthesised: false,
  isPercentCell: false,
  isText: false,
  problems: [],
}

/** The store keeps 15 digits before and 8 after the point; more is noise of binary floats. */
const maxDigits = 15
const maxPlaces = 8

/** Exact decimal text without float noise; null when it is no number or too large. */
export function tidyNumber(text: string): string | null {
  const value = parseDecimal(text)
  if (!value) return null
  const result = decimalText(roundDecimal(dropNoise(value), maxPlaces))
  return wholeLength(result) > maxDigits ? null : result
}

function wholeLength(text: string): number {
  const end = text.indexOf('.')
  return (end < 0 ? text.length : end) - (text.startsWith('-') ? 1 : 0)
}

function dropNoise(value: Decimal): Decimal {
  const digits = significantDigits(value)
  if (digits <= maxDigits) return value
  const length = String(value.digits < 0n ? -value.digits : value.digits).length
  return roundDecimal(value, Math.max(0, value.scale - (length - maxDigits)))
}

/** Reads a number with an optional unit, as people type it. */
export function readNumber(cell: Cell): NumberReading {
  if (cell.kind === 'formula') return { ...nothing, problems: [problem('formulaWithoutValue', 'error')] }
  if (cell.kind === 'error') return { ...nothing, problems: [problem('cellError', 'error')] }
  if (cell.kind === 'number') {
    const value = tidyNumber(cell.text)
    if (value === null) return { ...nothing, isText: true, problems: [problem('numberInvalid', 'error')] }
    return { ...nothing, value, isPercentCell: cell.isPercent }
  }
  if (cell.kind !== 'text') return { ...nothing, isText: true, problems: [problem('numberInvalid', 'error')] }
  return readNumberText(originalText(cell))
}

function readNumberText(original: string): NumberReading {
  const text = matchText(original)
    .replace(/^'/, '')
    .replace(/\u2212/g, '-')
  if (nothingWords.has(text)) return nothing
  const words = lineText(original)
  const plain = exactNumber(text)
  if (plain) return { ...nothing, ...plain }
  if (rangePattern.test(text)) {
    return { ...nothing, words, problems: [problem('numberRange', 'warning', { text: words })] }
  }
  const exact = text.replace(approximatePattern, '')
  const approximate = exact === text ? null : exactNumber(exact)
  if (approximate) {
    const warning = problem('numberApproximate', 'warning', { value: approximate.value })
    return { ...nothing, ...approximate, words, problems: [warning] }
  }
  const bound = exactNumber(text.replace(boundPattern, ''))
  return bound ? { ...nothing, ...bound, words } : { ...nothing, words, isText: true }
}

type ExactNumber = { readonly value: string; readonly suffix: string; readonly isParenthesised: boolean }

function exactNumber(text: string): ExactNumber | null {
  const inside = parenthesisedPattern.exec(text)
  const match = inside ?? numberWithUnitPattern.exec(text)
  if (!match) return scientificNumber(text)
  const suffix = match[2] ?? ''
  if (suffix !== '' && !readUnit(suffix)) return null
  const value = tidyNumber((match[1] ?? '').replace(/,/g, ''))
  return value === null ? null : { value, suffix, isParenthesised: inside !== null }
}

function scientificNumber(text: string): ExactNumber | null {
  if (!/^[+-]?\d+(?:\.\d+)?E[+-]?\d{1,3}$/i.test(text)) return null
  const value = tidyNumber(text)
  return value === null ? null : { value, suffix: '', isParenthesised: false }
}
