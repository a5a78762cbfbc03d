import { z } from 'zod'
import { parseIsoDate, type IsoDate, type Month } from './dates'
import type { Fen } from './money'

/** Strict `YYYY-MM-DD` that exists in the calendar. */
export const isoDateSchema = z.custom<IsoDate>((value) => typeof value === 'string' && parseIsoDate(value) !== null)
export const monthSchema = z.custom<Month>(
  (value) => typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value),
)
export const idSchema = z.string().min(1).max(64)
/** Free text of one line; the caps keep the store and the exports sane. */
export const lineSchema = z.string().max(500)
export const paragraphSchema = z.string().max(20_000)
/** Exact decimal text, e.g. `26.25`; never a float. */
export const decimalSchema = z.string().regex(/^-?\d{1,15}(\.\d{1,8})?$/)
export const yearSchema = z.number().int().min(2000).max(2100)
export const quarterSchema = z.string().regex(/^\d{4}Q[1-4]$/)

/** An amount in whole 分, safe as a number. Unit: 分. */
export const moneySchema = z.custom<Fen>((value) => Number.isSafeInteger(value))

/** The four work streams (抓招商、抓项目、抓营商环境、抓收入). */
export const streams = ['investment', 'projects', 'environment', 'revenue'] as const
export type Stream = (typeof streams)[number]
export const streamSchema = z.enum(streams)

/** 考核对象类别: 1 重点经济和行业管理部门, 2 重要支撑部门, 3 其他区级部门, 4 街道园区. */
export const assesseeCategories = [1, 2, 3, 4] as const
export const assesseeCategorySchema = z.literal(assesseeCategories)
export type AssesseeCategory = z.infer<typeof assesseeCategorySchema>
