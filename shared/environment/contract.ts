import { z } from 'zod'
import { idSchema, isoDateSchema, yearSchema } from '../core/schemas'
import { taskSchema } from '../assignments/task'
import { dutyKinds } from './duties'
import { policyStates } from './policies'
import { policyFieldsSchema, policyRecordSchema } from './record'
import { visitContract } from './visit-contract'

const light = z.enum(['normal', 'near', 'overdue', 'none'])

export const policyRowSchema = z.object({
  policy: policyRecordSchema,
  /** 公布后5个工作日. Null where the year's 放假安排 is missing. */
  dueOn: isoDateSchema.nullable(),
  dueOnEstimate: isoDateSchema.nullable(),
  /** A weekend that is worked, for 「周六，调休上班」. */
  isMakeUpDay: z.boolean(),
  state: z.enum(policyStates),
  light,
  /** Unit: working days from publication to 报送; null while open, or where days would be guessed. */
  workdaysTaken: z.number().int().nullable(),
  /** 迟报天数. Unit: calendar days; null unless it was sent late. */
  lateDays: z.number().int().nullable(),
  /** Unit: working days; null when sent, overdue or unknown. */
  workdaysLeft: z.number().int().nullable(),
  /** 政策解读 is there. */
  hasExplainer: z.boolean(),
  /** Linked enterprises that were told. */
  told: z.number().int(),
  /** Linked enterprises that should be told. */
  toldOf: z.number().int(),
  /** Names of those that were not told yet. */
  untold: z.array(z.string()),
})
export type PolicyRow = z.infer<typeof policyRowSchema>

export const policyDetailSchema = policyRowSchema.extend({
  enterprises: z.array(
    z.object({ enterpriseId: idSchema, name: z.string(), toldOn: isoDateSchema.nullable(), isLinked: z.boolean() }),
  ),
})
export type PolicyDetail = z.infer<typeof policyDetailSchema>

/** One of the seven duties with its dates, evidence and person. Source: 实施方案 三（一）1–7. */
export const dutySchema = z.object({
  assignmentId: idSchema,
  code: z.string(),
  task: z.string(),
  /** Null: an assignment of another kind than the seven. */
  kind: z.enum(dutyKinds).nullable(),
  dueText: z.string(),
  channel: z.string(),
  handler: z.string(),
  internalDueOn: isoDateSchema.nullable(),
  progressText: z.string(),
  actual: z.string().nullable(),
  /** Occurrences that should have been sent by today, and those of all that were. */
  expected: z.number().int(),
  submitted: z.number().int(),
  late: z.number().int(),
  overdue: z.number().int(),
  light,
  /** The occurrence that is to be done next, else null. */
  nextTaskId: z.string().nullable(),
  /** Every occurrence of the year, in order. */
  tasks: z.array(taskSchema),
  /** What stands behind it: texts, policies, visits … in words. */
  evidence: z.string(),
})
export type Duty = z.infer<typeof dutySchema>

/** 抓营商环境: seven duties, policies, visits and demands. Texts and trainings are in `briefs`. */
export const environmentContract = {
  'environment.duties': {
    needs: 'view',
    in: z.object({ year: yearSchema }),
    out: z.object({
      duties: z.array(dutySchema),
      /** Years whose 放假安排 is missing: no day in them is asserted. */
      missingCalendarYears: z.array(yearSchema),
    }),
  },
  'environment.policies': {
    needs: 'view',
    in: z.object({ year: yearSchema.nullable() }),
    out: z.array(policyRowSchema),
  },
  'environment.policy': { needs: 'view', in: z.object({ id: idSchema }), out: policyDetailSchema },
  /** The day a policy published on a day is due: the clock before anything is saved. */
  'environment.policyDue': {
    needs: 'view',
    in: z.object({ publishedOn: isoDateSchema }),
    out: z.object({
      dueOn: isoDateSchema.nullable(),
      dueOnEstimate: isoDateSchema.nullable(),
      isMakeUpDay: z.boolean(),
    }),
  },
  /** Title and day of publication are needed; a day in the future and a 报送 before publication are refused. */
  'environment.savePolicy': {
    needs: 'work',
    in: z.object({
      id: idSchema.nullable(),
      fields: policyFieldsSchema.partial(),
      expectedUpdatedAt: z.string().nullable(),
    }),
    out: z.object({ id: idSchema }),
  },
  /** What was noted of it goes with it: who was told, its files. */
  'environment.removePolicy': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },
  /** Ticks or unticks enterprises that were told; one step for many. A day in the future or before publication is refused. */
  'environment.setTold': {
    needs: 'work',
    in: z.object({
      policyId: idSchema,
      enterpriseIds: z.array(idSchema).min(1).max(500),
      toldOn: isoDateSchema.nullable(),
    }),
    out: z.object({ told: z.number().int() }),
  },
  ...visitContract,
} as const
