import { describe, expect, test } from 'vitest'
import type { CellIssue } from '../../../shared/tables/reading'
import { cellIssueCodes } from '../../../shared/tables/reading'
import { fieldLabel, issueText, skipReasonText, valueText } from '../../../shared/terms/tables'

const issue: CellIssue = {
  row: 15,
  letters: 'O',
  column: '完成时限',
  field: 'due',
  value: '2022-02-30',
  code: 'dateInvalid',
  severity: 'error',
  params: {},
  suggestion: '2022-02-28',
}

describe('sentences on cells', () => {
  test('say where, what is wrong, what it means and what to do', () => {
    expect(issueText(issue)).toBe(
      '第15行“完成时限”填的是“2022-02-30”，这一天不存在。这一行不能导入，请改为2022-02-28，或填写正确的日期。',
    )
    expect(issueText({ ...issue, code: 'required', value: '', suggestion: null })).toBe(
      '第15行“完成时限”没有填。这一行不能导入，请补上。',
    )
    const total = { written: '5', computed: '4', unit: '万元' }
    expect(
      issueText({ ...issue, column: '全年', value: '5', code: 'totalMismatch', severity: 'warning', params: total }),
    ).toBe('第15行合计“全年”是“5”，与各行之和4万元不一致。各行照常导入，请核对。')
  })

  test.each(cellIssueCodes)('%s ends as a sentence without placeholders, as error and as warning', (code) => {
    for (const severity of ['error', 'warning'] as const) {
      const sentence = issueText({ ...issue, code, severity, value: '', suggestion: null })
      expect(sentence).toMatch(/^第15行.*。$/)
      expect(sentence).not.toMatch(/[{}]|undefined/)
    }
  })

  test('long originals are shortened', () => {
    expect(issueText({ ...issue, value: '长'.repeat(100) })).toContain(`${'长'.repeat(40)}…`)
  })
})

test('labels and values in the words of the tables', () => {
  expect([fieldLabel('assignments', 'due'), fieldLabel('leads', 'creditCode'), skipReasonText('otherUnit')]).toEqual([
    '完成时限',
    '统一社会信用代码',
    '其他单位的任务',
  ])
  expect([
    valueText('assignments', 'stream', 'environment'),
    valueText('assignments', 'cycle', 'ondemand'),
    valueText('leads', 'districtClass', 'beijing'),
    valueText('briefs', 'month', '2022-03'),
    valueText('leads', 'isLanded', true),
    valueText('leads', 'title', 'constructor'),
    valueText('assignments', 'target', null),
  ]).toEqual(['抓营商环境', '按需', '北京项目', '2022年3月', '是', 'constructor', ''])
})
