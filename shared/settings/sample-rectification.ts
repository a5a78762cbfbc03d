import { z } from 'zod'
import { isoDateSchema, moneySchema } from '../core/schemas'
import { determinations, findingEvents } from '../rectification/lifecycle'
import {
  appointedRoles,
  evidenceKinds,
  findingFieldsSchema,
  findingKinds,
  programFieldsSchema,
} from '../rectification/record'
import {
  accountabilitySchema,
  findingAmountSchema,
  lookBackResults,
  ruleMadeSchema,
} from '../rectification/part-records'
import data from './sample-rectification-2022.json'

const text = z.string()

const measureSchema = z.object({
  text,
  unit: text,
  handler: text,
  dueOn: isoDateSchema.nullable(),
  /** The day from which it is there; null = from the beginning. */
  addedOn: isoDateSchema.nullable(),
  isStarted: z.boolean(),
  doneOn: isoDateSchema.nullable(),
  isLongTerm: z.boolean(),
  verifiedOn: isoDateSchema.nullable(),
  result: text,
})

const stepSchema = z.object({
  event: z.enum([...findingEvents, 'progress']),
  on: isoDateSchema,
  by: text,
  text,
  agreedBy: text.default(''),
  docNo: text.default(''),
  determination: z.enum(determinations).nullable().default(null),
  newDueOn: isoDateSchema.nullable().default(null),
  isApproved: z.boolean().default(true),
  referral: z
    .object({ to: text, cases: z.number().int(), persons: z.number().int(), amount: moneySchema.nullable() })
    .nullable()
    .default(null),
})

const pointSchema = z.object({ no: text, text })

export const sampleFindingSchema = findingFieldsSchema.partial().extend({
  kind: z.enum(findingKinds),
  title: text,
  /** The deadline before it was extended or set anew; `dueOn` is the one that holds now. */
  firstDueOn: isoDateSchema.nullable().default(null),
  /** Names of the sample's own project and enterprise that it is about, and the voucher of the entry it brought. */
  project: text.default(''),
  enterprise: text.default(''),
  revenueVoucher: text.default(''),
  /** Closed in a ledger that was there before: without steps and 销号单 of this program. */
  ledger: z.object({ startedOn: isoDateSchema, closedOn: isoDateSchema, closureFormNo: text }).nullable().default(null),
  points: z.array(pointSchema.extend({ items: z.array(pointSchema) })).default([]),
  measures: z.array(measureSchema).default([]),
  evidence: z
    .array(
      z.object({
        fileName: text,
        kind: z.enum(evidenceKinds),
        /** Number of the measure that it proves, from 1; null = the finding as a whole. */
        measure: z.number().int().min(1).nullable(),
        addedOn: isoDateSchema,
        cycle: z.number().int(),
        note: text,
        /** What the file says. */
        text,
      }),
    )
    .default([]),
  amounts: z.array(findingAmountSchema.omit({ id: true, findingId: true })).default([]),
  rules: z.array(ruleMadeSchema.omit({ id: true, findingId: true })).default([]),
  accountability: z.array(accountabilitySchema.omit({ id: true, findingId: true })).default([]),
  /** What look-backs found; when they are due follows from the 销号. */
  lookBacks: z
    .array(z.object({ doneOn: isoDateSchema, doneBy: text, result: z.enum(lookBackResults), note: text }))
    .default([]),
  steps: z.array(stepSchema),
})
export type SampleFinding = z.output<typeof sampleFindingSchema>
export type SampleStep = SampleFinding['steps'][number]
export type SampleMeasure = SampleFinding['measures'][number]

const sampleRectificationSchema = z.object({
  /** 整改分工. */
  roles: z.array(z.object({ role: z.enum(appointedRoles), name: text })),
  handlers: z.array(text),
  programs: z.array(
    programFieldsSchema
      .pick({
        source: true,
        level: true,
        title: true,
        docNo: true,
        auditee: true,
        originYears: true,
        feedbackOn: true,
        reportToUnit: true,
        reportCycleMonths: true,
        remark: true,
      })
      .extend({
        /** Periodic reports that went out. */
        sent: z.array(z.object({ dueOn: isoDateSchema, sentOn: isoDateSchema })),
        findings: z.array(sampleFindingSchema),
      }),
  ),
})
export type SampleRectification = z.output<typeof sampleRectificationSchema>

let parsed: SampleRectification | undefined

/** The sample of 整改台账; invented, with role words in place of names. Parsed when first asked for. */
export function sampleRectification(): SampleRectification {
  parsed ??= sampleRectificationSchema.parse(data)
  return parsed
}
