import { z } from 'zod'
import { decimalSchema, idSchema, isoDateSchema, lineSchema, moneySchema, paragraphSchema } from '../core/schemas'

/** Who found it. Source: domain §2 RectProgram. */
export const rectSources = [
  'nationalAudit',
  'municipalAudit',
  'districtAudit',
  'internalAudit',
  'municipalInspection',
  'districtInspection',
  'special',
] as const
export type RectSource = (typeof rectSources)[number]
export const auditSources: ReadonlySet<RectSource> = new Set([
  'nationalAudit',
  'municipalAudit',
  'districtAudit',
  'internalAudit',
])

/** 问题类型: what a notice calls its items. */
export const findingKinds = ['specific', 'byAnalogy', 'reform', 'recommendation', 'immediateHandover', 'audit'] as const
export type FindingKind = (typeof findingKinds)[number]

/** 整改类型. Source: domain §1 `rectType`. */
export const rectTypes = ['immediate', 'phased', 'continuous'] as const
export type RectType = (typeof rectTypes)[number]

/** Where a finding stands on its way. Source: domain §3. */
export const findingStates = [
  'unclaimed',
  'planning',
  'rectifying',
  'awaitingDetermination',
  'completed',
  'basicallyDone',
  'phasedDone',
  'longTerm',
  'closed',
  'referred',
] as const
export type FindingState = (typeof findingStates)[number]

/** What statistics count; each vocabulary maps its own words to these. `promoted` (已推动整改) is a verb of its own. */
export const findingStatuses = [
  'done',
  'promoted',
  'basicallyDone',
  'phasedDone',
  'inProgress',
  'longTerm',
  'notDone',
] as const
export type FindingStatus = (typeof findingStatuses)[number]

/** 金额性质. */
export const amountClasses = ['irregular', 'nonStandard', 'waste', 'nonMonetary'] as const
export type AmountClass = (typeof amountClasses)[number]

/** 整改金额 by treatment, in the order of ledger C. */
export const treatments = [
  'toTreasury',
  'cutAppropriation',
  'returnToSource',
  'recovered',
  'adjustAccounts',
  'fundsReleased',
  'costCut',
  'lossAvoided',
  'other',
] as const
export type Treatment = (typeof treatments)[number]

export const measureStatuses = ['notStarted', 'inProgress', 'done', 'verified', 'longTerm'] as const
export type MeasureStatus = (typeof measureStatuses)[number]

export const evidenceKinds = ['voucher', 'statement', 'reply', 'approval', 'regulation', 'photo', 'minutes'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const accountabilityForms = [
  'criticism',
  'inspectionOrder',
  'writtenReminder',
  'interview',
  'organisational',
  'partyDiscipline',
  'administrative',
] as const
export type AccountabilityForm = (typeof accountabilityForms)[number]

/** Who may do what in the ledger; the person's own work (承办) needs no appointment. */
export const appointedRoles = ['sectionHead', 'verifier', 'deputy', 'chief'] as const
export type AppointedRole = (typeof appointedRoles)[number]
export type RectRole = 'handler' | AppointedRole

/** A period that starts with an event; calendar days and working days are never taken for one another. */
export const rectClockSchema = z.object({
  value: z.number().int().min(0).max(3650),
  unit: z.enum(['calendarDays', 'workdays', 'months']),
})
export type RectClock = z.infer<typeof rectClockSchema>

/** Clocks that a programme's document fixes; null where it says nothing. */
export const rectClockKeys = ['plan', 'firstReport', 'immediate', 'phased', 'continuous', 'lookBack'] as const
export type RectClockKey = (typeof rectClockKeys)[number]
export const rectClocksSchema = z.object({
  /** 整改方案 after the feedback. */
  plan: rectClockSchema.nullable(),
  /** 首次整改报告 after the feedback. */
  firstReport: rectClockSchema.nullable(),
  immediate: rectClockSchema.nullable(),
  phased: rectClockSchema.nullable(),
  continuous: rectClockSchema.nullable(),
  /** 回头看 after 销号. */
  lookBack: rectClockSchema.nullable(),
})
export type RectClocks = z.infer<typeof rectClocksSchema>

/** One word of a programme's own status vocabulary. */
export const statusWordSchema = z.object({
  label: lineSchema.min(1),
  status: z.enum(findingStatuses),
  countsAsDone: z.boolean(),
  countsInDenominator: z.boolean(),
})
export type StatusWord = z.infer<typeof statusWordSchema>

export const rateRuleSchema = z.object({
  mode: z.enum(['halfUp', 'truncate']),
  decimals: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  /** 已移送 stays in the denominator unless the rule says otherwise. */
  countsReferred: z.boolean(),
})
export type RateRule = z.infer<typeof rateRuleSchema>

/** What a notice says it holds; null where it says nothing. */
export const declaredKeys = [
  'aspects',
  'keyIssues',
  'specific',
  'manifestations',
  'byAnalogy',
  'reform',
  'recommendation',
  'immediateHandover',
  'audit',
  'measures',
] as const
export type DeclaredKey = (typeof declaredKeys)[number]
export const declaredSchema = z.partialRecord(z.enum(declaredKeys), z.number().int().min(0).max(100_000))
export type Declared = z.infer<typeof declaredSchema>

/** 整改来源: one audit report or one inspection. */
export const programFieldsSchema = z.object({
  source: z.enum(rectSources),
  /** 国家/市/区/内部, in the document's words. */
  level: lineSchema,
  title: lineSchema,
  docNo: lineSchema,
  /** 被审计（巡察）单位 where it is one; findings may name their own. */
  auditee: lineSchema,
  /** 问题所属年度, e.g. 2021 or 2017—2020. */
  originYears: lineSchema,
  feedbackOn: isoDateSchema.nullable(),
  reportToUnit: lineSchema,
  /** Unit: months; null = no periodic report. */
  reportCycleMonths: z.number().int().min(1).max(60).nullable(),
  clocks: rectClocksSchema,
  vocabulary: z.array(statusWordSchema).max(60),
  rateRule: rateRuleSchema,
  /** What the first two levels are called, e.g. 方面/重点问题 or 大类/方面. */
  levelNames: z.object({ aspect: lineSchema, keyIssue: lineSchema }),
  declared: declaredSchema,
  remark: paragraphSchema,
})
export type ProgramFields = z.infer<typeof programFieldsSchema>

export const programRecordSchema = programFieldsSchema.extend({
  id: idSchema,
  isSample: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type ProgramRecord = z.infer<typeof programRecordSchema>

/** What people write of a finding; its way through the lifecycle is written by steps alone. */
export const findingFieldsSchema = z.object({
  /** Number within its programme, as the document writes it. */
  no: lineSchema,
  kind: z.enum(findingKinds),
  aspect: lineSchema,
  keyIssue: lineSchema,
  /** 问题类别 of an audit ledger, e.g. 预算执行. */
  category: lineSchema,
  title: lineSchema,
  detail: paragraphSchema,
  auditee: lineSchema,
  /** 问题金额. Unit: 分. */
  amount: moneySchema.nullable(),
  amountClass: z.enum(amountClasses).nullable(),
  legalBasis: paragraphSchema,
  auditSuggestion: paragraphSchema,
  isRecurrence: z.boolean().nullable(),
  rectType: z.enum(rectTypes).nullable(),
  leader: lineSchema,
  leadUnit: lineSchema,
  units: lineSchema,
  handler: lineSchema,
  dueOn: isoDateSchema.nullable(),
  /** 整改目标 or 整改标准. */
  standard: paragraphSchema,
  progress: paragraphSchema,
  result: paragraphSchema,
  reasonNotDone: paragraphSchema,
  nextStep: paragraphSchema,
  /** 长效机制 in words; single rules are rows of their own. */
  mechanism: paragraphSchema,
  /** 佐证材料 as a ledger names it; files are 佐证 of their own. */
  evidenceText: paragraphSchema,
  isPublic: z.boolean().nullable(),
  /** The project or enterprise that it is about. */
  projectId: idSchema.nullable(),
  enterpriseId: idSchema.nullable(),
  remark: paragraphSchema,
})
export type FindingFields = z.infer<typeof findingFieldsSchema>

export const findingRecordSchema = findingFieldsSchema.extend({
  id: idSchema,
  programId: idSchema,
  /** Place in the programme's own order. */
  position: z.number().int(),
  state: z.enum(findingStates),
  /** The programme's own word; '' = the state says it. */
  statusLabel: lineSchema,
  status: z.enum(findingStatuses),
  /** First deadline; differs from `dueOn` once an extension was approved. */
  originalDueOn: isoDateSchema.nullable(),
  extensionCount: z.number().int(),
  cycle: z.number().int(),
  /** Times it was reopened after 销号 (反弹). */
  reopenCount: z.number().int(),
  returnCount: z.number().int(),
  submittedOn: isoDateSchema.nullable(),
  submittedBy: lineSchema,
  /** 认定 that waits for confirmation. */
  proposedState: z.enum(findingStates).nullable(),
  proposedBy: lineSchema,
  determinedBy: lineSchema,
  determinedOn: isoDateSchema.nullable(),
  closedOn: isoDateSchema.nullable(),
  closedBy: lineSchema,
  closureFormNo: lineSchema,
  isSample: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type FindingRecord = z.infer<typeof findingRecordSchema>

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
