import { z } from 'zod'
import {
  assesseeCategorySchema,
  decimalSchema,
  idSchema,
  isoDateSchema,
  lineSchema,
  paragraphSchema,
  yearSchema,
} from '../core/schemas'
import { packageFileSchema } from '../exchange/package-schemas'
import { reportedLineSchema, verdicts } from '../exchange/lines'
import { packagePeriodSchema } from '../exchange/manifest'
import { issueContract } from './issue-contract'
import {
  awardProposalSchema,
  categoryRankingSchema,
  checkDecisions,
  checkResultSchema,
  districtTotalSchema,
  periodRecordSchema,
  returnStates,
  unitFieldsSchema,
  unitRecordSchema,
} from './record'

/** One file of a dropped folder, and what became of it. */
export const receivedFileSchema = z.object({
  fileName: z.string(),
  outcome: z.enum(['taken', 'same', 'stale', 'rejected', 'other']),
  unit: z.string(),
  edition: z.number().int().nullable(),
  source: z.enum(['package', 'table']).nullable(),
  /** Why it was not taken over, or what to know of it. */
  code: z.string(),
  text: z.string(),
})
export type ReceivedFile = z.infer<typeof receivedFileSchema>

export const receiveResultSchema = z.object({
  files: z.array(receivedFileSchema),
  taken: z.number().int(),
  /** Signers seen for the first time, to be compared by phone. */
  unknownSigners: z.array(z.object({ unit: z.string(), keyId: z.string(), digits: z.string(), fileName: z.string() })),
})

export const matrixCellSchema = z.object({
  period: packagePeriodSchema,
  state: z.enum(returnStates),
  edition: z.number().int().nullable(),
  receivedOn: isoDateSchema.nullable(),
  lateDays: z.number().int(),
  source: z.enum(['package', 'table']).nullable(),
  /** Lines that wait for a decision, and open checks. */
  openChecks: z.number().int(),
})

export const inboxRowSchema = z.object({
  unitId: idSchema,
  unit: z.string(),
  category: assesseeCategorySchema,
  cell: matrixCellSchema,
  fileName: z.string(),
  checkCode: z.string(),
  signature: z.enum(['trusted', 'unsigned', 'table']).nullable(),
  isNil: z.boolean(),
  lines: z.number().int(),
  returned: z.number().int(),
  adjusted: z.number().int(),
  contact: z.string(),
  phone: z.string(),
})

export const reviewLineSchema = z.object({
  line: reportedLineSchema,
  verdict: z
    .object({
      verdict: z.enum(verdicts),
      approved: z.string().nullable(),
      reason: z.string(),
      decidedBy: z.string(),
      decidedOn: isoDateSchema,
      /** The line has changed since it was decided. */
      isOutdated: z.boolean(),
    })
    .nullable(),
  /** The same line in the last accepted period or edition. */
  before: z.string().nullable(),
  checks: z.array(z.string()),
})

/** 区级：收件箱、核验、排名、异议、发布、下发. Only in a store of the district office. */
export const districtContract = {
  'district.units': { needs: 'view', in: z.object({}), out: z.array(unitRecordSchema) },
  'district.saveUnit': {
    needs: 'lead',
    in: z.object({ id: idSchema.nullable(), fields: unitFieldsSchema }),
    out: z.object({ id: idSchema }),
  },
  /** Refused while it has returns; give it a last day instead. */
  'district.removeUnit': { needs: 'lead', in: z.object({ id: idSchema }), out: z.object({}) },

  'district.periods': { needs: 'view', in: z.object({ year: yearSchema }), out: z.array(periodRecordSchema) },
  'district.savePeriod': {
    needs: 'lead',
    in: z.object({
      period: packagePeriodSchema,
      dueOn: isoDateSchema,
      objectionWorkdays: z.number().int().min(0).max(60),
    }),
    out: z.object({}),
  },
  /** Unit × period. */
  'district.matrix': {
    needs: 'view',
    in: z.object({ year: yearSchema }),
    out: z.object({
      periods: z.array(packagePeriodSchema),
      rows: z.array(
        z.object({
          unitId: idSchema,
          unit: z.string(),
          category: assesseeCategorySchema,
          cells: z.array(matrixCellSchema),
        }),
      ),
    }),
  },
  'district.inbox': {
    needs: 'view',
    in: z.object({ period: packagePeriodSchema }),
    out: z.object({
      period: periodRecordSchema,
      counts: z.object({
        expected: z.number().int(),
        onTime: z.number().int(),
        late: z.number().int(),
        missing: z.number().int(),
        returned: z.number().int(),
        reviewed: z.number().int(),
      }),
      byCategory: z.array(
        z.object({
          category: assesseeCategorySchema,
          label: z.string(),
          expected: z.number().int(),
          arrived: z.number().int(),
        }),
      ),
      rows: z.array(inboxRowSchema),
    }),
  },
  /** Hands one file of a dropped folder over; the session is null for the first. Nothing is written. */
  'district.stage': {
    needs: 'work',
    in: z.object({ session: idSchema.nullable(), fileName: lineSchema, bytes: z.instanceof(Uint8Array) }),
    out: z.object({ session: idSchema, files: z.number().int() }),
  },
  /** Takes all staged files over in one transaction. */
  'district.receive': {
    needs: 'work',
    in: z.object({ session: idSchema, period: packagePeriodSchema, trustNew: z.boolean() }),
    out: receiveResultSchema,
    event: z.object({ stage: z.enum(['reading', 'writing']), done: z.number().int(), total: z.number().int() }),
  },
  /** The same for a folder that the shell granted, e.g. a stick. */
  'district.receiveFolder': {
    needs: 'work',
    in: z.object({ folder: idSchema, period: packagePeriodSchema, trustNew: z.boolean() }),
    out: receiveResultSchema,
    event: z.object({ stage: z.enum(['reading', 'writing']), done: z.number().int(), total: z.number().int() }),
  },
  /** .xlsx 填报表 for units without the program; null = one for everybody. */
  'district.saveTemplate': {
    needs: 'view',
    in: z.object({ unitId: idSchema.nullable(), period: packagePeriodSchema, folder: idSchema }),
    out: z.object({ files: z.array(packageFileSchema) }),
  },
  /** 催报单 for the units that have not reported, with the words for the phone. */
  'district.reminders': {
    needs: 'view',
    in: z.object({ period: packagePeriodSchema }),
    out: z.array(
      z.object({
        unitId: idSchema,
        unit: z.string(),
        contact: z.string(),
        phone: z.string(),
        days: z.number().int(),
        text: z.string(),
      }),
    ),
  },
  'district.saveReminders': {
    needs: 'view',
    in: z.object({ period: packagePeriodSchema, folder: idSchema }),
    out: z.object({ files: z.array(packageFileSchema) }),
  },

  'district.checks': { needs: 'view', in: z.object({ period: packagePeriodSchema }), out: z.array(checkResultSchema) },
  'district.decideCheck': {
    needs: 'work',
    in: z.object({
      period: packagePeriodSchema,
      key: z.string().max(400),
      /** Further checks that are decided in the same way at once. */
      alsoKeys: z.array(z.string().max(400)).max(5000).default([]),
      decision: z.enum(checkDecisions),
      reason: paragraphSchema,
    }),
    out: z.object({}),
  },
  /** The newest edition of a unit with verdicts beside the lines. */
  'district.review': {
    needs: 'view',
    in: z.object({ unitId: idSchema, period: packagePeriodSchema }),
    out: z.object({
      unit: unitRecordSchema,
      edition: z.number().int().nullable(),
      editions: z.array(
        z.object({
          edition: z.number().int(),
          receivedOn: isoDateSchema,
          fileName: z.string(),
          isReturned: z.boolean(),
          returnReason: z.string(),
        }),
      ),
      cell: matrixCellSchema,
      lines: z.array(reviewLineSchema),
      ownTotal: z.string().nullable(),
      total: z.string().nullable(),
      figures: z.array(
        z.object({
          componentId: z.string(),
          name: z.string(),
          max: z.string().nullable(),
          value: z.string().nullable(),
          docRef: z.string(),
        }),
      ),
      /** 一票否决 and 不得评先 that the rules of the unit's category name. */
      knownVetoes: z.array(z.object({ id: z.string(), clause: z.string() })),
      vetoes: z.array(
        z.object({
          id: idSchema,
          vetoId: z.string(),
          clause: z.string(),
          happenedOn: isoDateSchema,
          reason: z.string(),
          docRef: z.string(),
        }),
      ),
    }),
  },
  'district.saveVerdicts': {
    needs: 'work',
    in: z.object({
      unitId: idSchema,
      period: packagePeriodSchema,
      verdicts: z
        .array(
          z.object({
            key: z.string().min(1).max(200),
            verdict: z.enum(verdicts),
            approved: z.string().max(60).nullable(),
            reason: paragraphSchema,
          }),
        )
        .min(1)
        .max(5000),
    }),
    out: z.object({}),
  },
  /** Takes verdicts back: the lines count as reported again. */
  'district.dropVerdicts': {
    needs: 'work',
    in: z.object({
      unitId: idSchema,
      period: packagePeriodSchema,
      keys: z.array(z.string().max(200)).min(1).max(10_000),
    }),
    out: z.object({}),
  },
  /** 退回重报 of a whole return, or 核验完毕. */
  'district.setReturned': {
    needs: 'work',
    in: z.object({ unitId: idSchema, period: packagePeriodSchema, reason: paragraphSchema }),
    out: z.object({}),
  },
  'district.setReviewed': {
    needs: 'work',
    in: z.object({ period: packagePeriodSchema, unitIds: z.array(idSchema).min(1).max(1000), isReviewed: z.boolean() }),
    out: z.object({ count: z.number().int() }),
  },
  'district.saveFigure': {
    needs: 'lead',
    in: z.object({
      unitId: idSchema,
      year: yearSchema,
      componentId: z.string().min(1).max(100),
      value: decimalSchema,
      docRef: lineSchema.min(1),
      givenOn: isoDateSchema,
    }),
    out: z.object({}),
  },
  'district.saveVeto': {
    needs: 'lead',
    in: z.object({
      unitId: idSchema,
      year: yearSchema,
      vetoId: z.string().min(1).max(100),
      happenedOn: isoDateSchema,
      reason: paragraphSchema,
      docRef: lineSchema,
    }),
    out: z.object({ id: idSchema }),
  },
  'district.removeVeto': { needs: 'lead', in: z.object({ id: idSchema }), out: z.object({}) },
  /** Closes a period against further returns and verdicts, with its schemes; refused while checks are open. */
  'district.lock': { needs: 'lead', in: z.object({ period: packagePeriodSchema }), out: z.object({}) },
  'district.reopen': {
    needs: 'lead',
    in: z.object({ period: packagePeriodSchema, reason: paragraphSchema.min(1) }),
    out: z.object({}),
  },

  'district.ranking': {
    needs: 'view',
    in: z.object({ period: packagePeriodSchema }),
    out: z.object({
      categories: z.array(categoryRankingSchema),
      openChecks: z.number().int(),
      isLocked: z.boolean(),
      asOf: isoDateSchema,
    }),
  },
  'district.awards': {
    needs: 'view',
    in: z.object({ period: packagePeriodSchema }),
    out: z.array(awardProposalSchema),
  },
  'district.totals': {
    needs: 'view',
    in: z.object({ period: packagePeriodSchema }),
    out: z.object({
      totals: z.array(districtTotalSchema),
      funnel: z.array(z.object({ label: z.string(), value: z.string() })),
      /** The same totals of earlier periods of the year. */
      trend: z.array(
        z.object({ period: packagePeriodSchema, totals: z.array(z.object({ key: z.string(), value: z.string() })) }),
      ),
    }),
  },

  ...issueContract,
} as const
