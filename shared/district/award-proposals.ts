import { neighbours } from '../core/grouped'
import { comparePoints, divPoints, parsePoints, points, rateOf, zeroPoints, type Points } from '../core/points'
import { figureCodeOf } from '../exchange/line-facts'
import type { ReportedLine } from '../exchange/lines'
import { matchesUnit } from '../registry/unit-names'
import type { AwardPlan } from '../scoring/award-plan'
import { awardTerms as texts } from '../terms/district-ranking'
import { quantityOf } from './quantities'
import type { AwardProposal, CategoryRanking, RankedUnit, UnitRecord } from './record'

/** A unit that an award may go to. */
export interface Candidate {
  readonly unit: Pick<UnitRecord, 'id' | 'name' | 'aliases' | 'category'>
  readonly ranked: RankedUnit
  /** The approved lines; null without a return. */
  readonly lines: readonly ReportedLine[] | null
}

type Reasoned = AwardProposal['excluded'][number]

/** A candidate with the figure that it is judged by. */
interface Entry {
  readonly candidate: Candidate
  readonly value: string
  readonly reason: (place: number) => string
}

/** Entries that nothing parts. */
type Bucket = readonly Entry[]

/** Gives places from the top while whole buckets fit; equals across the border are left to a person. */
function fill(
  order: readonly Bucket[],
  min: number,
  max: number,
): { readonly winners: AwardProposal['winners']; readonly notes: readonly string[] } {
  const winners: AwardProposal['winners'] = []
  const notes: string[] = []
  for (const bucket of order) {
    const left = max - winners.length
    if (left === 0) break
    if (bucket.length > left) {
      const names = bucket.map(({ candidate }) => candidate.unit.name)
      notes.push(texts.tieAtBorder(names, left))
      return { winners, notes }
    }
    const place = winners.length + 1
    for (const { candidate, value, reason } of bucket) {
      const { id: unitId, name: unit } = candidate.unit
      winners.push({ unitId, unit, place, value, reason: reason(place) })
    }
  }
  if (winners.length < min) notes.push(texts.fewer(winners.length, min))
  return { winners, notes }
}

function excluded({ unit }: Candidate, reason: string): Reasoned {
  return { unitId: unit.id, unit: unit.name, reason }
}

/** The clauses by which a unit gets no honour; '' when there is none. */
function vetoReason({ ranked }: Candidate): string {
  return ranked.vetoes.map(({ clause, on }) => texts.vetoed(clause, on)).join('')
}

function scoreOf({ ranked }: Candidate): Points | null {
  return ranked.score === null ? null : parsePoints(ranked.score)
}

type Composite = AwardPlan['composite'][number]

/** Equal totals of one category keep its order; across categories nothing parts them. */
function byTotal(candidates: readonly Candidate[], label: string): readonly Bucket[] {
  const entries = candidates.flatMap((candidate) => {
    const score = scoreOf(candidate)
    const isRanked = candidate.ranked.rank !== null && score !== null && comparePoints(score, zeroPoints) > 0
    return isRanked ? [{ candidate, score, rank: candidate.ranked.rank ?? 0 }] : []
  })
  type Scored = (typeof entries)[number]
  const sorted = entries.toSorted((left, right) => comparePoints(right.score, left.score) || left.rank - right.rank)
  const equal = neighbours(sorted, (left, right) => comparePoints(left.score, right.score) === 0)
  return equal
    .flatMap((bucket): readonly (readonly Scored[])[] => {
      const categories = new Set(bucket.map(({ candidate }) => candidate.unit.category))
      return categories.size === 1 ? neighbours(bucket, (left, right) => left.rank === right.rank) : [bucket]
    })
    .map((bucket) =>
      bucket.map(({ candidate }): Entry => {
        const value = candidate.ranked.score ?? ''
        return { candidate, value, reason: (place) => texts.place(label, place, value) }
      }),
    )
}

function proposeComposite(
  award: Composite,
  group: Composite['groups'][number],
  candidates: readonly Candidate[],
  rankings: readonly CategoryRanking[],
): AwardProposal {
  const own = candidates.filter(({ unit }) => group.categories.includes(unit.category))
  const { winners, notes } = fill(
    byTotal(
      own.filter((candidate) => vetoReason(candidate) === ''),
      group.label,
    ),
    group.count,
    group.count,
  )
  const first = byTotal(own, group.label).flat().slice(0, group.count)
  const isZeroed = ({ ranked }: Candidate): boolean => ranked.vetoes.some(({ effect }) => effect === 'zeroTotal')
  // What a unit without points would have had is not known, so each of them is named.
  const missed = own.filter(
    (candidate) =>
      vetoReason(candidate) !== '' && (isZeroed(candidate) || first.some((entry) => entry.candidate === candidate)),
  )
  const schemes = new Set(
    rankings.flatMap(({ category, scheme }) => (scheme && group.categories.includes(category) ? [scheme.id] : [])),
  )
  return {
    awardId: award.id,
    name: award.name,
    kind: 'composite',
    group: group.label,
    clause: award.clause,
    prize: award.prize,
    winners,
    excluded: missed.map((candidate) => excluded(candidate, vetoReason(candidate))),
    note: [...notes, ...(schemes.size > 1 ? [texts.differentSchemes] : [])].join(''),
  }
}

type Single = AwardPlan['single'][number]

/** What a unit reached of a single award's figure. */
interface Measured {
  readonly candidate: Candidate
  /** Share of the target; null without one. */
  readonly share: Points | null
  readonly amount: Points
  readonly shown: string
}

function measured(award: Single, candidate: Candidate): Measured | null {
  if (award.by === 'component') {
    const text = candidate.ranked.components.find(({ id }) => id === award.key)?.points ?? null
    return text === null ? null : { candidate, share: null, amount: points(text), shown: text }
  }
  const line = candidate.lines?.find((each) => figureCodeOf(each) === award.key)
  const amount = quantityOf(line?.cumulative ?? null)
  if (!line || !amount) return null
  const target = quantityOf(line.target)
  const rate = target ? rateOf(amount, target, { decimals: 1, mode: 'halfUp', trailingZeros: true }) : null
  const share = target ? divPoints(amount, target) : null
  return { candidate, share, amount, shown: rate?.percent ?? `${line.cumulative}${line.unit}` }
}

/** Shares of a target come before amounts without one: the two cannot be compared. */
function compareMeasured(left: Measured, right: Measured): number {
  if (left.share && right.share) return comparePoints(right.share, left.share)
  if (left.share || right.share) return left.share ? -1 : 1
  return comparePoints(right.amount, left.amount)
}

function isBelowTarget(award: Single, { share }: Measured): boolean {
  return award.needsTarget && share !== null && comparePoints(share, points(1)) < 0
}

function reasonFor(award: Single, { candidate, share, shown }: Measured): (place: number) => string {
  if (award.by === 'component') {
    const name = candidate.ranked.components.find(({ id }) => id === award.key)?.name ?? award.key
    return (place) => texts.bestPoints(name, shown, place)
  }
  return (place) => (share ? texts.bestRate(shown, place) : texts.bestAmount(shown, place))
}

function proposeSingle(award: Single, candidates: readonly Candidate[]): AwardProposal {
  const own = candidates.filter(({ unit }) => award.categories.includes(unit.category))
  const barred = new Map<string, string>()
  for (const candidate of own) {
    const { unit } = candidate
    const isNamed = award.excludedUnits.some((name) => matchesUnit(name, [unit.name, ...unit.aliases]))
    const reason = isNamed ? texts.excludedByPlan(award.clause) : vetoReason(candidate)
    if (reason !== '') barred.set(unit.id, reason)
  }
  const all = own
    .flatMap((candidate) => measured(award, candidate) ?? [])
    .filter(({ amount }) => comparePoints(amount, zeroPoints) > 0)
    .toSorted(compareMeasured)
  const eligible = all.filter((each) => !barred.has(each.candidate.unit.id) && !isBelowTarget(award, each))
  const order = neighbours(eligible, (left, right) => compareMeasured(left, right) === 0).map((bucket) =>
    bucket.map((each): Entry => ({
      candidate: each.candidate,
      value: each.shown,
      reason: reasonFor(award, each),
    })),
  )
  const { winners, notes } = fill(order, award.min, award.max)
  const missed = all
    .slice(0, award.max)
    .filter((each) => barred.has(each.candidate.unit.id) || isBelowTarget(award, each))
  return {
    awardId: award.id,
    name: award.name,
    kind: 'single',
    group: '',
    clause: award.clause,
    prize: award.prize,
    winners,
    excluded: missed.map(({ candidate, shown }) =>
      excluded(candidate, barred.get(candidate.unit.id) ?? texts.belowTarget(shown)),
    ),
    note: notes.join(''),
  }
}

/**
 * 评奖建议, never a decision: winners with their reasons, who would have won and does not, and what a person has to decide.
 * Source: 海州区2019 「综合奖 镇街、区直各前5名」「单项奖 2—3名」, 延误、虚报、漏报 「不允许评为先进」.
 */
export function proposeAwards(
  plan: AwardPlan,
  candidates: readonly Candidate[],
  rankings: readonly CategoryRanking[],
): readonly AwardProposal[] {
  return [
    ...plan.composite.flatMap((award) =>
      award.groups.map((group) => proposeComposite(award, group, candidates, rankings)),
    ),
    ...plan.single.map((award) => proposeSingle(award, candidates)),
  ]
}
