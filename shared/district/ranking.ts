import { neighbours } from '../core/grouped'
import {
  comparePoints,
  divPoints,
  formatExact,
  parsePoints,
  points,
  rateOf,
  subPoints,
  type Points,
} from '../core/points'
import type { AssesseeCategory } from '../core/schemas'
import type { ReportedLine } from '../exchange/lines'
import type { ExactScore } from '../scoring/evaluate'
import { rawIndicator } from '../scoring/ranking-rule'
import type { ComponentScore, ScoreResult } from '../scoring/result'
import type { Scheme } from '../scoring/scheme'
import { rankingTerms as texts, unrankedReasons } from '../terms/district-ranking'
import { categoryLabels } from '../terms/settings'
import { quantityOf } from './quantities'
import type { CategoryRanking, RankedUnit, UnitRecord } from './record'

/** A unit of a category with what counts of its return. */
export interface Contender {
  readonly unit: Pick<UnitRecord, 'id' | 'name' | 'isOptional'>
  readonly standing: 'reported' | 'returned' | 'missing'
  /** Null without a return or without a scheme. */
  readonly score: ExactScore | null
  /** The approved lines. */
  readonly lines: readonly ReportedLine[]
  /** Acts recorded by the day, with the clause of the scheme or of the award plan. */
  readonly vetoes: RankedUnit['vetoes']
  /** Place in the last published period. */
  readonly before: number | null
}

/** What parts equal units: its words, and the figure of a unit. */
interface Criterion {
  readonly words: string
  readonly of: (score: ExactScore) => Points | null
}

const rawRules: ReadonlySet<string> = new Set(['unitCount', 'ratio', 'tieredCount'])

/** The share reached, or the figure itself, before any cap. */
function uncapped({ rate, raw }: ComponentScore): Points | null {
  if (rate) return divPoints(points(rate.num), points(rate.den))
  return raw === null ? null : parsePoints(raw)
}

function criteriaOf(scheme: Scheme): readonly Criterion[] {
  return scheme.ranking.tieBreak.flatMap(({ by, clause }): readonly Criterion[] => {
    if (by !== rawIndicator) {
      const name = scheme.components.find(({ id }) => id === by)?.name ?? by
      return [{ words: clause ?? name, of: ({ values }) => values.get(by) ?? null }]
    }
    const indicator = scheme.components.find(({ rule, insideTotal }) => insideTotal && rawRules.has(rule))
    if (!indicator) return []
    const { id, name } = indicator
    const of = ({ result }: ExactScore): Points | null => {
      const component = result.components.find((each) => each.id === id)
      return component ? uncapped(component) : null
    }
    return [{ words: clause ?? `${name}${texts.rawIndicator}`, of }]
  })
}

/** More is better; a figure that is not there comes last. */
function compareDown(left: Points | null, right: Points | null): number {
  if (left && right) return comparePoints(right, left)
  return left ? -1 : right ? 1 : 0
}

interface Placed {
  readonly contender: Contender
  readonly result: ScoreResult
  /** What is compared first. */
  readonly main: Points
  /** The figures of the criteria, in their order. */
  readonly figures: readonly (Points | null)[]
}

function comparePlaced(left: Placed, right: Placed): number {
  const main = comparePoints(right.main, left.main)
  if (main !== 0) return main
  return left.figures.map((figure, index) => compareDown(figure, right.figures[index] ?? null)).find(Boolean) ?? 0
}

function figureText(figure: Points | null | undefined): string {
  return figure ? formatExact(figure) : texts.noRate
}

/** How units of one total were parted, or that nothing parts `same`; '' for a total that only one unit has. */
function tieText(same: readonly Placed[], equals: readonly Placed[], criteria: readonly Criterion[]): string {
  const [placed] = same
  if (!placed || equals.length === 1) return ''
  const total = placed.result.total ?? ''
  const words = criteria.map((criterion) => criterion.words)
  if (same.length > 1) return texts.stands(total, same.length, words)
  const differs = (at: number) => (other: Placed) =>
    compareDown(placed.figures[at] ?? null, other.figures[at] ?? null) !== 0
  const index = criteria.findIndex((_, at) => equals.some(differs(at)))
  const others = equals.filter((other) => other !== placed)
  const shown = [...new Set(others.map((other) => figureText(other.figures[index])))]
  return texts.parted(total, words[index] ?? '', figureText(placed.figures[index]), shown)
}

/** What is missing to the full marks of each component, in words. */
function gapOf({ components, vetoes }: ScoreResult): string {
  if (vetoes.some(({ effect }) => effect === 'zeroTotal')) return ''
  return components
    .flatMap(({ name, max, points: own, state, insideTotal }) => {
      if (!insideTotal || max === null) return []
      if (state === 'notGiven') return [texts.notGiven(name)]
      if (own === null || comparePoints(points(own), points(max)) >= 0) return []
      return [texts.gap(name, formatExact(subPoints(points(max), points(own))))]
    })
    .join(texts.separator)
}

function scoredComponents({ components }: ScoreResult): RankedUnit['components'] {
  return components.map(({ id, name, points: own, max, arithmetic, state, records }) => ({
    id,
    name,
    points: own,
    max,
    // 不参加 is not a zero.
    arithmetic: state === 'excluded' && arithmetic === '' ? texts.excluded : arithmetic,
    lines: records.map((record) => record.id),
  }))
}

/** Completion without points, where no scheme gives any: nothing is invented. */
function completion(lines: readonly ReportedLine[]): RankedUnit['components'] {
  return lines
    .filter(({ kind, cumulative }) => kind === 'figure' && cumulative !== null)
    .map(({ key, label, cumulative, target, unit }) => {
      const [num, den] = [quantityOf(cumulative), quantityOf(target)]
      const rate = num && den ? rateOf(num, den, { decimals: 1, mode: 'halfUp', trailingZeros: true }) : null
      const share = rate ? `${cumulative} ÷ ${target} = ${rate.percent}` : `${cumulative}${unit}`
      return { id: key, name: label, points: null, max: null, arithmetic: share, lines: [key] }
    })
}

function isWithoutTarget({ unit, score }: Contender): boolean {
  const notes = score?.result.components.flatMap((component) => component.notes) ?? []
  return unit.isOptional && notes.some(({ code }) => code === 'noTarget')
}

/** Why a unit has no place; null for one that is ranked. */
function reasonOf(contender: Contender, scheme: Scheme | null): string | null {
  const { unit, standing, score, vetoes } = contender
  if (standing === 'returned') return unrankedReasons.returned
  if (standing === 'missing') return unit.isOptional ? unrankedReasons.optional : unrankedReasons.missing
  if (!scheme || !score) return unrankedReasons.noScheme
  if (vetoes.some(({ effect }) => effect === 'zeroTotal')) return unrankedReasons.vetoed
  if (score.total === null) return unrankedReasons.noPoints
  return scheme.ranking.withoutTarget === 'listed' && isWithoutTarget(contender) ? unrankedReasons.withoutTarget : null
}

function aboutOf({ unit, score, lines, vetoes, before }: Contender) {
  const result = score?.result ?? null
  return {
    unitId: unit.id,
    unit: unit.name,
    score: result?.total ?? null,
    exact: score?.total ? fractionText(score.total) : null,
    max: result?.max ?? null,
    components: result ? scoredComponents(result) : completion(lines),
    vetoes,
    before,
    gap: result ? gapOf(result) : '',
  }
}

/** `26.25`, or `257/3` where no decimal says it. */
function fractionText(value: Points): string {
  const decimal = formatExact(value)
  return decimal.endsWith('…') ? `${value.s * value.n}/${value.d}` : decimal
}

function placedOf(contender: Contender, scheme: Scheme, criteria: readonly Criterion[]): Placed | null {
  const { score } = contender
  if (!score?.total) return null
  const printed = scheme.ranking.by === 'total' ? parsePoints(score.result.total ?? '') : null
  const figures = criteria.map(({ of }) => of(score))
  return { contender, result: score.result, main: printed ?? score.total, figures }
}

/** 1, 2, 2, 4: a unit's place is one more than the number of units before it. */
function ranked(placed: readonly Placed[], criteria: readonly Criterion[]): readonly RankedUnit[] {
  const equalTotals = neighbours(
    placed.toSorted(comparePlaced),
    (left, right) => comparePoints(left.main, right.main) === 0,
  )
  const found: RankedUnit[] = []
  for (const equals of equalTotals) {
    for (const same of neighbours(equals, (left, right) => comparePlaced(left, right) === 0)) {
      const about = { rank: found.length + 1, tied: same.length, tieBreak: tieText(same, equals, criteria), reason: '' }
      for (const { contender } of same) found.push({ ...aboutOf(contender), ...about })
    }
  }
  return found
}

/**
 * The units of one category in order; those without a place come last, in the order of the list, with the reason.
 * Units of different categories are never compared. Source: S000 四类考核对象; 「并列」 as 1, 2, 2, 4.
 */
export function rankCategory(
  category: AssesseeCategory,
  scheme: Scheme | null,
  contenders: readonly Contender[],
): CategoryRanking {
  const criteria = scheme ? criteriaOf(scheme) : []
  const placed: Placed[] = []
  const unranked: RankedUnit[] = []
  for (const contender of contenders) {
    const reason = reasonOf(contender, scheme)
    const entry = reason === null && scheme ? placedOf(contender, scheme, criteria) : null
    if (entry) placed.push(entry)
    else unranked.push({ ...aboutOf(contender), rank: null, tied: 0, tieBreak: '', reason: reason ?? '' })
  }
  return {
    category,
    label: categoryLabels[category],
    scheme: scheme ? { id: scheme.id, version: scheme.version, name: scheme.name, docRef: scheme.docRef } : null,
    units: [...ranked(placed, criteria), ...unranked],
    tieBreakRule: scheme
      ? texts.rule(
          texts.equalTotals[scheme.ranking.by],
          criteria.map(({ words }) => words),
        )
      : '',
  }
}
