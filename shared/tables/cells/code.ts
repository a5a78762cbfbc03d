import { matchText } from '../text-forms'
import type { Cell } from '../workbook'
import { emptyCell, originalText, parsed, rejected, unreadable, type ParsedCell } from './parsed-cell'

/** A spreadsheet number is exact for so many digits only. */
const exactDigits = 15
const scientific = /^[+-]?\d(?:\.\d+)?E[+-]?\d+$/i

/** Reads a code (task number, platform number, credit code) as text; a number that lost digits is an error. */
export function readCode(cell: Cell, maxLength: number): ParsedCell {
  const broken = unreadable(cell)
  if (broken) return broken
  const original = originalText(cell)
  const text = matchText(original)
  if (text === '') return emptyCell
  if (scientific.test(text)) return rejected('codeScientific')
  if (cell.kind === 'number' && text.replace(/\D/g, '').length > exactDigits) return rejected('codeTooLong')
  const kept = original.normalize('NFKC').replace(/\s+/g, ' ').trim().replace(/^'/, '')
  return kept.length > maxLength ? rejected('textTooLong', { limit: maxLength, length: kept.length }) : parsed(kept)
}
