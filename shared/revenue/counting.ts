import { yearOf, type IsoDate } from '../core/dates'
import { formatChineseDate } from '../terms/dates'
import { whyNotText } from '../terms/revenue'
import type { RevenueRecord } from './record'

export type CountedEntry = Pick<
  RevenueRecord,
  'id' | 'item' | 'status' | 'bookedOn' | 'reversedOn' | 'gross' | 'districtRetained'
>

/** Whether the money was in the treasury on a day: from its booking to the day before it was reversed. */
export function isBookedOn(entry: CountedEntry, asOf: IsoDate): boolean {
  const { status, bookedOn, reversedOn, districtRetained } = entry
  if (bookedOn === null || bookedOn > asOf || districtRetained === null) return false
  return status === 'booked' || (status === 'reversed' && reversedOn !== null && reversedOn > asOf)
}

/** Whether an entry counts in the target of a year on a day. */
export function countsIn(entry: CountedEntry, year: number, asOf: IsoDate): boolean {
  return isBookedOn(entry, asOf) && entry.bookedOn !== null && yearOf(entry.bookedOn) === year
}

/** Why an entry does not count in the target of a year; '' when it does. */
export function whyNotIn(entry: CountedEntry, year: number, asOf: IsoDate): string {
  const { status, bookedOn, reversedOn, districtRetained } = entry
  if (status === 'clue' || status === 'confirmed' || status === 'dropped') return whyNotText[status]
  if (bookedOn === null) return whyNotText.noDay
  if (districtRetained === null) return whyNotText.noAmount
  if (bookedOn > asOf) return whyNotText.later(formatChineseDate(bookedOn))
  if (status === 'reversed' && reversedOn === null) return whyNotText.reversedNoDay
  if (status === 'reversed' && reversedOn !== null && reversedOn <= asOf)
    return whyNotText.reversed(formatChineseDate(reversedOn))
  return yearOf(bookedOn) === year ? '' : whyNotText.otherYear(yearOf(bookedOn))
}
