import {
  addPoints,
  comparePoints,
  divPoints,
  formatExact,
  mulPoints,
  points,
  subPoints,
  zeroPoints,
  type Points,
} from '../core/points'
import { remainderPattern, remainingPattern, textCheckTexts, type TextProgress } from '../terms/rectification-notice'
import type { SelfCheckIssue } from './statistics-contract'
import type { Figure, Sentence } from './text-figures'
import { sumOf } from './text-percents'

/** A whole with its parts by progress: 59个，已完成56个，基本完成3个. */
export interface ProgressList {
  readonly total: Figure
  readonly parts: readonly Figure[]
}

function issue(text: string, quote: string): SelfCheckIssue {
  return { code: 'sumMismatch', severity: 'error', text, quote, findingId: null, programId: null }
}

function isEqual(left: Points, right: Points): boolean {
  return comparePoints(left, right) === 0
}

/** Parts of one kind from the first on, up to a figure that is none; null where two tell the same progress. */
function partsFrom(figures: readonly Figure[], first: number): readonly Figure[] | null {
  const unitClass = figures[first]?.unitClass
  const parts: Figure[] = []
  for (const figure of figures.slice(first)) {
    if (figure.unitClass !== unitClass) continue
    // 其中 behind a part opens parts of that part.
    if (figure.progress === null || (figure.isAmong && parts.length > 0)) break
    if (parts.some(({ progress }) => progress === figure.progress)) return null
    parts.push(figure)
  }
  return parts
}

/** The wholes and their parts in a sentence; wholes that could be meant, the nearest last. */
export function listIn(
  sentence: Sentence,
): { readonly totals: readonly Figure[]; readonly parts: readonly Figure[] } | null {
  const { figures } = sentence
  const first = figures.findIndex(({ progress }) => progress !== null)
  if (first < 0) return null
  const parts = partsFrom(figures, first)
  const totals = figures
    .slice(0, first)
    .filter(({ unitClass, unit }) => unitClass === figures[first]?.unitClass && unit !== '')
  return parts === null || totals.length === 0 ? null : { totals, parts }
}

/** Lists whose whole is clear. */
export function progressListsOf(sentences: readonly Sentence[]): readonly ProgressList[] {
  return sentences.flatMap((sentence) => {
    const list = listIn(sentence)
    const total = list?.totals.find(({ value }) => isEqual(value, sumOf(list.parts))) ?? list?.totals.at(0)
    return list && total ? [{ total, parts: list.parts }] : []
  })
}

function formulaOf(parts: readonly Figure[]): string {
  return parts.map(({ text }) => text).join('+')
}

function progressIssue(sentence: Sentence): readonly SelfCheckIssue[] {
  const list = listIn(sentence)
  if (!list || list.parts.length === 0) return []
  const { totals, parts } = list
  const sum = sumOf(parts)
  if (totals.some(({ value }) => isEqual(value, sum))) return []
  const isAbove = totals.every(({ value }) => comparePoints(sum, value) > 0)
  const isComplete = parts.length > 1 && !remainderPattern.test(sentence.text)
  const [total] = totals
  if (!total || !(isAbove || isComplete)) return []
  return [sumText(total, parts, sum, sentence)]
}

function sumText(total: Figure, parts: readonly Figure[], sum: Points, { text }: Sentence): SelfCheckIssue {
  const unit = total.unitClass === 'item' ? '' : total.unit
  // Written in the unit of the whole; the scale of a unit is never zero.
  const written = formatExact(divPoints(sum, total.scale) ?? sum)
  const quote = text.slice(total.start, parts.at(-1)?.end)
  return issue(textCheckTexts.sum(`${total.text}${unit}`, formulaOf(parts), `${written}${unit}`), quote)
}

/** Below this share of the whole a difference is a slip; above it the parts are not meant to be all. */
const slipShare = points('0.02')

/** 其中 followed by parts that miss the whole by a little. Source: domain §7 G22, G27. */
function amongIssue(sentence: Sentence): readonly SelfCheckIssue[] {
  const { figures, text } = sentence
  return figures.flatMap((first, index) => {
    const total = figures.slice(0, index).findLast(({ unitClass }) => unitClass === first.unitClass)
    if (!first.isAmong || !total || first.progress !== null) return []
    const following = figures.slice(index)
    const end = following.findIndex(({ isAmong }, place) => place > 0 && isAmong)
    const parts = following.slice(0, end < 0 ? undefined : end).filter(({ unitClass }) => unitClass === first.unitClass)
    if (parts.length < 2 || parts.some(({ progress }) => progress !== null) || remainderPattern.test(text)) return []
    const sum = sumOf(parts)
    const difference = subPoints(sum, total.value)
    const isSlip =
      difference.n !== 0n && comparePoints({ ...difference, s: 1n }, mulPoints(total.value, slipShare)) <= 0
    return isSlip ? [sumText(total, parts, sum, sentence)] : []
  })
}

/** What 「目前还有1个未完成、4个未完全到位、8个需要持续推动」 says, against the sums of all lists before it. */
function remainingIssues(sentences: readonly Sentence[], lists: readonly ProgressList[]): readonly SelfCheckIssue[] {
  const counted = new Map<TextProgress, Points>()
  for (const { parts } of lists)
    for (const { progress, value } of parts)
      if (progress !== null) counted.set(progress, addPoints(counted.get(progress) ?? zeroPoints, value))
  return sentences.flatMap((sentence) => {
    if (!remainingPattern.test(sentence.text) || listIn(sentence)) return []
    const own = sentence.figures.filter(({ progress }) => progress !== null && progress !== 'done')
    if (own.length < 2) return []
    return own.flatMap((figure) => {
      const sum = figure.progress === null ? undefined : counted.get(figure.progress)
      if (sum === undefined || isEqual(sum, figure.value)) return []
      const words = `${figure.text}${figure.unit}${figure.words.split('|')[1] ?? ''}`
      return [
        issue(textCheckTexts.remaining(words, Number(formatExact(figure.value)), Number(formatExact(sum))), words),
      ]
    })
  })
}

/** Wholes that differ from the sum of their parts. Source: domain §7 G02–G04, G14, G22, G27. */
export function sumIssues(paragraphs: readonly (readonly Sentence[])[]): readonly SelfCheckIssue[] {
  const sentences = paragraphs.flat()
  const lists = progressListsOf(sentences)
  return [
    ...sentences.flatMap((sentence) => [...progressIssue(sentence), ...amongIssue(sentence)]),
    ...remainingIssues(sentences, lists),
  ]
}
