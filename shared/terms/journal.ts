import type { LeadState } from '../investment/states'
import { leadStateTerms } from './investment'

/** 修改记录: one Chinese sentence for each intent; `{name}` is replaced by the parameter of that name. */
const sentences = {
  'journal.undo': '撤销：{undone}',
  'journal.redo': '恢复：{undone}',
  'settings.initialise': '建立台账',
  'settings.saveBureau': '修改单位信息',
  'settings.saveGroups': '修改分组',
  'settings.importCalendar': '导入放假安排',
  'settings.loadSample': '载入示例数据',
  'settings.removeSample': '清除示例数据',
  'assignments.saveProgress': '填写任务进展',
  'tables.import': '导入表格',
  'tables.undo': '撤销导入',
  'investment.save': '保存线索',
  'investment.recordFacts': '登记线索的区级认定',
  'investment.end': '结束线索',
  'investment.remove': '删除线索',
  'investment.addFollowUp': '登记跟进',
  'investment.removeFollowUp': '删除跟进',
  'investment.addAttachment': '添加附件',
  'investment.removeAttachment': '删除附件',
  'investment.saveBrief': '登记工作信息',
  'investment.removeBrief': '删除工作信息',
  'investment.saveTraining': '登记培训',
  'investment.removeTraining': '删除培训',
  'scoring.recordManual': '登记区里给定的分值',
} as const

const kinds: Readonly<Record<string, string>> = {
  assignments: '任务',
  leads: '招商线索',
  briefs: '工作信息',
  trainings: '培训',
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function stateLabel(state: string): string {
  // Written by the service from the closed list; an unknown word of a newer version shows as it is.
  return Object.hasOwn(leadStateTerms, state) ? leadStateTerms[state as LeadState].label : state
}

function isKnown(intent: string): intent is keyof typeof sentences {
  return Object.hasOwn(sentences, intent)
}

function detailsOf(params: Readonly<Record<string, unknown>>): string {
  const name = textOf(params['title']) || textOf(params['name']) || textOf(params['fileName'])
  const to = textOf(params['to'])
  const kind = textOf(params['kind'])
  const count = textOf(params['count'])
  const value = textOf(params['value'])
  return [
    name && `“${name}”`,
    to && `→ ${stateLabel(to)}`,
    kind && (kinds[kind] ?? kind),
    count && `${count}条`,
    value && `：${value}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** What was done, as a sentence; `undone` is the intent that an undo took back, where it is known. */
export function journalText(
  intent: string,
  params: Readonly<Record<string, unknown>>,
  undone: { readonly intent: string; readonly params: Readonly<Record<string, unknown>> } | null = null,
): string {
  if (!isKnown(intent)) return intent === '' ? '其他操作' : `其他操作（${intent}）`
  if (intent === 'journal.undo' && undone?.intent === 'journal.undo') return '恢复刚才撤销的操作'
  const taken = undone ? journalText(undone.intent, undone.params) : '上一步'
  const sentence = sentences[intent].replace('{undone}', taken)
  if (intent === 'journal.undo' || intent === 'journal.redo') return sentence
  const details = detailsOf(params)
  return details === '' ? sentence : `${sentence} ${details}`
}
