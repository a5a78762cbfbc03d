import { z } from 'zod'
import { yearCalendarSchema } from '../core/calendar'
import {
  assesseeCategorySchema,
  idSchema,
  isoDateSchema,
  lineSchema,
  paragraphSchema,
  yearSchema,
} from '../core/schemas'
import { awardPlanSchema } from '../scoring/award-plan'
import { schemeSchema } from '../scoring/scheme'
import { operationSchema } from './operation'
import { lineChapters, reportedLineSchema, verdicts } from './lines'
import { packagePeriodSchema } from './manifest'

/** A score as somebody computed it, with enough to be shown and compared. */
export const statedScoreSchema = z.looseObject({
  schemeId: z.string().max(100),
  schemeVersion: z.string().max(40),
  total: z.string().max(40).nullable(),
  max: z.string().max(40).nullable(),
  components: z.array(
    z.looseObject({
      id: z.string().max(100),
      name: lineSchema,
      points: z.string().max(40).nullable(),
      max: z.string().max(40).nullable(),
      arithmetic: paragraphSchema,
    }),
  ),
})
export type StatedScore = z.infer<typeof statedScoreSchema>

/** A bureau does not agree with a verdict, or with the whole result. */
export const statedObjectionSchema = z.looseObject({
  id: idSchema,
  /** Null: the result as a whole. */
  lineKey: z.string().max(200).nullable(),
  text: paragraphSchema,
})

/** 季度小结 as data: what the workbook and the document in the same package say. */
export const summaryPayloadSchema = z.looseObject({
  unit: z.looseObject({
    name: lineSchema.min(1),
    aliases: z.array(lineSchema).max(50),
    category: assesseeCategorySchema,
  }),
  period: packagePeriodSchema,
  asOf: isoDateSchema,
  preparedOn: isoDateSchema,
  /** 本期无新增, by chapter. */
  nil: z.array(z.enum(lineChapters)),
  score: statedScoreSchema.nullable(),
  /** A line that stood twice would count twice. */
  lines: z
    .array(reportedLineSchema)
    .max(20_000)
    .refine((lines) => new Set(lines.map(({ key }) => key)).size === lines.length, 'line keys repeat'),
  objections: z.array(statedObjectionSchema).max(500).default([]),
  /** 手工修改 of the text, as its notes say it; the lines are those of the records. */
  edits: z.array(paragraphSchema).max(2000).default([]),
  /** 填报人 and 联系电话; null unless the bureau chose to send them. */
  contact: z.looseObject({ preparedBy: lineSchema, phone: lineSchema }).nullable(),
})
export type SummaryPayload = z.infer<typeof summaryPayloadSchema>

/** 回执: what the district took over, line by line, and where the unit stands. */
export const receiptPayloadSchema = z.looseObject({
  unit: lineSchema.min(1),
  period: packagePeriodSchema,
  /** The summary's edition that it answers. */
  answers: z.number().int().min(1),
  /** 核对码 of the summary that it answers. */
  checkCode: z.string().max(20),
  isFinal: z.boolean(),
  receivedOn: isoDateSchema,
  isLate: z.boolean(),
  lines: z
    .array(
      z.looseObject({
        key: z.string().max(200),
        label: paragraphSchema,
        unit: z.string().max(20),
        /** What the bureau reported: the cumulative number of a figure, the class of a lead. */
        reported: z.string().max(60).nullable(),
        approved: z.string().max(60).nullable(),
        verdict: z.enum(verdicts),
        reason: paragraphSchema,
      }),
    )
    .max(20_000),
  score: statedScoreSchema.nullable(),
  rank: z
    .looseObject({
      category: assesseeCategorySchema,
      place: z.number().int().min(1),
      of: z.number().int().min(1),
      tied: z.number().int().min(1),
      tieBreak: paragraphSchema,
    })
    .nullable(),
  /** Figures that the district gives, e.g. 配合 18. */
  figures: z.array(
    z.looseObject({
      componentId: z.string().max(100),
      name: lineSchema,
      value: z.string().max(40),
      docRef: lineSchema,
    }),
  ),
  /** 同一企业两家单位申报: how it was decided. */
  claims: z.array(z.looseObject({ enterprise: lineSchema, lineKey: z.string().max(200), decision: paragraphSchema })),
  answersToObjections: z.array(z.looseObject({ id: idSchema, isAccepted: z.boolean(), answer: paragraphSchema })),
  /** Objections can be raised until this day; null once the result is final. */
  objectionsUntil: isoDateSchema.nullable(),
  docRef: lineSchema,
})
export type ReceiptPayload = z.infer<typeof receiptPayloadSchema>

/** 规则包: schemes and award plans; those of a year replace older versions of the same id. */
export const rulesPayloadSchema = z.looseObject({
  schemes: z.array(schemeSchema).max(50),
  awards: z.array(awardPlanSchema).max(20),
})
export type RulesPayload = z.infer<typeof rulesPayloadSchema>

export const calendarPayloadSchema = z.looseObject({ years: z.array(yearCalendarSchema).min(1).max(20) })
export type CalendarPayload = z.infer<typeof calendarPayloadSchema>

/** 任务分解表 of one unit: the workbook lies in the package and is imported like any other. */
export const assignmentsPayloadSchema = z.looseObject({
  unit: lineSchema.min(1),
  year: yearSchema,
  title: lineSchema,
  /** Path of the workbook in the package. */
  workbook: z.string().max(200),
  rows: z.number().int().min(1),
})
export type AssignmentsPayload = z.infer<typeof assignmentsPayloadSchema>

/** What the PCs of one bureau tell each other: edits since the receiver was last heard of. */
export const colleaguePayloadSchema = z.looseObject({
  bureau: lineSchema.min(1),
  deviceLabel: lineSchema,
  /** How far the sender knows each PC, by device. */
  known: z.record(z.string().max(64), z.number().int().min(0)),
  /** Names of PCs, by device. */
  labels: z.record(z.string().max(64), lineSchema),
  operations: z.array(operationSchema),
  /** Files that the rows refer to and that lie in the package under `att/`. */
  files: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
})
export type ColleaguePayload = z.infer<typeof colleaguePayloadSchema>
