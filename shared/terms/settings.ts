import type { AssesseeCategory, Stream } from '../core/schemas'
import type { ClockKey } from '../settings/contract'

/** The four streams as the plan names them, and the short form for narrow places. */
export const streamLabels: Readonly<Record<Stream, string>> = {
  investment: '抓招商',
  projects: '抓项目',
  environment: '抓营商环境',
  revenue: '抓收入',
}
export const streamShortLabels: Readonly<Record<Stream, string>> = {
  investment: '招商',
  projects: '项目',
  environment: '营商环境',
  revenue: '收入',
}

/** 考核对象类别. Source: 实施方案 考核对象分为四类. */
export const categoryLabels: Readonly<Record<AssesseeCategory, string>> = {
  1: '第一类：重点经济和行业管理部门',
  2: '第二类：重要支撑部门',
  3: '第三类：其他区级部门',
  4: '第四类：街道园区',
}

export const bureauLabels = {
  name: '单位名称',
  aliases: '别名',
  category: '考核对象类别',
  year: '年度',
} as const

/** Words of a pasted list of groups. */
export const groupStreamPattern =
  /^(?:[0-9一二三四]+[、.．)）]\s*)?(?:全员)?抓?(招商引资|招商|项目建设|项目|营商环境|营商|组织收入|收入)(?:工作)?(?:专项)?(?:工作)?组?(?=[:：\s,，、]|组长|副组长|组员|成员|负责人|$)/
export const groupStreamWords: Readonly<Record<string, Stream>> = {
  招商: 'investment',
  招商引资: 'investment',
  项目: 'projects',
  项目建设: 'projects',
  营商: 'environment',
  营商环境: 'environment',
  收入: 'revenue',
  组织收入: 'revenue',
}
export const groupLeaderPattern = /^(?:组长|负责人)[:：]?/
export const groupMemberPattern = /^(?:副组长|组员|成员|承办人)[:：]?/
export const groupLinePattern = /[\n;；。]+/
export const groupNamePattern = /[\s、,，/／|:：]+/

/** What 数据检查 counts, by table of the store. */
export const recordLabels: Readonly<Record<string, string>> = {
  bureau: '单位',
  calendar_year: '放假安排（年）',
  person: '人员',
  group_role: '岗位',
  section: '科室',
  handover: '交接',
  enterprise: '企业',
  enterprise_link: '包联关系',
  import_batch: '导入批次',
  table_mapping: '已记住的表头',
  assignment: '任务',
  assignments: '任务',
  lead: '招商线索',
  leads: '招商线索',
  follow_up: '跟进记录',
  followUps: '跟进记录',
  attachment: '附件',
  attachments: '附件',
  brief: '工作信息',
  briefs: '工作信息',
  training: '培训',
  trainings: '培训',
  manual_score: '区里给定的分值',
  manualScores: '区里给定的分值',
}

/** Where the Electron that runs the window came from. */
export const electronSourceLabels: Readonly<Record<string, string>> = {
  override: '由环境变量指定',
  installed: '已安装的下载版',
  download: '本次下载',
  registry: '软件包仓库提供的运行环境',
  packaged: '随程序安装',
  testBuild: '测试构建，只用于测试，不得分发',
}

/** What stands between the entries of a typed list, and how one is written out. */
export const listSeparators = /[、,，;；\n]+/
export const listComma = '、'

/** The clocks that no document fixes. `from` and `to` say what is counted. */
export const clockLabels: Readonly<Record<ClockKey, { readonly name: string; readonly counted: string }>> = {
  nearWorkdays: { name: '临近提醒', counted: '到期前几个工作日起标“临近”' },
  quietWorkdays: { name: '线索久未跟进', counted: '最后一次跟进后几个工作日提醒' },
  internalDueWorkdays: { name: '内部时限提前', counted: '内部时限比区里时限提前几个工作日' },
  whistleReplyWorkdays: { name: '吹哨答复', counted: '吹哨后几个工作日内答复' },
  demandTransferWorkdays: { name: '诉求转办', counted: '提出诉求后几个工作日内转办' },
  demandReplyWorkdays: { name: '诉求答复', counted: '转办后几个工作日内答复企业' },
  tipAnswerWorkdays: { name: '涉收信息反馈', counted: '传递后几个工作日内反馈' },
}
