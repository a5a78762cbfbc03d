import { z } from 'zod'
import { attachmentSchema } from '../attachments/contract'
import { briefRecordSchema, trainingRecordSchema } from '../briefs/record'
import { idSchema, isoDateSchema, lineSchema, monthSchema, paragraphSchema, yearSchema } from '../core/schemas'
import {
  followUpSchema,
  leadBureauFieldsSchema,
  leadClasses,
  leadDistrictFactsSchema,
  leadEndings,
  leadRecordSchema,
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
    needs: 'view',
    in: z.object({
      filter: leadFilterSchema,
      sort: leadSortSchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    out: z.object({ rows: z.array(leadRowSchema), total: z.number().int(), all: z.number().int() }),
  },
  'investment.get': { needs: 'view', in: z.object({ id: idSchema }), out: leadDetailSchema },
  /** Live leads that look like the same enterprise. */
  'investment.duplicates': {
    needs: 'view',
    in: z.object({ investorName: lineSchema, creditCode: lineSchema, exceptId: idSchema.nullable() }),
    out: z.array(duplicateSchema),
  },
  /** The bureau's own fields. A new lead needs at least a title or an investor. Refuses a likely duplicate unless told otherwise. */
  'investment.save': {
    needs: 'work',
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
    needs: 'work',
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
    needs: 'work',
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
    needs: 'work',
    in: z.object({ ids: z.array(idSchema).min(1).max(500) }),
    out: z.object({ removed: z.number().int() }),
  },
  'investment.addFollowUp': {
    needs: 'work',
    in: z.object({ leadId: idSchema, happenedOn: isoDateSchema, way: lineSchema, text: paragraphSchema.min(1) }),
    out: z.object({ id: idSchema }),
  },
  'investment.removeFollowUp': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },
  /** 补录清单: what was sent by OA before the platform opened and still has to be typed into it. */
  'investment.backfill': {
    needs: 'view',
    in: z.object({}),
    out: z.object({
      /** The day the district's platform opened; null until the bureau enters it. */
      platformOpenOn: isoDateSchema.nullable(),
      leads: z.array(
        z.object({
          id: idSchema,
          title: z.string(),
          filedOn: isoDateSchema.nullable(),
          oaReference: z.string(),
          /** What is to be copied, field by field, and whether it was. */
          fields: z.array(z.object({ name: z.string(), label: z.string(), value: z.string(), isDone: z.boolean() })),
        }),
      ),
      /** Texts sent by OA before that day. */
      briefs: z.array(z.object({ id: idSchema, title: z.string(), submittedOn: isoDateSchema.nullable() })),
    }),
  },
  'investment.setPlatformOpening': { needs: 'lead', in: z.object({ on: isoDateSchema.nullable() }), out: z.object({}) },
  /** Ticks or unticks one field of a lead as typed into the platform. */
  'investment.tickBackfill': {
    needs: 'work',
    in: z.object({ id: idSchema, field: z.string().max(40), isDone: z.boolean() }),
    out: z.object({}),
  },
  /** 已补录: the day is kept beside the filing date, which does not change. */
  'investment.finishBackfill': {
    needs: 'work',
    in: z.object({ kind: z.enum(['lead', 'brief']), id: idSchema, on: isoDateSchema }),
    out: z.object({}),
  },
  /** 线索→有效→落地 of a year: how many leads reached each step, with their ids. */
  'investment.funnel': {
    needs: 'view',
    in: z.object({ year: yearSchema }),
    out: z.object({
      steps: z.array(
        z.object({
          step: z.enum(['filed', 'effective', 'landed']),
          count: z.number().int(),
          /** Of the first step, `22.2%`; null where there is none. */
          rate: z.string().nullable(),
          states: z.array(leadStateSchema),
        }),
      ),
      byClass: z.array(
        z.object({
          leadClass: z.enum(leadClasses),
          filed: z.number().int(),
          effective: z.number().int(),
          landed: z.number().int(),
        }),
      ),
    }),
  },
  /** 平时考核: the month grid, the trainings, and what an empty month costs. */
  'investment.months': {
    needs: 'view',
    in: z.object({ year: yearSchema }),
    out: z.object({
      months: z.array(monthCellSchema),
      /** Points one month is worth, rounded for display; null without a scheme. */
      pointsPerMonth: z.string().nullable(),
      trainings: z.array(trainingRecordSchema),
    }),
  },
} as const
