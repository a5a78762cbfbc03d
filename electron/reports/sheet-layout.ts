import { cellTextLimit, cleanText } from '../../shared/reports/clean-text'
import type { LabelledValue, ReportSheet, SheetColumn } from '../../shared/reports/model'
import { fillText } from '../../shared/reports/sentences'
import { reportTerms } from '../../shared/terms/reports'

/** Where the parts of a sheet stand; rows are zero-based. */
export interface SheetLayout {
  readonly headingLines: readonly (readonly LabelledValue[])[]
  readonly headerRow: number
  readonly headerHeight: 1 | 2
  readonly firstDataRow: number
  readonly afterData: number
  /** Unit: half-width characters. */
  readonly totalWidth: number
}

export function sheetLayout(sheet: ReportSheet): SheetLayout {
  const headingLines: LabelledValue[][] = []
  for (let index = 0; index < sheet.heading.length; index += 2) headingLines.push(sheet.heading.slice(index, index + 2))
  const headerRow = 1 + headingLines.length
  const headerHeight = sheet.columns.some((column) => column.group !== null) ? 2 : 1
  const firstDataRow = headerRow + headerHeight
  return {
    headingLines,
    headerRow,
    headerHeight,
    firstDataRow,
    afterData: firstDataRow + sheet.rows.length,
    totalWidth: sheet.columns.reduce((sum, column) => sum + column.width, 0),
  }
}

/** Text as a cell may hold it. */
export function cellText(text: string): string {
  const clean = cleanText(text)
  // Cleaned again, as the cut may part a pair.
  const cut = clean.length <= cellTextLimit ? clean : cleanText(clean.slice(0, cellTextLimit))
  return cut.replace(escapeLike, '_x005F_')
}

/** What an office program would read as one character, `_x0041_` as A; its first sign is escaped. */
const escapeLike = /_(?=x[0-9a-f]{4}_)/gi

/** Ranges of full-width characters, first and last; the rest of the table counts as half-width. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2014, 0x2014],
  [0x2018, 0x201d],
  [0x2026, 0x2026],
  [0x2e80, 0xa4cf],
  [0xac00, 0xdfff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
]

function isWide(code: number): boolean {
  if (code < 0x1100) return false
  if (code >= 0x4e00 && code <= 0x9fff) return true
  return wideRanges.some(([first, last]) => first <= code && code <= last)
}

/** Unit: half-width characters; a Chinese character takes two. Half a surrogate pair takes one of its two. */
export function textWidth(text: string): number {
  let width = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    width += code < 0xd800 || code > 0xdfff ? (isWide(code) ? 2 : 1) : 1
  }
  return width
}

/** Lines a text takes in a column; one character is kept free, as office programs pad cells. */
export function lineCount(text: string, columnWidth: number): number {
  const room = Math.max(2, Math.floor(columnWidth) - 1)
  if (text.length * 2 <= room && !text.includes('\n')) return 1
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0)
}

/** Excel's greatest row height. Unit: points. */
const maxRowHeight = 409

/** Unit: points. Rows are not grown by the program that opens the file, so the height is computed here. */
export function rowHeight(lines: number, lineHeight: number): number {
  return Math.min(maxRowHeight, Math.max(1, lines) * lineHeight + 6)
}

const forbiddenInName = /[\\/?*[\]:]/g
const maxNameLength = 31

/** A sheet name that Excel accepts and that no other sheet has. */
export function sheetName(name: string, taken: ReadonlySet<string>): string {
  const clean =
    cleanText(name)
      .replace(forbiddenInName, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet'
  const short = Array.from(clean).slice(0, maxNameLength).join('').slice(0, maxNameLength)
  for (let number = 2, candidate = short; ; number += 1) {
    if (!taken.has(candidate.toLowerCase())) return candidate
    const suffix = ` ${number}`
    candidate = short.slice(0, maxNameLength - suffix.length) + suffix
  }
}

/** 填报人：　　审核人：… in one line. */
export function footerText(items: readonly LabelledValue[]): string {
  return items
    .map(({ label, value }) => `${label}${reportTerms.colon}${value || '\u3000'.repeat(5)}`)
    .join('\u3000\u3000')
}

/** Every note under a table is marked as one, so that an import knows it is no row. */
export function noteText(text: string, index: number): string {
  return fillText(reportTerms.numberedNote, { number: index + 1, text })
}

/** Letters of a zero-based column, `AA` for 26. */
export function columnLetters(index: number): string {
  const rest = index % 26
  const letter = String.fromCharCode(65 + rest)
  return index < 26 ? letter : columnLetters((index - rest) / 26 - 1) + letter
}

/** The column up to which the left half of a heading line reaches. */
export function middleColumn(columns: readonly SheetColumn[]): number {
  const half = columns.reduce((sum, column) => sum + column.width, 0) / 2
  let sum = 0
  for (const [index, column] of columns.entries()) {
    sum += column.width
    if (sum >= half) return Math.max(0, Math.min(index, columns.length - 2))
  }
  return 0
}
