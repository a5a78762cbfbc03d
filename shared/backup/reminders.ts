import { daysBetween, parseIsoDate } from '../core/dates'
import type { BackupState } from './state'

/** Source: product O1, reliability 4: a second place after seven days, a trial every month. Unit: days. */
const SECOND_DAYS = 7
const SELF_TEST_DAYS = 30

/** Whole days between two local times, whichever is later: a clock that was turned must not silence a reminder for ever. */
function daysApart(left: string, right: string): number {
  const [from, to] = [parseIsoDate(left.slice(0, 10)), parseIsoDate(right.slice(0, 10))]
  return from && to ? Math.abs(daysBetween(from, to)) : Infinity
}

/** Seven days without a copy on the second place, though something has been written since. */
export function isSecondDue({ second }: BackupState, head: string, now: string): boolean {
  if (second === null) return false
  if (second.lastAt === null) return true
  return second.lastHash !== head && daysApart(second.lastAt, now) >= SECOND_DAYS
}

/** A month without a trial, or the last one went wrong; only where there is something to try. */
export function isSelfTestDue({ selfTest }: BackupState, newest: string | null, now: string): boolean {
  if (newest === null) return false
  if (selfTest === null) return true
  return selfTest.isGood ? daysApart(selfTest.at, now) >= SELF_TEST_DAYS : selfTest.name !== newest
}
