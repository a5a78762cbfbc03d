import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, monthSchema, paragraphSchema, yearSchema } from '../core/schemas'
import {
  briefRecordSchema,
  followUpSchema,
  leadBureauFieldsSchema,
  leadClasses,
  leadDistrictFactsSchema,
  leadEndings,
  leadRecordSchema,
  trainingRecordSchema,
} from './record'
import { leadStates } from './states'

export const leadStateSchema = z.enum(leadStates)

export const leadRowSchema = z.object({
  lead: leadRecordSchema,
  state: leadStateSchema,
  /** Units it counts for in the year, exact decimal text; null where no scheme gives points. */
  units: z.string().nullable(),
  /** Filled items of the project file, e.g. 5 of 7. */
  completeness: z.object({ filled: z.number().int(), of: z.number().int() }),
  lastFollowUpOn: isoDateSchema.nullable(),
  /** It came with an imported table; `source` of the detail says which row. */
  isImported: z.boolean(),
})
export type LeadRow = z.infer<typeof leadRowSchema>

export const leadFilterSchema = z.object({
  text: z.string().max(100),
  states: z.array(leadStateSchema),
  classes: z.array(z.enum(leadClasses)),
  /** Only leads filed in this year (or not filed yet); null = all years. */
  year: yearSchema.nullable(),
})
export type LeadFilter = z.infer<typeof leadFilterSchema>

export const leadSortSchema = z.object({
  by: z.enum(['filedOn', 'title', 'investorName', 'updatedAt']),
  descending: z.boolean(),
})
export type LeadSort = z.infer<typeof leadSortSchema>

export const attachmentSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  sha256: z.string(),
  size: z.number().int(),
  addedAt: z.string(),
  addedBy: z.string(),
})
export type Attachment = z.infer<typeof attachmentSchema>

/** A remark of the rules on a record: the rule, how grave, the field, and the sentence. */
export const checkSchema = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'unknown']),
  field: z.string().nullable(),
  text: z.string(),
})

export const duplicateSchema = z.object({
  id: idSchema,
  title: z.string(),
  investorName: z.string(),
  filedOn: isoDateSchema.nullable(),
  state: leadStateSchema,
  reason: z.enum(['creditCode', 'sameName', 'alikeName']),
  /** The question to the person, with the other lead's name and date. */
  text: z.string(),
})

export const leadDetailSchema = leadRowSchema.extend({
  /** What is missing for 有效, in the office's words; empty when it is effective. */
  missingForEffective: z.array(z.string()),
  gaps: z.array(z.string()),
  checks: z.array(checkSchema),
  duplicates: z.array(duplicateSchema),
  /** The class the facts point to, with the reasons; the district decides. */
  proposal: z.object({ leadClass: z.enum(leadClasses).nullable(), reasons: z.array(z.string()) }),
  /** Why it has its units, in words. */
  unitsReason: z.string(),
  nextStates: z.array(leadStateSchema),
  followUps: z.array(followUpSchema),
  attachments: z.array(attachmentSchema),
  source: z.object({ batchId: z.string(), file: z.string(), row: z.number().int() }).nullable(),
})
export type LeadDetail = z.infer<typeof leadDetailSchema>

export const monthCellSchema = z.object({
  month: monthSchema,
  isAssessed: z.boolean(),
  isFulfilled: z.boolean(),
  /** The month is over (or today's), so an empty one is a gap. */
  isDue: z.boolean(),
  briefs: z.array(briefRecordSchema),
})

/** 抓招商: leads from the first word to 落地, and the 平时考核 beside them. */
export const investmentContract = {
  /** A page, filtered and sorted in SQL. */
  'investment.list': {
    in: z.object({
      filter: leadFilterSchema,
      sort: leadSortSchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    out: z.object({ rows: z.array(leadRowSchema), total: z.number().int(), all: z.number().int() }),
  },
  'investment.get': { in: z.object({ id: idSchema }), out: leadDetailSchema },
  /** Live leads that look like the same enterprise. */
  'investment.duplicates': {
    in: z.object({ investorName: lineSchema, creditCode: lineSchema, exceptId: idSchema.nullable() }),
    out: z.array(duplicateSchema),
  },
  /** The bureau's own fields. A new lead needs at least a title or an investor. Refuses a likely duplicate unless told otherwise. */
  'investment.save': {
    in: z.object({
      id: idSchema.nullable(),
      fields: leadBureauFieldsSchema.partial(),
      allowDuplicate: z.boolean(),
      expectedUpdatedAt: z.string().nullable(),
    }),
    out: z.object({ id: idSchema }),
  },
  /** Moves a lead along its life by recording facts of the district; main checks guards, order and the document reference. */
  'investment.recordFacts': {
    in: z.object({
      id: idSchema,
      to: leadStateSchema,
      facts: leadDistrictFactsSchema.partial(),
      documentReference: lineSchema,
      expectedUpdatedAt: z.string().nullable(),
      allowDuplicate: z.boolean().default(false),
      /** Why, where the district decides against the lead (无效). */
      reason: paragraphSchema.default(''),
    }),
    out: z.object({ state: leadStateSchema, notes: z.array(z.string()) }),
  },
  'investment.end': {
    in: z.object({
      id: idSchema,
      ending: z.enum(leadEndings).nullable(),
      on: isoDateSchema,
      reason: paragraphSchema,
      documentReference: lineSchema,
    }),
    out: z.object({}),
  },
  /** Deletes leads; undo brings them back with their follow-ups. */
  'investment.remove': {
    in: z.object({ ids: z.array(idSchema).min(1).max(500) }),
    out: z.object({ removed: z.number().int() }),
  },
  'investment.addFollowUp': {
    in: z.object({ leadId: idSchema, happenedOn: isoDateSchema, way: lineSchema, text: paragraphSchema.min(1) }),
    out: z.object({ id: idSchema }),
  },
  'investment.removeFollowUp': { in: z.object({ id: idSchema }), out: z.object({}) },
  /** Stores the bytes under their digest before the row that refers to them; at most 100 MB. */
  'investment.addAttachment': {
    in: z.object({ leadId: idSchema, fileName: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }),
    out: z.object({ id: idSchema }),
  },
  /** Refuses a missing or altered file. The bytes go to the window, which saves or shows them. */
  'investment.readAttachment': {
    in: z.object({ id: idSchema }),
    out: z.object({ fileName: z.string(), bytes: z.instanceof(Uint8Array) }),
  },
  'investment.removeAttachment': { in: z.object({ id: idSchema }), out: z.object({}) },
  /** 平时考核: the month grid, the trainings, and what an empty month costs. */
  'investment.months': {
    in: z.object({ year: yearSchema }),
    out: z.object({
      months: z.array(monthCellSchema),
      /** Points one month is worth, rounded for display; null without a scheme. */
      pointsPerMonth: z.string().nullable(),
      trainings: z.array(trainingRecordSchema),
    }),
  },
  'investment.saveBrief': {
    in: briefRecordSchema.omit({ id: true, isSample: true }).extend({ id: idSchema.nullable() }),
    out: z.object({ id: idSchema }),
  },
  'investment.removeBrief': { in: z.object({ id: idSchema }), out: z.object({}) },
  'investment.saveTraining': {
    in: trainingRecordSchema.omit({ id: true, isSample: true }).extend({ id: idSchema.nullable() }),
    out: z.object({ id: idSchema }),
  },
  'investment.removeTraining': { in: z.object({ id: idSchema }), out: z.object({}) },
} as const
