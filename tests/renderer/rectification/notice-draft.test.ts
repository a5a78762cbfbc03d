import { expect, test } from 'vitest'
import {
  itemsOf,
  noNotice,
  takesMeasures,
  withChange,
  withLeft,
  type NoticeDraft,
} from '../../../renderer/rectification/notice-draft'
import type { NoticeItem } from '../../../shared/rectification/notice-contract'

function item(index: number): NoticeItem {
  return {
    index,
    aspect: '',
    keyIssue: '',
    no: String(index),
    kind: 'specific',
    title: `问题${index}`,
    detail: '',
    measures: [],
    points: [],
    isUnnumbered: false,
  }
}

const items = [item(1), item(2)]

function after(...changes: readonly ((now: NoticeDraft) => Partial<NoticeDraft>)[]): NoticeDraft {
  return changes.reduce((now, change) => ({ ...now, ...change(now) }), noNotice)
}

test('a changed item carries its title and kind; the others stay the very same objects', () => {
  const draft = after(
    (now) => withChange(now, 2, { title: '改过的摘要' }),
    (now) => withChange(now, 2, { kind: 'byAnalogy' }),
  )
  const read = itemsOf(items, draft)
  expect(read[0]).toBe(items[0])
  expect(read[1]).toMatchObject({ index: 2, title: '改过的摘要', kind: 'byAnalogy' })
})

test('an item is left out once and taken back', () => {
  const leave = (now: NoticeDraft): Partial<NoticeDraft> => withLeft(now, 1, false)
  expect(after(leave, leave).left).toEqual([1])
  expect(after(leave, (now) => withLeft(now, 1, true)).left).toEqual([])
})

test.each([
  ['nothing is declared', null, {}, 38, true],
  ['as many are declared as are listed', null, { measures: 38 }, 38, true],
  ['another number is declared (product J7)', null, { measures: 24 }, 38, false],
  ['the person wants them', true, { measures: 24 }, 38, true],
  ['the person does not', false, {}, 38, false],
] as const)('measures of the text where %s', (_name, withMeasures, declared, measures, isTaken) => {
  expect(takesMeasures({ ...noNotice, withMeasures }, { declared, found: { measures } })).toBe(isTaken)
})
