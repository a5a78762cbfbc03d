import { z } from 'zod'
import { idSchema, isoDateSchema } from '../core/schemas'
import { findingEvents } from './lifecycle'
import { findingKinds, findingRecordSchema, findingStates, findingStatuses, rectSources, rectTypes } from './record'
import {
  accountabilitySchema,
  cycleSchema,
  evidenceSchema,
  extensionSchema,
  findingAmountSchema,
  findingPointSchema,
  findingStepSchema,
  lookBackSchema,
  measureRecordSchema,
  referralSchema,
  ruleMadeSchema,
} from './part-records'

export const findingLights = ['normal', 'near', 'overdue', 'none'] as const
export type FindingLight = (typeof findingLights)[number]

/** How the deadline stands: an extended one is never plain 按期. */
export const timelinessKinds = ['onTime', 'onTimeExtended', 'late', 'open', 'overdue', 'none'] as const
export type Timeliness = (typeof timelinessKinds)[number]

/** What the lists show of a finding. */
export const findingRowSchema = findingRecordSchema
  .pick({
    id: true,
    programId: true,
    position: true,
    no: true,
    kind: true,
    aspect: true,
    keyIssue: true,
    category: true,
    title: true,
    auditee: true,
    amount: true,
    rectType: true,
    leader: true,
    leadUnit: true,
    units: true,
    handler: true,
    dueOn: true,
    originalDueOn: true,
    extensionCount: true,
    state: true,
    status: true,
    statusLabel: true,
    cycle: true,
    reopenCount: true,
    returnCount: true,
    submittedOn: true,
    closedOn: true,
    closureFormNo: true,
    isRecurrence: true,
    isSample: true,
    updatedAt: true,
  })
  .extend({
    programTitle: z.string(),
    source: z.enum(rectSources),
    originYears: z.string(),
    /** The status in the programme's own word. */
    statusText: z.string(),
    light: z.enum(findingLights),
    /** Unit: working days; negative = overdue; null without a deadline or once done. */
    workdaysLeft: z.number().int().nullable(),
    timeliness: z.enum(timelinessKinds),
    /** 「按期（延期1次）」 and the like. */
    timelinessText: z.string(),
    measureCount: z.number().int(),
    measuresDone: z.number().int(),
    evidenceCount: z.number().int(),
  })
export type FindingRow = z.infer<typeof findingRowSchema>

/** Named queues of the ledger. */
export const findingQueues = ['all', 'mine', 'toVerify', 'toConfirm', 'toClose', 'overdue', 'open', 'done'] as const
export type FindingQueue = (typeof findingQueues)[number]

export const findingFilterSchema = z.object({
  text: z.string().max(100),
  queue: z.enum(findingQueues),
  programIds: z.array(idSchema).max(500),
  sources: z.array(z.enum(rectSources)),
  originYears: z.array(z.string().max(40)).max(200),
  kinds: z.array(z.enum(findingKinds)),
  states: z.array(z.enum(findingStates)),
  statuses: z.array(z.enum(findingStatuses)),
  rectTypes: z.array(z.enum(rectTypes)),
  leadUnits: z.array(z.string().max(500)).max(1000),
  lights: z.array(z.enum(['normal', 'near', 'overdue'])),
  /** Only 屡审屡犯, only reopened ones, only extended ones. */
  marks: z.array(z.enum(['recurrence', 'reopened', 'extended', 'withoutMeasure'])),
})
export type FindingFilter = z.infer<typeof findingFilterSchema>

export const noFindingFilter: FindingFilter = {
  text: '',
  queue: 'all',
  programIds: [],
  sources: [],
  originYears: [],
  kinds: [],
  states: [],
  statuses: [],
  rectTypes: [],
  leadUnits: [],
  lights: [],
  marks: [],
}

export const findingSortSchema = z.object({
  by: z.enum(['position', 'dueOn', 'amount', 'updatedAt', 'leadUnit', 'state']),
  descending: z.boolean(),
})
export type FindingSort = z.infer<typeof findingSortSchema>

/** A measure as its finding shows it. */
export const findingMeasureSchema = measureRecordSchema.extend({
  /** Number within the finding, from 1. */
  number: z.number().int(),
  evidenceCount: z.number().int(),
  /** Other findings that it serves. */
  otherFindings: z.array(z.object({ id: idSchema, no: z.string(), title: z.string() })),
})

/** Something that a person may do now, or why not. */
export const nextEventSchema = z.object({
  event: z.enum(findingEvents),
  /** First reason in words; '' when nothing is in the way. */
  blockedBy: z.string(),
})

export const findingDetailSchema = findingRowSchema.extend({
  fields: findingRecordSchema,
  points: z.array(findingPointSchema),
  measures: z.array(findingMeasureSchema),
  evidence: z.array(evidenceSchema),
  amounts: z.array(findingAmountSchema),
  rules: z.array(ruleMadeSchema),
  accountability: z.array(accountabilitySchema),
  referrals: z.array(referralSchema),
  extensions: z.array(extensionSchema),
  cycles: z.array(cycleSchema),
  steps: z.array(findingStepSchema),
  lookBacks: z.array(lookBackSchema),
  /** What the person at this seat may do. */
  next: z.array(nextEventSchema),
  /** The doer may not check: said beside the buttons. */
  isDoer: z.boolean(),
  revenue: z.array(z.object({ id: idSchema, item: z.string(), bookedOn: isoDateSchema.nullable(), text: z.string() })),
  project: z.object({ id: idSchema, name: z.string() }).nullable(),
  enterprise: z.object({ id: idSchema, name: z.string() }).nullable(),
  source: z.enum(rectSources),
  imported: z.object({ batchId: z.string(), file: z.string(), row: z.number().int() }).nullable(),
})
export type FindingDetail = z.infer<typeof findingDetailSchema>

/** A level of the tree with what is below it; findings carry only what a line shows. */
export const treeLineSchema = findingRowSchema.pick({
  id: true,
  no: true,
  kind: true,
  title: true,
  aspect: true,
  keyIssue: true,
  leadUnit: true,
  dueOn: true,
  originalDueOn: true,
  extensionCount: true,
  state: true,
  status: true,
  statusLabel: true,
  statusText: true,
  light: true,
  timelinessText: true,
  measureCount: true,
  measuresDone: true,
  evidenceCount: true,
  returnCount: true,
  reopenCount: true,
})
export type TreeLine = z.infer<typeof treeLineSchema>
