import { describe, expect, test } from 'vitest'
import { reportPeriodOf } from '../../../shared/home/report-period'
import { measureOf } from '../../../shared/terms/assignment-measures'
import { day } from '../../builders'

describe('the draft that a duty asks for (product J9 step 1)', () => {
  test.each([
    ['报送季度工作总结次数', 'quarterly', '2022-06-30', '2022-06-25', '2022Q2'],
    ['报送季度工作总结次数', 'once', null, '2022-09-25', '2022Q3'],
    ['报送工作进展次数', 'monthly', '2022-12-31', '2023-01-05', '2022-12'],
    ['报送工作进展次数', 'quarterly', '2022-03-31', '2022-03-25', '2022Q1'],
    ['报送工作进展次数', 'once', null, '2022-12-31', null],
    ['报送招商工作信息篇数', 'monthly', '2022-06-30', '2022-06-30', null],
    ['其他事项', 'quarterly', '2022-06-30', '2022-06-25', null],
  ] as const)('%s, %s to %s: %s → %s', (words, kind, periodEnd, dueOn, period) => {
    const task = { kind, periodEnd: periodEnd === null ? null : day(periodEnd), dueOn: day(dueOn) }
    expect(reportPeriodOf(measureOf(words), task)).toBe(period)
  })
})
