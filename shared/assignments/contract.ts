import { z } from 'zod'
import {
  decimalSchema,
  idSchema,
  isoDateSchema,
  lineSchema,
  paragraphSchema,
  streamSchema,
  yearSchema,
} from '../core/schemas'
import type { DueReading } from '../tables/reading'

/** Derived: 未开始, 进行中, 已完成, 逾期, 已撤销, 不参加. */
export const assignmentStatuses = ['notStarted', 'inProgress', 'done', 'overdue', 'withdrawn', 'excluded'] as const
export type AssignmentStatus = (typeof assignmentStatuses)[number]

export const assignmentSchema = z.object({
  id: idSchema,
  code: z.string(),
  year: yearSchema,
  stream: streamSchema.nullable(),
  task: z.string(),
  indicator: z.string(),
  /** Exact decimal text in `unit`, or null where the table gives no number. */
  target: z.string().nullable(),
  targetFirstQuarter: z.string().nullable(),
  targetFirstHalf: z.string().nullable(),
  targetThreeQuarters: z.string().nullable(),
  targetText: z.string(),
  unit: z.string(),
  leadUnit: z.string(),
  responsibleUnit: z.string(),
  supportUnits: z.string(),
  responsibleLeader: z.string(),
  due: z.custom<DueReading>((value) => typeof value === 'object' && value !== null && 'rule' in value),
  dueOn: isoDateSchema.nullable(),
  cycle: z.string(),
  reportingTime: z.string(),
  channel: z.string(),
  remark: z.string(),
  status: z.enum(assignmentStatuses),
  /** What has been reached, computed where the stream's records allow it, else as the bureau wrote it. */
  actual: z.string().nullable(),
  isActualComputed: z.boolean(),
  /** `37.5%`, null without a number to divide. */
  rate: z.string().nullable(),
  handler: z.string(),
  internalDueOn: isoDateSchema.nullable(),
  progressText: z.string(),
  isSample: z.boolean(),
  source: z.object({ batchId: z.string(), file: z.string(), sheet: z.string(), row: z.number().int() }),
})
export type Assignment = z.infer<typeof assignmentSchema>

/** 任务: what the district has assigned, with the bureau's own progress beside it. */
export const assignmentsContract = {
  'assignments.list': {
    in: z.object({ year: yearSchema, stream: streamSchema.nullable() }),
    out: z.array(assignmentSchema),
  },
  /** Writes only the bureau's fields; the district's stay as the table gave them. */
  'assignments.saveProgress': {
    in: z.object({
      id: idSchema,
      handler: lineSchema,
      internalDueOn: isoDateSchema.nullable(),
      progressText: paragraphSchema,
      actual: decimalSchema.nullable(),
    }),
    out: z.object({}),
  },
} as const
