import { describe, expect, it } from 'vitest'
import { isSecondDue, isSelfTestDue } from '../../../shared/backup/reminders'
import { newBackupState } from '../../../shared/backup/state'

const now = '2022-06-30T09:30:00.000+08:00'

function withSecond(lastAt: string | null) {
  return { ...newBackupState, second: { folder: '/u', ownName: '', lastAt, lastHash: 'a' } }
}

// Source: reliability 4 "Backups": second place with a reminder at 7 days.
describe('the second place', () => {
  it.each([
    [null, true],
    ['2022-06-30T08:00:00.000+08:00', false],
    ['2022-06-24T08:00:00.000+08:00', false],
    ['2022-06-23T23:59:00.000+08:00', true],
    // Written while the clock was ahead: it must not keep silent for thirty years.
    ['2052-06-30T08:00:00.000+08:00', true],
    ['not a time', true],
  ])('last copy %s: due is %s', (lastAt, isDue) => {
    expect(isSecondDue(withSecond(lastAt), 'b', now)).toBe(isDue)
  })

  it('is not due while nothing has been written since, nor where none was chosen', () => {
    expect(isSecondDue(withSecond('2022-01-01T08:00:00.000+08:00'), 'a', now)).toBe(false)
    expect(isSecondDue(newBackupState, 'b', now)).toBe(false)
  })
})

describe('the monthly trial', () => {
  const tested = (at: string, isGood = true) => ({
    ...newBackupState,
    selfTest: { at, name: '000001-daily.db', isGood },
  })
  it.each([
    ['never tried', newBackupState, '000002-daily.db', true],
    ['nothing to try', newBackupState, null, false],
    ['29 days ago', tested('2022-06-01T08:00:00.000+08:00'), '000002-daily.db', false],
    ['30 days ago', tested('2022-05-31T08:00:00.000+08:00'), '000002-daily.db', true],
    ['bad, and there is a newer one', tested('2022-06-29T08:00:00.000+08:00', false), '000002-daily.db', true],
    ['bad, and it is still the newest', tested('2022-06-29T08:00:00.000+08:00', false), '000001-daily.db', false],
  ])('%s', (_name, state, newest, isDue) => {
    expect(isSelfTestDue(state, newest, now)).toBe(isDue)
  })
})
