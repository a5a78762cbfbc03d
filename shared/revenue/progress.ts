import { endOfMonth, monthOf, yearOf, type IsoDate, type Month } from '../core/dates'
import { addMoney, fen, type Fen } from '../core/money'
import { points, rateOf } from '../core/points'
import { invariant } from '../core/assert'
import type { RevenueProgress } from './contract'
import { countsIn, type CountedEntry } from './counting'
import { revenueSources, type RevenueSource } from './record'

export type ProgressEntry = CountedEntry & { readonly source: RevenueSource }

/** Sum of amounts, none of which is missing. Unit: 分. */
export function sumOf(amounts: readonly (Fen | null)[]): Fen {
  const sum = addMoney(...amounts.flatMap((amount) => amount ?? []))
  invariant(sum !== null, 'a sum of money within the safe integers')
  return sum
}

function negative(amount: Fen | null): Fen | null {
  return amount === null ? null : fen(0 - amount)
}

/** `82%` of a target; null without one. */
export function progressRate(booked: Fen, target: Fen | null): string | null {
  if (target === null) return null
  const format = { decimals: 1, mode: 'halfUp', trailingZeros: false } as const
  return rateOf(points(booked), points(target), format)?.percent ?? null
}

/** The month in which a reversal takes an amount out of the year again: its own, or the booking's when the year is over. */
function monthOfReversal(entry: ProgressEntry, year: number, asOf: IsoDate): Month | null {
  const { status, bookedOn, reversedOn } = entry
  if (status !== 'reversed' || bookedOn === null) return null
  if (reversedOn === null) return monthOf(bookedOn)
  if (reversedOn > asOf) return null
  return monthOf(yearOf(reversedOn) === year ? reversedOn : bookedOn)
}

function monthsOf(entries: readonly ProgressEntry[], year: number, asOf: IsoDate): RevenueProgress['months'] {
  const booked = entries.filter(
    ({ bookedOn, status, districtRetained }) =>
      bookedOn !== null &&
      bookedOn <= asOf &&
      yearOf(bookedOn) === year &&
      districtRetained !== null &&
      (status === 'booked' || status === 'reversed'),
  )
  let cumulative = sumOf([])
  return Array.from({ length: 12 }, (_, index) => {
    const month = monthOf(endOfMonth(year, index + 1))
    const added = booked.filter(({ bookedOn }) => bookedOn !== null && monthOf(bookedOn) === month)
    const taken = booked.filter((entry) => monthOfReversal(entry, year, asOf) === month)
    const net = (amount: (entry: ProgressEntry) => Fen | null): Fen =>
      sumOf([...added.map(amount), ...taken.map((entry) => negative(amount(entry)))])
    const districtRetainedFen = net((entry) => entry.districtRetained)
    cumulative = sumOf([cumulative, districtRetainedFen])
    return {
      month,
      districtRetainedFen,
      grossFen: net((entry) => entry.gross),
      cumulativeFen: month <= monthOf(asOf) ? cumulative : null,
      entryIds: [...new Set([...added, ...taken].map(({ id }) => id))],
    }
  })
}

/** What counts in the target of a year on a day. Unit: 分. Source: domain §2 RevenueEntry, only booked 区留成 counts. */
export function progressOf(
  entries: readonly ProgressEntry[],
  year: number,
  asOf: IsoDate,
  target: Fen | null,
): Pick<
  RevenueProgress,
  'bookedDistrictRetainedFen' | 'bookedGrossFen' | 'rate' | 'remainingFen' | 'entryIds' | 'months' | 'bySource'
> {
  const counted = entries.filter((entry) => countsIn(entry, year, asOf))
  const booked = sumOf(counted.map(({ districtRetained }) => districtRetained))
  return {
    bookedDistrictRetainedFen: booked,
    bookedGrossFen: sumOf(counted.map(({ gross }) => gross)),
    rate: progressRate(booked, target),
    remainingFen: target === null ? null : fen(Math.max(0, target - booked)),
    entryIds: counted.map(({ id }) => id),
    months: monthsOf(entries, year, asOf),
    bySource: revenueSources.flatMap((source) => {
      const own = counted.filter((entry) => entry.source === source)
      if (own.length === 0) return []
      return [
        { source, count: own.length, districtRetainedFen: sumOf(own.map(({ districtRetained }) => districtRetained)) },
      ]
    }),
  }
}
