import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, monthSchema, paragraphSchema, streamSchema } from '../core/schemas'

/** The duties that one text can serve. */
export const briefUses = [
  'investmentBrief',
  'environmentBrief',
  'environmentCase',
  'environmentSummary',
  'revenueProgress',
] as const
export type BriefUse = (typeof briefUses)[number]

/** 工作信息, 典型案例, 季度小结. */
export const briefKinds = ['brief', 'case', 'summary'] as const
export type BriefKind = (typeof briefKinds)[number]

/** 工作信息、典型案例或季度小结; one text may serve several duties. */
export const briefRecordSchema = z.object({
  id: idSchema,
  stream: streamSchema,
  kind: z.enum(briefKinds),
  title: lineSchema,
  /** The month the item counts for; it counts when `submittedOn` lies in it. */
  month: monthSchema,
  submittedOn: isoDateSchema.nullable(),
  channel: lineSchema,
  /** 字数 as WPS counts it; typed only while the text itself is not here. */
  characterCount: z.number().int().min(0).max(1_000_000).nullable(),
  isAccepted: z.boolean(),
  backfilledOn: isoDateSchema.nullable(),
  body: paragraphSchema,
  /** Duties besides the one that its stream and kind give it. */
  uses: z.array(z.enum(briefUses)).max(briefUses.length).readonly(),
  handler: lineSchema,
  isSample: z.boolean(),
})
export type BriefRecord = z.infer<typeof briefRecordSchema>

/** Exact decimal text, '' when not known. Unit: 学时. */
const hoursSchema = z.string().regex(/^(\d{1,4}(\.\d{1,2})?)?$/)
export const attendeeSchema = z.object({ personName: lineSchema.min(1), hours: hoursSchema })
export type Attendee = z.infer<typeof attendeeSchema>

export const trainingRecordSchema = z.object({
  id: idSchema,
  stream: streamSchema,
  title: lineSchema,
  /** The planned day while `status` is `planned`. */
  heldOn: isoDateSchema,
  status: z.enum(['held', 'planned']),
  isRequired: z.boolean(),
  isAttended: z.boolean(),
  attendeeCount: z.number().int().min(0).max(100_000).nullable(),
  hours: hoursSchema,
  place: lineSchema,
  handler: lineSchema,
  attendees: z.array(attendeeSchema).max(1000).readonly(),
  isSample: z.boolean(),
})
export type TrainingRecord = z.infer<typeof trainingRecordSchema>
