import { describe, expect, test } from 'vitest'
import { calendarsOf } from '../../../shared/core/calendar'
import { shippedCalendars } from '../../../shared/core/shipped-calendars'
import { quietVerdict } from '../../../shared/investment/quiet'
import type { FollowUp, LeadRecord } from '../../../shared/investment/record'
import { quietText } from '../../../shared/terms/investment-checks'
import { aFiledLead, aLandedLead, aLead, anEffectiveLead, day } from './builders'

const calendars = calendarsOf(shippedCalendars)
const context = { calendars, quietWorkdays: 10, enteredOn: day('2022-09-05') }
const followedUp = (on: string, leadId = 'lead-1'): FollowUp => ({
  id: on,
  leadId,
  happenedOn: day(on),
  way: '电话',
  text: '已联系',
  createdAt: on,
})

describe('no follow-up for 10 working days (product.md B8)', () => {
  test.each([
    ['2022-10-12', false, 9],
    ['2022-10-13', true, 10],
    ['2022-10-14', true, 11],
  ])('over 国庆 with both make-up days: on %s warned %s', (asOf, isQuiet, workdays) => {
    const verdict = quietVerdict(aFiledLead(), [followedUp('2022-09-26')], { ...context, asOf: day(asOf) })
    expect(verdict).toMatchObject({ isQuiet, workdays, lastOn: '2022-09-26', warnOn: '2022-10-13', isEstimated: false })
  })

  test('what counts as the last happening', () => {
    const asOf = day('2022-09-20')
    const last = (lead: LeadRecord, followUps: readonly FollowUp[]) =>
      quietVerdict(lead, followUps, { ...context, asOf })?.lastOn
    expect(last(aLead(), [])).toBe('2022-09-05')
    expect(last(aFiledLead({ filedOn: day('2022-09-08') }), [])).toBe('2022-09-08')
    expect(last(aLead(), [followedUp('2022-09-09', 'lead-2')])).toBe('2022-09-05')
    expect(last(aLead(), [followedUp('2022-09-21')])).toBe('2022-09-05')
  })

  test('an effective lead is still worked on towards landing', () => {
    expect(quietVerdict(anEffectiveLead(), [], { ...context, asOf: day('2022-10-31') })?.isQuiet).toBe(true)
  })

  test.each([
    ['landed', aLandedLead()],
    ['dormant', anEffectiveLead({ ending: 'dormant' })],
    ['invalid', aFiledLead({ districtClass: 'invalid' })],
  ])('%s needs no follow-up', (_name, lead) => {
    expect(quietVerdict(lead, [], { ...context, asOf: day('2022-12-31') })).toBeNull()
  })

  test('a missing calendar is said', () => {
    const verdict = quietVerdict(aFiledLead(), [followedUp('2026-12-28')], { ...context, asOf: day('2027-01-20') })
    expect(verdict).toMatchObject({ isQuiet: true, isEstimated: true, missingYears: [2027] })
    expect(verdict && quietText(verdict)).toContain('2027年放假安排未录入')
  })
})
