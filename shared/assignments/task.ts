import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, paragraphSchema, streamSchema } from '../core/schemas'

/** 未开始, 进行中, 待审核, 已报送, 已回执, 退回, 取消. Overdue is derived beside it. Source: domain §3 任务. */
export const taskStates = [
  'notStarted',
  'inProgress',
  'inReview',
  'submitted',
  'received',
  'returned',
  'cancelled',
] as const
export type TaskState = (typeof taskStates)[number]

/** once, monthly, quarterly, afterEvent (N working days after it), longTerm (no day). */
export const occurrenceKinds = ['once', 'monthly', 'quarterly', 'afterEvent', 'longTerm'] as const
export type OccurrenceKind = (typeof occurrenceKinds)[number]

/** What the bureau recorded about one occurrence. */
export const taskRecordSchema = z.object({
  startedOn: isoDateSchema.nullable(),
  dataCutoff: isoDateSchema.nullable(),
  sentForReviewOn: isoDateSchema.nullable(),
  preparedBy: lineSchema,
  checkedOn: isoDateSchema.nullable(),
  checkedBy: lineSchema,
  approvedOn: isoDateSchema.nullable(),
  approvedBy: lineSchema,
  submittedOn: isoDateSchema.nullable(),
  submittedVia: lineSchema,
  briefId: idSchema.nullable(),
  receivedOn: isoDateSchema.nullable(),
  receiptNo: lineSchema,
  returnedOn: isoDateSchema.nullable(),
  returnReason: paragraphSchema,
  cancelledOn: isoDateSchema.nullable(),
  cancelReason: paragraphSchema,
  handler: lineSchema,
  remark: paragraphSchema,
})
export type TaskRecord = z.infer<typeof taskRecordSchema>

/** One occurrence of an assignment: what is to be done by when, and where it stands. */
export const taskSchema = z.object({
  /** `assignmentId/occurrence`. */
  id: z.string(),
  assignmentId: idSchema,
  /** `2022`, `2022-03`, `2022Q1`, a day, or `event:` with the id of the event. */
  occurrence: z.string(),
  kind: z.enum(occurrenceKinds),
  code: z.string(),
  stream: streamSchema.nullable(),
  /** The task with its period, e.g. 报送季度工作总结（二季度）. */
  title: z.string(),
  periodStart: isoDateSchema.nullable(),
  periodEnd: isoDateSchema.nullable(),
  dataCutoff: isoDateSchema.nullable(),
  /** The official day; it never moves. Null for 长期, and where it is counted over a year without 放假安排. */
  dueOn: isoDateSchema.nullable(),
  /** Last working day on or before `dueOn`; null where the year's 放假安排 is missing, so that no day is asserted. */
  submitBy: isoDateSchema.nullable(),
  /** Counted Monday to Friday because 放假安排 is missing: shown as an estimate only. */
  submitByEstimate: isoDateSchema.nullable(),
  /** District due date less 3 working days by default, or as the bureau set it. */
  internalDueOn: isoDateSchema.nullable(),
  isMoved: z.boolean(),
  channel: z.string(),
  state: z.enum(taskStates),
  isOverdue: z.boolean(),
  light: z.enum(['normal', 'near', 'overdue', 'none']),
  /** Unit: working days from today to `submitBy`; negative when it has passed; null without a day. */
  workdaysLeft: z.number().int().nullable(),
  submittedOn: isoDateSchema.nullable(),
  /** 迟报天数. Unit: calendar days after `dueOn`; 0 when in time; null when not submitted. */
  lateDays: z.number().int().nullable(),
  handler: z.string(),
  /**
   * Done by records of the stream itself (e.g. the month's 信息 was submitted, the policy was sent): what did it. For 走访
   * `recordId` is the period whose matrix shows it.
   */
  doneBy: z.object({ room: z.string(), recordId: idSchema, title: z.string(), on: isoDateSchema }).nullable(),
  /** Id of the stored record; null while nothing was recorded. */
  recordId: idSchema.nullable(),
  record: taskRecordSchema,
  isSample: z.boolean(),
})
export type Task = z.infer<typeof taskSchema>

/** What a person does with an occurrence. */
export const taskSteps = [
  'start',
  'sendForReview',
  'check',
  'approve',
  'submit',
  'receive',
  'return',
  'resume',
  'cancel',
  'reopen',
] as const
export type TaskStep = (typeof taskSteps)[number]
