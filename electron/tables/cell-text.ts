import type { Cell } from '../../shared/tables/workbook'

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text as it may be stored and written again: no control characters, no half characters, `\n` as line break. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(LONE_SURROGATES, '')
}

/** What one cell can hold; an office program refuses the whole file otherwise. */
const MAX_CELL_TEXT = 32_767

/** Text for a cell of an .xlsx that is written: cleaned, cut to what a cell holds, `_x0041_` kept from turning into A. */
export function xlsxText(text: string): string {
  // Cleaned again, as the cut may part a pair.
  return cleanText(cleanText(text).slice(0, MAX_CELL_TEXT)).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

/** A text cell, or nothing when only blanks are in it. */
export function textCell(text: string): Cell | undefined {
  const cleaned = cleanText(text)
  return cleaned.trim() === '' ? undefined : { kind: 'text', text: cleaned }
}

function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!match) return text
  const [, sign = '', whole = '', fraction = '', power = '0'] = match
  const digits = whole + fraction
  const point = 1 + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return digits.length <= point
    ? `${sign}${digits.padEnd(point, '0')}`
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/**
 * A binary number as the decimal text that the spreadsheet shows: fractions to 15 significant digits, as Excel and WPS
 * hold them (26.249999999999996 is 26.25), integers with every digit so that a long code is seen to be one.
 */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return withoutExponent(String(value === 0 ? 0 : value))
  return withoutExponent(String(Number(value.toPrecision(15))))
}

export function numberCell(value: number, isPercent: boolean): Cell {
  return Number.isFinite(value)
    ? { kind: 'number', text: numberText(value), isPercent }
    : { kind: 'error', text: '#NUM!' }
}

export function booleanCell(value: boolean): Cell {
  return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' }
}

/** True for `0.0%`, false for a percent sign inside quotes or after a backslash. */
export function isPercentFormat(format: string): boolean {
  return format.replace(/"[^"]*"|\\./g, '').includes('%')
}
