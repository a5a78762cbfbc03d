import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, moneySchema, paragraphSchema } from '../core/schemas'

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
