import { reportTerms } from '../terms/reports'
import type { DocumentBlock, Sentence } from './model'
import { fillText, sentence } from './sentences'

export function heading(level: 1 | 2 | 3, text: string): DocumentBlock {
  return { kind: 'heading', level, text }
}

/** One paragraph of several sentences. */
export function paragraph(...sentences: readonly Sentence[]): DocumentBlock {
  return { kind: 'paragraph', sentences }
}

/** Something to say that has a name of its own, so that a hand edit finds it again. */
export interface Point {
  readonly key: string
  readonly text: string
}

/** Points as numbered paragraphs; a single one stands without a number. */
export function numbered(place: string, points: readonly Point[]): readonly DocumentBlock[] {
  return points.map(({ key, text }, index) => {
    const words = points.length === 1 ? text : fillText(reportTerms.numbered, { number: index + 1, text })
    return paragraph(plain(`${place}.${key}`, words))
  })
}

/** A sentence as it stands, without places to fill; braces in a record's own words stay braces. */
export function plain(place: string, text: string): Sentence {
  return text === '' ? sentence(place, '') : { place, runs: [{ text, source: null, edit: null }] }
}
