import type { BriefKind, TrainingRecord } from '../briefs/record'
import type { BriefField, TrainingField } from '../tables/field-names'

export const briefTableLabels: Readonly<Record<BriefField, string>> = {
  month: '月份',
  stream: '专项',
  title: '题目',
  submittedOn: '报送日期',
  channel: '报送渠道',
  characterCount: '字数',
  isAccepted: '是否采用',
  kind: '类型',
}

export const trainingTableLabels: Readonly<Record<TrainingField, string>> = {
  title: '培训名称',
  heldOn: '日期',
  isRequired: '是否要求参加',
  isAttended: '是否参加',
  attendeeCount: '参训人数',
  status: '状态',
  stream: '专项',
}

/** Header texts that mean each field, best first; matched without spaces, colons and units in brackets. */
export const briefHeaders: Readonly<Record<BriefField, readonly string[]>> = {
  month: ['月份', '所属月份', '月', '统计月份'],
  stream: ['专项', '工作线', '所属专项', '工作专项', '类别'],
  title: ['题目', '标题', '信息题目', '信息标题', '工作信息题目', '名称'],
  submittedOn: ['报送日期', '报送时间', '上报日期', '上报时间'],
  channel: ['报送渠道', '报送方式', '渠道', '方式'],
  characterCount: ['字数'],
  isAccepted: ['是否采用', '采用情况', '是否录用', '是否被采用'],
  kind: ['类型', '信息类型', '文种'],
}
/** Known in our own summary, derived and so not read. */
export const briefCountHeaders = ['报送工作信息篇数', '报送篇数', '篇数'] as const

export const trainingHeaders: Readonly<Record<TrainingField, readonly string[]>> = {
  title: ['培训名称', '培训主题', '培训内容', '培训题目', '名称'],
  heldOn: ['日期', '培训日期', '培训时间', '举办日期', '时间'],
  isRequired: ['是否要求参加', '要求参加', '是否必须参加', '是否应参加'],
  isAttended: ['是否参加', '参加情况', '是否参训', '是否已参加'],
  attendeeCount: ['参训人数', '参加人数', '人数', '参训人次'],
  status: ['状态', '培训状态', '举办情况'],
  stream: briefHeaders.stream,
}

/** Every word for what a text is; the first is the one offered. */
export const briefKindWords: Readonly<Record<BriefKind, readonly string[]>> = {
  brief: ['工作信息', '信息', '动态信息'],
  case: ['典型案例', '案例'],
  summary: ['季度小结', '季度总结', '小结', '总结'],
}

/** Every word for whether a training took place; the first is the one offered. */
export const trainingStatusWords: Readonly<Record<TrainingRecord['status'], readonly string[]>> = {
  held: ['已举办', '已开展', '已培训', '已完成'],
  planned: ['计划', '计划中', '拟举办', '未举办'],
}

/** The ledger of texts and trainings. */
export const briefLedgerText = {
  subject: '信息与培训台账',
  briefSheet: '信息',
  briefTitle: (year: number) => `${year}年工作信息台账`,
  trainingSheet: '培训',
  trainingTitle: (year: number) => `${year}年培训台账`,
  ofStream: (stream: string) => `专项：${stream}`,
  readings: [
    '信息：一行一篇，按所属月份排列，未采用的也在内；字数按WPS口径。可原样导回，导回后为“不变”。',
    '培训：一行一次；状态为“计划”的，日期是计划日期。参训人员名单和学时不在本表。',
  ],
} as const
