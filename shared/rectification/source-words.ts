import { keyText } from '../tables/text-forms'
import { sourceWords } from '../terms/rectification-tables'
import { rectSources, type RectSource } from './record'

/** Every word for a source, the longest first, so that 市委巡察 is not taken for 市委. */
const words: readonly { readonly word: string; readonly source: RectSource }[] = rectSources
  .flatMap((source) => sourceWords[source].map((word) => ({ word: keyText(word), source })))
  .toSorted((left, right) => right.word.length - left.word.length)

/** The source that a cell names, e.g. 市委第三巡视组; null when it names none. */
export function sourceOfText(text: string): RectSource | null {
  const key = keyText(text)
  const exact = words.find(({ word }) => word === key)
  return (exact ?? words.find(({ word }) => key.includes(word)))?.source ?? null
}

/** The likely source of a table that has no column for it; a title that says 专项审计 is of an audit. */
export function sourceOfTitle(title: string, isInspection: boolean): RectSource {
  const key = keyText(title)
  const found = words.find(({ word, source }) => source !== 'special' && word.length > 2 && key.includes(word))
  return found?.source ?? (isInspection ? 'districtInspection' : 'districtAudit')
}
