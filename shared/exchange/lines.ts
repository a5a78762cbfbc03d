import { z } from 'zod'
import { isoDateSchema, lineSchema, paragraphSchema } from '../core/schemas'
import { streams } from '../core/schemas'

/** The chapters that a line may belong to: the four streams and 整改. */
export const lineChapters = [...streams, 'rectification'] as const

/** `figure` is a counted number; every other kind is one record behind such numbers. */
export const lineKinds = [
  'figure',
  'lead',
  'brief',
  'training',
  'project',
  'task',
  'policy',
  'visit',
  'demand',
  'entry',
  'tip',
  'finding',
] as const
export type LineKind = (typeof lineKinds)[number]

/** Exact decimal text of any length that a report can have. */
const quantity = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,12})?$/)
  .nullable()

/**
 * One line that a bureau reports and the district accepts, adjusts or returns. The key stays the same over editions:
 * `figure/<code>`, else `<kind>/<record id>`; a line that came by table has its row in place of the id.
 */
export const reportedLineSchema = z.looseObject({
  key: z.string().min(1).max(200),
  stream: z.enum(lineChapters),
  kind: z.enum(lineKinds),
  label: paragraphSchema,
  /** 计量单位 of the numbers: 个, 篇, 万元, %. */
  unit: z.string().max(20),
  target: quantity,
  /** 本季（本月）完成. */
  current: quantity,
  /** 本年累计完成. */
  cumulative: quantity,
  /** 完成率 as printed; '' where there is none. */
  rate: z.string().max(40),
  /** How a figure was counted, in words; '' for records. */
  formula: paragraphSchema,
  /** The record's state in the office's words. */
  status: lineSchema,
  happenedOn: isoDateSchema.nullable(),
  /** Files kept with the record; what a table says for a unit without the program. */
  evidence: z.number().int().min(0),
  enterprise: z.looseObject({ name: lineSchema, creditCode: lineSchema }).nullable(),
  /** Keys of the lines that a figure adds up; empty when it is no plain sum. */
  parts: z.array(z.string().max(200)).default([]),
  /** Facts that scoring needs, by the record's own field names; see `line-facts.ts`. */
  detail: z.record(z.string().max(60), z.string().max(2000).nullable()).default({}),
})
export type ReportedLine = z.infer<typeof reportedLineSchema>

export const verdicts = ['accepted', 'adjusted', 'returned'] as const
export type VerdictKind = (typeof verdicts)[number]

/** What the district decided about a line. Without a verdict a line counts as reported. */
export const verdictSchema = z.looseObject({
  key: z.string().min(1).max(200),
  verdict: z.enum(verdicts),
  /** 核定数 of a figure (decimal text), or the decided 项目类别 of a lead; null where the report stands. */
  approved: z.string().max(60).nullable(),
  /** Required for `adjusted` and `returned`. */
  reason: paragraphSchema,
})
export type Verdict = z.infer<typeof verdictSchema>
