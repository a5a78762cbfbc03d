import { describe, expect, test } from 'vitest'
import type { DutyDates, DutyEvent } from '../../../shared/assignments/occurrence'
import type { IsoDate } from '../../../shared/core/dates'
import { occurrencesOf, summaryDaysOf } from '../../../shared/assignments/occurrences'
import { lateDaysOf, lightOf, taskDatesOf, workdaysLeftOf } from '../../../shared/assignments/task-dates'
import { calendarsOf, type Calendars } from '../../../shared/core/calendar'
import { shippedCalendars } from '../../../shared/core/shipped-calendars'
import { usualClocks } from '../../../shared/settings/clocks'
import type { DueReading } from '../../../shared/tables/reading'
import { dueText, taskTitle } from '../../../shared/terms/tasks'
import { day } from '../../builders'

const calendars = calendarsOf(shippedCalendars)
const none = calendarsOf([])

function duty(rule: DueReading['rule'], about: Partial<DutyDates> & { readonly dueOn?: string } = {}): DutyDates {
  const { dueOn, ...rest } = about
  const due = { text: '', dueOn: dueOn === undefined ? null : day(dueOn), precision: 'day', rule } as const
  return { year: 2022, due, cycle: 'once', reportingTime: '', ...rest }
}

function occurrences(
  of: DutyDates,
  events: readonly DutyEvent[] = [],
  using: Calendars = calendars,
  days: ReadonlyMap<number, IsoDate> = new Map(),
) {
  return occurrencesOf(of, { events, summaryDays: days, calendars: using })
}

const summaryDays = ['2022-03-25', '2022-06-25', '2022-09-25', '2022-12-25'].map(day)
const summary = duty({ kind: 'dates', on: summaryDays }, { cycle: 'quarterly', reportingTime: '季末月25日前' })

function submitBys(of: DutyDates, using: Calendars = calendars, days = new Map()) {
  return occurrences(of, [], using, days).map((each) => taskDatesOf(each, null, usualClocks, using).submitBy)
}

describe('occurrences of a year', () => {
  test('a fixed day is due once, whatever its weekday', () => {
    expect(occurrences(duty({ kind: 'fixed' }, { dueOn: '2022-03-11' }))).toEqual([
      {
        key: '2022',
        kind: 'once',
        periodStart: null,
        periodEnd: null,
        dueOn: '2022-03-11',
        dueOnEstimate: null,
        missingYears: [],
        event: null,
      },
    ])
  })

  test('domain §6 row 6: four days, one in each quarter, stand for the quarters; the period ends later', () => {
    const found = occurrences(summary)
    expect(found.map(({ key, dueOn, periodStart, periodEnd }) => [key, dueOn, periodStart, periodEnd])).toEqual([
      ['2022Q1', '2022-03-25', '2022-01-01', '2022-03-31'],
      ['2022Q2', '2022-06-25', '2022-04-01', '2022-06-30'],
      ['2022Q3', '2022-09-25', '2022-07-01', '2022-09-30'],
      ['2022Q4', '2022-12-25', '2022-10-01', '2022-12-31'],
    ])
    expect(submitBys(summary)).toEqual(['2022-03-25', '2022-06-24', '2022-09-23', '2022-12-23'])
  })

  test('days that are not one per quarter are days of their own', () => {
    const twice = duty({ kind: 'dates', on: [day('2022-05-10'), day('2022-11-10')] })
    expect(occurrences(twice).map(({ key, kind }) => [key, kind])).toEqual([
      ['2022-05-10', 'once'],
      ['2022-11-10', 'once'],
    ])
  })

  test('domain §6 row 5a: twelve month ends, and the last working day before each', () => {
    const found = occurrences(duty({ kind: 'monthly' }, { cycle: 'monthly', reportingTime: '月底前' }))
    expect(found.map(({ dueOn }) => dueOn)).toEqual([
      '2022-01-31',
      '2022-02-28',
      '2022-03-31',
      '2022-04-30',
      '2022-05-31',
      '2022-06-30',
      '2022-07-31',
      '2022-08-31',
      '2022-09-30',
      '2022-10-31',
      '2022-11-30',
      '2022-12-31',
    ])
    expect(submitBys(duty({ kind: 'monthly' }))).toEqual([
      '2022-01-30',
      '2022-02-28',
      '2022-03-31',
      '2022-04-29',
      '2022-05-31',
      '2022-06-30',
      '2022-07-29',
      '2022-08-31',
      '2022-09-30',
      '2022-10-31',
      '2022-11-30',
      '2022-12-30',
    ])
  })

  test.each([
    ['每月28日前', '2022-02-28', '2022-12-28'],
    ['31日前', '2022-02-28', '2022-12-31'],
    ['次月５日前', '2022-03-05', '2023-01-05'],
    ['月底前', '2022-02-28', '2022-12-31'],
    ['5个工作日', '2022-02-28', '2022-12-31'],
  ])('报送时间 %s names the day of the month', (reportingTime, february, december) => {
    const found = occurrences(duty({ kind: 'monthly' }, { reportingTime }))
    expect([found[1]?.dueOn, found[11]?.dueOn]).toEqual([february, december])
  })

  test('quarters end with their last month, or on the day that 报送时间 names', () => {
    const days = (reportingTime: string) =>
      occurrences(duty({ kind: 'quarterly' }, { reportingTime })).map(({ dueOn }) => dueOn)
    expect(days('')).toEqual(['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31'])
    expect(days('季末月25日前')).toEqual(['2022-03-25', '2022-06-25', '2022-09-25', '2022-12-25'])
  })

  test('domain §6 row 7: twelve months and four quarters, these on the day of the quarterly summary', () => {
    const visits = duty({ kind: 'monthlyAndQuarterly' }, { cycle: 'monthly', reportingTime: '月底前' })
    const found = occurrences(visits, [], calendars, summaryDaysOf([visits, summary]))
    expect(found).toHaveLength(16)
    expect(found.filter(({ kind }) => kind === 'quarterly').map(({ key, dueOn }) => [key, dueOn])).toEqual([
      ['2022Q1', '2022-03-25'],
      ['2022Q2', '2022-06-25'],
      ['2022Q3', '2022-09-25'],
      ['2022Q4', '2022-12-25'],
    ])
    const alone = occurrences(visits, [], calendars, summaryDaysOf([visits]))
    expect(alone.filter(({ kind }) => kind === 'quarterly').map(({ dueOn }) => dueOn)).toEqual([
      '2022-03-31',
      '2022-06-30',
      '2022-09-30',
      '2022-12-31',
    ])
  })

  test('a year end with 频次=每月 is twelve reports of which the last is the year end', () => {
    const found = occurrences(
      duty({ kind: 'fixed' }, { dueOn: '2022-12-31', cycle: 'monthly', reportingTime: '月底前' }),
    )
    expect(found.map(({ key }) => key)).toEqual(
      Array.from({ length: 12 }, (_, i) => `2022-${String(i + 1).padStart(2, '0')}`),
    )
    expect(found.at(-1)?.dueOn).toBe('2022-12-31')
    expect(occurrences(duty({ kind: 'fixed' }, { dueOn: '2022-12-31', cycle: 'quarterly' }))).toHaveLength(4)
    expect(occurrences(duty({ kind: 'fixed' }, { dueOn: '2022-12-31', cycle: 'ondemand' }))).toHaveLength(1)
    expect(occurrences(duty({ kind: 'fixed' }, { dueOn: '2022-10-31', cycle: 'monthly' }))).toHaveLength(1)
  })

  test('长期 is one without a day', () => {
    expect(occurrences(duty({ kind: 'longTerm' }, { cycle: 'ondemand' }))).toMatchObject([
      { key: '2022', kind: 'longTerm', dueOn: null },
    ])
    expect(occurrences(duty({ kind: 'unknown' }, { cycle: 'quarterly' }))).toHaveLength(4)
  })
})

describe('domain §6, 5-workday rule', () => {
  test.each([
    ['2022-01-24', '2022-01-29'],
    ['2022-01-26', '2022-02-07'],
    ['2022-01-28', '2022-02-09'],
    ['2022-01-31', '2022-02-11'],
    ['2022-04-01', '2022-04-11'],
    ['2022-04-22', '2022-04-28'],
    ['2022-04-29', '2022-05-10'],
    ['2022-09-07', '2022-09-15'],
    ['2022-09-26', '2022-10-08'],
    ['2022-09-30', '2022-10-12'],
    ['2022-10-07', '2022-10-12'],
    ['2022-12-30', '2023-01-09'],
  ])('published %s is due %s, a working day that nothing moves', (on, dueOn) => {
    const event = { id: 'p1', title: '惠企政策', on: day(on) }
    const [found] = occurrences(duty({ kind: 'afterEvent', workingDays: 5 }), [event])
    if (!found) throw new Error('no occurrence')
    expect(found).toMatchObject({ key: 'event:p1', dueOn, dueOnEstimate: null, missingYears: [] })
    expect(taskDatesOf(found, null, usualClocks, calendars)).toMatchObject({ submitBy: dueOn, isMoved: false })
  })

  test('without an event nothing is due', () => {
    expect(occurrences(duty({ kind: 'afterEvent', workingDays: 5 }))).toEqual([])
  })

  test('a missing year refuses to assert a date and gives an estimate', () => {
    const event = { id: 'p1', title: '惠企政策', on: day('2022-04-22') }
    const [found] = occurrences(duty({ kind: 'afterEvent', workingDays: 5 }), [event], none)
    if (!found) throw new Error('no occurrence')
    expect(found).toMatchObject({ dueOn: null, dueOnEstimate: '2022-04-29', missingYears: [2022] })
    const dates = taskDatesOf(found, null, usualClocks, none)
    expect(dates).toEqual({
      submitBy: null,
      submitByEstimate: '2022-04-29',
      isMoved: false,
      internalDueOn: null,
      missingYears: [2022],
    })
    expect(dueText({ dueOn: null, ...dates })).toBe('约4月29日（放假安排未导入，按周一至周五估算）')
  })
})

describe('dates of an occurrence', () => {
  test('a document date on a weekend: last working day, 3 working days earlier inside the bureau', () => {
    const second = occurrences(summary)[1]
    if (!second) throw new Error('no occurrence')
    const dates = taskDatesOf(second, null, usualClocks, calendars)
    expect(dates).toMatchObject({
      submitBy: '2022-06-24',
      isMoved: true,
      internalDueOn: '2022-06-21',
      missingYears: [],
    })
    expect(dueText({ dueOn: second.dueOn, ...dates })).toBe('6月24日（原6月25日，周六）')
    expect(taskDatesOf(second, day('2022-06-20'), usualClocks, calendars).internalDueOn).toBe('2022-06-20')
  })

  test('a fixed day in a year without 放假安排 keeps the day and asserts no working day', () => {
    const [found] = occurrences(duty({ kind: 'fixed' }, { dueOn: '2022-06-25' }))
    if (!found) throw new Error('no occurrence')
    expect(taskDatesOf(found, null, usualClocks, none)).toMatchObject({
      submitBy: null,
      submitByEstimate: '2022-06-24',
    })
  })

  test.each([
    ['2022-06-20', 'normal', 4],
    ['2022-06-21', 'near', 3],
    ['2022-06-24', 'near', 0],
    ['2022-06-25', 'near', 0],
    ['2022-06-26', 'overdue', 0],
    ['2022-06-27', 'overdue', -1],
  ])('on %s the report due 6月25日 is %s with %i working days left', (today, light, left) => {
    const dates = { dueOn: day('2022-06-25'), submitBy: day('2022-06-24'), submitByEstimate: null }
    expect(lightOf(dates, day(today), usualClocks, calendars)).toBe(light)
    expect(workdaysLeftOf(dates.submitBy, day(today), calendars)).toBe(left)
  })

  test('an estimate comes near but is never overdue; without a day there is no light', () => {
    const estimate = { dueOn: null, submitBy: null, submitByEstimate: day('2022-06-24') }
    expect(lightOf(estimate, day('2022-06-22'), usualClocks, none)).toBe('near')
    expect(lightOf(estimate, day('2022-07-22'), usualClocks, none)).toBe('near')
    expect(lightOf({ ...estimate, submitByEstimate: null }, day('2022-07-22'), usualClocks, none)).toBe('none')
    expect(workdaysLeftOf(day('2022-06-24'), day('2022-06-22'), none)).toBeNull()
  })

  test('迟报天数 counts calendar days after the official day', () => {
    expect(lateDaysOf(day('2022-06-25'), day('2022-06-25'))).toBe(0)
    expect(lateDaysOf(day('2022-06-25'), day('2022-06-28'))).toBe(3)
    expect(lateDaysOf(day('2022-06-25'), null)).toBeNull()
    expect(lateDaysOf(null, day('2022-06-25'))).toBeNull()
  })

  test('titles carry the period or the event', () => {
    const titles = [summary, duty({ kind: 'monthly' }), duty({ kind: 'fixed' }, { dueOn: '2022-03-11' })].map(
      (each) => {
        const found = occurrences(each)[each === summary ? 1 : each.due.rule.kind === 'monthly' ? 3 : 0]
        if (!found) throw new Error('no occurrence')
        return taskTitle('报送季度工作总结', found)
      },
    )
    expect(titles).toEqual(['报送季度工作总结（二季度）', '报送季度工作总结（4月）', '报送季度工作总结'])
  })
})
