/**
 * Which records of the bureau tell of an assigned indicator: 指标(个), 培训计划, 培训, 季度总结, 工作信息, 典型案例, 工作进展,
 * 惠企政策, 企业走访, 项目走访, 吹哨报到, 区留成, 配合.
 */
export type Measure =
  | 'units'
  | 'trainingPlan'
  | 'trainings'
  | 'summaries'
  | 'briefs'
  | 'cases'
  | 'progressReports'
  | 'policies'
  | 'visits'
  | 'projectVisits'
  | 'whistles'
  | 'districtRetained'
  | 'cooperate'

/** Tried in this order: the more particular words stand first. */
const words: readonly (readonly [Measure, RegExp])[] = [
  ['trainingPlan', /培训计划/],
  ['trainings', /培训/],
  ['summaries', /季度.{0,6}(?:总结|小结)/],
  ['policies', /惠企政策|涉企政策/],
  ['briefs', /工作信息/],
  ['cases', /典型.{0,4}案例/],
  ['projectVisits', /项目.{0,6}走访|走访调研/],
  ['visits', /双万双服|走访|包联企业/],
  ['whistles', /吹哨/],
  ['progressReports', /工作进展/],
  ['districtRetained', /区留成|组织收入/],
  ['briefs', /篇数/],
  ['cooperate', /材料反馈|宣传.*配合/],
  ['units', /折算指标|有效.*(?:线索|项目信息)|招商项目信息/],
  ['districtRetained', /区留成|区级留成|组织收入/],
]

/** The measure named by a task and its indicator, or null when the records cannot tell. */
export function measureOf(text: string): Measure | null {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
