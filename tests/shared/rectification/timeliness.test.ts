import { describe, expect, test } from 'vitest'
import { findingStates, type FindingState } from '../../../shared/rectification/record'
import { doneDay, isOpenFinding, timelinessOf } from '../../../shared/rectification/timeliness'
import { timelinessText } from '../../../shared/terms/rectification'
import { day } from '../../builders'

const closed = { submittedOn: day('2022-06-20'), determinedOn: day('2022-06-25'), closedOn: day('2022-07-10') }
const nothingYet = { submittedOn: null, determinedOn: null, closedOn: null }

describe('deadlines kept and missed, product F7', () => {
  test.each([
    ['submitted before the deadline, closed after it', 'closed', '2022-06-30', 0, closed, '按期'],
    ['on the day itself', 'closed', '2022-06-20', 0, closed, '按期'],
    ['a day late', 'closed', '2022-06-19', 0, closed, '超期完成'],
    ['extended once: never plain 按期', 'closed', '2022-06-30', 1, closed, '按期（延期1次）'],
    ['extended twice and late all the same', 'completed', '2022-06-01', 2, closed, '超期完成（延期2次）'],
    ['known only by its 销号', 'closed', '2022-06-30', 0, { ...nothingYet, closedOn: day('2022-07-10') }, '超期完成'],
    ['done, but nobody knows when', 'completed', '2022-06-30', 0, nothingYet, ''],
    ['open before the deadline', 'rectifying', '2022-07-01', 0, nothingYet, ''],
    ['open on the deadline', 'rectifying', '2022-06-30', 0, nothingYet, ''],
    ['open and extended', 'rectifying', '2022-12-31', 1, nothingYet, '已延期1次'],
    ['open after it', 'rectifying', '2022-06-29', 0, nothingYet, '逾期'],
    ['submitted in time but not determined yet: still open', 'awaitingDetermination', '2022-06-29', 0, closed, '逾期'],
    ['基本完成 stays open', 'basicallyDone', '2022-06-29', 0, closed, '逾期'],
    ['extended and overdue again', 'rectifying', '2022-06-29', 2, nothingYet, '逾期（延期2次）'],
    ['已移送 has no deadline any more', 'referred', '2022-06-01', 0, nothingYet, ''],
    ['no deadline', 'rectifying', null, 0, nothingYet, ''],
  ] as const)('%s', (_name, state, dueOn, extensionCount, days, text) => {
    const finding = { state, dueOn: dueOn === null ? null : day(dueOn), extensionCount, ...days }
    expect(timelinessText(timelinessOf(finding, day('2022-06-30')), extensionCount)).toBe(text)
  })

  test('the work was done when it was submitted, else determined, else closed', () => {
    const finding = { state: 'closed', dueOn: null, extensionCount: 0 } as const
    expect(doneDay({ ...finding, ...closed })).toBe('2022-06-20')
    expect(doneDay({ ...finding, ...closed, submittedOn: null })).toBe('2022-06-25')
    expect(doneDay({ ...finding, ...nothingYet })).toBeNull()
  })

  test('open: in somebody’s hands, also when it is done in part', () => {
    const done: readonly FindingState[] = ['completed', 'closed', 'referred']
    for (const state of findingStates) expect(isOpenFinding({ state })).toBe(!done.includes(state))
  })
})
