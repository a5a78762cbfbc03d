import { describe, expect, it } from 'vitest'
import { calendarsOf } from '../../../shared/core/calendar'
import { shippedCalendars } from '../../../shared/core/shipped-calendars'
import { hasExplainer, policyDue, policyProgress, policyWorkdays } from '../../../shared/environment/policies'
import { policyDueText, policyStateText } from '../../../shared/terms/environment'
import { day } from '../../builders'

const calendars = calendarsOf(shippedCalendars)
const only2022 = calendarsOf(shippedCalendars.filter(({ year }) => year === 2022))
const clock = (asOf: string) => ({ asOf: day(asOf), calendars, nearWorkdays: 3, workdays: policyWorkdays })
const progress = (publishedOn: string, sentOn: string | null, asOf: string) =>
  policyProgress({ publishedOn: day(publishedOn), sentOn: sentOn === null ? null : day(sentOn) }, clock(asOf))

describe('务必在出台公布5个工作日内 (实施方案 三（一）4; domain §6)', () => {
  it.each([
    ['2022-01-24', '2022-01-29', true],
    ['2022-01-26', '2022-02-07', false],
    ['2022-01-27', '2022-02-08', false],
    ['2022-01-28', '2022-02-09', false],
    ['2022-01-31', '2022-02-11', false],
    ['2022-03-30', '2022-04-07', false],
    ['2022-04-01', '2022-04-11', false],
    ['2022-04-22', '2022-04-28', false],
    ['2022-04-27', '2022-05-07', true],
    ['2022-04-29', '2022-05-10', false],
    ['2022-09-07', '2022-09-15', false],
    ['2022-09-26', '2022-10-08', true],
    ['2022-09-29', '2022-10-11', false],
    ['2022-09-30', '2022-10-12', false],
    ['2022-10-07', '2022-10-12', false],
    ['2022-12-30', '2023-01-09', false],
  ])('published %s, due %s', (publishedOn, dueOn, isMakeUpDay) => {
    expect(policyDue(day(publishedOn), calendars)).toEqual({ dueOn, dueOnEstimate: null, isMakeUpDay })
  })

  it.each([
    ['2022-04-27', '5月7日（周六，调休上班）'],
    ['2022-09-29', '10月11日（周二）'],
    ['2022-12-30', '2023年1月9日（周一）'],
  ])('published %s is shown as %s', (publishedOn, words) => {
    expect(policyDueText(policyDue(day(publishedOn), calendars), 2022)).toBe(words)
  })

  it('a year without 放假安排 asserts no day, and says the estimate', () => {
    const due = policyDue(day('2022-12-30'), only2022)
    expect(due).toEqual({ dueOn: null, dueOnEstimate: '2023-01-06', isMakeUpDay: false })
    expect(policyDueText(due, 2022)).toBe('放假安排未导入，按周一至周五估算为2023年1月6日（周五）')
    const open = policyProgress(
      { publishedOn: day('2022-12-30'), sentOn: null },
      { ...clock('2023-02-01'), calendars: only2022 },
    )
    expect(open).toMatchObject({ state: 'unknown', light: 'none', workdaysLeft: null })
    expect(policyStateText(open)).toBe('时限不能确定')
    const sent = policyProgress(
      { publishedOn: day('2022-12-30'), sentOn: day('2023-01-31') },
      { ...clock('2023-02-01'), calendars: only2022 },
    )
    expect(sent).toMatchObject({ state: 'sent', workdaysTaken: null, lateDays: null })
  })
})

describe('where a policy published 2022-04-27 stands', () => {
  it.each([
    [null, '2022-04-27', 'open', '剩5个工作日'],
    [null, '2022-04-29', 'near', '剩3个工作日'],
    [null, '2022-05-07', 'near', '今天到期'],
    [null, '2022-05-08', 'overdue', '逾期未报'],
    ['2022-05-06', '2022-05-31', 'sent', '已报送，用时4个工作日'],
    ['2022-05-07', '2022-05-31', 'sent', '已报送，用时5个工作日'],
    ['2022-05-09', '2022-05-31', 'sentLate', '迟报2天，用时6个工作日'],
    ['2022-05-09', '2022-05-08', 'overdue', '逾期未报'],
  ] as const)('sent %s, seen on %s: %s, %s', (sentOn, asOf, state, words) => {
    const now = progress('2022-04-27', sentOn, asOf)
    expect(now.state).toBe(state)
    expect(policyStateText(now)).toBe(words)
  })
})

it('解读 is there with a day or with its text', () => {
  expect(hasExplainer({ explainerReadyOn: null, explainer: ' \n' })).toBe(false)
  expect(hasExplainer({ explainerReadyOn: null, explainer: '谁能享受' })).toBe(true)
  expect(hasExplainer({ explainerReadyOn: day('2022-05-06'), explainer: '' })).toBe(true)
})
