import { choiceSeparator, noWords, yesNoLabels, yesWords } from '../../terms/table-words'
import { keyText, lineText } from '../text-forms'
import type { Cell } from '../workbook'
import { emptyCell, originalText, parsed, rejected, unreadable, type ParsedCell } from './parsed-cell'

/** A closed list: every word that means a value, and the words to offer when none fits. */
export interface ChoiceWords {
  readonly words: ReadonlyMap<string, string>
  readonly allowed: string
}

/** Makes the lookup from value → words; the first word of each value is the one offered. */
export function choiceWords(table: Readonly<Record<string, readonly string[]>>): ChoiceWords {
  const words = new Map<string, string>()
  const offered: string[] = []
  for (const [value, spellings] of Object.entries(table)) {
    if (spellings[0] !== undefined) offered.push(spellings[0])
    for (const spelling of spellings) words.set(keyText(spelling), value)
  }
  return { words, allowed: offered.join(choiceSeparator) }
}

const emptyChoice = /^[/\\\-—–_]*$/

/** Reads a word of a closed list; unknown words are an error that names the allowed ones. A learned word means itself. */
export function readChoice(cell: Cell, choice: ChoiceWords, learned: readonly string[] = []): ParsedCell {
  const broken = unreadable(cell)
  if (broken) return broken
  const original = originalText(cell)
  const key = keyText(original)
  const value = learned.find((word) => keyText(word) === key) ?? choice.words.get(key)
  if (value !== undefined) return parsed(value)
  if (emptyChoice.test(key)) return emptyCell
  return rejected('choiceUnknown', { value: lineText(original), allowed: choice.allowed })
}

const yes: ReadonlySet<string> = new Set(yesWords.map(keyText))
const no: ReadonlySet<string> = new Set(noWords.map(keyText))

/** Reads yes or no in all the ways that tables tick it; empty is null. */
export function readYesNo(cell: Cell): ParsedCell {
  const broken = unreadable(cell)
  if (broken) return broken
  if (cell.kind === 'boolean') return parsed(cell.text === 'TRUE')
  const original = originalText(cell)
  const key = keyText(original)
  if (yes.has(key)) return parsed(true)
  if (no.has(key)) return parsed(false)
  if (emptyChoice.test(key)) return emptyCell
  return rejected('choiceUnknown', { value: lineText(original), allowed: yesNoLabels.join(choiceSeparator) })
}
