import { z } from 'zod'
import {
  idSchema,
  isoDateSchema,
  lineSchema,
  moneySchema,
  monthSchema,
  paragraphSchema,
  yearSchema,
} from '../core/schemas'
import { linkedFindingSchema } from '../registry/record'
import { writtenFileSchema } from '../reports/contract'
import { revenueFieldsSchema, revenueRecordSchema, revenueSources, revenueStatuses, revenueTipSchema } from './record'

const moneyUnits = ['yuan', 'tenThousand', 'hundredMillion'] as const

export const revenueFilterSchema = z.object({
  text: z.string().max(100),
  statuses: z.array(z.enum(revenueStatuses)),
  sources: z.array(z.enum(revenueSources)),
  /** Booked in this year, or not booked yet; null = all. */
  year: yearSchema.nullable(),
  /** Booked or reversed in this month; null = any. */
  month: monthSchema.nullable(),
})
export type RevenueFilter = z.infer<typeof revenueFilterSchema>

export const revenueSortSchema = z.object({
  by: z.enum(['bookedOn', 'item', 'districtRetained', 'updatedAt']),
  descending: z.boolean(),
})
export type RevenueSort = z.infer<typeof revenueSortSchema>

export const revenueRowSchema = z.object({
  entry: revenueRecordSchema,
  /** Counts in the year's target today; the reason when it does not. */
  counts: z.boolean(),
  whyNot: z.string(),
  /** The newest tip out that speaks of it; null when there is none. */
  tip: z.object({ id: idSchema, counterpart: z.string(), isAnswered: z.boolean() }).nullable(),
  isImported: z.boolean(),
})
export type RevenueRow = z.infer<typeof revenueRowSchema>

/** Progress of a year: only booked 区留成 counts. */
export const revenueProgressSchema = z.object({
  year: yearSchema,
  targetFen: moneySchema.nullable(),
  /** Where the target comes from, in words. */
  targetSource: z.string(),
  bookedDistrictRetainedFen: moneySchema,
  bookedGrossFen: moneySchema,
  /** `82%`, null without a target. */
  rate: z.string().nullable(),
  /** What is still missing; 0 when reached. */
  remainingFen: moneySchema.nullable(),
  entryIds: z.array(idSchema),
  months: z.array(
    z.object({
      month: monthSchema,
      districtRetainedFen: moneySchema,
      grossFen: moneySchema,
      /** At the end of the month; null for months to come. */
      cumulativeFen: moneySchema.nullable(),
      entryIds: z.array(idSchema),
    }),
  ),
  bySource: z.array(
    z.object({ source: z.enum(revenueSources), count: z.number().int(), districtRetainedFen: moneySchema }),
  ),
  clues: z.number().int(),
  confirmed: z.number().int(),
  unansweredTips: z.number().int(),
})
export type RevenueProgress = z.infer<typeof revenueProgressSchema>

/** A row of a pasted budget table that the rule proposes as a clue. */
export const clueProposalSchema = z.object({
  /** Line of the pasted text, from 1. */
  line: z.number().int(),
  item: lineSchema.min(1),
  unit: lineSchema,
  budget: moneySchema,
  spent: moneySchema,
  /** `28.5%`. */
  rate: lineSchema,
})
export type ClueProposal = z.infer<typeof clueProposalSchema>

const clueLineSchema = z.object({ line: z.number().int(), text: z.string() })

/** What the booking of an entry needs beside its day; what is left out stays as it is. */
export const bookingFieldsSchema = revenueFieldsSchema
  .pick({ gross: true, retainedRate: true, districtRetained: true, voucherNo: true })
  .partial()

export const revenueSourceFileSchema = z.object({ batchId: z.string(), file: z.string(), row: z.number().int() })

export const revenueDetailSchema = revenueRowSchema.extend({
  /** The one step that is next; null when the entry has come to its end. */
  nextStatus: z.enum(revenueStatuses).nullable(),
  /** Every status that it may have next. */
  nextStatuses: z.array(z.enum(revenueStatuses)),
  tips: z.array(revenueTipSchema),
  checks: z.array(z.object({ rule: z.string(), severity: z.enum(['error', 'warning']), text: z.string() })),
  source: revenueSourceFileSchema.nullable(),
  /** The finding of 整改台账 that it came from. */
  finding: linkedFindingSchema.nullable(),
})
export type RevenueDetail = z.infer<typeof revenueDetailSchema>

export const tipRowSchema = z.object({
  tip: revenueTipSchema,
  entryItem: z.string().nullable(),
  light: z.enum(['normal', 'near', 'overdue', 'none']),
  /** Unit: working days since the answer was due; null when answered or not due. */
  overdueWorkdays: z.number().int().nullable(),
})
export type TipRow = z.infer<typeof tipRowSchema>

/** A record behind a figure of 月度进展. */
export const partRecordSchema = z.object({ kind: z.enum(['entry', 'tip']), id: idSchema, title: z.string() })
export type PartRecord = z.infer<typeof partRecordSchema>

/** 抓收入: entries from the clue to the treasury, tips in and out. */
export const revenueContract = {
  'revenue.list': {
    needs: 'view',
    in: z.object({
      filter: revenueFilterSchema,
      sort: revenueSortSchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    out: z.object({ rows: z.array(revenueRowSchema), total: z.number().int(), all: z.number().int() }),
  },
  'revenue.get': { needs: 'view', in: z.object({ id: idSchema }), out: revenueDetailSchema },
  'revenue.progress': { needs: 'view', in: z.object({ year: yearSchema }), out: revenueProgressSchema },
  /** A finding that it is linked to must be in 整改台账. 区留成 follows from gross and rate where it is not given; a voucher number twice is refused, so that an amount counts once. */
  'revenue.save': {
    needs: 'work',
    in: z.object({
      id: idSchema.nullable(),
      fields: revenueFieldsSchema.partial(),
      /** 登记入库: the day on which a new entry came into the treasury; null for a clue and for known entries. */
      bookedOn: isoDateSchema.nullable().default(null),
      expectedUpdatedAt: z.string().nullable(),
    }),
    out: z.object({ id: idSchema }),
  },
  /** 确认, 入库 (needs both amounts and its day), 冲回 and 放弃 (need a reason), back one step (needs a reason once booked), or another day for the status it has. */
  'revenue.move': {
    needs: 'work',
    in: z.object({
      id: idSchema,
      to: z.enum(revenueStatuses),
      on: isoDateSchema,
      reason: paragraphSchema.default(''),
      fields: bookingFieldsSchema.default({}),
      expectedUpdatedAt: z.string().nullable().default(null),
    }),
    out: z.object({ status: z.enum(revenueStatuses) }),
  },
  'revenue.remove': {
    needs: 'work',
    in: z.object({ ids: z.array(idSchema).min(1).max(500) }),
    out: z.object({ removed: z.number().int() }),
  },
  /** Rows under 30% of their budget in a pasted table (exactly 30.0% is not one); nothing is written. */
  'revenue.proposeClues': {
    needs: 'view',
    in: z.object({
      text: z.string().max(500_000),
      /** Null: as the header says, else 万元. */
      unit: z.enum(moneyUnits).nullable(),
    }),
    out: z.object({
      read: z.number().int(),
      unit: z.enum(moneyUnits),
      unitFrom: z.enum(['header', 'chosen', 'assumed']),
      proposals: z.array(clueProposalSchema),
      /** Rows under 30% that are an entry or were dropped before, in words. */
      known: z.array(clueLineSchema),
      /** Lines that could not be read, in words. */
      problems: z.array(clueLineSchema),
    }),
  },
  /** Takes the chosen proposals as clues and keeps the dropped ones with their reason: one step. */
  'revenue.acceptClues': {
    needs: 'work',
    in: z.object({
      accepted: z.array(clueProposalSchema).max(500),
      dropped: z.array(z.object({ proposal: clueProposalSchema, reason: lineSchema.min(1) })).max(500),
    }),
    out: z.object({ accepted: z.number().int(), dropped: z.number().int() }),
  },
  'revenue.tips': {
    needs: 'view',
    in: z.object({ state: z.enum(['open', 'answered', 'all']), direction: z.enum(['out', 'in']).nullable() }),
    out: z.array(tipRowSchema),
  },
  /** A tip expects an answer in N working days unless a day is given. */
  'revenue.saveTip': {
    needs: 'work',
    in: revenueTipSchema.extend({ id: idSchema.nullable() }),
    out: z.object({ id: idSchema, answerDueOn: isoDateSchema.nullable() }),
  },
  /** Records what came back, and books the entry with it where the answer says what was paid: one step. */
  'revenue.answerTip': {
    needs: 'work',
    in: z.object({
      id: idSchema,
      handledOn: isoDateSchema,
      result: paragraphSchema,
      receiptNo: lineSchema,
      booking: bookingFieldsSchema.extend({ bookedOn: isoDateSchema }).nullable(),
    }),
    out: z.object({}),
  },
  'revenue.removeTip': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },
  /** 月度进展 as text for OA, every figure with the entries behind it. */
  'revenue.monthText': {
    needs: 'view',
    in: z.object({ month: monthSchema }),
    out: z.object({
      text: z.string(),
      parts: z.array(z.object({ text: z.string(), records: z.array(partRecordSchema).nullable() })),
    }),
  },
  /** The entries of the current filter as a ledger that can be imported back unchanged. */
  'revenue.export': {
    needs: 'view',
    in: z.object({ filter: revenueFilterSchema, sort: revenueSortSchema, folder: idSchema }),
    out: z.object({ file: writtenFileSchema, exported: z.number().int(), all: z.number().int() }),
  },
} as const
