import { describe, expect, test } from 'vitest'
import { calendarsOf } from '../../../shared/core/calendar'
import { shippedCalendars } from '../../../shared/core/shipped-calendars'
import {
  addMonths,
  dueOf,
  reportDays,
  reportDaysAround,
  usualClocks,
  usualDueOn,
  usualReportCycle,
} from '../../../shared/rectification/clocks'
import type { RectClock } from '../../../shared/rectification/record'
import { day } from '../../builders'

const calendars = calendarsOf(shippedCalendars)

describe('clocks, domain §6', () => {
  test.each([
    ['2022-01-31', 1, '2022-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2021-10-31', 4, '2022-02-28'],
    ['2021-12-15', 1, '2022-01-15'],
    ['2021-07-26', 12, '2022-07-26'],
    ['2021-07-26', 60, '2026-07-26'],
    ['2022-03-31', 0, '2022-03-31'],
  ])('%s and %d months: %s', (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected)
  })

  test.each<[string, RectClock, string, string, string]>([
    ['60日 ends on a holiday', { value: 60, unit: 'calendarDays' }, '2022-08-02', '2022-10-01', '2022-09-30'],
    [
      'calendar days are not working days',
      { value: 5, unit: 'calendarDays' },
      '2022-09-30',
      '2022-10-05',
      '2022-09-30',
    ],
    ['working days step over the holiday', { value: 5, unit: 'workdays' }, '2022-09-30', '2022-10-12', '2022-10-12'],
    ['working days meet a worked Saturday', { value: 5, unit: 'workdays' }, '2022-09-26', '2022-10-08', '2022-10-08'],
    ['months end on a Saturday', { value: 2, unit: 'months' }, '2022-04-25', '2022-06-25', '2022-06-24'],
    ['no days at all', { value: 0, unit: 'calendarDays' }, '2022-06-24', '2022-06-24', '2022-06-24'],
  ])('%s', (_name, clock, from, dueOn, remindOn) => {
    expect(dueOf(clock, day(from), calendars)).toEqual({ dueOn, remindOn, isEstimated: false })
  })

  test('a year without 放假安排 is said to be estimated', () => {
    expect(dueOf({ value: 5, unit: 'workdays' }, day('2040-03-01'), calendars).isEstimated).toBe(true)
  })
})

describe('periodic reports, product F7', () => {
  test('from 2021-07-26 every three months: the next four dates', () => {
    const expected = ['2021-10-26', '2022-01-26', '2022-04-26', '2022-07-26']
    expect(reportDays(day('2021-07-26'), 3, 4)).toEqual(expected)
    expect(reportDaysAround(day('2021-07-26'), 3, day('2021-07-26'), 4)).toEqual({ passed: [], next: expected })
  })

  test('a short month does not pull later dates forward', () => {
    expect(reportDays(day('2021-10-31'), 1, 5)).toEqual([
      '2021-11-30',
      '2021-12-31',
      '2022-01-31',
      '2022-02-28',
      '2022-03-31',
    ])
  })

  test.each([
    ['the day itself is still to come', '2021-10-26', 0, '2021-10-26'],
    ['the day after it has passed', '2021-10-27', 1, '2022-01-26'],
    ['years later', '2026-01-01', 17, '2026-01-26'],
    ['before the feedback', '2021-01-01', 0, '2021-10-26'],
  ])('%s', (_name, today, passed, next) => {
    const around = reportDaysAround(day('2021-07-26'), 3, day(today), 4)
    expect(around.passed).toHaveLength(passed)
    expect(around.next).toHaveLength(4)
    expect(around.next[0]).toBe(next)
  })

  test.each([
    ['municipalAudit', 3],
    ['districtAudit', 3],
    ['nationalAudit', null],
    ['districtInspection', null],
  ] as const)('%s: every %s months', (source, months) => {
    expect(usualReportCycle(source)).toBe(months)
  })
})

describe('proposed deadlines, product F2', () => {
  const program = { feedbackOn: day('2021-10-28'), clocks: usualClocks('districtInspection') }

  test.each([
    ['immediate', '2021-11-28'],
    ['phased', '2022-04-28'],
    ['continuous', '2022-10-28'],
    [null, null],
  ] as const)('of an inspection, %s: %s', (rectType, dueOn) => {
    expect(usualDueOn(program, rectType, calendars)).toBe(dueOn)
  })

  test('立行立改 of an audit: 60 days; nothing without a feedback day or a clock', () => {
    const clocks = usualClocks('districtAudit')
    expect(usualDueOn({ feedbackOn: day('2022-08-02'), clocks }, 'immediate', calendars)).toBe('2022-10-01')
    expect(usualDueOn({ feedbackOn: null, clocks }, 'immediate', calendars)).toBeNull()
    const silent = { ...clocks, immediate: null }
    expect(usualDueOn({ feedbackOn: day('2022-08-02'), clocks: silent }, 'immediate', calendars)).toBeNull()
  })
})
