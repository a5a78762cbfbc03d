import type { Store } from '../../db/access'
import { readSubmissionHeadsOfYear } from '../../db/repositories/submissions'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import { assesseeCategories } from '../../shared/core/schemas'
import { proposeAwards, type Candidate } from '../../shared/district/award-proposals'
import { districtTotals, funnelOf } from '../../shared/district/district-totals'
import { peersOf } from '../../shared/district/peer-facts'
import { rankCategory, type Contender } from '../../shared/district/ranking'
import type { CategoryRanking, PublishedResult, RankedUnit } from '../../shared/district/record'
import { parseReportPeriod, type ReportPeriod } from '../../shared/reports/period'
import { evaluateExactly } from '../../shared/scoring/evaluate'
import type { Scheme } from '../../shared/scoring/scheme'
import type { Context } from '../context'
import type { RulesInForce } from '../scoring/stored-rules'
import { entrantsOf, type Entrant } from './entrants'
import { rulesOfPeriod } from './period-rules'
import { periodOf } from './periods'

/** What the returns of a period come to. */
export type RankedPeriod = Pick<PublishedResult, 'categories' | 'awards' | 'totals' | 'funnel' | 'asOf'> & {
  readonly isLocked: boolean
}

/** Acts by the day, with the clause of the scheme or, for honours alone, of the award plan. */
function vetoesOf(entrant: Entrant, scheme: Scheme | null, rules: RulesInForce, asOf: IsoDate): RankedUnit['vetoes'] {
  return entrant.vetoes.flatMap(({ vetoId, happenedOn: on }): RankedUnit['vetoes'] => {
    if (on > asOf) return []
    const ofScheme = scheme?.vetoes.find(({ id }) => id === vetoId)
    if (ofScheme) return [{ clause: ofScheme.clause, on, effect: ofScheme.effect }]
    const ofPlan = rules.awards?.vetoes.find(({ id }) => id === vetoId)
    return ofPlan ? [{ clause: ofPlan.clause, on, effect: 'noHonour' }] : []
  })
}

function rankCategories(entrants: readonly Entrant[], rules: RulesInForce, asOf: IsoDate): CategoryRanking[] {
  return assesseeCategories.flatMap((category) => {
    const own = entrants.filter(({ unit }) => unit.category === category)
    if (own.length === 0) return []
    const scheme = rules.schemes.get(category) ?? null
    const peers = scheme ? peersOf(scheme, own, entrants) : () => ({})
    const contenders = own.map((entrant): Contender => {
      const { unit, standing, lines, facts, before } = entrant
      const score = scheme && facts ? evaluateExactly(scheme, { ...facts, peers: peers(entrant) }, asOf) : null
      const vetoes = vetoesOf(entrant, scheme, rules, asOf)
      return { unit, standing, score, lines: lines ?? [], vetoes, before }
    })
    return [rankCategory(category, scheme, contenders)]
  })
}

/** Places and award proposals of a period by some rules. */
export function rankBy(
  entrants: readonly Entrant[],
  rules: RulesInForce,
  asOf: IsoDate,
): Pick<RankedPeriod, 'categories' | 'awards'> {
  const categories = rankCategories(entrants, rules, asOf)
  if (!rules.awards) return { categories, awards: [] }
  const ranked = new Map(categories.flatMap(({ units }) => units.map((unit) => [unit.unitId, unit] as const)))
  const candidates = entrants.flatMap(({ unit, lines }): readonly Candidate[] => {
    const found = ranked.get(unit.id)
    return found ? [{ unit, ranked: found, lines }] : []
  })
  return { categories, awards: [...proposeAwards(rules.awards, candidates, categories)] }
}

function totalsOf(entrants: readonly Entrant[]): RankedPeriod['totals'] {
  return [...districtTotals(entrants.map(({ unit, lines }) => ({ unit, lines: lines ?? [] })))]
}

/**
 * Ranks every category of a period from the approved returns, by the rules that the period kept when it was locked, else
 * by those in force on its last day; award proposals and district totals with it. Nothing is written.
 */
export function rankPeriod(context: Context, { read }: Store, period: string): Result<RankedPeriod> {
  const parsed = parseReportPeriod(period)
  if (!parsed) return err('periodUnknown', { period })
  const record = periodOf(context, read, period)
  if (!record.ok) return record
  const entrants = entrantsOf(context, read, parsed)
  if (!entrants.ok) return entrants
  const { categories, awards } = rankBy(entrants.value, rulesOfPeriod(read, parsed), parsed.end)
  const totals = totalsOf(entrants.value)
  const isLocked = record.value.lockedOn !== null
  return ok({ categories, awards, totals, funnel: [...funnelOf(totals)], asOf: parsed.end, isLocked })
}

interface EarlierTotals {
  readonly period: string
  readonly totals: { key: string; value: string }[]
}

/** The totals of the earlier periods of the same kind in the year, as approved; oldest first. */
export function earlierTotals(context: Context, { read }: Store, period: ReportPeriod): EarlierTotals[] {
  const keys = [...new Set(readSubmissionHeadsOfYear(read, period.year).map((head) => head.period))]
  return keys
    .flatMap((key) => parseReportPeriod(key) ?? [])
    .filter(({ kind, end }) => kind === period.kind && end < period.start)
    .toSorted((left, right) => (left.end < right.end ? -1 : 1))
    .flatMap((earlier) => {
      const entrants = entrantsOf(context, read, earlier)
      if (!entrants.ok) return []
      const totals = totalsOf(entrants.value).map(({ key, value }) => ({ key, value }))
      return [{ period: earlier.key, totals }]
    })
}
