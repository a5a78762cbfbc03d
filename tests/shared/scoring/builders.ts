import type { IsoDate } from '../../../shared/core/dates'
import { parseIsoDate } from '../../../shared/core/dates'
import type { DatedFact, ItemFact, ManualFact, RatioFact, ScoringFacts, UnitFact } from '../../../shared/scoring/facts'
import { noFacts } from '../../../shared/scoring/facts'
import type { ComponentScore, ScoreResult } from '../../../shared/scoring/result'
import type { Scheme } from '../../../shared/scoring/scheme'
import { shippedSchemes } from '../../../shared/scoring/schemes'

/** A day of a test; a typing mistake fails at once. */
export function day(text: string): IsoDate {
  const parsed = parseIsoDate(text)
  if (!parsed) throw new Error(`not a day: ${text}`)
  return parsed
}

export const yearEnd = day('2022-12-31')

export function dongli(): Scheme {
  const scheme = shippedSchemes().find((entry) => entry.id === 'dongli-2022-cat3')
  if (!scheme) throw new Error('the Dongli scheme ships')
  return scheme
}

let sequence = 0

/** A lead filed on 2022-03-15 with all four conditions met on that day. */
export function aLead(classes: string | readonly string[], changes: Partial<UnitFact> = {}): UnitFact {
  sequence += 1
  const filedOn = changes.filedOn === undefined ? day('2022-03-15') : changes.filedOn
  return {
    recordId: `lead-${sequence}`,
    label: `线索${sequence}`,
    classes: typeof classes === 'string' ? [classes] : classes,
    filedOn,
    requirements: { filedTruthfully: true, certifiedOn: filedOn, contactedOn: filedOn, acceptedOn: filedOn },
    landedOn: null,
    registeredInDistrict: null,
    duplicateOf: null,
    revokedOn: null,
    ...changes,
  }
}

export function landed(on: string): Partial<UnitFact> {
  return { landedOn: day(on), registeredInDistrict: true }
}

/** One accepted brief in each of the months, dated the 10th. */
export function briefsIn(months: readonly number[], year = 2022): readonly DatedFact[] {
  return months.map((month, index) => ({
    recordId: `brief-${month}-${index}`,
    label: `第${index + 1}期`,
    on: day(`${year}-${String(month).padStart(2, '0')}-10`),
    accepted: true,
  }))
}

/** Trainings of which the first `attended` were attended, one a month from January. */
export function trainings(attended: number, required: number): readonly RatioFact[] {
  return Array.from({ length: required }, (_, index) => ({
    recordId: `training-${index}`,
    label: `培训${index + 1}`,
    on: day(`2022-${String(index + 1).padStart(2, '0')}-20`),
    num: index < attended ? '1' : '0',
    den: '1',
  }))
}

export function given(value: string, on: IsoDate | null = null): readonly ManualFact[] {
  return [{ value, evidence: '评分表', docRef: '区合作交流办通知', givenOn: on }]
}

export function ratio(num: string, den: string | null): readonly RatioFact[] {
  return [{ recordId: 'r', label: '完成情况', on: null, num, den }]
}

export function figure(value: string) {
  return [{ recordId: `figure-${value}`, label: value, on: null, value }]
}

export function times(count: string) {
  return [{ recordId: 'event', label: '事项', on: null, count }]
}

export function item(amount: string, traits: readonly string[] = [], amounts: Record<string, string> = {}): ItemFact {
  sequence += 1
  return { recordId: `item-${sequence}`, label: amount, on: null, amount, traits, amounts }
}

export function facts(changes: Partial<ScoringFacts>): ScoringFacts {
  return { ...noFacts, ...changes }
}

export function component(result: ScoreResult, id: string): ComponentScore {
  const found = result.components.find((entry) => entry.id === id)
  if (!found) throw new Error(`component ${id}`)
  return found
}

export const allMonths: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1)
