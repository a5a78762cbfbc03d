import fc from 'fast-check'
import { isWorkday as oracleIsWorkday } from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { calendarsOf } from '../../../shared/core/calendar'
import { addDays, daysBetween, isoDate, type IsoDate } from '../../../shared/core/dates'
import { shippedCalendars } from '../../../shared/core/shipped-calendars'
import {
  addWorkdays,
  isWorkday,
  lastWorkdayOnOrBefore,
  workdaysBetween,
  workdaysOfYear,
} from '../../../shared/core/workdays'

const calendars = calendarsOf(shippedCalendars)
const none = calendarsOf([])
const day = (text: string): IsoDate => text as IsoDate

describe('惠企政策公布后5个工作日内 (实施方案 抓营商环境 4; domain.md §6, 5-workday rule)', () => {
  test.each([
    ['2022-01-24', '2022-01-29', 'ends on a make-up Saturday'],
    ['2022-01-26', '2022-02-07', 'counts the make-up weekend before 春节'],
    ['2022-01-28', '2022-02-09', 'over 春节'],
    ['2022-01-31', '2022-02-11', 'published on a holiday'],
    ['2022-04-01', '2022-04-11', 'over 清明 with a make-up Saturday'],
    ['2022-04-22', '2022-04-28', 'make-up Sunday: the naive day is too late'],
    ['2022-04-29', '2022-05-10', 'over 劳动节 with a make-up Saturday'],
    ['2022-09-07', '2022-09-15', 'over 中秋'],
    ['2022-09-26', '2022-10-08', 'ends on the make-up Saturday after 国庆'],
    ['2022-09-30', '2022-10-12', 'over 国庆, both make-up days counted'],
    ['2022-10-07', '2022-10-12', 'published on the last holiday'],
    ['2022-12-30', '2023-01-09', 'over the turn of the year: 2023-01-02 is off'],
  ])('%s + 5 → %s (%s)', (published, dueOn) => {
    expect(addWorkdays(day(published), 5, calendars)).toEqual({ dueOn, isEstimated: false, missingYears: [] })
  })

  test.each([
    ['2022-04-27', '2022-05-07'],
    ['2022-09-29', '2022-10-11'],
    ['2022-03-30', '2022-04-07'],
    ['2022-01-27', '2022-02-08'],
  ])('product.md §6: %s + 5 → %s', (published, dueOn) => {
    expect(addWorkdays(day(published), 5, calendars).dueOn).toBe(dueOn)
  })
})

describe('the shipped calendars', () => {
  // The oracle reads a day as UTC and asks for its local parts: west of Greenwich it slips to the day before.
  const isOracleRight = new Date(2022, 0, 1).getTimezoneOffset() <= 0
  test.runIf(isOracleRight)('agree with chinese-days on every day of 2022–2026', () => {
    const wrong: string[] = []
    for (let at = day('2022-01-01'); at <= '2026-12-31'; at = addDays(at, 1)) {
      if (isWorkday(at, calendars).isWorkday !== oracleIsWorkday(at)) wrong.push(at)
    }
    expect(wrong).toEqual([])
  })

  test('国办发明电〔2021〕11号: 2022 has 249 workdays', () => {
    const year = workdaysOfYear(2022, calendars)
    expect(year).toMatchObject({ ok: true, value: { workdays: 249, source: '国办发明电〔2021〕11号' } })
    expect(year.ok && year.value.makeUp).toEqual([
      '2022-01-29',
      '2022-01-30',
      '2022-04-02',
      '2022-04-24',
      '2022-05-07',
      '2022-10-08',
      '2022-10-09',
    ])
    expect(year.ok && year.value.off).toContain('2022-12-31')
    expect(year.ok && year.value.off).toHaveLength(32)
  })

  test('国办发明电〔2022〕16号: 2023-01-02 is off', () => {
    expect(isWorkday(day('2023-01-02'), calendars)).toEqual({ isWorkday: false, isEstimated: false, missingYears: [] })
  })

  test("a December day is set by the next year's notice", () => {
    const next = calendarsOf([
      ...shippedCalendars,
      { year: 2027, source: 'x', off: [day('2026-12-31'), day('2027-01-01')], makeUp: [day('2026-12-27')] },
    ])
    expect(isWorkday(day('2026-12-31'), calendars).isWorkday).toBe(true)
    expect(isWorkday(day('2026-12-31'), next).isWorkday).toBe(false)
    expect(isWorkday(day('2026-12-27'), next).isWorkday).toBe(true)
    expect(workdaysOfYear(2026, next)).toMatchObject({
      ok: true,
      value: { off: expect.arrayContaining(['2026-12-31']) },
    })
  })
})

describe('a year without 放假安排 is said', () => {
  test('the list is refused', () => {
    expect(workdaysOfYear(2027, calendars)).toEqual({
      ok: false,
      error: { code: 'calendarYearMissing', params: { year: 2027 } },
    })
  })

  test('a due day that needs it is marked, with the year', () => {
    expect(addWorkdays(day('2026-12-30'), 5, calendars)).toEqual({
      dueOn: '2027-01-06',
      isEstimated: true,
      missingYears: [2027],
    })
    expect(addWorkdays(day('2021-12-30'), 5, calendars)).toMatchObject({ isEstimated: true, missingYears: [2021] })
    expect(lastWorkdayOnOrBefore(day('2030-06-01'), none)).toEqual({
      day: '2030-05-31',
      isEstimated: true,
      missingYears: [2030],
    })
  })

  test('a due day that does not reach it is not marked', () => {
    expect(addWorkdays(day('2026-12-21'), 5, calendars)).toMatchObject({ dueOn: '2026-12-28', isEstimated: false })
  })
})

describe('deadlines on a weekend: the last workday before (domain.md §6)', () => {
  test.each([
    ['2022-01-31', '2022-01-30'],
    ['2022-04-30', '2022-04-29'],
    ['2022-07-31', '2022-07-29'],
    ['2022-12-31', '2022-12-30'],
    ['2022-03-25', '2022-03-25'],
    ['2022-06-25', '2022-06-24'],
    ['2022-09-25', '2022-09-23'],
    ['2022-12-25', '2022-12-23'],
    ['2022-10-01', '2022-09-30'],
  ])('%s → %s', (due, before) => {
    expect(lastWorkdayOnOrBefore(day(due), calendars).day).toBe(before)
  })
})

describe('counting', () => {
  const anyDay = fc.integer({ min: 0, max: 1700 }).map((offset) => addDays(day('2022-01-01'), offset))

  test('adding then counting gives the same number back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, count) => {
        const { dueOn } = addWorkdays(from, count, calendars)
        expect(workdaysBetween(from, dueOn, calendars).workdays).toBe(count)
        expect(daysBetween(from, dueOn)).toBeGreaterThanOrEqual(count)
      }),
    )
  })

  test('counting back from a workday and forward again ends where it began', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const start = lastWorkdayOnOrBefore(from, calendars).day
        const back = addWorkdays(start, -count, calendars).dueOn
        expect(addWorkdays(back, count, calendars).dueOn).toBe(start)
      }),
    )
  })

  test('nothing lies between a day and an earlier one', () => {
    expect(workdaysBetween(day('2022-05-10'), day('2022-05-01'), calendars).workdays).toBe(0)
  })

  test('a leap year is counted to its last day', () => {
    expect(isoDate(2024, 2, 29)).not.toBeNull()
    const year = workdaysOfYear(2024, calendars)
    expect(year.ok && year.value.workdays).toBe(251)
  })
})
