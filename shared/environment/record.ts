import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, paragraphSchema } from '../core/schemas'

/** 实地, 电话, 线上. */
export const visitModes = ['onsite', 'phone', 'online'] as const
export type VisitMode = (typeof visitModes)[number]

/** 满意, 基本满意, 不满意. */
export const satisfactions = ['satisfied', 'fair', 'dissatisfied'] as const
export type Satisfaction = (typeof satisfactions)[number]

export const policyFieldsSchema = z.object({
  title: lineSchema,
  docNo: lineSchema,
  issuer: lineSchema,
  publishedOn: isoDateSchema,
  explainerReadyOn: isoDateSchema.nullable(),
  /** 政策解读 as text. */
  explainer: paragraphSchema,
  sentOn: isoDateSchema.nullable(),
  sentVia: lineSchema,
  channels: z.array(lineSchema).max(20),
  handler: lineSchema,
  remark: paragraphSchema,
})
export type PolicyFields = z.infer<typeof policyFieldsSchema>

export const policyRecordSchema = policyFieldsSchema.extend({
  id: idSchema,
  isSample: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type PolicyRecord = z.infer<typeof policyRecordSchema>

export const visitFieldsSchema = z.object({
  enterpriseId: idSchema,
  personId: idSchema.nullable(),
  visitedOn: isoDateSchema,
  /** Null: not noted. */
  mode: z.enum(visitModes).nullable(),
  visitors: lineSchema,
  topics: paragraphSchema,
})
export type VisitFields = z.infer<typeof visitFieldsSchema>

export const visitRecordSchema = visitFieldsSchema.extend({
  id: idSchema,
  isSample: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type VisitRecord = z.infer<typeof visitRecordSchema>

export const demandFieldsSchema = z.object({
  enterpriseId: idSchema,
  visitId: idSchema.nullable(),
  text: paragraphSchema.min(1),
  raisedOn: isoDateSchema,
  transferredOn: isoDateSchema.nullable(),
  transferredTo: lineSchema,
  repliedOn: isoDateSchema.nullable(),
  /** 办理情况. */
  handling: paragraphSchema,
  isSolved: z.boolean().nullable(),
  solvedOn: isoDateSchema.nullable(),
  satisfaction: z.enum(satisfactions).nullable(),
  handler: lineSchema,
})
export type DemandFields = z.infer<typeof demandFieldsSchema>

export const demandRecordSchema = demandFieldsSchema.extend({
  id: idSchema,
  isSample: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type DemandRecord = z.infer<typeof demandRecordSchema>
