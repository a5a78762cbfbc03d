import type { LetterKind } from '../rectification/paper-contract'

/** 督办、提醒、告诫 letters of a finding. Source: domain §3 (临颍「五书」). */
export const letterTitles: Readonly<Record<LetterKind, string>> = {
  supervision: '整改督办通知书',
  reminder: '整改提醒书',
  warning: '整改告诫书',
}

export const letterText = {
  source: '《{title}》',
  sourceWithNo: '《{title}》（{docNo}）',
  /** `{finding}` is its number and its title. */
  about: '{source}反映的问题“{finding}”，由{unit}牵头整改{leader}。',
  leader: '，整改责任领导{leader}',
  nobody: '有关单位',
  numbered: '第{no}项 {title}',
  due: '整改时限为{dueOn}。',
  dueExtended: '原定整改时限为{originalDueOn}，经批准延期{count}次，现整改时限为{dueOn}。',
  noDue: '该问题尚未明确整改时限。',
  standing: '截至{today}，该问题的整改状态为“{status}”{timing}。',
  daysLeft: '，距整改时限还有{days}天',
  dueToday: '，整改时限就是今天',
  daysOver: '，已超过整改时限{days}天',
  measures: '整改措施共{total}条，已完成{done}条。',
  noMeasure: '目前没有登记整改措施。',
  open: '尚未完成的整改措施：{list}。',
  measure: '{number}.{text}{about}',
  measureAbout: '（{parts}）',
  measureUnit: '责任部门{unit}',
  measureHandler: '责任人{handler}',
  measureDue: '时限{dueOn}',
  amounts: '尚未整改的数额：{list}。',
  amount: '{treatment}{rest}{unit}（应整改{required}{unit}，已整改{done}{unit}）',
  asks: {
    supervision:
      '请{unit}对照整改措施逐项推进，于{answerBy}前书面报送整改进展、佐证材料和下一步安排，并在整改时限（{dueOn}）前完成整改。',
    supervisionNoDue: '请{unit}于{answerBy}前书面报送整改进展、佐证材料，并明确整改时限。',
    reminder:
      '请{unit}抓紧落实尚未完成的措施，于{answerBy}前完成整改并提交结果和佐证材料；确需延期的，请在时限前书面申请。',
    warning: '请{unit}立即整改，于{answerBy}前书面说明逾期原因、已采取的措施和完成日期，并提交佐证材料。',
    lastWarning:
      '该问题已超过整改时限{days}天。请{unit}于{answerBy}前完成整改并提交佐证材料；仍不整改或者虚假整改的，将按规定提请追责问责。',
  },
  closing: '特此{act}。',
  acts: { supervision: '通知', reminder: '提醒', warning: '告诫' },
  body: '正文',
  addressee: '主送',
  state: '{state}，{timing}',
  notDueYet: '未到整改时限',
  pastDue: '已过整改时限',
  noDueState: '没有整改时限',
} as const
