import { expect, test } from 'vitest'
import { countReturns, returnStanding, submitByOf, usualDueDay } from '../../../shared/district/return-state'
import { calendarsOf } from '../../../shared/core/calendar'
import { shippedCalendars } from '../../../shared/core/shipped-calendars'
import { day } from '../../builders'

const calendars = calendarsOf(shippedCalendars)
const due = day('2022-09-25')
const unit = { isOptional: false, leftOn: null }

function edition(receivedOn: string, about: { returnedOn?: string; reviewedOn?: string } = {}) {
  return { receivedOn, returnedOn: about.returnedOn ?? null, reviewedOn: about.reviewedOn ?? null }
}

// domain.md §6, 抓营商环境2022 事项6.
test('季度总结 are due on 03-25, 06-25, 09-25 and 12-25, a month on its last day', () => {
  expect(['2022Q1', '2022Q2', '2022Q3', '2022Q4'].map(usualDueDay)).toEqual([
    '2022-03-25',
    '2022-06-25',
    '2022-09-25',
    '2022-12-25',
  ])
  expect(usualDueDay('2022-02')).toBe('2022-02-28')
  expect(['2022', '2022Q5', '2022-13', 'Q3'].map(usualDueDay)).toEqual([null, null, null, null])
})

// domain.md §6 readings: three of four fall on a weekend, which moves nothing later.
test('a due day on a weekend is met by the last workday before it', () => {
  expect(submitByOf(day('2022-06-25'), calendars)).toBe('2022-06-24')
  expect(submitByOf(day('2022-09-25'), calendars)).toBe('2022-09-23')
  expect(submitByOf(day('2022-12-25'), calendars)).toBe('2022-12-23')
  expect(submitByOf(day('2022-03-25'), calendars)).toBe('2022-03-25')
})

test.each([
  ['on the due day itself is in time', unit, [edition('2022-09-25')], 'onTime', 0],
  ['a day later is late by one', unit, [edition('2022-09-26')], 'late', 1],
  ['a correction does not make a return late', unit, [edition('2022-09-20'), edition('2022-10-09')], 'onTime', 0],
  ['a correction does not make a late one timely', unit, [edition('2022-09-28'), edition('2022-10-09')], 'late', 3],
  ['退回', unit, [edition('2022-09-20', { returnedOn: '2022-09-26' })], 'returned', 0],
  ['reported again', unit, [edition('2022-09-20', { returnedOn: '2022-09-26' }), edition('2022-09-29')], 'onTime', 0],
  ['已核', unit, [edition('2022-09-28', { reviewedOn: '2022-09-30' })], 'reviewed', 3],
  ['nothing: missing, 5 days over', unit, [], 'missing', 5],
  ['自愿参加 and nothing', { ...unit, isOptional: true }, [], 'optional', 0],
  ['自愿参加 and reported', { ...unit, isOptional: true }, [edition('2022-09-20')], 'onTime', 0],
  ['left before the due day', { ...unit, leftOn: day('2022-09-25') }, [], 'optional', 0],
  ['leaves after it', { ...unit, leftOn: day('2022-09-26') }, [], 'missing', 5],
] as const)('%s', (_name, about, editions, state, lateDays) => {
  expect(returnStanding(about, due, editions, day('2022-09-30'))).toMatchObject({ state, lateDays })
})

test('nothing is overdue on the due day', () => {
  expect(returnStanding(unit, due, [], due)).toEqual({ state: 'missing', lateDays: 0, isOnTime: null })
})

test('expected is what came in time, late, not at all, and what was returned', () => {
  const standings = [
    [edition('2022-09-20')],
    [edition('2022-09-20', { reviewedOn: '2022-09-30' })],
    [edition('2022-09-27')],
    [edition('2022-09-27', { reviewedOn: '2022-09-30' })],
    [edition('2022-09-20', { returnedOn: '2022-09-30' })],
    [],
  ].map((editions) => returnStanding(unit, due, editions, day('2022-09-30')))
  const optional = returnStanding({ ...unit, isOptional: true }, due, [], day('2022-09-30'))
  expect(countReturns([...standings, optional])).toEqual({
    expected: 6,
    onTime: 2,
    late: 2,
    missing: 1,
    returned: 1,
    reviewed: 2,
  })
})
