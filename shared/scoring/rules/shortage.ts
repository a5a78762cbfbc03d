import { z } from 'zod'
import type { Points } from '../../core/points'
import {
  addPoints,
  comparePoints,
  formatExact,
  maxPoints,
  mulPoints,
  points,
  subPoints,
  zeroPoints,
} from '../../core/points'
import type { FigureFact } from '../facts'
import type { Remark, ScoreRecord } from '../result'
import type { Outcome, RuleContext } from './base'
import { componentBase, decimalText, equalsText, factKey, isCounted, notGiven } from './base'

/** P5: full points, less a fixed amount for each missing one and each occurrence; never below the floor. */
export const shortageSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('shortageDeduction'),
  max: decimalText,
  floor: decimalText,
  shortages: z
    .array(z.strictObject({ key: factKey, label: z.string().min(1), required: decimalText, perMissing: decimalText }))
    .default([]),
  occurrences: z.array(z.strictObject({ key: factKey, label: z.string().min(1), each: decimalText })).default([]),
})

export type ShortageComponent = z.infer<typeof shortageSchema>

function counted(key: string, context: RuleContext): readonly FigureFact[] {
  return (context.facts.figures[key] ?? []).filter((fact) => isCounted(fact.on, context))
}

function sum(facts: readonly FigureFact[]): Points {
  return addPoints(...facts.map((fact) => points(fact.value)))
}

function recordsOf(facts: readonly FigureFact[], label: string): readonly ScoreRecord[] {
  return facts.map((fact) => ({
    id: fact.recordId,
    label: fact.label,
    units: fact.value,
    why: { code: 'figureCounted', params: { name: label, value: fact.value } },
  }))
}

/** P5. Source: X24 item 4 「−0.1 per missing project」 and item 6. */
export function scoreShortage(component: ShortageComponent, context: RuleContext): Outcome {
  const isGiven =
    component.shortages.length === 0 || component.shortages.some((item) => counted(item.key, context).length > 0)
  if (!isGiven) return notGiven({ code: 'figureNotGiven', params: { name: component.name } }, `0–${component.max}`)
  const records: ScoreRecord[] = []
  const notes: Remark[] = []
  const texts = [component.max]
  const inputs: Record<string, string> = {}
  let value = points(component.max)
  for (const item of component.shortages) {
    const facts = counted(item.key, context)
    records.push(...recordsOf(facts, item.label))
    inputs[item.key] = formatExact(sum(facts))
    const missing = maxPoints(zeroPoints, subPoints(points(item.required), sum(facts)))
    if (missing.n === 0n) continue
    value = subPoints(value, mulPoints(missing, points(item.perMissing)))
    texts.push(`${formatExact(missing)} × ${item.perMissing}`)
    const params = { label: item.label, missing: formatExact(missing), each: item.perMissing }
    notes.push({ code: 'shortage', params })
  }
  for (const item of component.occurrences) {
    const facts = counted(item.key, context)
    records.push(...recordsOf(facts, item.label))
    const times = sum(facts)
    inputs[item.key] = formatExact(times)
    if (times.n === 0n) continue
    value = subPoints(value, mulPoints(times, points(item.each)))
    texts.push(`${formatExact(times)} × ${item.each}`)
    notes.push({ code: 'occurrence', params: { label: item.label, count: formatExact(times), each: item.each } })
  }
  const kept = maxPoints(points(component.floor), value)
  if (comparePoints(kept, value) !== 0)
    notes.push({ code: 'clamped', params: { name: component.name, limit: component.floor } })
  const open = texts.join(' − ')
  const arithmetic = `${comparePoints(kept, value) === 0 ? open : `max(${component.floor}, ${open})`}${equalsText(kept)}`
  return { value: kept, state: 'scored', inputs, arithmetic, records, notes }
}
