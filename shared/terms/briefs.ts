import type { LengthVerdict } from '../briefs/character-count'
import type { BriefKind, BriefUse } from '../briefs/record'
import { term } from './term'

const routineClause = '实施方案 抓招商 平时考核'

/** Words for 工作信息. */
export const briefTerms = {
  title: term('题目', ''),
  month: term('月份', '这篇信息用于哪个月；是否计入以报送日期为准。', routineClause),
  submittedOn: term('报送日期', '报送的日期；计入报送日期所在的月份。', routineClause),
  channel: term('报送渠道', 'OA、平台或纸质。'),
  characterCount: term('字数', '', '', '字'),
  isAccepted: term('是否采用', '采用的才计入。'),
  backfilledOn: term('补录日期', '补录不改变报送日期。'),
  count: term('报送工作信息篇数', '每月至少1篇，占平时考核分的50%。', routineClause, '篇'),
} as const

/** Words for 培训. */
export const trainingTerms = {
  title: term('培训名称', ''),
  heldOn: term('日期', ''),
  isRequired: term('是否要求参加', ''),
  isAttended: term('是否参加', '参加次数占要求次数的比例计分，占平时考核分的20%。', routineClause),
  attendeeCount: term('参训人数', '', '', '人'),
} as const

/** The duties a text can serve. */
export const briefUseLabels: Readonly<Record<BriefUse, string>> = {
  investmentBrief: '招商月信息',
  environmentBrief: '营商月信息',
  environmentCase: '典型案例',
  environmentSummary: '营商季度小结',
  revenueProgress: '收入进展',
}

export const briefKindLabels: Readonly<Record<BriefKind, string>> = {
  brief: '工作信息',
  case: '典型案例',
  summary: '季度小结',
}

/** 「字数 812，已达800字」, 「字数 780，还差20字」. */
export function caseLengthText({ count, minimum, short }: LengthVerdict): string {
  return short === 0 ? `字数 ${count}，已达${minimum}字` : `字数 ${count}，还差${short}字`
}
