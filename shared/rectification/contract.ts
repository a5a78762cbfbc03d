import { z } from 'zod'
import { decimalSchema, idSchema, isoDateSchema, lineSchema, moneySchema, paragraphSchema } from '../core/schemas'
import {
  findingDetailSchema,
  findingFilterSchema,
  findingRowSchema,
  findingSortSchema,
  treeLineSchema,
} from './finding-rows'
import { followUpContract } from './follow-up-contract'
import { determinations, findingEvents } from './lifecycle'
import { noticeContract } from './notice-contract'
import { paperContract } from './paper-contract'
import {
  accountabilityForms,
  appointedRoles,
  evidenceKinds,
  findingFieldsSchema,
  findingStates,
  findingStatuses,
  measureStatuses,
  programFieldsSchema,
  programRecordSchema,
  treatments,
} from './record'
import { measureFieldsSchema } from './part-records'
import { statisticsContract } from './statistics-contract'

/** One date of a programme's periodic report. */
export const reportDueSchema = z.object({
  dueOn: isoDateSchema,
  /** Last working day on or before it. */
  remindOn: isoDateSchema,
  sentOn: isoDateSchema.nullable(),
  light: z.enum(['normal', 'near', 'overdue', 'none']),
})

export const programRowSchema = programRecordSchema.extend({
  findings: z.number().int(),
  done: z.number().int(),
  overdue: z.number().int(),
  measures: z.number().int(),
  rate: z.string(),
  fraction: z.string(),
  planDueOn: isoDateSchema.nullable(),
  firstReportDueOn: isoDateSchema.nullable(),
  /** Dates that are overdue and not sent, and the next four. */
  reportsDue: z.array(reportDueSchema),
  hasNotice: z.boolean(),
})
export type ProgramRow = z.infer<typeof programRowSchema>

/** What may be entered with a step of a finding. */
export const stepInputSchema = z.object({
  id: idSchema,
  event: z.enum(findingEvents),
  on: isoDateSchema,
  /** Of a submission: the 整改成效, which the finding takes over. */
  text: paragraphSchema.default(''),
  /** Unit head of a submission; verifier or deputy who agreed to a reopening. */
  agreedBy: lineSchema.default(''),
  docNo: lineSchema.default(''),
  determination: z.enum(determinations).nullable().default(null),
  newDueOn: isoDateSchema.nullable().default(null),
  /** Of confirm and decideExtension: yes or no. */
  isApproved: z.boolean().default(true),
  /** Of refer: what went where. */
  referral: z
    .object({
      to: lineSchema.min(1),
      cases: z.number().int().min(0).max(100_000),
      persons: z.number().int().min(0).max(100_000),
      amount: moneySchema.nullable(),
    })
    .nullable()
    .default(null),
  expectedUpdatedAt: z.string().nullable().default(null),
})

/** 整改台账: from the notice to 销号. */
export const rectificationContract = {
  ...statisticsContract,
  ...noticeContract,
  ...followUpContract,
  ...paperContract,

  'rectification.programs': { needs: 'view', in: z.object({}), out: z.array(programRowSchema) },
  /** A new programme takes the usual clocks, words and rounding of its source unless it names its own. */
  'rectification.saveProgram': {
    needs: 'lead',
    in: z.object({
      id: idSchema.nullable(),
      fields: programFieldsSchema.partial(),
      expectedUpdatedAt: z.string().nullable(),
    }),
    out: z.object({ id: idSchema }),
  },
  /** Only a programme without findings goes. */
  'rectification.removeProgram': { needs: 'lead', in: z.object({ id: idSchema }), out: z.object({}) },

  /** The findings of a programme in their own order, with the levels as texts; points come when a finding is opened. */
  'rectification.tree': {
    needs: 'view',
    in: z.object({ programId: idSchema, filter: findingFilterSchema }),
    out: z.object({
      levelNames: z.object({ aspect: z.string(), keyIssue: z.string() }),
      lines: z.array(treeLineSchema),
      /** Without the filter. */
      all: z.number().int(),
    }),
  },
  'rectification.list': {
    needs: 'view',
    in: z.object({
      filter: findingFilterSchema,
      sort: findingSortSchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    out: z.object({ rows: z.array(findingRowSchema), total: z.number().int(), all: z.number().int() }),
  },
  /** What the queues hold for the person at this seat, and the values that filters may take. */
  'rectification.queues': {
    needs: 'view',
    in: z.object({}),
    out: z.object({
      mine: z.number().int(),
      toVerify: z.number().int(),
      toConfirm: z.number().int(),
      toClose: z.number().int(),
      overdue: z.number().int(),
      lookBacksDue: z.number().int(),
      leadUnits: z.array(z.object({ name: z.string(), open: z.number().int(), overdue: z.number().int() })),
      originYears: z.array(z.string()),
    }),
  },
  'rectification.get': { needs: 'view', in: z.object({ id: idSchema }), out: findingDetailSchema },
  /** Fields that people write. Closed findings take no change; a changed deadline is an extension once the plan is approved. */
  'rectification.saveFinding': {
    needs: 'work',
    in: z.object({
      id: idSchema.nullable(),
      programId: idSchema,
      fields: findingFieldsSchema.partial(),
      expectedUpdatedAt: z.string().nullable(),
    }),
    out: z.object({ id: idSchema }),
  },
  /** Closed findings, and those with a closed cycle, stay. */
  'rectification.removeFindings': {
    needs: 'lead',
    in: z.object({ ids: z.array(idSchema).min(1).max(500) }),
    out: z.object({ removed: z.number().int() }),
  },
  /** One step of the lifecycle by the person at this seat; guards and roles of `lifecycle.ts`. */
  'rectification.step': {
    needs: 'work',
    in: stepInputSchema,
    out: z.object({ state: z.enum(findingStates), closureFormNo: z.string() }),
  },
  /** 同意销号 in one act for a person who may do all of it: verifies the measures, determines 已完成, confirms and closes. */
  'rectification.closeOut': {
    needs: 'work',
    in: z.object({ id: idSchema, on: isoDateSchema, text: paragraphSchema, expectedUpdatedAt: z.string().nullable() }),
    out: z.object({ closureFormNo: z.string() }),
  },
  /** 进展: a note of its own day in the history, and the latest as the finding's 整改进展情况. */
  'rectification.addProgress': {
    needs: 'work',
    in: z.object({ findingId: idSchema, on: isoDateSchema, text: paragraphSchema.min(1), nextStep: paragraphSchema }),
    out: z.object({}),
  },

  'rectification.savePoint': {
    needs: 'work',
    in: z.object({
      id: idSchema.nullable(),
      findingId: idSchema,
      parentId: idSchema.nullable(),
      no: lineSchema,
      text: paragraphSchema.min(1),
    }),
    out: z.object({ id: idSchema }),
  },
  'rectification.removePoint': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },
  /** A measure serves one or more findings of its programme. */
  'rectification.saveMeasure': {
    needs: 'work',
    in: z.object({
      id: idSchema.nullable(),
      findingIds: z.array(idSchema).min(1).max(200),
      fields: measureFieldsSchema.partial(),
    }),
    out: z.object({ id: idSchema }),
  },
  'rectification.removeMeasure': {
    needs: 'work',
    in: z.object({ id: idSchema, findingId: idSchema }),
    out: z.object({}),
  },
  /** 推进中, 已完成 or 长期坚持 by whoever does it; 已核实 only by a verifier who did not. */
  'rectification.setMeasureStatus': {
    needs: 'work',
    in: z.object({
      id: idSchema,
      status: z.enum(measureStatuses),
      on: isoDateSchema,
      result: paragraphSchema.default(''),
    }),
    out: z.object({}),
  },
  'rectification.saveAmount': {
    needs: 'work',
    in: z.object({
      id: idSchema.nullable(),
      findingId: idSchema,
      treatment: z.enum(treatments),
      unit: lineSchema,
      requiredFen: moneySchema.nullable(),
      doneFen: moneySchema.nullable(),
      required: decimalSchema.nullable(),
      done: decimalSchema.nullable(),
      voucherNo: lineSchema,
      reason: lineSchema,
    }),
    out: z.object({ id: idSchema }),
  },
  'rectification.saveRule': {
    needs: 'work',
    in: z.object({
      id: idSchema.nullable(),
      findingId: idSchema,
      name: lineSchema.min(1),
      docNo: lineSchema,
      issuedOn: isoDateSchema.nullable(),
    }),
    out: z.object({ id: idSchema }),
  },
  'rectification.saveAccountability': {
    needs: 'work',
    in: z.object({
      id: idSchema.nullable(),
      findingId: idSchema,
      form: z.enum(accountabilityForms),
      persons: z.number().int().min(1).max(100_000),
      decidedOn: isoDateSchema.nullable(),
      note: lineSchema,
    }),
    out: z.object({ id: idSchema }),
  },
  /** Removes an amount, a rule or an accountability of an open finding. */
  'rectification.removePart': {
    needs: 'work',
    in: z.object({ kind: z.enum(['amount', 'rule', 'accountability']), id: idSchema }),
    out: z.object({}),
  },
  /** A file that was uploaded (`attachments.begin`) becomes evidence of a finding and, where named, of a measure. */
  'rectification.addEvidence': {
    needs: 'work',
    in: z.object({
      findingId: idSchema,
      measureIds: z.array(idSchema).max(200),
      kind: z.enum(evidenceKinds),
      note: lineSchema,
      uploadId: idSchema,
    }),
    out: z.object({ ids: z.array(idSchema) }),
  },
  /** Evidence of a closed cycle stays. */
  'rectification.removeEvidence': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },

  'rectification.roles': {
    needs: 'view',
    in: z.object({}),
    out: z.object({
      roles: z.array(z.object({ role: z.enum(appointedRoles), personId: idSchema, personName: z.string() })),
      /** Roles of the person at this seat. */
      own: z.array(z.enum(['handler', ...appointedRoles])),
    }),
  },
  'rectification.saveRoles': {
    needs: 'admin',
    in: z.object({ roles: z.array(z.object({ role: z.enum(appointedRoles), personId: idSchema })).max(200) }),
    out: z.object({}),
  },
  /** A word of a table that no vocabulary knows: from now on it means this status. */
  'rectification.learnStatusWord': {
    needs: 'lead',
    in: z.object({ word: lineSchema.min(1), status: z.enum(findingStatuses) }),
    out: z.object({}),
  },
} as const
