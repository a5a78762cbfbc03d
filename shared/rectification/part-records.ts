import { z } from 'zod'
import { decimalSchema, idSchema, isoDateSchema, lineSchema, moneySchema, paragraphSchema } from '../core/schemas'
import { accountabilityForms, evidenceKinds, findingStates, measureStatuses, treatments } from './record'

/** 问题表现 (4) and 条 (5) below a finding: what it shows itself in, without a status of its own. */
export const findingPointSchema = z.object({
  id: idSchema,
  findingId: idSchema,
  /** The 问题表现 that a 条 belongs to; null for a 问题表现. */
  parentId: idSchema.nullable(),
  no: lineSchema,
  text: paragraphSchema,
})
export type FindingPoint = z.infer<typeof findingPointSchema>

export const measureFieldsSchema = z.object({
  text: paragraphSchema,
  leader: lineSchema,
  unit: lineSchema,
  handler: lineSchema,
  dueOn: isoDateSchema.nullable(),
  /** Why it may be left undone at submission. */
  justification: paragraphSchema,
})
export type MeasureFields = z.infer<typeof measureFieldsSchema>

export const measureRecordSchema = measureFieldsSchema.extend({
  id: idSchema,
  programId: idSchema,
  status: z.enum(measureStatuses),
  doneOn: isoDateSchema.nullable(),
  doneBy: lineSchema,
  result: paragraphSchema,
  verifiedBy: lineSchema,
  verifiedOn: isoDateSchema.nullable(),
})
export type MeasureRecord = z.infer<typeof measureRecordSchema>

/** 整改金额 by treatment. Money in 分, or another unit (㎡, 户, 项) in exact decimals; units are never added up. */
export const findingAmountSchema = z.object({
  id: idSchema,
  findingId: idSchema,
  treatment: z.enum(treatments),
  /** '' = money. */
  unit: lineSchema,
  /** 应整改 and 已整改. Unit: 分; null when the unit is not money. */
  requiredFen: moneySchema.nullable(),
  doneFen: moneySchema.nullable(),
  required: decimalSchema.nullable(),
  done: decimalSchema.nullable(),
  voucherNo: lineSchema,
  reason: lineSchema,
})
export type FindingAmount = z.infer<typeof findingAmountSchema>

export const ruleMadeSchema = z.object({
  id: idSchema,
  findingId: idSchema,
  name: lineSchema,
  docNo: lineSchema,
  issuedOn: isoDateSchema.nullable(),
})
export type RuleMade = z.infer<typeof ruleMadeSchema>

export const accountabilitySchema = z.object({
  id: idSchema,
  findingId: idSchema,
  form: z.enum(accountabilityForms),
  persons: z.number().int().min(0).max(100_000),
  decidedOn: isoDateSchema.nullable(),
  note: lineSchema,
})
export type Accountability = z.infer<typeof accountabilitySchema>

export const referralSchema = z.object({
  id: idSchema,
  findingId: idSchema,
  to: lineSchema,
  cases: z.number().int().min(0).max(100_000),
  persons: z.number().int().min(0).max(100_000),
  amount: moneySchema.nullable(),
  docNo: lineSchema,
  referredOn: isoDateSchema,
})
export type Referral = z.infer<typeof referralSchema>

export const extensionSchema = z.object({
  id: idSchema,
  findingId: idSchema,
  cycle: z.number().int(),
  appliedOn: isoDateSchema,
  appliedBy: lineSchema,
  reason: paragraphSchema,
  oldDueOn: isoDateSchema,
  newDueOn: isoDateSchema,
  decision: z.enum(['pending', 'approved', 'refused']),
  decidedBy: lineSchema,
  decidedOn: isoDateSchema.nullable(),
  docNo: lineSchema,
})
export type Extension = z.infer<typeof extensionSchema>

/** One way from 整改中 to 销号. A closed cycle never changes again. */
export const cycleSchema = z.object({
  id: idSchema,
  findingId: idSchema,
  seq: z.number().int(),
  startedOn: isoDateSchema.nullable(),
  dueOn: isoDateSchema.nullable(),
  closedOn: isoDateSchema.nullable(),
  closureFormNo: lineSchema,
  reopenReason: paragraphSchema,
  reopenBasis: lineSchema,
})
export type Cycle = z.infer<typeof cycleSchema>

/** What happened on the way, in its order; the progress reports are among it. */
export const findingStepKinds = [
  'assign',
  'approvePlan',
  'progress',
  'submit',
  'return',
  'propose',
  'confirm',
  'requestExtension',
  'decideExtension',
  'close',
  'reopen',
  'refer',
] as const
export type FindingStepKind = (typeof findingStepKinds)[number]
export const findingStepSchema = z.object({
  id: idSchema,
  findingId: idSchema,
  cycle: z.number().int(),
  kind: z.enum(findingStepKinds),
  from: z.enum(findingStates),
  to: z.enum(findingStates),
  on: isoDateSchema,
  by: lineSchema,
  /** The second person that a step names: the unit head of a submission, who agreed to a reopening. */
  agreedBy: lineSchema,
  text: paragraphSchema,
  docNo: lineSchema,
  recordedAt: z.string(),
})
export type FindingStep = z.infer<typeof findingStepSchema>

export const evidenceSchema = z.object({
  id: idSchema,
  findingId: idSchema,
  measureId: idSchema.nullable(),
  attachmentId: idSchema,
  kind: z.enum(evidenceKinds),
  note: lineSchema,
  cycle: z.number().int(),
  fileName: z.string(),
  sha256: z.string(),
  /** Unit: bytes. */
  size: z.number().int(),
  addedAt: z.string(),
  addedBy: z.string(),
  /** As last looked at; altered is only known after a check of the bytes. */
  presence: z.enum(['present', 'missing']),
})
export type Evidence = z.infer<typeof evidenceSchema>

export const lookBackResults = ['held', 'relapsed'] as const
export const lookBackSchema = z.object({
  id: idSchema,
  findingId: idSchema,
  plannedOn: isoDateSchema,
  /** The draw that chose it; null = planned by its clock or by hand. */
  sampleId: idSchema.nullable(),
  doneOn: isoDateSchema.nullable(),
  doneBy: lineSchema,
  result: z.enum(lookBackResults).nullable(),
  note: paragraphSchema,
})
export type LookBack = z.infer<typeof lookBackSchema>
