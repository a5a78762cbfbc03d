import { endOfMonth, fromExcelSerial, isoDate, parseIsoDate, type DatePrecision, type IsoDate } from '../../core/dates'
import { dateLikePattern, writtenMonth } from '../../terms/date-words'
import { nothingWords } from '../../terms/table-words'
import type { Cell } from '../workbook'
import { dateText, scanDates } from './date-token'
import {
  emptyCell,
  originalText,
  parsed,
  problem,
  rejected,
  unreadable,
  type CellContext,
  type CellProblem,
  type ParsedCell,
} from './parsed-cell'

export interface DateReading {
  readonly day: IsoDate | null
  readonly precision: DatePrecision
  readonly problems: readonly CellProblem[]
}

/** Serials are taken for days only within these years, so that a bare year such as 2022 never becomes a day of 1905. */
const firstSerialYear = 1990
const lastSerialYear = 2079

function invalid(suggestion: string | null = null): DateReading {
  return { day: null, precision: 'day', problems: [problem('dateInvalid', 'error', {}, suggestion)] }
}

/** Reads a number as a day: serial, `20220331`, or year.month with a warning (2022.1 may have been 2022.10). */
export function dateFromNumber(text: string, is1904: boolean): DateReading {
  if (/^(?:19|20|21)\d{6}$/.test(text)) {
    const day = isoDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)))
    return day ? { day, precision: 'day', problems: [] } : invalid(lastDay(text))
  }
  const month = /^((?:19|20|21)\d{2})\.?(\d{1,2})$/.exec(text)
  if (month && (text.includes('.') || month[2]?.length === 2)) return monthOnly(Number(month[1]), Number(month[2]))
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return invalid()
  const day = fromExcelSerial(Math.floor(Number(text)), is1904)
  const year = day ? Number(day.slice(0, 4)) : 0
  return day && year >= firstSerialYear && year <= lastSerialYear ? { day, precision: 'day', problems: [] } : invalid()
}

function monthOnly(year: number, month: number): DateReading {
  if (!isoDate(year, month, 1)) return invalid()
  const suggestion = `${year}${writtenMonth.year}${month}${writtenMonth.month}`
  const warning = problem('dateMonthOnly', 'warning', { year, month }, suggestion)
  return { day: endOfMonth(year, month), precision: 'month', problems: [warning] }
}

/** `20220230` → `20220228`. */
function lastDay(compact: string): string | null {
  const year = Number(compact.slice(0, 4))
  const month = Number(compact.slice(4, 6))
  const day = Number(compact.slice(6))
  if (!isoDate(year, month, 1) || day < 29 || day > 31) return null
  return compact.slice(0, 6) + endOfMonth(year, month).slice(8)
}

/** A number, or text that is nothing but a number in a file where cells have no type. */
export function numberOfDateCell(cell: Cell, context: CellContext): string | null {
  if (cell.kind === 'number') return cell.isPercent ? 'percent' : cell.text
  if (cell.kind !== 'text') return null
  const text = dateText(cell.text)
  if (/^(?:19|20|21)\d{6}$/.test(text)) return text
  return context.isUntyped && /^\d+(?:\.\d+)?$/.test(text) ? text : null
}

/** A true date cell as a day; null for cells of another kind. */
export function dayOfDateCell(cell: Cell): DateReading | null {
  if (cell.kind !== 'date') return null
  const day = parseIsoDate(cell.text.slice(0, 10))
  return day ? { day, precision: 'day', problems: [] } : invalid()
}

/** Reads a column of days (备案日期 and its like): exactly one day per cell. */
export function readDate(cell: Cell, context: CellContext): ParsedCell {
  const broken = unreadable(cell)
  if (broken) return broken
  const exact = dayOfDateCell(cell)
  if (exact) return parsed(exact.day, exact.problems)
  const number = numberOfDateCell(cell, context)
  if (number !== null) return fromReading(dateFromNumber(number, context.is1904))
  const text = dateText(originalText(cell))
  if (nothingWords.has(text)) return emptyCell
  const scan = scanDates(text, context.year)
  if (scan.state === 'impossible') return rejected('dateInvalid', {}, scan.proposed)
  if (scan.state === 'none' || scan.days.length !== 1 || scan.rest !== '') {
    return rejected('dateInvalid', { isDateLike: dateLikePattern.test(text) ? 1 : 0 })
  }
  const [found] = scan.days
  if (!found) return rejected('dateInvalid')
  const isExact = found.precision === 'day'
  return parsed(found.day, isExact ? [] : [problem('dateMonthOnly', 'warning', { day: found.day })])
}

function fromReading(reading: DateReading): ParsedCell {
  return parsed(reading.day, reading.problems)
}
