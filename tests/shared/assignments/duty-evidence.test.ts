import { expect, test } from 'vitest'
import { dutyEvidenceOf, type DutyEvidence } from '../../../shared/assignments/duty-evidence'
import type { Stream } from '../../../shared/core/schemas'
import { measureOf, type Measure } from '../../../shared/terms/assignment-measures'

test.each<[Stream, string, Measure | null, DutyEvidence | null]>([
  ['investment', '备案有效招商项目信息折算指标数', 'units', null],
  ['investment', '报送招商工作信息或典型案例篇数', 'briefs', { by: 'brief', use: 'investmentBrief' }],
  ['investment', '参加招商培训参训率', 'trainings', null],
  ['investment', '材料反馈、宣传与配合区级评定', 'cooperate', null],
  ['projects', '跟进招商项目并走访调研走访次数', 'projectVisits', { by: 'projectVisit' }],
  ['projects', '吹哨报到事项办结办结率', 'whistles', null],
  ['environment', '报送分管领导和牵头人员名单份', null, null],
  ['environment', '完善责任清单和任务清单份', null, null],
  ['environment', '制定年度培训计划并组织培训份', 'trainingPlan', null],
  ['environment', '新惠企政策文件及解读及时率', 'policies', { by: 'policy' }],
  ['environment', '报送高质量工作信息篇数', 'briefs', { by: 'brief', use: 'environmentBrief' }],
  ['environment', '报送典型经验案例（不少于800字）篇数', 'cases', { by: 'brief', use: 'environmentCase' }],
  ['environment', '报送季度工作总结篇数', 'summaries', { by: 'brief', use: 'environmentSummary' }],
  ['environment', '双万双服走访包联企业企业数', 'visits', { by: 'visits' }],
  ['revenue', '组织收入（区留成）金额', 'districtRetained', null],
  ['revenue', '报送工作进展次数', 'progressReports', { by: 'brief', use: 'revenueProgress' }],
])('the fixture: %s %s', (stream, text, measure, evidence) => {
  expect(measureOf(text)).toBe(measure)
  expect(dutyEvidenceOf(stream, text)).toEqual(evidence)
})
