import { z } from 'zod'
import { briefKinds, briefUses } from '../briefs/record'
import { isoDateSchema, monthSchema, streamSchema } from '../core/schemas'
import { demandFieldsSchema, visitModes } from '../environment/record'
import { emptyProject } from '../projects/empty-project'
import { permitSchema, projectProblemSchema, projectRecordSchema, projectVisitSchema } from '../projects/record'
import { revenueRecordSchema, revenueTipSchema } from '../revenue/record'
import data from './sample-streams-2022.json'

const text = z.string()

const sampleStreamsSchema = z.object({
  /** Who has the assignments of each stream in hand. */
  handlers: z.record(streamSchema, text),
  officials: z.array(z.object({ name: text, rank: text })),
  enterprises: z.array(
    z.object({
      name: text,
      creditCode: text,
      street: text,
      scale: text,
      industry: text,
      officials: z.array(text),
    }),
  ),
  visits: z.array(
    z.object({
      enterprise: text,
      official: text,
      visitedOn: isoDateSchema,
      mode: z.enum(visitModes),
      visitors: text,
      topics: text,
      demands: z.array(demandFieldsSchema.omit({ enterpriseId: true, visitId: true, raisedOn: true, handler: true })),
    }),
  ),
  policies: z.array(
    z.object({
      title: text,
      docNo: text,
      issuer: text,
      publishedOn: isoDateSchema,
      explainerReadyOn: isoDateSchema.nullable(),
      explainer: text,
      sentOn: isoDateSchema.nullable(),
      sentVia: text,
      channels: z.array(text),
      /** The day on which all linked enterprises but `notTold` were told; null = none was. */
      toldOn: isoDateSchema.nullable(),
      notTold: z.array(text),
    }),
  ),
  briefs: z.array(
    z.object({
      stream: streamSchema,
      kind: z.enum(briefKinds),
      title: text,
      month: monthSchema,
      submittedOn: isoDateSchema,
      channel: text,
      body: text,
      characterCount: z.number().int().nullable(),
      uses: z.array(z.enum(briefUses)),
    }),
  ),
  projects: z.array(
    z.preprocess(
      (raw) => (typeof raw === 'object' ? { ...emptyProject, ...raw } : raw),
      projectRecordSchema.omit({ id: true, isSample: true, createdAt: true, updatedAt: true }).extend({
        permits: z.array(permitSchema.omit({ id: true, projectId: true, applicant: true })),
        problems: z.array(projectProblemSchema.omit({ id: true, projectId: true, handler: true })),
        visits: z.array(projectVisitSchema.omit({ id: true, projectId: true })),
      }),
    ),
  ),
  revenue: z.array(
    revenueRecordSchema.pick({
      item: true,
      source: true,
      payer: true,
      status: true,
      bookedOn: true,
      gross: true,
      districtRetained: true,
      voucherNo: true,
    }),
  ),
  tips: z.array(
    revenueTipSchema.omit({ id: true, entryId: true, handler: true }).extend({
      /** Place of its entry in `revenue`. */
      entry: z.number().int(),
    }),
  ),
  tasks: z.array(z.object({ code: text, occurrence: text, submittedOn: isoDateSchema })),
})

export type SampleStreams = z.output<typeof sampleStreamsSchema>

let parsed: SampleStreams | undefined

/** The sample records of 项目, 营商环境 and 收入; invented, with role words in place of names. Parsed when first asked for. */
export function sampleStreams(): SampleStreams {
  parsed ??= sampleStreamsSchema.parse(data)
  return parsed
}
