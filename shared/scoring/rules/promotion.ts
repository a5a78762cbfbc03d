import { z } from 'zod'
import { addPoints, comparePoints, formatExact, points } from '../../core/points'
import type { Outcome, RuleContext } from './base'
import { componentBase, decimalText, factKey, isCounted } from './base'
import { percentOf, sumRate } from './rates'

/** P13: 直接晋档, a grade up once the annual task is met and one of several feats is done. */
export const promotionSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('promotion'),
  max: z.null(),
  insideTotal: z.literal(false),
  /** The task that must be met first. Unit of `atLeast`: per cent. */
  after: z.strictObject({ key: factKey, atLeast: decimalText }),
  anyOf: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('items'), key: factKey, amountFrom: decimalText, count: decimalText }),
        z.strictObject({ kind: z.literal('figure'), key: factKey, atLeast: decimalText }),
      ]),
    )
    .min(1),
})

export type PromotionComponent = z.infer<typeof promotionSchema>

function isDone(feat: PromotionComponent['anyOf'][number], context: RuleContext): boolean {
  if (feat.kind === 'items') {
    const items = (context.facts.items[feat.key] ?? []).filter(
      (item) => isCounted(item.on, context) && comparePoints(points(item.amount), points(feat.amountFrom)) >= 0,
    )
    return comparePoints(points(items.length), points(feat.count)) >= 0
  }
  const figures = (context.facts.figures[feat.key] ?? []).filter((fact) => isCounted(fact.on, context))
  return comparePoints(addPoints(...figures.map((fact) => points(fact.value))), points(feat.atLeast)) >= 0
}

/** P13. Source: 桐庐: after the annual task, 3 more 亿元 projects or one of 10亿 or 3000万美元. */
export function decidePromotion(component: PromotionComponent, context: RuleContext): Outcome {
  const percent = percentOf(sumRate(component.after.key, context))
  const isMet = percent !== null && comparePoints(percent, points(component.after.atLeast)) >= 0
  const isGranted = isMet && component.anyOf.some((feat) => isDone(feat, context))
  const shown = percent ? `${formatExact(percent)}%` : ''
  return {
    value: null,
    state: 'unscored',
    inputs: { task: shown, granted: isGranted ? '1' : '0' },
    arithmetic: shown ? `${shown} ${isMet ? '≥' : '<'} ${component.after.atLeast}%` : '',
    records: [],
    notes: [
      {
        code: isGranted ? 'promotionGranted' : 'promotionNotGranted',
        params: { name: component.name, shown: shown || '0%', needed: `${component.after.atLeast}%` },
      },
    ],
  }
}
