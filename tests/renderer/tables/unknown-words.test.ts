import { expect, test } from 'vitest'
import { unknownWords } from '../../../renderer/tables/unknown-words'
import type { PreviewIssue, PreviewRow } from '../../../shared/tables/contract'

function row(number: number, issue: Partial<PreviewIssue>): PreviewRow {
  const issues: readonly PreviewIssue[] = [
    {
      row: number,
      letters: 'C',
      column: '整改状态',
      field: 'status',
      value: '整改到位',
      code: 'choiceUnknown',
      severity: 'error',
      text: '',
      suggestion: null,
      ...issue,
    },
  ]
  return {
    row: number,
    outcome: 'rejected',
    key: '',
    title: '',
    originals: {},
    changes: [],
    issues: [...issues],
    reason: '',
  }
}

test('each unknown word of 整改状态 is asked for once, with the number of its rows; other remarks are none', () => {
  const rows = [
    row(2, {}),
    row(3, { value: ' 整改到位 ' }),
    row(4, { value: '销项' }),
    row(5, { field: 'kind', value: '别的' }),
    row(6, { code: 'required', value: '' }),
    row(7, { value: ' ' }),
  ]
  expect([...unknownWords(rows)]).toEqual([
    ['整改到位', 2],
    ['销项', 1],
  ])
})
