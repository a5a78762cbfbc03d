import { z } from 'zod'
import { isoDateSchema, streamSchema } from '../core/schemas'
import { rankingRuleSchema, rawIndicator } from './ranking-rule'
import { remarkCodes } from './result'
import { decimalText, identifier } from './rules/base'
import { eventBonusSchema } from './rules/events'
import { manualAverageSchema, manualBonusSchema, manualSchema } from './rules/manual'
import { peerNormalisedSchema, rankTableSchema } from './rules/peers'
import { periodPresenceSchema } from './rules/period-presence'
import { promotionSchema } from './rules/promotion'
import { completionSchema, ratioSchema } from './rules/ratio'
import { shortageSchema } from './rules/shortage'
import { piecewiseLinearSchema, stepThresholdsSchema } from './rules/thresholds'
import { tieredCountSchema, traitPointsSchema } from './rules/tiers'
import { unitCountSchema } from './rules/unit-table'

/** The closed list of rule types: no expression language, so a file from a USB stick can do no harm. */
export const componentSchema = z.discriminatedUnion('rule', [
  unitCountSchema,
  ratioSchema,
  completionSchema,
  periodPresenceSchema,
  manualSchema,
  manualAverageSchema,
  manualBonusSchema,
  shortageSchema,
  tieredCountSchema,
  traitPointsSchema,
  stepThresholdsSchema,
  piecewiseLinearSchema,
  eventBonusSchema,
  rankTableSchema,
  peerNormalisedSchema,
  promotionSchema,
])

/** A place where the document can be read in more than one way, and how it is read. */
export const parameterSchema = z.strictObject({
  id: identifier,
  /** Number of the ambiguity in the written analysis of the document. */
  no: z.number().int().min(1),
  /** The rule field it sets; both null for a reading without a switch. */
  component: identifier.nullable(),
  field: identifier.nullable(),
  default: z.string().min(1),
  options: z.array(z.strictObject({ value: z.string().min(1), note: z.string().min(1) })).min(1),
  /** Whether only the options can be chosen, or also another run of months (`4-12`) or another day. */
  accepts: z.enum(['options', 'months', 'date']).default('options'),
  /** What is printed for a value outside the options; `{value}` stands for it. */
  otherNote: z.string().min(1).nullable().default(null),
  /** Printed under the score when one of these remarks occurs, or when the value is not the default. */
  shownWith: z.array(z.enum(remarkCodes)),
})

/** An amount of a stream for the year, e.g. 5 万元 区留成; `measure` says which of the bureau's figures it asks for. */
export const targetSchema = z.strictObject({
  stream: streamSchema,
  measure: z.enum(['districtRetained']),
  amount: decimalText,
  unit: z.enum(['yuan', 'tenThousand', 'hundredMillion']),
  clause: z.string().min(1),
})

export const schemeSchema = z
  .strictObject({
    format: z.literal(1),
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    name: z.string().min(1),
    /** Names by which a place is the district's own city (市内). */
    homeCity: z.array(z.string().min(1)).default([]),
    year: z.number().int().min(2000).max(2100),
    appliesTo: z.strictObject({ category: z.number().int().min(1).max(4).nullable(), label: z.string().min(1) }),
    docRef: z.string().min(1),
    effectiveFrom: isoDateSchema,
    /** Full marks; null where the document names none. */
    total: decimalText.nullable(),
    rounding: z.strictObject({
      mode: z.enum(['halfUp', 'truncate']),
      decimals: z.number().int().min(0).max(6),
      at: z.literal('total'),
    }),
    components: z.array(componentSchema).min(1),
    /** One-vote vetoes; what they take away. */
    vetoes: z
      .array(z.strictObject({ id: identifier, clause: z.string().min(1), effect: z.enum(['noHonour', 'zeroTotal']) }))
      .default([]),
    /** How the units of the category are put in order. */
    ranking: rankingRuleSchema.prefault({}),
    /** Amounts that the document sets for the year beside the points. */
    targets: z.array(targetSchema).default([]),
    streamsWithoutPoints: z.array(streamSchema).default([]),
    parameters: z.array(parameterSchema).default([]),
  })
  .superRefine((scheme, context) => {
    const ids = new Set(scheme.components.map((component) => component.id))
    if (ids.size !== scheme.components.length) context.addIssue({ code: 'custom', message: 'componentIdsRepeat' })
    for (const { by } of scheme.ranking.tieBreak) {
      if (by !== rawIndicator && !ids.has(by))
        context.addIssue({ code: 'custom', path: ['ranking', 'tieBreak'], message: 'componentUnknown' })
    }
    const among = new Map<string, string>()
    for (const component of scheme.components) {
      if (!('among' in component)) continue
      if ((among.get(component.key) ?? component.among) !== component.among)
        context.addIssue({ code: 'custom', path: ['components'], message: 'peersDiffer' })
      among.set(component.key, component.among)
    }
    scheme.parameters.forEach((parameter, index) => {
      const path = ['parameters', index]
      if (!parameter.options.some((option) => option.value === parameter.default))
        context.addIssue({ code: 'custom', path, message: 'defaultNotOption' })
      const actual = parameterValue(scheme, parameter)
      if (actual !== null && actual !== parameter.default)
        context.addIssue({ code: 'custom', path, message: 'ruleDiffers' })
    })
  })

export type Scheme = z.infer<typeof schemeSchema>
export type SchemeComponent = z.infer<typeof componentSchema>
export type SchemeParameter = z.infer<typeof parameterSchema>

/** What a parameter's rule field says, as text (`4-12` for a run of months); null for a reading without a switch. */
export function parameterValue(
  scheme: { readonly components: readonly SchemeComponent[] },
  parameter: SchemeParameter,
): string | null {
  if (parameter.component === null || parameter.field === null) return null
  const component = scheme.components.find((entry) => entry.id === parameter.component)
  const value = component ? Object.entries(component).find(([field]) => field === parameter.field)?.[1] : undefined
  if (value === undefined) return ''
  return Array.isArray(value) ? runText(value.map(Number)) : value === null ? 'none' : String(value)
}

function runText(numbers: readonly number[]): string {
  const first = numbers.at(0) ?? 0
  const isRun = numbers.length > 1 && numbers.every((number, index) => number === first + index)
  return isRun ? `${first}-${numbers.at(-1)}` : numbers.join(',')
}
