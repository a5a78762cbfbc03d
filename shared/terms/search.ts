import type { SearchKind, SearchRoom } from '../search/contract'

/** What a hit is, in one word. */
export const searchKindLabels: Readonly<Record<SearchKind, string>> = {
  lead: '线索',
  followUp: '跟进',
  project: '项目',
  projectProblem: '项目问题',
  projectVisit: '项目走访',
  policy: '惠企政策',
  visit: '走访',
  demand: '企业诉求',
  brief: '信息与案例',
  training: '培训',
  revenueEntry: '收入',
  revenueTip: '涉收入信息',
  finding: '整改问题',
  measure: '整改措施',
  rectProgram: '整改来源',
  assignment: '任务',
  person: '人员',
  enterprise: '企业',
  attachment: '附件',
}

export const searchRoomLabels: Readonly<Record<SearchRoom, string>> = {
  investment: '招商',
  projects: '项目',
  environment: '营商环境',
  revenue: '收入',
  rectification: '整改台账',
  briefs: '信息与培训',
  assignments: '任务',
  registry: '人员与企业',
  attachments: '附件',
}

/** The title of a hit: its own, with the record it belongs to and its day. */
export function hitTitle(
  kind: SearchKind,
  own: string,
  owner: { readonly title: string; readonly on: string | null } | null,
): string {
  if (!owner) return own
  if (kind === 'attachment') return `${own}（${owner.title}）`
  return [owner.title, owner.on].filter((part) => part !== null && part !== '').join(' ')
}
