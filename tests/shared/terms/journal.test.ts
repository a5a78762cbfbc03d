import { expect, test } from 'vitest'
import { journalText } from '../../../shared/terms/journal'

test.each([
  ['investment.save', { title: '示例项目' }, '保存线索 “示例项目”'],
  ['tables.import', { kind: 'assignments', fileName: '任务.xlsx', count: 16 }, '导入表格 “任务.xlsx” 任务 16条'],
  ['investment.recordFacts', { title: '示例项目', to: 'effective' }, '登记线索的区级认定 “示例项目” → 有效'],
  ['settings.saveGroups', {}, '修改分组'],
  ['briefs.save', { title: '第1期' }, '登记工作信息 “第1期”'],
  // As journals of earlier versions have it.
  ['investment.saveBrief', { title: '第1期' }, '登记工作信息 “第1期”'],
  ['investment.addAttachment', { title: '示例项目', fileName: 'a.pdf' }, '添加附件 “示例项目”'],
  ['future.intent', {}, '其他操作（future.intent）'],
] as const)('%s as a sentence', (intent, params, sentence) => {
  expect(journalText(intent, params)).toBe(sentence)
})

test('an undo names what it took back, an undo of an undo restores', () => {
  const saved = { intent: 'settings.saveGroups', params: {} }
  expect(journalText('journal.undo', {}, saved)).toBe('撤销：修改分组')
  expect(journalText('journal.undo', {}, { intent: 'journal.undo', params: {} })).toBe('恢复刚才撤销的操作')
  expect(journalText('journal.undo', {})).toBe('撤销：上一步')
})
