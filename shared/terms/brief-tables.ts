import type { BriefField, TrainingField } from '../tables/field-names'

export const briefTableLabels: Readonly<Record<BriefField, string>> = {
  month: '月份',
  stream: '专项',
  title: '题目',
  submittedOn: '报送日期',
  channel: '报送渠道',
  characterCount: '字数',
  isAccepted: '是否采用',
}

export const trainingTableLabels: Readonly<Record<TrainingField, string>> = {
  title: '培训名称',
  heldOn: '日期',
  isRequired: '是否要求参加',
  isAttended: '是否参加',
  attendeeCount: '参训人数',
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
}
/** Known in our own summary, derived and so not read. */
export const briefCountHeaders = ['报送工作信息篇数', '报送篇数', '篇数'] as const

export const trainingHeaders: Readonly<Record<TrainingField, readonly string[]>> = {
  title: ['培训名称', '培训主题', '培训内容', '培训题目', '名称'],
  heldOn: ['日期', '培训日期', '培训时间', '举办日期', '时间'],
  isRequired: ['是否要求参加', '要求参加', '是否必须参加', '是否应参加'],
  isAttended: ['是否参加', '参加情况', '是否参训', '是否已参加'],
  attendeeCount: ['参训人数', '参加人数', '人数', '参训人次'],
}
