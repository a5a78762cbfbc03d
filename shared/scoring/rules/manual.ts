import { z } from 'zod'
import type { Points } from '../../core/points'
import {
  addPoints,
  comparePoints,
  divPoints,
  formatExact,
  maxPoints,
  minPoints,
  mulPoints,
  points,
  zeroPoints,
} from '../../core/points'
import type { ManualFact } from '../facts'
import type { Remark, ScoreRecord } from '../result'
import type { Outcome, RuleContext } from './base'
import { componentBase, decimalText, equalsText, factKey, isCounted, isKnown, notGiven } from './base'

/** P11: a figure somebody gives, with evidence. */
export const manualSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('manual'),
  max: decimalText,
  by: z.enum(['district', 'bureau']),
  evidence: z.boolean(),
})

/** A figure outside the total that the document leaves open. */
export const manualBonusSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('manualBonus'),
  default: decimalText,
  /** What is said until somebody gives the figure. */
  status: z.string().min(1),
  /** Happenings the figure would be given for. */
  eventKey: factKey,
})

/** P11 over several judges: weighted manual figures, or the mean of all figures of a key. */
export const manualAverageSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('manualAverage'),
  max: decimalText,
  combine: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('weighted'),
      parts: z.array(z.strictObject({ key: factKey, label: z.string().min(1), weight: decimalText })).min(1),
    }),
    z.strictObject({ kind: z.literal('mean'), key: factKey }),
  ]),
})

export type ManualComponent = z.infer<typeof manualSchema>
export type ManualBonusComponent = z.infer<typeof manualBonusSchema>
export type ManualAverageComponent = z.infer<typeof manualAverageSchema>

/** The latest figure given by the as-of day; among equals the last one recorded. */
function latest(key: string, context: RuleContext): ManualFact | undefined {
  return (context.facts.manual[key] ?? [])
    .filter((fact) => isKnown(fact.givenOn, context))
    .reduce<ManualFact | undefined>((best, fact) => {
      return best && (best.givenOn ?? '') > (fact.givenOn ?? '') ? best : fact
    }, undefined)
}

function givenRemark(name: string, fact: ManualFact): Remark {
  return {
    code: 'manualGiven',
    params: { name, value: fact.value, docRef: fact.docRef ?? '', givenOn: fact.givenOn ?? '' },
  }
}

function bounded(value: Points, max: string): { readonly value: Points; readonly isCut: boolean } {
  const kept = maxPoints(zeroPoints, minPoints(points(max), value))
  return { value: kept, isCut: comparePoints(kept, value) !== 0 }
}

/** P11. Source: 「材料反馈、宣传、配合」 and the like, where the district gives the figure. */
export function scoreManual(component: ManualComponent, context: RuleContext): Outcome {
  const { name, max } = component
  const fact = latest(component.id, context)
  if (!fact) return notGiven({ code: 'manualNotGiven', params: { name, max } }, `0–${max}`)
  const { value, isCut } = bounded(points(fact.value), max)
  const notes = [givenRemark(name, fact)]
  if (isCut) notes.push({ code: 'manualCapped', params: { name, value: fact.value, max } })
  return {
    value,
    state: 'scored',
    inputs: { value: fact.value },
    arithmetic: formatExact(value),
    records: [],
    notes,
    raw: fact.value,
  }
}

/** Source: 「授课可适当加分」: no figure is set, so none is invented. */
export function scoreManualBonus(component: ManualBonusComponent, context: RuleContext): Outcome {
  const { name } = component
  const events = (context.facts.events[component.eventKey] ?? []).filter((event) => isCounted(event.on, context))
  const records = events.map((event): ScoreRecord => ({
    id: event.recordId,
    label: event.label,
    units: event.count ?? '1',
    why: { code: 'bonusPending', params: { name, status: component.status } },
  }))
  const fact = latest(component.id, context)
  const value = points(fact?.value ?? component.default)
  const pending: Remark = { code: 'bonusPending', params: { name, status: component.status, count: events.length } }
  const notes: readonly Remark[] = fact
    ? [{ code: 'bonusGiven', params: { name, value: fact.value, docRef: fact.docRef ?? '' } }]
    : events.length > 0
      ? [pending]
      : []
  return {
    value,
    state: fact || events.length === 0 ? 'scored' : 'pending',
    inputs: { value: fact?.value ?? component.default, events: String(events.length) },
    arithmetic: formatExact(value),
    records,
    notes,
  }
}

/** P11 by several judges. Source: AH 「园区70%+乡镇30%」, 「工作队评价」 as a mean. */
export function scoreManualAverage(component: ManualAverageComponent, context: RuleContext): Outcome {
  const { combine, name, max } = component
  const missing = notGiven({ code: 'manualNotGiven', params: { name, max } }, `0–${max}`)
  const notes: Remark[] = []
  const texts: string[] = []
  const terms: Points[] = []
  if (combine.kind === 'weighted') {
    for (const part of combine.parts) {
      const fact = latest(part.key, context)
      if (!fact) return missing
      terms.push(mulPoints(points(part.weight), points(fact.value)))
      texts.push(`${fact.value} × ${part.weight}`)
      notes.push(givenRemark(part.label, fact))
    }
  } else {
    const figures = (context.facts.figures[combine.key] ?? []).filter((fact) => isCounted(fact.on, context))
    if (figures.length === 0) return missing
    terms.push(divPoints(addPoints(...figures.map((fact) => points(fact.value))), points(figures.length)) ?? zeroPoints)
    texts.push(`(${figures.map((fact) => fact.value).join(' + ')}) ÷ ${figures.length}`)
  }
  const { value, isCut } = bounded(addPoints(...terms), max)
  if (isCut) notes.push({ code: 'clamped', params: { name, limit: formatExact(value) } })
  const arithmetic = `${texts.join(' + ')}${equalsText(value)}`
  return { value, state: 'scored', inputs: {}, arithmetic, records: [], notes }
}
