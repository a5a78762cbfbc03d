import { points, rateOf } from '../core/points'
import { publishedTexts, textPatterns } from '../terms/rectification-self-check'
import type { RateRule } from './record'
import type { SelfCheckIssue } from './statistics-contract'
import { foldDigits } from './text-numbers'

/** Figures as somebody published them. */
export interface Published {
  readonly total: number
  readonly done: number
  /** 正在整改, 移送 and whatever else is told beside the done ones. */
  readonly others: readonly number[]
  /** `66%` */
  readonly percent: string
  readonly quote: string
}

/** Sums of any of some figures, the empty one among them. */
function sumsOfSome(figures: readonly number[]): readonly number[] {
  return figures.reduce<readonly number[]>((sums, figure) => [...sums, ...sums.map((sum) => sum + figure)], [0])
}

/** Digits after the point of a printed percentage, as far as programs round. */
export function decimalsOf(percent: string): RateRule['decimals'] {
  const digits = /\.(\d+)/u.exec(percent)?.[1]?.length ?? 0
  return digits >= 2 ? 2 : digits === 1 ? 1 : 0
}

/** Whether a fraction prints as a percentage, rounded either way to the digits that are printed. */
export function printsAs(done: number, total: number, percent: string): boolean {
  const printed = Number(percent.replace('%', ''))
  return (['halfUp', 'truncate'] as const).some((mode) => {
    const rate = rateOf(points(done), points(total), { mode, decimals: decimalsOf(percent), trailingZeros: false })
    return rate !== null && Number(rate.percent.replace('%', '')) === printed
  })
}

/**
 * What cannot be made from the figures that were published beside it: parts that do not make up the total, and a rate
 * that neither the done ones, nor with any of the others, give over the total or a part of it. Source: domain §7 G28.
 */
export function publishedIssues({ total, done, others, percent, quote }: Published): readonly SelfCheckIssue[] {
  const all = others.reduce((sum, each) => sum + each, done)
  const issue = (text: string): SelfCheckIssue => ({
    code: 'notReproducible',
    severity: 'warning',
    text,
    quote,
    findingId: null,
    programId: null,
  })
  const issues = all === total ? [] : [issue(publishedTexts.parts(total, [done, ...others], all))]
  const numerators = sumsOfSome(others).map((sum) => done + sum)
  const denominators = [total, all].flatMap((whole) => sumsOfSome(others).map((sum) => whole - sum))
  const isFound = denominators.some((denominator) =>
    numerators.some((numerator) => numerator <= denominator && printsAs(numerator, denominator, percent)),
  )
  return isFound ? issues : [...issues, issue(publishedTexts.rate(percent, total, done))]
}

/** How many a text says are done, and with which verb. */
export function doneIn(segment: string): { readonly count: number; readonly verb: string } | null {
  const match = textPatterns.done.exec(segment)
  if (!match) return null
  return { verb: match[1] ?? match[4] ?? '', count: Number(match[2] ?? match[3]) }
}

/** The percentage that a text calls a rate of completion, e.g. `94.9%`. */
export function percentIn(segment: string): string | null {
  const digits = textPatterns.rate.exec(segment)?.[1]
  return digits === undefined ? null : `${digits}%`
}

/** More figures side by side are a list, not the parts of a whole. */
const MAX_PARTS = 8

/**
 * Parts of sentences that tell a whole, its parts and a rate that no two of these give. Where only the sum or only the
 * rate is wrong, `checkText` says which figure it should be.
 */
export function publishedInText(text: string): readonly SelfCheckIssue[] {
  return (text.match(textPatterns.segment) ?? []).flatMap((quote) => {
    const segment = foldDigits(quote)
    const [whole, done, percent] = [textPatterns.whole.exec(segment)?.[1], doneIn(segment), percentIn(segment)]
    const others = [...segment.matchAll(textPatterns.others)].map(([, count]) => Number(count))
    if (whole === undefined || !done || percent === null || others.length === 0 || others.length > MAX_PARTS) return []
    const published = { total: Number(whole), done: done.count, others, percent, quote: quote.trim() }
    const issues = publishedIssues(published)
    return issues.length > 1 ? issues : []
  })
}
