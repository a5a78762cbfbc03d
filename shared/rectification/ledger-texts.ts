import { cleanText, lineText } from '../tables/text-forms'
import { itemSeparator, nameSeparators } from '../terms/item-numbering'
import { findingLedgerTerms, findingTableLabels } from '../terms/rectification-tables'

/** A longer 问题摘要 is kept whole as the detail, and its beginning is the title. Unit: characters. */
const longestTitle = 500
const shortTitle = 120
const ellipsis = '\u2026'

function shortened(words: string): string {
  return `${lineText(words).slice(0, shortTitle)}${ellipsis}`
}

/** Title and detail of a finding from the two cells. */
export function titleOfCell(cell: string, detail: string): { readonly title: string; readonly detail: string } {
  const line = lineText(cell)
  if (line.length <= longestTitle) return { title: line, detail }
  const whole = detail === '' ? cell : `${cell}\n${detail}`
  return { title: shortened(whole), detail: whole }
}

/** The two cells of a finding that read back to the same. */
export function cellsOfTitle(title: string, detail: string): { readonly title: string; readonly detail: string } {
  const whole = cleanText(detail)
  const isShortened = lineText(whole).length > longestTitle && lineText(title) === shortened(whole)
  return isShortened ? { title: whole, detail: '' } : { title: lineText(title), detail: whole }
}

/** 制度名称 of one cell. */
export function splitNames(cell: string): readonly string[] {
  return cleanText(cell)
    .split(nameSeparators)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

export function joinNames(names: readonly string[]): string {
  return names.join(itemSeparator)
}

/** A remark with deadlines that are told in words. */
export function withDueInWords(remark: string, words: readonly string[]): string {
  const { dueInWords, inWordsSeparator } = findingLedgerTerms
  const told = words.map((text) => dueInWords.replace('{label}', findingTableLabels.dueOn).replace('{text}', text))
  return [remark, ...told].filter((each) => each !== '').join(inWordsSeparator)
}

/** 整改进展 and 整改成效 as the one column that most ledgers have. */
export function outcomeText(progress: string, result: string): string {
  return [cleanText(progress), cleanText(result)].filter((part) => part !== '').join('\n')
}

/** The one column parted again: what is known stays where it was; else it is the result of what is done, or the progress. */
export function partedOutcome(
  text: string,
  before: { readonly progress: string; readonly result: string },
  isDone: boolean,
): { readonly progress: string; readonly result: string } {
  const [progress, result] = [cleanText(before.progress), cleanText(before.result)]
  if (progress !== '' && result !== '') {
    if (text.startsWith(`${progress}\n`)) return { progress, result: text.slice(progress.length + 1) }
    if (text.endsWith(`\n${result}`)) return { progress: text.slice(0, -result.length - 1), result }
  }
  return isDone ? { progress: '', result: text } : { progress: text, result: '' }
}
