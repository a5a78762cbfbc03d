import type { LeadRecord } from './record'

/**
 * The project file that a lead should have: three items of the bureau's duty and four of the district's 项目投资计划模板.
 * Source: 实施方案 抓招商 (投资方情况、投资意向、预期收益); 区统一项目投资计划模板 (建设规划、投资强度、预期营收、人员规模).
 */
export const planItems = [
  'investorProfile',
  'intention',
  'expectedBenefit',
  'constructionPlan',
  'investmentIntensity',
  'expectedRevenue',
  'headcount',
] as const
export type PlanItem = (typeof planItems)[number]

/** How complete a project file is, `5/7`, and what is missing. */
export interface Completeness {
  readonly done: number
  readonly total: number
  readonly gaps: readonly PlanItem[]
}

/** The investor counts as described by a text, or by a name with its place. */
function isFilled(lead: LeadRecord, item: PlanItem): boolean {
  if (lead[item].trim() !== '') return true
  return item === 'investorProfile' && lead.investorName.trim() !== '' && lead.investorRegion.trim() !== ''
}

/** Counts the filled items of the seven. Unit: items. */
export function completeness(lead: LeadRecord): Completeness {
  const gaps = planItems.filter((item) => !isFilled(lead, item))
  return { done: planItems.length - gaps.length, total: planItems.length, gaps }
}
