import { z } from 'zod'
import { decimalSchema, idSchema, isoDateSchema, lineSchema, moneySchema, paragraphSchema } from '../core/schemas'

/** The eight focus areas of audit, and the rest. Source: 实施方案 三（三）2, domain §2 RevenueEntry. */
export const revenueSources = [
  'lowExecution',
  'surplusUnpaid',
  'staleAccounts',
  'idleAssets',
  'nonTaxUnpaid',
  'taxUnpaid',
  'waste',
  'landUnused',
  'other',
] as const
export type RevenueSource = (typeof revenueSources)[number]

/** 线索 → 确认 → 入库 → 冲回; 放弃 with a reason, so that it is not proposed again. */
export const revenueStatuses = ['clue', 'confirmed', 'booked', 'reversed', 'dropped'] as const
export type RevenueStatus = (typeof revenueStatuses)[number]

export const revenueFieldsSchema = z.object({
  item: lineSchema,
  source: z.enum(revenueSources),
  payer: lineSchema,
  occurredOn: isoDateSchema.nullable(),
  /** Unit: 分; below zero for an amount taken back. */
  gross: moneySchema.nullable(),
  /** Unit: percent. */
  retainedRate: decimalSchema.nullable(),
  districtRetained: moneySchema.nullable(),
  voucherNo: lineSchema,
  findingText: lineSchema,
  findingId: idSchema.nullable(),
  handler: lineSchema,
  remark: paragraphSchema,
})
export type RevenueFields = z.infer<typeof revenueFieldsSchema>

export const revenueRecordSchema = revenueFieldsSchema.extend({
  id: idSchema,
  status: z.enum(revenueStatuses),
  confirmedOn: isoDateSchema.nullable(),
  bookedOn: isoDateSchema.nullable(),
  reversedOn: isoDateSchema.nullable(),
  reason: paragraphSchema,
  budget: moneySchema.nullable(),
  spent: moneySchema.nullable(),
  isSample: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type RevenueRecord = z.infer<typeof revenueRecordSchema>

export const tipDirections = ['out', 'in'] as const

export const revenueTipSchema = z.object({
  id: idSchema,
  direction: z.enum(tipDirections),
  counterpart: lineSchema,
  content: paragraphSchema,
  sentOn: isoDateSchema,
  answerDueOn: isoDateSchema.nullable(),
  handledOn: isoDateSchema.nullable(),
  result: paragraphSchema,
  receiptNo: lineSchema,
  entryId: idSchema.nullable(),
  handler: lineSchema,
})
export type RevenueTip = z.infer<typeof revenueTipSchema>
