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
import { writtenFileSchema } from '../reports/contract'
import type { DueReading } from '../tables/reading'
import { rectificationDateSchema } from './rectification-date'
import { taskSchema, taskSteps } from './task'

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
    needs: 'view',
    in: z.object({ year: yearSchema, stream: streamSchema.nullable() }),
    out: z.array(assignmentSchema),
  },
  /** Writes only the bureau's fields; the district's stay as the table gave them. */
  'assignments.saveProgress': {
    needs: 'work',
    in: z.object({
      id: idSchema,
      handler: lineSchema,
      internalDueOn: isoDateSchema.nullable(),
      progressText: paragraphSchema,
      actual: decimalSchema.nullable(),
    }),
    out: z.object({}),
  },
  /** Occurrences that are due in the span (both days with it) and, where asked, those without a day. */
  'assignments.tasks': {
    needs: 'view',
    in: z.object({
      from: isoDateSchema.nullable(),
      to: isoDateSchema.nullable(),
      stream: streamSchema.nullable(),
      assignmentId: idSchema.nullable(),
    }),
    out: z.object({
      tasks: z.array(taskSchema),
      /** Years whose 放假安排 is missing: days in them are estimates. */
      missingCalendarYears: z.array(yearSchema),
    }),
  },
  /** What 整改台账 has in the calendar in a span of at most 400 days: deadlines of findings, 整改方案 and reports. */
  'assignments.rectificationDates': {
    needs: 'view',
    in: z.object({ from: isoDateSchema, to: isoDateSchema }),
    out: z.array(rectificationDateSchema),
  },
  /** 休 and 班 of a span of at most 400 days, and the years in it without 放假安排. */
  'assignments.dayMarks': {
    needs: 'view',
    in: z.object({ from: isoDateSchema, to: isoDateSchema }),
    out: z.object({
      marks: z.array(z.object({ day: isoDateSchema, mark: z.enum(['off', 'makeUp']) })),
      missingCalendarYears: z.array(yearSchema),
    }),
  },
  /** One step of an occurrence's life; main checks order and days. A step that is not allowed says why. */
  'assignments.stepTask': {
    needs: 'work',
    in: z.object({
      assignmentId: idSchema,
      occurrence: z.string().min(1).max(64),
      step: z.enum(taskSteps),
      on: isoDateSchema,
      by: lineSchema.default(''),
      /** 报送方式 for submit. */
      via: lineSchema.default(''),
      /** 回执号 for receive, reason for return and cancel. */
      note: paragraphSchema.default(''),
      briefId: idSchema.nullable().default(null),
    }),
    out: z.object({ state: z.string() }),
  },
  /** The fields of an occurrence that are not steps. */
  'assignments.saveTask': {
    needs: 'work',
    in: z.object({
      assignmentId: idSchema,
      occurrence: z.string().min(1).max(64),
      handler: lineSchema,
      dataCutoff: isoDateSchema.nullable(),
      remark: paragraphSchema,
    }),
    out: z.object({}),
  },
  /** The month or the year as an iCalendar file with a reminder on the last working day; with 整改 where no stream is chosen. */
  'assignments.exportCalendar': {
    needs: 'view',
    in: z.object({ from: isoDateSchema, to: isoDateSchema, stream: streamSchema.nullable(), folder: idSchema }),
    out: z.object({ fileName: z.string(), fileToken: idSchema, count: z.number().int() }),
  },
  /** The assignments of a year as received, in the district's own columns; those withdrawn stay away. */
  'assignments.export': {
    needs: 'view',
    in: z.object({ year: yearSchema, folder: idSchema }),
    out: z.object({ file: writtenFileSchema, exported: z.number().int(), all: z.number().int() }),
  },
  /** All that came near or overdue since the day last seen; null when it was shown today already. */
  'assignments.digest': {
    needs: 'view',
    in: z.object({}),
    out: z.object({ since: isoDateSchema, tasks: z.array(taskSchema) }).nullable(),
  },
  /** The digest was read: not again today. */
  'assignments.closeDigest': { needs: 'view', in: z.object({}), out: z.object({}) },
} as const
