import { z } from 'zod'
import { leadRecordSchema } from '../investment/record'
import { decimalSchema, isoDateSchema, monthSchema } from '../core/schemas'
import { bureauSchema, groupRoleSchema } from './contract'
import data from './sample-2022.json'

const text = z.string()

const assignmentSchema = z.object({
  itemCode: text,
  stream: text,
  taskName: text,
  indicator: text,
  target: decimalSchema.nullable(),
  targetFirstQuarter: decimalSchema.nullable(),
  targetFirstHalf: decimalSchema.nullable(),
  targetThreeQuarters: decimalSchema.nullable(),
  targetText: text,
  participation: text,
  unit: text,
  leadUnit: text,
  responsibleUnit: text,
  supportUnits: text,
  responsibleLeader: text,
  dueText: text,
  dueOn: isoDateSchema.nullable(),
  duePrecision: text,
  dueRule: z.record(z.string(), z.unknown()),
  cycle: text,
  reportingTime: text,
  channel: text,
  remark: text,
  /** What the bureau has reached, in its own words' unit. */
  actual: decimalSchema.nullable(),
})

const sampleSchema = z.object({
  /** The day on which the sample is most telling. */
  day: isoDateSchema,
  bureau: bureauSchema,
  groups: z.array(groupRoleSchema),
  assignments: z.array(assignmentSchema),
  leads: z.array(
    leadRecordSchema.omit({ id: true, isSample: true, createdAt: true, updatedAt: true }).extend({
      backfilledFields: z.array(text).default([]),
      handler: text.default(''),
      followUps: z.array(z.object({ happenedOn: isoDateSchema, way: text, text })),
    }),
  ),
  briefs: z.array(
    z.object({
      stream: text,
      title: text,
      month: monthSchema,
      submittedOn: isoDateSchema.nullable(),
      channel: text,
      characterCount: z.number().int().nullable(),
      isAccepted: z.boolean(),
    }),
  ),
  trainings: z.array(
    z.object({
      title: text,
      heldOn: isoDateSchema,
      isRequired: z.boolean(),
      isAttended: z.boolean(),
      attendeeCount: z.number().int().nullable(),
    }),
  ),
})

export type Sample = z.output<typeof sampleSchema>

let parsed: Sample | undefined

/** The sample bureau and its records; invented, with role words in place of names. Parsed when first asked for. */
export function sampleData(): Sample {
  parsed ??= sampleSchema.parse(data)
  return parsed
}
