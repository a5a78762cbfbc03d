import type { EnterpriseDuplicateReason } from '../registry/duplicates'
import type { EnterpriseFields, OpenItemKind, TimelineKind } from '../registry/record'
import type { GroupRole } from '../settings/contract'

export const groupRoleLabels: Readonly<Record<GroupRole['role'], string>> = { leader: '组长', member: '组员' }

export const enterpriseFieldLabels: Readonly<Record<keyof EnterpriseFields, string>> = {
  name: '企业名称',
  creditCode: '统一社会信用代码',
  street: '所属街道',
  scale: '规模',
  industry: '行业',
  contact: '联系人',
  phone: '联系电话',
  remark: '备注',
}

export const openItemLabels: Readonly<Record<OpenItemKind, string>> = {
  assignment: '任务',
  task: '报送',
  lead: '招商线索',
  project: '项目',
  problem: '项目问题',
  policy: '惠企政策',
  demand: '企业诉求',
  revenue: '收入事项',
  tip: '涉收信息',
  finding: '整改问题',
  measure: '整改措施',
}

export const timelineLabels: Readonly<Record<TimelineKind, string>> = {
  lead: '招商线索',
  project: '项目',
  visit: '走访',
  demand: '诉求',
  policy: '政策告知',
  revenue: '收入',
  finding: '整改',
}

const duplicateReasons: Readonly<Record<EnterpriseDuplicateReason, string>> = {
  creditCode: '统一社会信用代码相同',
  sameName: '名称相同，只是写法不同',
  alikeName: '名称很像',
}

/** Why two enterprises may be one, as words. */
export function duplicateReasonText(reason: EnterpriseDuplicateReason): string {
  return duplicateReasons[reason]
}

/** The question that a likely duplicate asks. */
export function enterpriseDuplicateText(name: string, reason: EnterpriseDuplicateReason): string {
  return `与“${name}”${duplicateReasons[reason]}，是同一家吗？`
}

/** Begins the line of a remark that keeps the name of an enterprise that was merged into another. */
export const formerNameWord = '曾用名：'

/** Where records name a person, by table of the store. */
const namedPlaces: Readonly<Record<string, string>> = {
  assignment: '任务',
  task: '报送',
  lead: '招商线索',
  brief: '工作信息',
  training: '培训',
  training_attendance: '培训签到',
  project: '项目',
  project_problem: '项目问题',
  project_visit: '项目走访',
  policy: '惠企政策',
  visit: '走访',
  demand: '企业诉求',
  revenue_entry: '收入事项',
  revenue_tip: '涉收信息',
  group_role: '分组',
  enterprise_link: '包联关系',
  handover: '交接',
  policy_told: '政策告知',
  finding: '整改问题',
  measure: '整改措施',
  extension: '整改延期',
  finding_step: '整改经过',
  look_back: '回头看',
  rect_role: '整改分工',
  attachment: '佐证材料',
}

/** Places with their counts: 「招商线索3处、分组1处」. */
export function placesText(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([table, count]) => `${namedPlaces[table] ?? table}${count}处`).join('、')
}

export const timelineDetails = {
  policy: '已告知',
  solved: '已解决',
  unsolved: '未解决',
  solvedUnknown: '办理中',
  projectSteps: { signed: '签约', started: '开工', completed: '竣工' },
  landedOn: (on: string): string => `${on} 落地`,
  visitMode: { onsite: '实地', phone: '电话', online: '线上' } as Readonly<Record<string, string>>,
  revenueStatus: {
    clue: '线索',
    confirmed: '已确认',
    booked: '已入库',
    reversed: '已冲回',
    dropped: '已放弃',
  } as Readonly<Record<string, string>>,
  retained: (amount: string): string => `区留成${amount}万元`,
  by: (name: string): string => `走访人：${name}`,
  closedOn: (on: string): string => `${on} 销号`,
  dueOn: (on: string): string => `整改时限${on}`,
} as const
