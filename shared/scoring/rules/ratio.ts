import { z } from 'zod'
import { addPoints, comparePoints, formatExact, minPoints, mulPoints, points } from '../../core/points'
import type { Points } from '../../core/points'
import type { Remark } from '../result'
import type { Outcome, RuleContext } from './base'
import { componentBase, decimalText, equalsText, factKey } from './base'
import type { SummedRate } from './rates'
import { completionRate, sumRate } from './rates'

/** P2: share reached × points, each part with its own cap, the whole with `max`. */
export const ratioSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('ratio'),
  /** Points at 100 %. */
  full: decimalText,
  parts: z
    .array(z.strictObject({ key: factKey, weight: decimalText.default('1'), cap: decimalText.nullable() }))
    .min(1),
  /** What holds when nothing was required of anybody. */
  whenDenZero: z.enum(['full', 'zero', 'exclude']),
})

export type RatioComponent = z.infer<typeof ratioSchema>

/** Completion without points: the scheme sets a target but the weights are elsewhere or not issued. */
export const completionSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('completion'),
  max: z.null(),
  key: factKey,
  unit: z.string().min(1),
})

export type CompletionComponent = z.infer<typeof completionSchema>

interface CappedPart {
  readonly value: Points
  readonly text: string
  readonly capped: boolean
}

function cappedPart(part: RatioComponent['parts'][number], rate: SummedRate, share: Points): CappedPart {
  const cap = part.cap === null ? null : points(part.cap)
  const used = cap ? minPoints(cap, share) : share
  const fraction = `${formatExact(rate.num)} ÷ ${rate.den ? formatExact(rate.den) : '0'}`
  const shareText = part.cap === null ? fraction : `min(${part.cap}, ${fraction})`
  const text = part.weight === '1' ? shareText : `${part.weight} × ${shareText}`
  return {
    value: mulPoints(points(part.weight), used),
    text,
    capped: cap !== null && comparePoints(share, cap) > 0,
  }
}

function withoutDenominator(component: RatioComponent, rates: readonly SummedRate[]): Outcome {
  const records = rates.flatMap((rate) => rate.records)
  const isFull = component.whenDenZero === 'full'
  const value = points(isFull ? component.full : '0')
  const note: Remark = { code: 'noneRequired', params: { name: component.name, reading: component.whenDenZero } }
  const inputs = { num: '0', den: '0' }
  if (component.whenDenZero === 'exclude')
    return { value: null, state: 'excluded', inputs, arithmetic: '0 ÷ 0', records, notes: [note] }
  return { value, state: 'scored', inputs, arithmetic: `0 ÷ 0 → ${formatExact(value)}`, records, notes: [note] }
}

function noTarget(component: { readonly name: string }, rate: SummedRate): Outcome {
  return {
    value: null,
    state: 'unscored',
    inputs: { num: formatExact(rate.num) },
    arithmetic: formatExact(rate.num),
    records: rate.records,
    notes: [{ code: 'noTarget', params: { name: component.name, value: formatExact(rate.num) } }],
    raw: formatExact(rate.num),
  }
}

/** P2. Source: e.g. 「参加培训占平时考核分的20%」; X24 caps one item at 120 % and another at 100 %. */
export function scoreRatio(component: RatioComponent, context: RuleContext): Outcome {
  const rates = component.parts.map((part) => sumRate(part.key, context))
  const withoutTarget = rates.find((rate) => rate.isGiven && rate.den === null)
  if (withoutTarget) return noTarget(component, withoutTarget)
  const parts: CappedPart[] = []
  component.parts.forEach((part, index) => {
    const rate = rates[index]
    if (rate?.share) parts.push(cappedPart(part, rate, rate.share))
  })
  if (parts.length < component.parts.length) return withoutDenominator(component, rates)
  const share = addPoints(...parts.map((part) => part.value))
  const open = mulPoints(points(component.full), share)
  const max = component.max === null ? null : points(component.max)
  const value = max ? minPoints(max, open) : open
  const isCut = max !== null && comparePoints(open, max) > 0
  const sum = parts.length === 1 ? (parts[0]?.text ?? '') : `(${parts.map((part) => part.text).join(' + ')})`
  const product = component.full === '1' ? sum : `${component.full} × ${sum}`
  const only = rates.length === 1 ? rates[0] : undefined
  const rate = only ? completionRate(only, context) : null
  const notes: Remark[] =
    isCut || parts.some((part) => part.capped)
      ? [{ code: 'partCapped', params: { name: component.name, max: component.max ?? component.full } }]
      : []
  return {
    value,
    state: 'scored',
    inputs: ratioInputs(component, rates),
    arithmetic: `${isCut ? `min(${component.max}, ${product})` : product}${equalsText(value)}`,
    records: rates.flatMap((summed) => summed.records),
    notes,
    raw: formatExact(share),
    ...(rate ? { rate } : {}),
  }
}

function ratioInputs(component: RatioComponent, rates: readonly SummedRate[]): Record<string, string> {
  const inputs: Record<string, string> = {}
  component.parts.forEach((part, index) => {
    const rate = rates[index]
    if (!rate) return
    const suffix = component.parts.length === 1 ? '' : `.${part.key}`
    inputs[`num${suffix}`] = formatExact(rate.num)
    inputs[`den${suffix}`] = rate.den ? formatExact(rate.den) : ''
  })
  return inputs
}

/** Shows completion, never a zero score. Source: the figures of the assignment, points not issued. */
export function showCompletion(component: CompletionComponent, context: RuleContext): Outcome {
  const summed = sumRate(component.key, context)
  if (!summed.isGiven) {
    const params = { name: component.name }
    return {
      value: null,
      state: 'notGiven',
      inputs: {},
      arithmetic: '',
      records: [],
      notes: [{ code: 'figureNotGiven', params }],
    }
  }
  if (summed.den === null) return noTarget(component, summed)
  const rate = completionRate(summed, context)
  return {
    value: null,
    state: 'unscored',
    inputs: { num: formatExact(summed.num), den: formatExact(summed.den), unit: component.unit },
    arithmetic: `${formatExact(summed.num)} ÷ ${formatExact(summed.den)}${rate ? ` = ${rate.percent}` : ''}`,
    records: summed.records,
    notes: [],
    raw: formatExact(summed.num),
    ...(rate ? { rate } : {}),
  }
}
