import { invariant } from '../core/assert'
import type { IsoDate } from '../core/dates'
import type { Points } from '../core/points'
import { addPoints, comparePoints, formatExact, points, roundPoints, subPoints, zeroPoints } from '../core/points'
import type { ScoringFacts } from './facts'
import type { Overrides } from './parameters'
import { parameterNotes, withParameters } from './parameters'
import type { ComponentScore, Remark, RemarkCode, ScoreResult } from './result'
import type { Outcome, RuleContext } from './rules/base'
import { display } from './rules/base'
import { applyRule } from './rules/dispatch'
import type { Scheme, SchemeComponent } from './scheme'
import { timeProgress } from './time-progress'

/** One component with its exact outcome, before anything is rounded. */
export interface Evaluated {
  readonly component: SchemeComponent
  readonly outcome: Outcome
}

/** Evaluates one component for a unit that may be excluded from it. */
export function evaluateComponent(component: SchemeComponent, context: RuleContext): Evaluated {
  const unit = component.excludedUnits.find((name) => context.facts.unitNames.includes(name))
  if (unit === undefined) return { component, outcome: applyRule(component, context) }
  const notes: readonly Remark[] = [{ code: 'excludedUnit', params: { name: component.name, unit } }]
  return { component, outcome: { value: null, state: 'excluded', inputs: {}, arithmetic: '', records: [], notes } }
}

/** Exact sum over the components that are inside the total. */
export function sumInside(evaluated: readonly Evaluated[], pick: (outcome: Outcome) => Points | null): Points {
  return addPoints(
    ...evaluated.map(({ component, outcome }) => (component.insideTotal ? (pick(outcome) ?? zeroPoints) : zeroPoints)),
  )
}

function toScore({ component, outcome }: Evaluated, context: RuleContext, isVetoed: boolean): ComponentScore {
  const { value, forecast, state } = outcome
  const shown = isVetoed && value ? zeroPoints : value
  const hasForecast = !isVetoed && forecast !== undefined && (value === null || comparePoints(forecast, value) !== 0)
  return {
    id: component.id,
    name: component.name,
    rule: component.rule,
    clause: component.clause,
    max: component.max,
    points: shown ? display(shown, context) : null,
    exact: shown ? formatExact(shown) : null,
    state: isVetoed && value && component.insideTotal ? 'vetoed' : state,
    insideTotal: component.insideTotal,
    inputs: outcome.inputs,
    arithmetic: outcome.arithmetic,
    records: outcome.records,
    raw: outcome.raw ?? null,
    forecast: hasForecast ? display(forecast, context) : null,
    rate: outcome.rate ?? null,
    notes: outcome.notes,
  }
}

/** Every remark that occurred, on components and on records; decides which readings are worth printing. */
function occurredCodes(evaluated: readonly Evaluated[], notes: readonly Remark[]): ReadonlySet<RemarkCode> {
  const codes = new Set<RemarkCode>(notes.map((note) => note.code))
  for (const { outcome } of evaluated) {
    for (const note of outcome.notes) codes.add(note.code)
    const reasons = outcome.reasonCodes ?? outcome.records.map((record) => record.why.code)
    for (const code of reasons) codes.add(code)
  }
  return codes
}

function partsNote(components: readonly ComponentScore[], total: string | null): readonly Remark[] {
  if (total === null) return []
  const parts = components.filter((component) => component.insideTotal && component.points !== null)
  const sum = addPoints(...parts.map((component) => points(component.points ?? '0')))
  if (comparePoints(sum, points(total)) === 0) return []
  const difference = subPoints(sum, points(total))
  return [{ code: 'partsDoNotAdd', params: { sum: formatExact(sum), total, difference: formatExact(difference) } }]
}

function vetoesOf(scheme: Scheme, facts: ScoringFacts, asOf: IsoDate): ScoreResult['vetoes'] {
  return facts.vetoes.flatMap((fact) => {
    const veto = scheme.vetoes.find((entry) => entry.id === fact.vetoId)
    return veto && fact.on <= asOf ? [{ id: veto.id, clause: veto.clause, on: fact.on, effect: veto.effect }] : []
  })
}

function promotionOf(evaluated: readonly Evaluated[]): ScoreResult['promotion'] {
  const decision = evaluated.find(({ component }) => component.rule === 'promotion')
  if (!decision) return null
  return decision.outcome.notes.some((note) => note.code === 'promotionGranted') ? 'granted' : 'notGranted'
}

interface Totals {
  readonly exact: Points | null
  readonly forecast: Points | null
  readonly pending: Points
  readonly bonus: Points
}

function totalsOf(evaluated: readonly Evaluated[], isVetoed: boolean): Totals {
  const hasPoints = evaluated.some(
    ({ component, outcome }) =>
      component.insideTotal && (outcome.value !== null || (outcome.state === 'notGiven' && component.max !== null)),
  )
  const earned = isVetoed ? zeroPoints : sumInside(evaluated, (outcome) => outcome.value)
  const forecast = isVetoed ? zeroPoints : sumInside(evaluated, (outcome) => outcome.forecast ?? outcome.value)
  const waiting = evaluated.filter(({ component, outcome }) => component.insideTotal && outcome.state === 'notGiven')
  const outside = evaluated.map(({ component, outcome }) =>
    addPoints(outcome.bonus ?? zeroPoints, component.insideTotal ? zeroPoints : (outcome.value ?? zeroPoints)),
  )
  return {
    exact: hasPoints ? earned : null,
    forecast: hasPoints && comparePoints(forecast, earned) !== 0 ? forecast : null,
    pending: addPoints(...waiting.map(({ component }) => points(component.max ?? '0'))),
    bonus: isVetoed ? zeroPoints : addPoints(...outside),
  }
}

function readScheme(scheme: Scheme, overrides: Overrides): Scheme {
  if (Object.keys(overrides).length === 0) return scheme
  const chosen = withParameters(scheme, overrides)
  invariant(chosen.ok, 'overrides that the scheme knows')
  return chosen.value
}

/** A score with the exact figures behind it, for putting units in order. */
export interface ExactScore {
  readonly result: ScoreResult
  /** The total before rounding; null when the scheme gives no points. */
  readonly total: Points | null
  /** Exact points of each component by its id; null where there are none. */
  readonly values: ReadonlyMap<string, Points | null>
}

/**
 * The score of a unit on a day, as a tree that explains itself; exact inside, rounded once, at the total.
 * An unknown override is a bug of the caller: check a user's choice with `withParameters` first.
 */
export function evaluate(scheme: Scheme, facts: ScoringFacts, asOf: IsoDate, overrides: Overrides = {}): ScoreResult {
  return evaluateExactly(scheme, facts, asOf, overrides).result
}

/** The same with the exact figures kept. */
export function evaluateExactly(
  scheme: Scheme,
  facts: ScoringFacts,
  asOf: IsoDate,
  overrides: Overrides = {},
): ExactScore {
  const read = readScheme(scheme, overrides)
  const { rounding, year } = read
  const context: RuleContext = { year, asOf, facts, rounding }
  const vetoes = vetoesOf(read, facts, asOf)
  const isVetoed = vetoes.some((veto) => veto.effect === 'zeroTotal')
  const evaluated = read.components.map((component) => evaluateComponent(component, context))
  const components = evaluated.map((entry) => toScore(entry, context, isVetoed))
  const totals = totalsOf(evaluated, isVetoed)
  const total = totals.exact ? display(totals.exact, context) : null
  const own: Remark[] = [
    ...vetoes.map((veto): Remark => ({
      code: 'vetoed',
      params: { clause: veto.clause, on: veto.on, effect: veto.effect },
    })),
    ...components.flatMap((component) => component.notes),
    ...partsNote(components, total),
    ...read.streamsWithoutPoints.map((stream): Remark => ({ code: 'streamWithoutPoints', params: { stream } })),
  ]
  const result: ScoreResult = {
    schemeId: read.id,
    schemeVersion: read.version,
    schemeName: read.name,
    docRef: read.docRef,
    year,
    asOf,
    total,
    exactTotal: totals.exact ? formatExact(totals.exact) : null,
    max: read.total,
    earned: total,
    pending: formatExact(totals.pending),
    forecast: totals.forecast ? display(totals.forecast, context) : null,
    bonus: roundPoints(totals.bonus, rounding.decimals, rounding.mode, false),
    components,
    notes: [...own, ...parameterNotes(read, occurredCodes(evaluated, own))],
    vetoes,
    promotion: promotionOf(evaluated),
    streamsWithoutPoints: read.streamsWithoutPoints,
    timeProgress: timeProgress(year, asOf),
    rounding,
  }
  const values = new Map(evaluated.map(({ component, outcome }) => [component.id, outcome.value]))
  return { result, total: totals.exact, values }
}

/** Totals at the end of each month up to the as-of day, which is the last point itself. */
export function trendByMonth(
  scheme: Scheme,
  facts: ScoringFacts,
  asOf: IsoDate,
  monthEnds: readonly IsoDate[],
): readonly { readonly on: IsoDate; readonly total: string | null }[] {
  const days = [...monthEnds.filter((day) => day < asOf), asOf]
  return days.map((on) => ({ on, total: evaluate(scheme, facts, on).total }))
}
