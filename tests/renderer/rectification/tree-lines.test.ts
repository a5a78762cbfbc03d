import { describe, expect, test } from 'vitest'
import { groupKeys, moveOf, treeOf, visibleLines, type VisibleLine } from '../../../renderer/rectification/tree-lines'
import type { TreeLine } from '../../../shared/rectification/finding-rows'

function line(id: string, part: Partial<TreeLine> = {}): TreeLine {
  return {
    id,
    no: id,
    kind: 'specific',
    title: `问题${id}`,
    aspect: '',
    keyIssue: '',
    leadUnit: '',
    dueOn: null,
    originalDueOn: null,
    extensionCount: 0,
    state: 'rectifying',
    status: 'inProgress',
    statusLabel: '',
    statusText: '整改中',
    light: 'none',
    timelinessText: '',
    measureCount: 0,
    measuresDone: 0,
    evidenceCount: 0,
    returnCount: 0,
    reopenCount: 0,
    ...part,
  }
}

const isDone = ({ status }: TreeLine): boolean => status === 'done'

function shown(lines: readonly VisibleLine[]): readonly string[] {
  return lines.map((each) => {
    const indent = '  '.repeat(each.depth)
    return each.kind === 'finding' ? `${indent}${each.line.no}` : `${indent}${each.title} ${each.done}/${each.total}`
  })
}

const notice = [
  line('1', { aspect: '一', keyIssue: '（一）', status: 'done' }),
  line('2', { aspect: '一', keyIssue: '（一）', light: 'overdue' }),
  line('3', { aspect: '一', keyIssue: '（二）', status: 'done' }),
  line('4', { aspect: '一' }),
  line('5', { aspect: '二', keyIssue: '（一）' }),
  line('6'),
]

describe('treeOf', () => {
  test('lines without 方面 stand together below their 重点问题; a later run of them is a level of its own', () => {
    const lines = [
      line('1', { keyIssue: '（一）' }),
      line('2', { keyIssue: '（一）', status: 'done' }),
      line('3', { keyIssue: '（二）' }),
      line('4', { aspect: '三', keyIssue: '（一）' }),
      line('5', { keyIssue: '（一）' }),
    ]
    const nodes = treeOf(lines, isDone)
    expect(shown(visibleLines(nodes, new Set()))).toEqual([
      '（一） 1/2',
      '  1',
      '  2',
      '（二） 0/1',
      '  3',
      '三 0/1',
      '  （一） 0/1',
      '    4',
      '（一） 0/1',
      '  5',
    ])
    expect(new Set(groupKeys(nodes)).size).toBe(groupKeys(nodes).length)
  })

  test('方面 → 重点问题 → 问题, each level with done of total; the same name below another 方面 is another level', () => {
    expect(shown(visibleLines(treeOf(notice, isDone), new Set()))).toEqual([
      '一 2/4',
      '  （一） 1/2',
      '    1',
      '    2',
      '  （二） 1/1',
      '    3',
      '  4',
      '二 0/1',
      '  （一） 0/1',
      '    5',
      '6',
    ])
  })

  test('a ledger without levels is a plain list', () => {
    const nodes = treeOf([line('1'), line('2')], isDone)
    expect(shown(visibleLines(nodes, new Set()))).toEqual(['1', '2'])
    expect(groupKeys(nodes)).toEqual([])
  })

  test('closed levels hide what is below; 全部收起 leaves the first level', () => {
    const nodes = treeOf(notice, isDone)
    expect(shown(visibleLines(nodes, new Set(['/一'])))).toEqual(['一 2/4', '二 0/1', '  （一） 0/1', '    5', '6'])
    expect(shown(visibleLines(nodes, new Set(groupKeys(nodes))))).toEqual(['一 2/4', '二 0/1', '6'])
  })

  test('overdue findings are counted at each level', () => {
    const [first] = treeOf(notice, isDone)
    expect(first).toMatchObject({ overdue: 1, total: 4 })
  })

  test('5,000 findings are laid out in well under a second', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      line(String(index), { aspect: `方面${index % 12}`, keyIssue: `重点${index % 130}` }),
    )
    const start = performance.now()
    const lines = visibleLines(treeOf(many, isDone), new Set())
    expect(performance.now() - start).toBeLessThan(500)
    expect(lines.filter(({ kind }) => kind === 'finding')).toHaveLength(5000)
  })
})

describe('moveOf', () => {
  const lines = visibleLines(treeOf(notice, isDone), new Set())
  test.each([
    ['ArrowDown', 0, { kind: 'go', to: 1 }],
    ['ArrowDown', 10, { kind: 'go', to: 10 }],
    ['ArrowUp', 0, { kind: 'go', to: 0 }],
    ['PageDown', 2, { kind: 'go', to: 6 }],
    ['End', 0, { kind: 'go', to: 10 }],
    ['ArrowLeft', 2, { kind: 'go', to: 1 }],
    ['ArrowLeft', 1, { kind: 'toggle', key: '/一/（一）', isOpen: false }],
    ['ArrowLeft', 10, null],
    ['ArrowRight', 0, { kind: 'go', to: 1 }],
    ['ArrowRight', 2, null],
    ['Enter', 2, { kind: 'open', id: '1' }],
    ['Enter', 0, { kind: 'toggle', key: '/一', isOpen: false }],
    ['a', 0, null],
  ] as const)('%s on line %d', (key, index, move) => {
    expect(moveOf(key, lines, index, 4)).toEqual(move)
  })

  test('→ opens a closed level', () => {
    const closed = visibleLines(treeOf(notice, isDone), new Set(['/一']))
    expect(moveOf('ArrowRight', closed, 0, 4)).toEqual({ kind: 'toggle', key: '/一', isOpen: true })
  })
})
