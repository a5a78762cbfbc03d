import { isoDate, monthOf } from '../../core/dates'
import { monthFieldPattern } from '../../terms/date-words'
import { nothingWords } from '../../terms/table-words'
import type { Cell } from '../workbook'
import { dateText } from './date-token'
import { emptyCell, originalText, parsed, rejected, unreadable, type CellContext, type ParsedCell } from './parsed-cell'

/** Reads a month column: `1月`, `2022年1月`, a bare 1–12, or any day of the month. */
export function readMonth(cell: Cell, context: CellContext): ParsedCell {
  const broken = unreadable(cell)
  if (broken) return broken
  const text = cell.kind === 'date' ? cell.text.slice(0, 7) : dateText(originalText(cell))
  if (nothingWords.has(text)) return emptyCell
  const match = monthFieldPattern.exec(text)
  const day = match ? isoDate(match[1] ? Number(match[1]) : context.year, Number(match[2]), 1) : null
  return day ? parsed(monthOf(day)) : rejected('dateInvalid')
}
