import type { FindingFilter } from '../rectification/finding-rows'
import {
  findingKindLabels,
  findingStateLabels,
  findingStatusLabels,
  queueLabels,
  rectSourceLabels,
  rectTypeLabels,
} from './rectification'

const lightWords = { normal: '正常', near: '临近', overdue: '逾期' } as const
const markWords = {
  recurrence: '屡审屡犯',
  reopened: '曾重启',
  extended: '曾延期',
  withoutMeasure: '没有整改措施',
} as const

/** A filter of findings in words, one condition each, for the sheet that says what a ledger holds. */
export function findingFilterTexts(filter: FindingFilter, titleOf: (programId: string) => string): string[] {
  const condition = (label: string, words: readonly string[]): string[] =>
    words.length === 0 ? [] : [`${label}：${words.join('、')}`]
  return [
    ...(filter.text === '' ? [] : [`包含“${filter.text}”`]),
    ...(filter.queue === 'all' ? [] : [`范围：${queueLabels[filter.queue]}`]),
    ...condition('整改来源', filter.programIds.map(titleOf)),
    ...condition(
      '来源',
      filter.sources.map((source) => rectSourceLabels[source]),
    ),
    ...condition('所属年度', filter.originYears),
    ...condition(
      '问题类型',
      filter.kinds.map((kind) => findingKindLabels[kind]),
    ),
    ...condition(
      '环节',
      filter.states.map((state) => findingStateLabels[state]),
    ),
    ...condition(
      '整改状态',
      filter.statuses.map((status) => findingStatusLabels[status]),
    ),
    ...condition(
      '整改类型',
      filter.rectTypes.map((type) => rectTypeLabels[type]),
    ),
    ...condition('牵头部门', filter.leadUnits),
    ...condition(
      '时限',
      filter.lights.map((light) => lightWords[light]),
    ),
    ...condition(
      '标记',
      filter.marks.map((mark) => markWords[mark]),
    ),
  ]
}
