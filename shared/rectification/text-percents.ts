import { addPoints, comparePoints, points, subPoints, type Points } from '../core/points'
import {
  allOfPattern,
  deniedPattern,
  doneRatePattern,
  fractionAfterPattern,
  percentPattern,
  rateWordPattern,
  respectivelyWord,
  roughAfterPattern,
  roughBeforePattern,
  shareWordPattern,
  textCheckTexts,
} from '../terms/rectification-notice'
import type { SelfCheckIssue } from './statistics-contract'
import { percentText, printsAsPercent, shareOf, type Figure, type Sentence } from './text-figures'

interface Printed {
  /** `94.9`. */
  readonly percent: string
  /** The word and the figure: 完成率94.9%. */
  readonly words: string
  /** The word before 率; null for a share (占…%). */
  readonly rate: string | null
  readonly start: number
  readonly after: string
}

function printedIn({ text }: Sentence): readonly Printed[] {
  return [...text.matchAll(percentPattern)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 16), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 24)
    if (roughBeforePattern.test(before) || roughAfterPattern.test(after)) return []
    const word = rateWordPattern.exec(before) ?? shareWordPattern.exec(before)
    if (!word) return []
    return [
      {
        percent: match[1] ?? '',
        words: `${word[0]}${match[0]}`,
        rate: word[1] ?? null,
        start: match.index,
        after,
      },
    ]
  })
}

/** One way in which a percentage may have come about. */
interface Candidate {
  readonly part: Points
  readonly whole: Points
  readonly formula: string
}

function candidate(part: Figure, whole: Figure): Candidate {
  return { part: part.value, whole: whole.value, formula: textCheckTexts.formula(part.text, whole.text) }
}

function complement(open: Figure, whole: Figure): Candidate {
  const part = subPoints(whole.value, open.value)
  return { part, whole: whole.value, formula: textCheckTexts.restFormula(open.text, whole.text) }
}

function isPartOf(part: Figure, whole: Figure): boolean {
  return part !== whole && part.unitClass === whole.unitClass && comparePoints(part.value, whole.value) <= 0
}

/** What a part may be a share of: behind 其中 what stands right before it, else whatever of its kind is large enough. */
function wholesOf(part: Figure, scope: readonly Figure[], earlier: readonly Figure[]): readonly Figure[] {
  const before = [...earlier, ...scope.filter(({ start }) => start < part.start)]
  if (part.isAmong) {
    const whole = before.findLast((each) => each.unitClass === part.unitClass)
    return whole && isPartOf(part, whole) ? [whole] : []
  }
  const near = scope.filter((each) => isPartOf(part, each))
  return near.length > 0 ? near : earlier.filter((each) => isPartOf(part, each))
}

function isNegated(words: string, rate: string): boolean {
  return deniedPattern(rate.slice(-2)).test(words)
}

/** The figures that a rate's word names, e.g. 已完成整改56个 for 完成率, and those of its opposite. */
function namedBy(rate: string, scope: readonly Figure[]): { readonly parts: Figure[]; readonly opposites: Figure[] } {
  if (doneRatePattern.test(rate))
    return {
      parts: scope.filter(({ progress }) => progress === 'done'),
      opposites: scope.filter(({ progress }) => progress === 'notDone'),
    }
  const named = scope.filter(({ words }) => words.includes(rate.slice(-2)))
  return {
    parts: named.filter(({ words }) => !isNegated(words, rate)),
    opposites: named.filter(({ words }) => isNegated(words, rate)),
  }
}

function candidatesOf({ rate }: Printed, scope: readonly Figure[], earlier: readonly Figure[]): readonly Candidate[] {
  if (rate === null) {
    const part = scope.at(-1)
    return part ? wholesOf(part, scope, earlier).map((whole) => candidate(part, whole)) : []
  }
  const { parts, opposites } = namedBy(rate, scope)
  if (parts.length > 0)
    return parts.flatMap((part) =>
      allOfPattern.test(part.words)
        ? [candidate(part, part)]
        : wholesOf(part, scope, earlier).map((whole) => candidate(part, whole)),
    )
  return opposites.flatMap((open) => wholesOf(open, scope, earlier).map((whole) => complement(open, whole)))
}

function mismatch({ percent, words }: Printed, { part, whole, formula }: Candidate): SelfCheckIssue | null {
  const share = shareOf(part, whole)
  if (!share) return null
  const decimals = Math.max(1, percent.split('.')[1]?.length ?? 0)
  const text = textCheckTexts.percent(words, formula, percentText(share, decimals))
  return { code: 'percentMismatch', severity: 'error', text, quote: words, findingId: null, programId: null }
}

function agrees({ percent }: Printed, { part, whole }: Candidate): boolean {
  const share = shareOf(part, whole)
  return share === null || printsAsPercent(share, percent)
}

function printedFraction(printed: Printed): Candidate | null {
  const match = fractionAfterPattern.exec(printed.after)
  const [part, whole] = [match?.[1], match?.[2]]
  if (part === undefined || whole === undefined) return null
  return { part: points(part), whole: points(whole), formula: textCheckTexts.formula(part, whole) }
}

/**
 * Percentages that cannot be made from the figures beside them. Only rates whose figures are named are judged: the
 * done ones over the whole, or the whole without those 未开工 and the like. Source: domain §7 G02, G18, G19.
 */
export function percentIssues(sentences: readonly Sentence[]): readonly SelfCheckIssue[] {
  return sentences.flatMap((sentence, index) => {
    if (sentence.text.includes(respectivelyWord)) return []
    const previous = sentences[index - 1]?.figures ?? []
    let from = 0
    return printedIn(sentence).flatMap((printed) => {
      const own = sentence.figures.filter(({ start }) => start < printed.start)
      const scope = own.filter(({ start }) => start >= from)
      const earlier = [...previous.map(standsBefore), ...own.filter(({ start }) => start < from)]
      from = printed.start
      const fraction = printedFraction(printed)
      const all = fraction
        ? [fraction]
        : scope.length > 0
          ? candidatesOf(printed, scope, earlier)
          : candidatesOf(printed, earlier, [])
      const [first] = all
      if (!first || all.some((each) => agrees(printed, each))) return []
      return mismatch(printed, first) ?? []
    })
  })
}

/** A figure of the sentence before, in its place before all of this one. */
function standsBefore(figure: Figure): Figure {
  return { ...figure, start: figure.start - 1_000_000, end: figure.end - 1_000_000 }
}

/** Sum of figures. */
export function sumOf(figures: readonly Figure[]): Points {
  return addPoints(...figures.map(({ value }) => value))
}
