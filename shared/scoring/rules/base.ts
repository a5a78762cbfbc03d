import { z } from 'zod'
import type { IsoDate } from '../../core/dates'
import { yearOf } from '../../core/dates'
import type { Points, RoundingMode } from '../../core/points'
import { formatExact, roundPoints } from '../../core/points'
import type { ScoringFacts } from '../facts'
import type { CompletionRate, ComponentState, Remark, RemarkCode, ScoreRecord } from '../result'

/** Numbers in a scheme are decimal text, so that no binary float ever touches them. */
export const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/)
/** A word that every object knows of itself (`constructor`) is no key: it would find something that nobody recorded. */
function isOwnWord(text: string): boolean {
  return !(text in Object.prototype)
}

export const identifier = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*$/)
  .refine(isOwnWord)
/** Name of facts: a word of the streams such as `training`, or the code of a reported figure such as `investment.units`. */
export const factKey = z.string().trim().min(1).max(200).refine(isOwnWord)

/** Fields that every component of a scheme has, whatever its rule. */
export const componentBase = {
  id: identifier,
  name: z.string().min(1),
  /** The clause as the document words it. */
  clause: z.string().min(1),
  /** Upper limit of the points; null where the scheme sets none or gives none. */
  max: decimalText.nullable(),
  insideTotal: z.boolean().default(true),
  /** Units that do not take part in this component. */
  excludedUnits: z.array(z.string().min(1)).default([]),
}

/** What a rule is evaluated against. */
export interface RuleContext {
  readonly year: number
  readonly asOf: IsoDate
  readonly facts: ScoringFacts
  readonly rounding: { readonly mode: RoundingMode; readonly decimals: number }
}

/** What a rule gives back; rounding and rendering are done once, by the evaluator. */
export interface Outcome {
  /** Exact points; null when there are none to show. */
  readonly value: Points | null
  readonly state: ComponentState
  readonly inputs: Readonly<Record<string, string>>
  readonly arithmetic: string
  readonly records: readonly ScoreRecord[]
  readonly notes: readonly Remark[]
  /** Codes of the records' reasons, where the rule has gathered them already. */
  readonly reasonCodes?: ReadonlySet<RemarkCode>
  readonly raw?: string
  readonly forecast?: Points
  readonly rate?: CompletionRate
  /** Points of this component that fall outside the total. */
  readonly bonus?: Points
}

/** A fact counts from its day on; one without a day always does. */
export function isKnown(on: IsoDate | null, context: RuleContext): boolean {
  return on === null || on <= context.asOf
}

/** Known by the as-of day and dated in the scheme's year (or undated). */
export function isCounted(on: IsoDate | null, context: RuleContext): boolean {
  return isKnown(on, context) && (on === null || yearOf(on) === context.year)
}

/** Points as they are shown beside a component; rounded for display only. */
export function display(value: Points, context: RuleContext): string {
  return roundPoints(value, context.rounding.decimals, context.rounding.mode)
}

/** ` = 26.25`, or ` = 32.0833…` when no finite decimal says it. */
export function equalsText(value: Points): string {
  return ` = ${formatExact(value)}`
}

/** The outcome of a rule for which somebody has not given the figure yet. */
export function notGiven(note: Remark, arithmetic: string): Outcome {
  return { value: null, state: 'notGiven', inputs: {}, arithmetic, records: [], notes: [note] }
}
