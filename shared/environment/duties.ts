/**
 * The seven duties; the fifth has two parts. roster 1 分管领导和牵头人员名单 · lists 2 责任清单、任务清单 · training 3 培训 ·
 * policy 4 惠企政策 · brief 5 工作信息 · case 5 典型案例 · summary 6 季度总结 · visits 7 双万双服.
 * Source: 实施方案 三（一）1–7.
 */
export const dutyKinds = ['roster', 'lists', 'training', 'policy', 'brief', 'case', 'summary', 'visits'] as const
export type DutyKind = (typeof dutyKinds)[number]
