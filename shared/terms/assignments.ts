import type { Stream } from '../core/schemas'
import type { AssignmentField } from '../tables/field-names'

/** Field labels of one 任务, the district's own words. */
export const assignmentLabels: Readonly<Record<AssignmentField, string>> = {
  itemCode: '任务编号',
  stream: '工作线',
  taskName: '任务内容',
  indicator: '考核指标',
  target: '目标任务',
  targetFirstQuarter: '一季度',
  targetFirstHalf: '上半年',
  targetThreeQuarters: '前三季度',
  targetText: '目标要求',
  participation: '参加情况',
  unit: '计量单位',
  leadUnit: '牵头部门',
  responsibleUnit: '责任单位',
  supportUnits: '配合单位',
  responsibleLeader: '责任领导',
  due: '完成时限',
  cycle: '频次',
  reportingTime: '报送时间',
  channel: '报送方式',
  remark: '备注',
}

/** The ledger of what the district has assigned, in its own words. */
export const assignmentLedgerText = {
  subject: '任务分解表',
  sheetName: '任务分解表',
  title: (year: number, bureau: string) => `${year}年度“四个全员抓”工作任务分解表（${bureau}）`,
  wholeYear: '全年',
  reporting: '报送要求',
  time: '时间',
  way: '方式',
  readings: [
    '一行一项任务，列名、次序与区里下达的任务分解表一致，内容为下达时的原文；已撤销的任务不在内。',
    '目标要求：区里用文字下达的目标；“不参加”表示本单位不承担这项任务。可原样导回，导回后为“不变”。',
  ],
} as const

/** Header texts that mean each field, best first; matched without spaces, colons and units in brackets. */
export const assignmentHeaders: Readonly<Record<Exclude<AssignmentField, 'participation'>, readonly string[]>> = {
  itemCode: ['任务编号', '任务编码', '任务代码', '任务号', '编号', '编码'],
  stream: [
    '工作线',
    '专项',
    '工作专项',
    '所属专项',
    '专项工作',
    '工作板块',
    '板块',
    '任务类别',
    '工作类别',
    '类别',
    '四抓类别',
  ],
  taskName: [
    '任务内容',
    '工作任务',
    '任务名称',
    '工作内容',
    '任务事项',
    '重点任务',
    '主要任务',
    '具体任务',
    '任务清单',
    '工作事项',
    '任务',
  ],
  indicator: ['考核指标', '指标名称', '指标', '考核内容', '量化指标', '指标内容', '衡量指标'],
  target: [
    '目标任务/全年',
    '目标任务',
    '全年目标',
    '年度目标',
    '目标值',
    '全年任务',
    '年度任务',
    '任务目标',
    '目标任务数',
    '目标数',
    '任务数',
    '指标值',
    '全年',
    '全年任务数',
    '全年目标任务',
    '年度目标任务',
    '目标',
  ],
  targetFirstQuarter: [
    '目标任务/一季度',
    '一季度',
    '其中一季度',
    '第一季度',
    '1季度',
    '一季度目标',
    '一季度任务',
    '其中一季度任务',
  ],
  targetFirstHalf: ['目标任务/上半年', '上半年', '其中上半年', '上半年目标', '上半年任务', '1-6月'],
  targetThreeQuarters: ['目标任务/前三季度', '前三季度', '其中前三季度', '前三季度目标', '前三季度任务', '1-9月'],
  targetText: ['目标要求', '目标描述', '目标说明', '工作要求', '工作标准', '目标内容'],
  unit: ['计量单位', '指标单位', '单位'],
  leadUnit: [
    '牵头部门',
    '牵头单位',
    '主责部门',
    '主责单位',
    '考核部门',
    '考核单位',
    '主管部门',
    '市级主管部门',
    '区级主管部门',
  ],
  responsibleUnit: [
    '责任单位',
    '责任部门',
    '承办单位',
    '落实单位',
    '实施单位',
    '完成单位',
    '任务单位',
    '单位名称',
    '责任主体',
    '承担单位',
    '承办部门',
  ],
  supportUnits: ['配合单位', '配合部门', '协办单位', '协助单位', '参与单位', '协同单位'],
  responsibleLeader: ['责任领导', '分管领导', '负责领导', '责任人', '负责人', '牵头领导', '包保领导'],
  due: [
    '完成时限',
    '完成时间',
    '完成期限',
    '完成日期',
    '时限要求',
    '办结时限',
    '截止时间',
    '截止日期',
    '时间节点',
    '时限',
    '时间要求',
  ],
  cycle: ['报送要求/频次', '报送频次', '频次', '报送周期', '周期', '报送频率', '频率'],
  reportingTime: ['报送要求/时间', '报送时间', '报送时限', '时间', '上报时间'],
  channel: ['报送要求/方式', '报送方式', '报送渠道', '方式', '渠道', '上报方式'],
  remark: ['备注', '说明', '备注说明', '附注'],
}

/** Headers of tables with one row per unit that speak of a task though they name no field. */
export const indicatorHeaderPattern =
  /(?:任务|目标|指标|计划)(?:数|值|额|量)?$|^(?:新开工|储备|竣工|在建|飞地|协税|争取)/

/** Every word for the four streams; the first is the one offered. */
export const streamWords: Readonly<Record<Stream, readonly string[]>> = {
  investment: [
    '抓招商',
    '招商',
    '招商引资',
    '全员抓招商',
    '招商专项',
    '招商专项组',
    '招商组',
    '招商工作',
    '抓招商引资',
  ],
  projects: ['抓项目', '项目', '项目建设', '全员抓项目', '项目专项', '项目专项组', '项目组', '项目工作', '抓项目建设'],
  environment: [
    '抓营商环境',
    '营商环境',
    '抓营商',
    '营商',
    '全员抓营商环境',
    '营商专项',
    '营商专项组',
    '营商组',
    '营商环境工作',
    '优化营商环境',
    '抓环境',
  ],
  revenue: [
    '抓收入',
    '收入',
    '组织收入',
    '全员抓收入',
    '收入专项',
    '收入专项组',
    '收入组',
    '收入工作',
    '抓组织收入',
    '抓税收',
  ],
}

/** Words in a title or indicator by which a table of one row per unit belongs to a stream, tried in this order. */
export const streamByTopic: readonly { readonly stream: Stream; readonly pattern: RegExp }[] = [
  { stream: 'revenue', pattern: /协税|护税|争取资金|非税|收入|税收|增收|盘活/ },
  { stream: 'environment', pattern: /营商|走访|惠企|双万双服|满意度/ },
  { stream: 'investment', pattern: /飞地|招商|线索|到位资金|签约|外资|内资/ },
  { stream: 'projects', pattern: /固定资产|投资|项目|开工|储备|竣工|入库|入统/ },
]

/** Every word for how often something is reported; the first is the one offered. */
export const cycleWords: Readonly<Record<'once' | 'monthly' | 'quarterly' | 'ondemand', readonly string[]>> = {
  once: ['一次', '一次性', '1次', '全年一次', '每年', '每年一次', '年度', '年报', '年底', '全年', '一年一次', '按年'],
  monthly: [
    '每月',
    '按月',
    '月报',
    '月度',
    '每月一次',
    '每月1次',
    '逐月',
    '月',
    '每月、每季度',
    '每月每季度',
    '每月一篇',
    '每月1篇',
  ],
  quarterly: ['每季度', '按季', '季报', '季度', '每季', '每季度一次', '每季度1次', '逐季', '按季度', '季'],
  ondemand: [
    '按需',
    '按通知',
    '实时',
    '随时',
    '即时',
    '及时',
    '不定期',
    '按要求',
    '适时',
    '按时',
    '根据通知',
    '按通知要求',
    '长期',
    '持续',
  ],
}
export const cycleLabels = { once: '一次', monthly: '每月', quarterly: '每季度', ondemand: '按需' } as const

/** Whether a unit has a task at all; some take part without one. `withdrawn` is what a re-issued table once left out. */
export const participationLabels = { included: '参加', excluded: '不参加', withdrawn: '已撤销' } as const

/** Row headings such as 「各责任单位」 that mean everybody, our own unit too. */
export const everyUnitPattern =
  /^(?:全区)?(?:各有关|各相关|各责任|各区直|各|全体|所有)(?:单位|部门|责任单位|成员单位|责任部门|部门和单位|部门单位)/
export const unitListPattern = /[、,，;；/\n]|和(?=.{2,}[局办委院会室])/

/** The table's own words around the subject of its title. */
export const titleYearWords = /(?:(?:19|20|21)\d{2}|[〇○零一二三四五六七八九]{4})年度?/g
export const titleTailWords = /(?:指标)?(?:任务)?(?:目标)?(?:分解|下达|安排|计划|一览|明细|汇总)?(?:表|清单)$/
export const titleHeadWords = /^(?:全区)?各?(?:责任|有关)?(?:单位|部门)(?=.{2,})/
export const titleTaskWord = '任务'
export const firstQuarterPattern = /^(?:其中)?(?:第?一季度|1季度)(?:任务|目标|计划)?(?:数|值|额)?$/
export const firstHalfPattern = /^(?:其中)?(?:上半年|1-6月)(?:任务|目标|计划)?(?:数|值|额)?$/
export const threeQuartersPattern = /^(?:其中)?(?:前三季度|1-9月)(?:任务|目标|计划)?(?:数|值|额)?$/
