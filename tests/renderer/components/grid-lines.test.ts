import { describe, expect, test } from 'vitest'
import {
  filledDown,
  isEdited,
  pastedCells,
  withCells,
  type GridLine,
  type GridRange,
} from '../../../renderer/components/grid/grid-lines'
import {
  changeCells,
  createGridStore,
  loadLines,
  redoStep,
  undoStep,
} from '../../../renderer/components/grid/grid-store'
import { movedSelection, tabbedSelection } from '../../../renderer/components/grid/grid-moves'

const fields = ['title', 'unit', 'day'] as const
const columns = [
  { field: 'title', label: '名称' },
  { field: 'unit', label: '总投资（万元）' },
  { field: 'day', label: '日期' },
]

function stored(id: string, ...texts: readonly string[]): GridLine {
  const byField = Object.fromEntries(fields.map((field, index) => [field, texts[index] ?? '']))
  return { key: id, id, texts: byField, loaded: byField }
}

function at(top: number, left: number, bottom = top, right = left): GridRange {
  return { top, bottom, left, right }
}

function textsOf(lines: readonly GridLine[]): readonly (readonly string[])[] {
  return lines.map(({ texts }) => fields.map((field) => texts[field] ?? ''))
}

const two = [stored('a', '甲', '1', '1日'), stored('b', '乙', '2', '2日')]

function pasted(cells: readonly (readonly string[])[], range: GridRange) {
  const { changes, leftOut } = pastedCells(cells, columns, range)
  let key = 0
  return { lines: withCells(two, changes, () => `new-${(key += 1)}`), leftOut }
}

describe('paste', () => {
  test('more rows than there are become new rows', () => {
    const { lines } = pasted(
      [
        ['丙', '3'],
        ['丁', '4'],
        ['戊', '5'],
      ],
      at(1, 0),
    )
    expect(textsOf(lines)).toEqual([
      ['甲', '1', '1日'],
      ['丙', '3', '2日'],
      ['丁', '4', ''],
      ['戊', '5', ''],
    ])
    expect(lines.map(({ id }) => id)).toEqual(['a', 'b', null, null])
  })

  test('one cell fills what is selected', () => {
    expect(textsOf(pasted([['9']], at(0, 1, 1, 2)).lines)).toEqual([
      ['甲', '9', '9'],
      ['乙', '9', '9'],
    ])
  })

  test('a block is repeated where it fits the selection, and only there', () => {
    expect(textsOf(pasted([['8', '9']], at(0, 1, 1, 2)).lines)).toEqual([
      ['甲', '8', '9'],
      ['乙', '8', '9'],
    ])
    expect(textsOf(pasted([['8'], ['9']], at(0, 1, 2, 1)).lines)).toEqual([
      ['甲', '8', '1日'],
      ['乙', '9', '2日'],
    ])
  })

  test('columns without a place are counted, not lost in silence', () => {
    expect(pasted([['x', 'y', 'z']], at(0, 1)).leftOut).toBe(1)
  })

  test('a header line puts each column in its place', () => {
    const { lines } = pasted(
      [
        ['日期', '名称', '总投资'],
        ['3日', '丙', '7'],
      ],
      at(1, 2),
    )
    expect(textsOf(lines)[1]).toEqual(['丙', '7', '3日'])
  })

  test('a first row that is not all header is data', () => {
    expect(
      textsOf(
        pasted(
          [
            ['名称', '别的'],
            ['丙', '7'],
          ],
          at(0, 0),
        ).lines,
      )[0],
    ).toEqual(['名称', '别的', '1日'])
  })
})

describe('fill down', () => {
  test('the first row of the selection goes into the others', () => {
    expect(textsOf(withCells(two, filledDown(two, fields, at(0, 0, 1, 1)), () => 'new'))).toEqual([
      ['甲', '1', '1日'],
      ['甲', '1', '2日'],
    ])
  })

  test('a single row takes over what stands above it; the first row has nothing above', () => {
    expect(textsOf(withCells(two, filledDown(two, fields, at(1, 2)), () => 'new'))[1]).toEqual(['乙', '2', '1日'])
    expect(filledDown(two, fields, at(0, 2))).toEqual([])
  })
})

describe('steps', () => {
  test('a paste of many cells is one step; what changes nothing is none', () => {
    const store = createGridStore()
    loadLines(store, two)
    changeCells(
      store,
      pastedCells(
        [
          ['丙', '3'],
          ['丁', '4'],
          ['戊', '5'],
        ],
        columns,
        at(0, 0),
      ).changes,
    )
    changeCells(store, [{ row: 0, field: 'title', text: '丙' }])
    expect(store.getState().past).toHaveLength(1)
    expect(undoStep(store)).toBe(true)
    expect(store.getState().lines).toBe(two)
    expect(undoStep(store)).toBe(false)
    expect(redoStep(store)).toBe(true)
    expect(textsOf(store.getState().lines)[2]).toEqual(['戊', '5', ''])
  })

  test('a cell typed back to what was loaded is no change; a new row of blanks neither', () => {
    const [line] = withCells(two, [{ row: 0, field: 'title', text: '丙' }], () => 'new')
    const [back] = line ? withCells([line], [{ row: 0, field: 'title', text: '甲' }], () => 'new') : []
    expect([line, back].map((each) => each && isEdited(each))).toEqual([true, false])
    expect(isEdited({ key: 'n', id: null, texts: { title: '  ' }, loaded: {} })).toBe(false)
  })
})

describe('moves', () => {
  const size = { rows: 3, columns: 3, page: 10 }
  const start = { anchor: { row: 1, column: 1 }, focus: { row: 1, column: 1 } }
  const key = (name: string, held: { readonly shift?: boolean; readonly ctrl?: boolean } = {}) => ({
    key: name,
    shiftKey: held.shift ?? false,
    ctrlKey: held.ctrl ?? false,
  })

  test('arrows stop at the edges, Shift draws the selection larger, Ctrl goes to the end', () => {
    expect(movedSelection(start, key('PageDown'), size)?.anchor).toEqual({ row: 2, column: 1 })
    expect(movedSelection(start, key('ArrowDown', { shift: true }), size)).toEqual({
      anchor: { row: 1, column: 1 },
      focus: { row: 2, column: 1 },
    })
    expect(movedSelection(start, key('ArrowRight', { ctrl: true }), size)?.focus).toEqual({ row: 1, column: 2 })
    expect(movedSelection(start, key('x'), size)).toBeNull()
  })

  test('Tab goes on in reading order and leaves the grid at its ends', () => {
    const last = { anchor: { row: 0, column: 2 }, focus: { row: 0, column: 2 } }
    expect(tabbedSelection(last, 1, size)?.anchor).toEqual({ row: 1, column: 0 })
    const end = { anchor: { row: 2, column: 2 }, focus: { row: 2, column: 2 } }
    expect(tabbedSelection(end, 1, size)).toBeNull()
    const first = { anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } }
    expect(tabbedSelection(first, -1, size)).toBeNull()
  })
})
