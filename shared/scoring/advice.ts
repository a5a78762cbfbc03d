import type { IsoDate } from '../core/dates'
import { endOfMonth, monthNumberOf, quarterOf, yearOf } from '../core/dates'
import type { Points } from '../core/points'
import {
  addPoints,
  comparePoints,
  divPoints,
  formatExact,
  minPoints,
  mulPoints,
  points,
  roundPoints,
  subPoints,
} from '../core/points'
import type { FactChange } from './changes'
import type { Evaluated } from './evaluate'
import { evaluateComponent, sumInside } from './evaluate'
import type { ScoringFacts } from './facts'
import type { RuleContext } from './rules/base'
import { display } from './rules/base'
import type { PeriodPresenceComponent } from './rules/period-presence'
import { presenceOf, presencePoints } from './rules/period-presence'
import { sumRate } from './rules/rates'
import type { RatioComponent } from './rules/ratio'
import type { Scheme } from './scheme'
import type { AdviceCode, Proposal } from './unit-advice'
import { proposeUnits } from './unit-advice'

export type GapCode = 'gapUnits' | 'gapPeriods' | 'gapRatio' | 'gapFigure'

/** What is missing to full marks, as a code and the values of its sentence. */
export interface Gap {
  readonly componentId: string
  readonly code: GapCode
  readonly params: Readonly<Record<string, string | number>>
}

/** An action, and the score it leads to if nothing else changes. */
export interface Suggestion {
  readonly componentId: string
  readonly code: AdviceCode
  readonly params: Readonly<Record<string, string | number>>
  readonly change: FactChange
  /** The day on which the predicted score holds. */
  readonly on: IsoDate
  /** Points of the component then, and how many more than now. */
  readonly predictedPoints: string
  readonly gain: string
  readonly predictedTotal: string
}

export interface Advice {
  readonly gaps: readonly Gap[]
  /** Within a component the cheapest first. */
  readonly suggestions: readonly Suggestion[]
}

interface Part {
  readonly gap: Gap | null
  readonly proposals: readonly (Proposal & { readonly on: IsoDate })[]
}

const nothing: Part = { gap: null, proposals: [] }

function periodEnd(component: PeriodPresenceComponent, year: number, period: number): IsoDate {
  return endOfMonth(year, component.period === 'month' ? period : period * 3)
}

function presencePart(component: PeriodPresenceComponent, context: RuleContext): Part {
  const { have, missing } = presenceOf(component, context)
  const { asOf, year } = context
  if (missing.length === 0) return nothing
  const perPeriod = roundPoints(presencePoints(component, 1), 2, 'halfUp')
  const params = { unit: component.period, count: missing.length, periods: missing.join('\n'), each: perPeriod }
  const gap: Gap = { componentId: component.id, code: 'gapPeriods', params }
  if (yearOf(asOf) !== year) return { gap, proposals: [] }
  const current = component.period === 'month' ? monthNumberOf(asOf) : quarterOf(asOf)
  const open = missing.filter((period) => period >= current)
  const propose = (code: AdviceCode, periods: readonly number[]): Proposal & { readonly on: IsoDate } => {
    const days = periods.map((period) => (period === current ? asOf : periodEnd(component, year, period)))
    const value = presencePoints(component, have.length + periods.length)
    const change: FactChange = { kind: 'addDated', key: component.key, days, perDay: component.min }
    const shown = { unit: component.period, count: periods.length, periods: periods.join('\n') }
    return { code, params: shown, change, value, on: days.at(-1) ?? asOf }
  }
  const proposals = [
    ...(open.includes(current) ? [propose('coverCurrentPeriod', [current])] : []),
    ...(open.some((period) => period > current) ? [propose('coverPeriods', open)] : []),
  ]
  return { gap, proposals }
}

function ratioPart(component: RatioComponent, context: RuleContext): Part {
  const part = component.parts[0]
  if (!part || component.parts.length > 1 || part.cap !== '1' || part.weight !== '1') return nothing
  const { num, den, share } = sumRate(part.key, context)
  if (!den || !share || comparePoints(share, points(1)) >= 0) return nothing
  const params = {
    name: component.name,
    num: formatExact(num),
    den: formatExact(den),
    missing: formatExact(subPoints(den, num)),
  }
  const gap: Gap = { componentId: component.id, code: 'gapRatio', params }
  if (yearOf(context.asOf) !== context.year) return { gap, proposals: [] }
  const next = divPoints(addPoints(num, points(1)), addPoints(den, points(1))) ?? points(1)
  const open = mulPoints(points(component.full), next)
  const value = component.max === null ? open : minPoints(points(component.max), open)
  const change: FactChange = { kind: 'addRatio', key: part.key, on: context.asOf }
  return { gap, proposals: [{ code: 'attendNext', params: { name: component.name }, change, value, on: context.asOf }] }
}

function partOf({ component, outcome }: Evaluated, context: RuleContext): Part {
  const on = context.asOf
  if (outcome.state === 'excluded') return nothing
  if (component.rule === 'unitCount') {
    const { missing, proposals } = proposeUnits(component, context)
    if (missing === null) return nothing
    const params = { missing, target: component.target }
    const gap: Gap = { componentId: component.id, code: 'gapUnits', params }
    return { gap, proposals: proposals.map((proposal) => ({ ...proposal, on })) }
  }
  if (component.rule === 'periodPresence') return presencePart(component, context)
  if (component.rule === 'ratio') return ratioPart(component, context)
  if (component.rule === 'manual' && outcome.state === 'notGiven') {
    const params = { name: component.name, max: component.max }
    const change: FactChange = { kind: 'giveManual', componentId: component.id, value: component.max, on }
    const proposal: Proposal & { readonly on: IsoDate } = {
      code: 'askFigure',
      params,
      change,
      value: points(component.max),
      on,
    }
    return { gap: { componentId: component.id, code: 'gapFigure', params }, proposals: [proposal] }
  }
  return nothing
}

function suggestion(
  { component, outcome }: Evaluated,
  proposal: Proposal & { readonly on: IsoDate },
  total: Points,
  context: RuleContext,
): Suggestion {
  const before = outcome.value ?? points(0)
  const gain = subPoints(proposal.value, before)
  return {
    componentId: component.id,
    code: proposal.code,
    params: proposal.params,
    change: proposal.change,
    on: proposal.on,
    predictedPoints: display(proposal.value, context),
    gain: display(gain, context),
    predictedTotal: display(component.insideTotal ? addPoints(total, gain) : total, context),
  }
}

/**
 * What is missing in words, and the cheapest actions towards full marks, computed from the scheme's own values.
 * Source: 「还差0.5个指标」 must name an action that brings exactly the score it says.
 */
export function advise(scheme: Scheme, facts: ScoringFacts, asOf: IsoDate): Advice {
  const context: RuleContext = { year: scheme.year, asOf, facts, rounding: scheme.rounding }
  const isVetoed = scheme.vetoes.some(
    (veto) => veto.effect === 'zeroTotal' && facts.vetoes.some((fact) => fact.vetoId === veto.id && fact.on <= asOf),
  )
  if (isVetoed) return { gaps: [], suggestions: [] }
  const evaluated = scheme.components.map((component) => evaluateComponent(component, context))
  const total = sumInside(evaluated, (outcome) => outcome.value)
  const gaps: Gap[] = []
  const suggestions: Suggestion[] = []
  for (const entry of evaluated) {
    const { gap, proposals } = partOf(entry, context)
    if (gap) gaps.push(gap)
    for (const proposal of proposals) suggestions.push(suggestion(entry, proposal, total, context))
  }
  return { gaps, suggestions }
}
