import { points, rateOf } from '../core/points'
import type { FindingRecord, ProgramRecord, RateRule, StatusWord } from './record'
import { wordOf } from './status'

/** What a programme says of how its findings are counted. */
export type CountingRule = Pick<ProgramRecord, 'vocabulary' | 'rateRule'>
export type CountedFinding = Pick<FindingRecord, 'state' | 'status' | 'statusLabel'>

/** How one finding enters a rate. */
export interface Counting {
  /** In the numerator. */
  readonly isDone: boolean
  /** In the numerator as 已推动整改, which is another verb than 已整改. */
  readonly isPromoted: boolean
  readonly inDenominator: boolean
}

/** The word that a finding is counted by: its own, else the programme's first one for its status. */
function countedWord(vocabulary: readonly StatusWord[], { status, statusLabel }: CountedFinding): StatusWord | null {
  const own = statusLabel === '' ? null : wordOf(vocabulary, statusLabel)
  return own ?? vocabulary.find((word) => word.status === status) ?? null
}

/**
 * Whether a finding counts as done, and whether it counts at all: as its programme's word says, else by its status.
 * 已移送 stays in the denominator unless the rate rule says otherwise. Source: domain §3, §7; 巡视整改通报
 * (基本完成 and 阶段性完成 are not in the numerator).
 */
export function countingOf(finding: CountedFinding, { vocabulary, rateRule }: CountingRule): Counting {
  const word = countedWord(vocabulary, finding)
  const isLeftOut = finding.state === 'referred' && !rateRule.countsReferred
  const inDenominator = !isLeftOut && (word?.countsInDenominator ?? true)
  const isDone = inDenominator && (word?.countsAsDone ?? (finding.status === 'done' || finding.status === 'promoted'))
  return { isDone, isPromoted: isDone && finding.status === 'promoted', inDenominator }
}

/** Counted findings of one or several programmes. */
export interface Tally {
  /** Every finding, counted or not. */
  readonly total: number
  readonly denominator: number
  /** Numerator: 已整改 and 已推动整改 together. */
  readonly done: number
  /** Of them 已推动整改. */
  readonly promoted: number
  /** 已整改 and 已推动整改 were added up: the rate needs its warning. Source: domain §7 G12. */
  readonly isMixed: boolean
}

export function tallyOf(countings: Iterable<Counting>): Tally {
  let [total, denominator, done, promoted] = [0, 0, 0, 0]
  for (const each of countings) {
    total += 1
    if (each.inDenominator) denominator += 1
    if (each.isDone) done += 1
    if (each.isPromoted) promoted += 1
  }
  return { total, denominator, done, promoted, isMixed: promoted > 0 && promoted < done }
}

/** Stands where there is no denominator. Source: domain §7. */
export const noRate = '\u2014'

export interface RateText {
  /** `94.9%`, `—` without a denominator. */
  readonly rate: string
  /** `56/59`, as counted. */
  readonly fraction: string
}

/** The rate as the documents print it: 100%, 75%, 94.9%; always with the figures that it was made of. */
export function rateTextOf(
  { done, denominator }: Pick<Tally, 'done' | 'denominator'>,
  { decimals, mode }: Pick<RateRule, 'decimals' | 'mode'>,
): RateText {
  const rate = rateOf(points(done), points(denominator), { decimals, mode, trailingZeros: false })
  return { rate: rate?.percent ?? noRate, fraction: `${done}/${denominator}` }
}
