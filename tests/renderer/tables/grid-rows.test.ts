import { describe, expect, test } from 'vitest'
import type { GridLine, Texts } from '../../../renderer/components/grid/grid-lines'
import { createGridStore, loadLines, undoStep } from '../../../renderer/components/grid/grid-store'
import { answerRow, discardEdits, markSaved, removeNewRows } from '../../../renderer/tables/grid-rows'
import type { GridCheck } from '../../../shared/tables/grid-contract'

const loaded = { title: '甲', region: '天津', remark: '旧' }
const line: GridLine = { key: 'a', id: 'a', texts: { ...loaded, remark: '我填的' }, loaded }
const fresh: GridLine = { key: 'new-1', id: null, texts: { title: '丙' }, loaded: {} }

function openGrid(...lines: readonly GridLine[]) {
  const store = createGridStore()
  loadLines(store, lines)
  return store
}

/** The remark that the record holds something else by now. */
function remark(stored: Texts | null) {
  const check: GridCheck = { row: 1, outcome: 'rejected', issues: [], normalised: {}, stored: stored && { ...stored } }
  const issue = {
    row: 1,
    field: null,
    code: 'changedMeanwhile',
    severity: 'error',
    place: '',
    text: '',
    suggestion: null,
  } as const
  return { key: 'a..changedMeanwhile', lineKey: 'a', issue, check }
}

describe('a record that was changed meanwhile', () => {
  const stored = { ...loaded, region: '北京', remark: '别人填的' }

  test('what the ledger holds now, and nothing of one’s own', () => {
    const store = openGrid(line)
    answerRow(store, remark(stored), 'takeStored')
    expect(store.getState().lines[0]).toMatchObject({ texts: stored, loaded: stored })
  })

  test('one’s own cells over what the ledger holds now; the others’ cells stay', () => {
    const store = openGrid(line)
    answerRow(store, remark(stored), 'keepMine')
    expect(store.getState().lines[0]).toMatchObject({ texts: { ...stored, remark: '我填的' }, loaded: stored })
  })

  test('a record that is gone becomes a new row, or goes; either can be taken back', () => {
    const store = openGrid(line)
    answerRow(store, remark(null), 'asNew')
    expect(store.getState().lines[0]).toMatchObject({ id: null, texts: line.texts, loaded: {} })
    undoStep(store)
    answerRow(store, remark(null), 'remove')
    expect(store.getState().lines).toEqual([])
    undoStep(store)
    expect(store.getState().lines).toEqual([line])
  })
})

test('放弃改动 gives back what was loaded, and one step finds it again', () => {
  const store = openGrid(line, fresh)
  discardEdits(store)
  expect(store.getState().lines).toEqual([{ ...line, texts: loaded }])
  undoStep(store)
  expect(store.getState().lines).toEqual([line, fresh])
})

test('only new rows are taken away, never stored ones', () => {
  const store = openGrid(line, fresh)
  store.setState({ selection: { anchor: { row: 0, column: 0 }, focus: { row: 1, column: 2 } } })
  removeNewRows(store)
  expect(store.getState().lines).toEqual([line])
})

test('after saving nothing counts as changed, and blank rows are gone', () => {
  const store = openGrid(line, fresh, { key: 'new-2', id: null, texts: { title: ' ' }, loaded: {} })
  markSaved(store)
  expect(store.getState().lines.map(({ key, texts, loaded: kept }) => [key, texts === kept])).toEqual([
    ['a', true],
    ['new-1', true],
  ])
})
