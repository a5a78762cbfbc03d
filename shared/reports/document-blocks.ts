import { quarterText } from '../terms/reports'
import type { DocumentBlock } from './model'
import { figure, fillSentence, words, type SentenceFigure } from './sentences'

/** The figures that go into a sentence, by their place. */
export type Values = Readonly<Record<string, SentenceFigure>>

export function heading(level: 1 | 2 | 3, text: string): DocumentBlock {
  return { kind: 'heading', level, text }
}

/** One paragraph of several sentences. */
export function paragraph(...sentences: readonly (readonly [template: string, values: Values])[]): DocumentBlock {
  return { kind: 'paragraph', runs: sentences.flatMap(([template, values]) => fillSentence(template, values)) }
}

/** Sentences as numbered paragraphs; a single one stands without a number. */
export function numbered(items: readonly string[]): readonly DocumentBlock[] {
  if (items.length === 1) return items.map((text) => paragraph([text, {}]))
  return items.map((text, index) =>
    paragraph([quarterText.numbered, { number: words(String(index + 1)), text: words(text) }]),
  )
}

export function ids(records: readonly { readonly id: string }[]): readonly string[] {
  return records.map(({ id }) => id)
}

/** How many records there are, with the records behind the number. */
export function counted(records: readonly { readonly id: string }[], formula: string): SentenceFigure {
  return figure(records.length, formula, ids(records))
}
