import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, paragraphSchema } from '../core/schemas'

/** 项目类别 as the district decides it; `pending` until then. Source: 实施方案 招商 指标定义③—⑥. */
export const leadClasses = [
  'highQuality',
  'beijing',
  'nationalHiTech',
  'outOfCity',
  'inCity',
  'invalid',
  'pending',
] as const
export type LeadClass = (typeof leadClasses)[number]

/** What ended a lead early; the dates and reasons stand beside it. */
export const leadEndings = ['withdrawn', 'dormant', 'revoked'] as const
export type LeadEnding = (typeof leadEndings)[number]

export const shareholdingSchema = z.object({
  holder: lineSchema,
  /** Percent of shares, exact decimal text; null when unknown. */
  percent: z.string().nullable(),
  isLargest: z.boolean(),
  region: z.enum(['beijing', 'inCity', 'outOfCity', 'abroad']).nullable(),
  hasHiTechCertificate: z.boolean(),
  isTop500: z.boolean(),
  /** 央企二级、三级子公司. */
  isCentralSoeTier23: z.boolean(),
  /** 上市公司. */
  isListed: z.boolean(),
})
export type Shareholding = z.infer<typeof shareholdingSchema>

/** Fields that the bureau fills (owner B). Empty text means not known yet. */
export const leadBureauFieldsSchema = z.object({
  title: lineSchema,
  investorName: lineSchema,
  /** Place of the investor as written, e.g. 河北省. */
  investorRegion: lineSchema,
  investorNature: z.enum(['legalPerson', 'naturalPerson']).nullable(),
  /** 投资方情况. */
  investorProfile: paragraphSchema,
  /** 投资意向. */
  intention: paragraphSchema,
  /** 预期收益. */
  expectedBenefit: paragraphSchema,
  /** 建设规划, 投资强度, 预期营收, 人员规模: the district's uniform 项目投资计划模板. */
  constructionPlan: paragraphSchema,
  investmentIntensity: paragraphSchema,
  expectedRevenue: paragraphSchema,
  headcount: paragraphSchema,
  shareholdings: z.array(shareholdingSchema).max(50),
  /** 提供人, a role or a colleague. */
  sourcePerson: lineSchema,
  contact: lineSchema,
  proposedClass: z.enum(leadClasses).nullable(),
  oaReference: lineSchema,
  filedOn: isoDateSchema.nullable(),
  backfilledOn: isoDateSchema.nullable(),
  /** Names of the fields that were typed into the platform already, while 补录 is under way. */
  backfilledFields: z.array(z.string().max(40)).max(50),
  /** 承办人: who has it in hand, other than 提供人 who brought it. */
  handler: lineSchema,
  remark: paragraphSchema,
})
export type LeadBureauFields = z.infer<typeof leadBureauFieldsSchema>

/** Facts of the district (owner D), recorded only with a document reference. */
export const leadDistrictFactsSchema = z.object({
  platformNo: lineSchema,
  certifiedOn: isoDateSchema.nullable(),
  contactedOn: isoDateSchema.nullable(),
  acceptedOn: isoDateSchema.nullable(),
  acceptedBy: lineSchema,
  districtClass: z.enum(leadClasses),
  landedOn: isoDateSchema.nullable(),
  companyName: lineSchema,
  creditCode: lineSchema,
  registeredCapital: lineSchema,
  isRegisteredInDistrict: z.boolean().nullable(),
  /** 文号、回复或台账 that the newest district fact rests on. */
  documentReference: lineSchema,
})
export type LeadDistrictFacts = z.infer<typeof leadDistrictFactsSchema>

export const leadRecordSchema = leadBureauFieldsSchema.extend(leadDistrictFactsSchema.shape).extend({
  id: idSchema,
  duplicateOf: idSchema.nullable(),
  ending: z.enum(leadEndings).nullable(),
  endedOn: isoDateSchema.nullable(),
  endingReason: paragraphSchema,
  isSample: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
/** One 招商线索 with everything recorded about it; states and units are computed, never stored. */
export type LeadRecord = z.infer<typeof leadRecordSchema>

export const followUpSchema = z.object({
  id: idSchema,
  leadId: idSchema,
  happenedOn: isoDateSchema,
  way: lineSchema,
  text: paragraphSchema,
  createdAt: z.string(),
})
export type FollowUp = z.infer<typeof followUpSchema>
