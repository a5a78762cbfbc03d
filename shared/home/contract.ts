import { z } from 'zod'
import { taskSchema } from '../assignments/task'
import { idSchema, isoDateSchema, streamSchema, yearSchema } from '../core/schemas'
import { searchKinds, searchTargetSchema } from '../search/contract'

export const streamCardSchema = z.object({
  stream: streamSchema,
  /** `3.5/4 个`, or null without a target. */
  progress: z
    .object({ actual: z.string(), target: z.string(), unit: z.string(), rate: z.string().nullable() })
    .nullable(),
  score: z.object({ points: z.string(), max: z.string() }).nullable(),
  /** The sentence that says what is missing, or that nothing is. */
  gap: z.string(),
  assignmentCount: z.number().int(),
  nextDue: z
    .object({ task: z.string(), dueOn: isoDateSchema, submitBy: isoDateSchema, isMoved: z.boolean() })
    .nullable(),
  light: z.enum(['normal', 'near', 'overdue', 'none']),
})
export type StreamCard = z.infer<typeof streamCardSchema>

/** 整改台账 as a fifth line: 已完成 of 应整改, what is left, the next day. */
export const rectificationCardSchema = z.object({
  done: z.number().int(),
  /** 应整改: the denominator of the rate. */
  total: z.number().int(),
  /** `94.9%`; `—` without a denominator. */
  rate: z.string(),
  fraction: z.string(),
  open: z.number().int(),
  overdue: z.number().int(),
  /** 待复核: submitted and not yet judged. */
  awaiting: z.number().int(),
  gap: z.string(),
  nextDue: z
    .object({
      title: z.string(),
      dueOn: isoDateSchema,
      submitBy: isoDateSchema,
      isMoved: z.boolean(),
      target: z.object({ kind: z.enum(['finding', 'rectProgram']), recordId: idSchema }),
    })
    .nullable(),
  light: z.enum(['normal', 'near', 'overdue', 'none']),
})
export type RectificationCard = z.infer<typeof rectificationCardSchema>

/** One thing to be seen to, from whatever stream. */
export const todayItemSchema = z.object({
  key: z.string(),
  stream: streamSchema.nullable(),
  title: z.string(),
  dueOn: isoDateSchema,
  submitBy: isoDateSchema,
  isMoved: z.boolean(),
  /** Counted Monday to Friday because 放假安排 is missing. */
  isEstimated: z.boolean(),
  light: z.enum(['normal', 'near', 'overdue']),
  workdaysLeft: z.number().int(),
  person: z.string(),
  /** What it waits for, in words; '' when it is in our own hands. */
  waitsFor: z.string(),
  /** The record to open, which may be a report in 时限与报送. */
  target: searchTargetSchema.extend({ kind: z.enum([...searchKinds, 'task']), recordId: taskSchema.shape.id }),
  /** The task with its next step in one click, where it is one. */
  task: taskSchema.nullable(),
  /** The draft of 季度小结 or 月报 that the task asks for, e.g. `2022Q2`; null for every other. */
  reportPeriod: z.string().nullable(),
})
export type TodayItem = z.infer<typeof todayItemSchema>

/** Whose items: own, those of the groups that one leads, or everybody's. */
export const todayViews = ['own', 'group', 'all'] as const
export type TodayView = (typeof todayViews)[number]

/** 今天: the four streams and 整改台账, what is due, what waits for others, what is to be done. */
export const homeContract = {
  'home.overview': {
    needs: 'view',
    /** Of the ledger's own year. */
    in: z.object({}),
    out: z.object({
      cards: z.array(streamCardSchema),
      /** Null while 整改台账 is empty. */
      rectification: rectificationCardSchema.nullable(),
      todo: z.array(
        z.object({
          code: z.enum([
            'importAssignments',
            'returnedLines',
            'mergeConflicts',
            'monthlyBrief',
            'backfill',
            'quietLeads',
            'pendingLeads',
          ]),
          text: z.string(),
          count: z.number().int(),
          /** The period that it is about, where it is about one. */
          period: z.string().nullable(),
        }),
      ),
    }),
  },
  'home.today': {
    needs: 'view',
    in: z.object({ view: z.enum(todayViews), personId: idSchema.nullable() }),
    out: z.object({
      overdue: z.array(todayItemSchema),
      near: z.array(todayItemSchema),
      thisWeek: z.array(todayItemSchema),
      waiting: z.array(todayItemSchema),
      /** What comes next when nothing is due. */
      next: todayItemSchema.nullable(),
      missingCalendarYears: z.array(yearSchema),
    }),
  },
} as const
