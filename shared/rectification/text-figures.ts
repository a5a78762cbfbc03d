import { divPoints, mulPoints, points, roundPoints, type Points } from '../core/points'
import {
  amongWord,
  clauseMarks,
  figurePattern,
  progressPatterns,
  scaleFactors,
  toBePattern,
  unitClasses,
  withinWord,
  type TextProgress,
} from '../terms/rectification-notice'
import { tightText } from './notice-lines'
import { foldDigits, wholeNumber } from './text-numbers'

/** A number of something in running text. */
export interface Figure {
  /** In the base of its unit: 元 for 万元. */
  readonly value: Points
  /** How many of the base its unit is: 10000 for 万元. */
  readonly scale: Points
  /** As written, without its unit. */
  readonly text: string
  readonly unit: string
  /** Figures of different classes are never added or divided. */
  readonly unitClass: string
  readonly start: number
  readonly end: number
  /** Words of the same clause that belong to it. */
  readonly words: string
  /** Stands first behind 其中. */
  readonly isAmong: boolean
  readonly progress: TextProgress | null
}

export interface Sentence {
  readonly text: string
  readonly figures: readonly Figure[]
}

/** Longer runs without a stop are cut: no sentence of an office is that long, and the work per sentence stays bounded. */
const longestSentence = 1500
const mostFigures = 40

interface RawFigure {
  readonly match: RegExpExecArray
  readonly start: number
  readonly end: number
}

function lastMark(text: string): number {
  for (let at = text.length - 1; at >= 0; at -= 1) if (clauseMarks.includes(text[at] ?? '')) return at
  return -1
}

function firstMark(text: string): number {
  for (let at = 0; at < text.length; at += 1) if (clauseMarks.includes(text[at] ?? '')) return at
  return text.length
}

/** The words before and behind a figure within its clause; 中 parts what belongs to the whole from what belongs to the part. */
function wordsOf(text: string, all: readonly RawFigure[], index: number): { before: string; after: string } {
  const { start, end } = all[index] ?? { start: 0, end: 0 }
  const gapBefore = text.slice(all[index - 1]?.end ?? 0, start)
  const gapAfter = text.slice(end, all[index + 1]?.start ?? text.length)
  const mark = lastMark(gapBefore)
  const before = gapBefore.slice(mark + 1)
  const after = gapAfter.slice(0, firstMark(gapAfter))
  const isShared = (gap: string): boolean => firstMark(gap) === gap.length
  const within = index > 0 && isShared(gapBefore) ? before.indexOf(withinWord) : -1
  const followed = index + 1 < all.length && isShared(gapAfter) ? after.indexOf(withinWord) : -1
  return { before: before.slice(within + 1), after: followed < 0 ? after : after.slice(0, followed + 1) }
}

function progressOf(words: string): TextProgress | null {
  const found = progressPatterns.find(({ pattern }) => pattern.test(words))?.progress ?? null
  return found === 'done' && toBePattern.test(words) ? null : found
}

function figureOf(text: string, all: readonly RawFigure[], index: number): Figure | null {
  const raw = all[index]
  if (!raw) return null
  const [, digits, rough, scale = '', unit, numerals, numeralUnit] = raw.match
  // 30余个 is no figure that can be added up.
  if (rough !== undefined) return null
  const plain = digits?.replaceAll(',', '') ?? wholeNumber(numerals ?? '')
  if (plain === null) return null
  const { before, after } = wordsOf(text, all, index)
  const name = unit ?? numeralUnit ?? ''
  const factor = points(scaleFactors[scale] ?? 1)
  const words = `${before}|${after}`
  return {
    value: mulPoints(points(plain), factor),
    scale: factor,
    text: digits ?? numerals ?? '',
    unit: `${scale}${name}`,
    unitClass: unitClasses[name] ?? name,
    start: raw.start,
    end: raw.end,
    words,
    isAmong: text.slice(all[index - 1]?.end ?? 0, raw.start).includes(amongWord),
    progress: progressOf(words),
  }
}

function figuresOf(text: string): readonly Figure[] {
  const all = [...text.matchAll(figurePattern)]
    .slice(0, mostFigures)
    .map((match) => ({ match, start: match.index, end: match.index + match[0].length }))
  return all.flatMap((_, index) => figureOf(text, all, index) ?? [])
}

function pieces(text: string): string[] {
  if (text.length <= longestSentence) return [text]
  return Array.from({ length: Math.ceil(text.length / longestSentence) }, (_, index) =>
    text.slice(index * longestSentence, (index + 1) * longestSentence),
  )
}

/** The sentences of each paragraph, split at 。；！？, with their figures; digits in one width. */
export function paragraphsOf(text: string): readonly (readonly Sentence[])[] {
  return text.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/u).flatMap((line) => {
    const sentences = foldDigits(tightText(line))
      .split(/[。；;！!？?]/u)
      .filter((sentence) => sentence !== '')
      .flatMap(pieces)
      .map((sentence) => ({ text: sentence, figures: figuresOf(sentence) }))
    return sentences.length === 0 ? [] : [sentences]
  })
}

/** Share of a whole in percent. */
export function shareOf(part: Points, whole: Points): Points | null {
  return divPoints(mulPoints(part, points(100)), whole)
}

/** Whether a share prints as a percentage, rounded half up or cut off to the digits that are printed. Source: domain §7. */
export function printsAsPercent(share: Points, printed: string): boolean {
  const decimals = printed.split('.')[1]?.length ?? 0
  return (['halfUp', 'truncate'] as const).some((mode) => roundPoints(share, decimals, mode) === printed)
}

/** `87.1%`, without needless zeros. */
export function percentText(share: Points, decimals = 1): string {
  return `${roundPoints(share, decimals, 'halfUp', false)}%`
}
