import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, moneySchema, paragraphSchema } from '../core/schemas'

/** 储备 → 签约 → 开工 → 在建 → 竣工 → 投产 → 达产. Source: domain §3 Project. */
export const projectStages = [
  'reserve',
  'signed',
  'started',
  'underConstruction',
  'completed',
  'inProduction',
  'fullCapacity',
] as const
export type ProjectStage = (typeof projectStages)[number]

/** 暂缓, 终止. 出库 is a day of its own. */
export const projectExits = ['suspended', 'terminated'] as const
export type ProjectExit = (typeof projectExits)[number]

/** 500万元以下, [500万, 5000万), 5000万元及以上: exactly 5000 is in the upper band. Source: 实施方案 三, domain §2. */
export const projectBands = ['below500', 'from500', 'from5000'] as const
export type ProjectBand = (typeof projectBands)[number]

/** 立项备案, 用地, 规划, 环评, 能评, 施工许可, 消防, 其他. */
export const permitKinds = [
  'approval',
  'land',
  'planning',
  'environmental',
  'energy',
  'construction',
  'fire',
  'other',
] as const
export type PermitKind = (typeof permitKinds)[number]

/** Fields that the bureau types freely; stages and their days move by `projects.moveStage`. */
export const projectFieldsSchema = z.object({
  name: lineSchema,
  owner: lineSchema,
  content: paragraphSchema,
  industry: lineSchema,
  site: lineSchema,
  /** Exact decimal text. Unit: 亩. */
  landArea: lineSchema,
  /** Unit: 分. */
  totalInvestment: moneySchema.nullable(),
  annualPlan: moneySchema.nullable(),
  investedYtd: moneySchema.nullable(),
  investedTotal: moneySchema.nullable(),
  overrunReason: paragraphSchema,
  plannedSign: isoDateSchema.nullable(),
  plannedStart: isoDateSchema.nullable(),
  plannedFinish: isoDateSchema.nullable(),
  plannedProduction: isoDateSchema.nullable(),
  plannedFullCapacity: isoDateSchema.nullable(),
  enterPoolOn: isoDateSchema.nullable(),
  permitText: paragraphSchema,
  physicalProgress: paragraphSchema,
  problemText: paragraphSchema,
  coordinationText: paragraphSchema,
  leaderSponsor: lineSchema,
  steward: lineSchema,
  taskTeam: lineSchema,
  contact: lineSchema,
  handler: lineSchema,
  isInStatistics: z.boolean(),
  isProvincialKey: z.boolean(),
  remark: paragraphSchema,
})
export type ProjectFields = z.infer<typeof projectFieldsSchema>

export const projectRecordSchema = projectFieldsSchema.extend({
  id: idSchema,
  stage: z.enum(projectStages),
  signedOn: isoDateSchema.nullable(),
  startedOn: isoDateSchema.nullable(),
  startReason: paragraphSchema,
  completedOn: isoDateSchema.nullable(),
  productionOn: isoDateSchema.nullable(),
  fullCapacityOn: isoDateSchema.nullable(),
  exit: z.enum(projectExits).nullable(),
  exitedOn: isoDateSchema.nullable(),
  exitReason: paragraphSchema,
  leavePoolOn: isoDateSchema.nullable(),
  leaveReason: paragraphSchema,
  linkedLeadId: idSchema.nullable(),
  isSample: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type ProjectRecord = z.infer<typeof projectRecordSchema>

export const permitSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  kind: z.enum(permitKinds),
  applicant: lineSchema,
  acceptedOn: isoDateSchema.nullable(),
  issuedOn: isoDateSchema.nullable(),
  docNo: lineSchema,
  blocked: paragraphSchema,
})
export type Permit = z.infer<typeof permitSchema>

export const projectProblemSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  text: paragraphSchema.min(1),
  raisedOn: isoDateSchema,
  askUnit: lineSchema,
  /** 吹哨, 报到, 协调, 办结. */
  whistledOn: isoDateSchema.nullable(),
  reportedOn: isoDateSchema.nullable(),
  coordinatedOn: isoDateSchema.nullable(),
  solvedOn: isoDateSchema.nullable(),
  result: paragraphSchema,
  handler: lineSchema,
})
export type ProjectProblem = z.infer<typeof projectProblemSchema>

export const projectVisitSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  visitedOn: isoDateSchema,
  visitors: lineSchema,
  topics: paragraphSchema,
  result: paragraphSchema,
})
export type ProjectVisit = z.infer<typeof projectVisitSchema>

/** One project as a 半月调度 sheet shows it and as the next sheet compares with. */
export const dispatchRowSchema = z.object({
  projectId: idSchema,
  name: z.string(),
  stage: z.enum(projectStages),
  exit: z.enum(projectExits).nullable(),
  isInPool: z.boolean(),
  investedYtd: moneySchema.nullable(),
  physicalProgress: z.string(),
  openProblems: z.array(z.string()),
})
export type DispatchRow = z.infer<typeof dispatchRowSchema>
