import { z } from 'zod'
import type { Points } from '../../core/points'
import {
  addPoints,
  comparePoints,
  divPoints,
  floorPoints,
  formatExact,
  maxPoints,
  minPoints,
  mulPoints,
  points,
  subPoints,
  zeroPoints,
} from '../../core/points'
import type { Remark } from '../result'
import type { Outcome, RuleContext } from './base'
import { componentBase, decimalText, equalsText, factKey, notGiven } from './base'
import type { SummedRate } from './rates'
import { completionRate, percentOf, sumRate } from './rates'

/** P6: the first step whose conditions all hold gives its points; none gives 0. */
export const stepThresholdsSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('stepThresholds'),
  max: decimalText,
  /** From the best step down. Unit of `atLeast`: per cent. */
  steps: z
    .array(
      z.strictObject({
        points: decimalText,
        all: z.array(z.strictObject({ key: factKey, atLeast: decimalText })).min(1),
      }),
    )
    .min(1),
})

export type StepThresholdsComponent = z.infer<typeof stepThresholdsSchema>

/** P10: points at 100 %, changed by slopes below and above it. */
export const piecewiseLinearSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('piecewiseLinear'),
  key: factKey,
  /** Points at exactly 100 %. */
  base: decimalText,
  below: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('slope'), perPoint: decimalText }),
    z.strictObject({ kind: z.literal('fixed'), points: decimalText }),
  ]),
  /** Ascending; `upTo` in per cent, null for open; `perStep` points for each `step` per cent, whole steps only if asked. */
  above: z.array(
    z.strictObject({
      upTo: decimalText.nullable(),
      step: decimalText,
      perStep: decimalText,
      wholeSteps: z.boolean(),
    }),
  ),
  maxGain: decimalText.nullable(),
  maxLoss: decimalText.nullable(),
})

export type PiecewiseLinearComponent = z.infer<typeof piecewiseLinearSchema>

/** P6. Source: ST 「task ≥100%/≥80%/≥50% and 实际投入 ≥20%」. */
export function scoreStepThresholds(component: StepThresholdsComponent, context: RuleContext): Outcome {
  const keys = [...new Set(component.steps.flatMap((step) => step.all.map((condition) => condition.key)))]
  const rates = new Map(keys.map((key) => [key, sumRate(key, context)]))
  const percents = new Map<string, Points>()
  for (const [key, rate] of rates) {
    const percent = percentOf(rate)
    if (!percent) return notGiven({ code: 'figureNotGiven', params: { name: component.name } }, `0–${component.max}`)
    percents.set(key, percent)
  }
  const reached = component.steps.find((step) =>
    step.all.every((condition) => {
      const percent = percents.get(condition.key)
      return percent !== undefined && comparePoints(percent, points(condition.atLeast)) >= 0
    }),
  )
  const value = points(reached?.points ?? '0')
  const inputs = Object.fromEntries([...percents].map(([key, percent]) => [key, `${formatExact(percent)}%`]))
  const shown = Object.values(inputs).join(', ')
  const limits = reached ? reached.all.map((condition) => `≥${condition.atLeast}%`).join(', ') : ''
  const note: Remark = reached
    ? { code: 'stepReached', params: { name: component.name, shown, limits, points: reached.points } }
    : { code: 'stepNotReached', params: { name: component.name, shown } }
  return {
    value,
    state: 'scored',
    inputs,
    arithmetic: reached ? `${shown}; ${limits} → ${reached.points}` : `${shown} → 0`,
    records: [...rates.values()].flatMap((rate) => rate.records),
    notes: [note],
  }
}

interface Change {
  readonly value: Points
  readonly text: string
}

function changeBelow(component: PiecewiseLinearComponent, percent: Points): Change {
  const gap = subPoints(points(100), percent)
  if (component.below.kind === 'fixed') {
    const value = subPoints(points(component.below.points), points(component.base))
    return { value, text: `→ ${component.below.points}` }
  }
  const loss = mulPoints(gap, points(component.below.perPoint))
  return { value: mulPoints(points(-1), loss), text: `− ${formatExact(gap)} × ${component.below.perPoint}` }
}

function changeAbove(component: PiecewiseLinearComponent, percent: Points): Change {
  let from = points(100)
  let value = zeroPoints
  const texts: string[] = []
  for (const segment of component.above) {
    if (comparePoints(percent, from) <= 0) break
    const to = segment.upTo === null ? percent : minPoints(percent, points(segment.upTo))
    const steps = divPoints(subPoints(to, from), points(segment.step)) ?? zeroPoints
    const counted = segment.wholeSteps ? floorPoints(steps) : steps
    value = addPoints(value, mulPoints(counted, points(segment.perStep)))
    texts.push(`+ ${formatExact(counted)} × ${segment.perStep}`)
    from = to
  }
  return { value, text: texts.join(' ') }
}

function clampChange(component: PiecewiseLinearComponent, change: Points): Points {
  if (component.below.kind === 'fixed' && change.s < 0n) return change
  const upper = component.maxGain === null ? change : minPoints(points(component.maxGain), change)
  return component.maxLoss === null ? upper : maxPoints(mulPoints(points(-1), points(component.maxLoss)), upper)
}

/** P10. Source: ZD (base 25, ±10), OC (0 below 100 %, +0.5 for each full 10 % over). */
export function scorePiecewiseLinear(component: PiecewiseLinearComponent, context: RuleContext): Outcome {
  const summed: SummedRate = sumRate(component.key, context)
  const percent = percentOf(summed)
  if (!percent) return notGiven({ code: 'figureNotGiven', params: { name: component.name } }, component.base)
  const change =
    comparePoints(percent, points(100)) < 0 ? changeBelow(component, percent) : changeAbove(component, percent)
  const kept = clampChange(component, change.value)
  const open = addPoints(points(component.base), kept)
  const value = component.max === null ? open : minPoints(points(component.max), open)
  const isCut = comparePoints(kept, change.value) !== 0
  const notes: Remark[] = isCut
    ? [{ code: 'clamped', params: { name: component.name, limit: formatExact(value) } }]
    : []
  const rate = completionRate(summed, context)
  return {
    value,
    state: 'scored',
    inputs: { percent: `${formatExact(percent)}%`, base: component.base },
    arithmetic: `${[component.base, change.text].filter(Boolean).join(' ')}${equalsText(value)}`,
    records: summed.records,
    notes,
    raw: formatExact(percent),
    ...(rate ? { rate } : {}),
  }
}
