import type { IsoDate } from '../core/dates'
import { daysBetween, isoDate } from '../core/dates'
import { invariant } from '../core/assert'
import { points, rateOf } from '../core/points'
import type { TimeProgress } from './result'

/** 序时进度. Unit: calendar days of the year up to and including the as-of day; 2022-06-30 is 181/365 = 49.6%. */
export function timeProgress(year: number, asOf: IsoDate): TimeProgress {
  const first = isoDate(year, 1, 1)
  const last = isoDate(year, 12, 31)
  invariant(first && last, `a year of the calendar: ${year}`)
  const of = daysBetween(first, last) + 1
  const days = Math.min(of, Math.max(0, daysBetween(first, asOf) + 1))
  const rate = rateOf(points(days), points(of), { decimals: 1, mode: 'halfUp', trailingZeros: true })
  return { days, of, percent: rate?.percent ?? '0.0%' }
}
