import { documentClosing, lostDashPatterns, rangeDash } from '../../terms/table-words'
import { cleanText, hasControlCharacters, lineText } from '../text-forms'
import type { Cell } from '../workbook'
import {
  emptyCell,
  originalText,
  parsed,
  problem,
  rejected,
  unreadable,
  type CellProblem,
  type ParsedCell,
} from './parsed-cell'

export interface TextRules {
  readonly maxLength: number
  /** Names and titles: line breaks are only wrapping. */
  readonly isLine: boolean
  /** Look for dashes that an extraction swallowed. */
  readonly checksDash: boolean
}

/** Reads a text cell; empty is null. */
export function readText(cell: Cell, rules: TextRules): ParsedCell {
  const broken = unreadable(cell)
  if (broken) return broken
  const original = originalText(cell)
  const text = rules.isLine ? lineText(original) : cleanText(original)
  if (text === '') return emptyCell
  if (text.length > rules.maxLength) return rejected('textTooLong', { limit: rules.maxLength, length: text.length })
  const problems: CellProblem[] = []
  if (hasControlCharacters(original)) problems.push(problem('textCleaned', 'warning', { text }))
  const dash = rules.checksDash ? lostDash(text) : null
  if (dash) problems.push(problem('dashLost', 'warning', { found: dash.found, proposed: dash.proposed }, dash.text))
  return parsed(text, problems)
}

/** Finds a place where a dash or a bracket got lost, e.g. two adjoining digits that only make sense as a range. */
export function lostDash(
  text: string,
): { readonly found: string; readonly proposed: string; readonly text: string } | null {
  for (const { pattern, kind } of lostDashPatterns) {
    const match = pattern.exec(text)
    if (!match) continue
    const [found, lead = '', first = '', second = '', tail = ''] = match
    if (kind !== 'document' && Number(second) !== Number(first) + 1) continue
    const proposed =
      kind === 'document'
        ? `${documentClosing.open}${first}${documentClosing.close}${second}`
        : `${first}${rangeDash}${second}${tail}`
    const replaced = text.slice(0, match.index) + lead + proposed + text.slice(match.index + found.length)
    return { found: found.slice(lead.length), proposed, text: replaced }
  }
  return null
}
