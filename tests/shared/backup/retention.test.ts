import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupsToRemove, type KeptBackup } from '../../../shared/backup/retention'
import { addDays } from '../../../shared/core/dates'
import { day } from '../../builders'

function made(number: number, on: string, isVerified = true): KeptBackup {
  return { number, day: on, isVerified }
}

const none: ReadonlySet<number> = new Set()

/** One backup a day, oldest first. */
function daily(count: number, from = '2022-01-01'): KeptBackup[] {
  return Array.from({ length: count }, (_, index) => made(index + 1, addDays(day(from), index)))
}

function kept(backups: readonly KeptBackup[], pinned = none): number[] {
  const goes = new Set(backupsToRemove(backups, pinned))
  return backups.map(({ number }) => number).filter((number) => !goes.has(number))
}

// Source: reliability 4 "Backups": keep 10 newest + 1 per day × 14 + 1 per month × 12; the newest verified never goes.
describe('which backups stay', () => {
  it('of 25 on one day the ten newest', () => {
    const backups = Array.from({ length: 25 }, (_, index) => made(index + 1, '2022-06-30'))
    expect(kept(backups)).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25])
  })

  it('of one a day the last of each of fourteen days and the last of each month before', () => {
    expect(kept(daily(90))).toEqual([31, 59, ...Array.from({ length: 14 }, (_, index) => 77 + index)])
  })

  it('of one a month those of twelve months', () => {
    const backups = Array.from({ length: 30 }, (_, index) =>
      made(index + 1, `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-05`),
    )
    // Fourteen days reach further back here than twelve months.
    expect(kept(backups)).toHaveLength(14)
  })

  it('one that is damaged fills no place and goes when ten good ones are newer', () => {
    const newest = made(30, '2022-06-30', false)
    const good = Array.from({ length: 10 }, (_, index) => made(index + 11, '2022-06-30'))
    const old = made(3, '2022-06-01', false)
    expect(backupsToRemove([newest, ...good, old], none)).toEqual([3])
    expect(backupsToRemove([newest, ...good.slice(1), old], none)).toEqual([])
  })

  it('one that a restore may be taken back to stays', () => {
    const backups = Array.from({ length: 25 }, (_, index) => made(index + 1, '2022-06-30'))
    expect(kept(backups, new Set([2]))).toContain(2)
  })

  // Source: reliability 3 row 22.
  it.each(['2021-05-26', '2052-06-30'])('a clock that shows %s removes none of the earlier days', (wrong) => {
    const right = daily(14, '2022-06-17')
    const before = kept(right)
    const one = [...right, made(15, wrong)]
    // The strange day is one day more: it takes the place of the oldest, as any day would.
    expect(kept(one)).toEqual([...before.filter((number) => number !== 1), 15])
    const many = [...right, ...Array.from({ length: 40 }, (_, index) => made(15 + index, wrong))]
    expect(kept(many).filter((number) => number <= 14)).toEqual(before.filter((number) => number > 1))
  })
})

const backups = fc
  .array(
    fc.record({
      step: fc.integer({ min: 1, max: 3 }),
      day: fc.integer({ min: 0, max: 500 }),
      isVerified: fc.boolean(),
    }),
    { maxLength: 80 },
  )
  .map((list) => {
    let number = 0
    return list.map(({ step, day: offset, isVerified }) => {
      number += step
      return made(number, addDays(day('2021-01-01'), offset), isVerified)
    })
  })

describe('whatever the clock showed', () => {
  it('the newest verified stays, and ten verified where there are ten', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const goes = new Set(backupsToRemove(list, none))
        const verified = list.filter(({ isVerified }) => isVerified)
        const stay = verified.filter(({ number }) => !goes.has(number))
        const newest = verified.at(-1)
        expect(newest === undefined || !goes.has(newest.number)).toBe(true)
        expect(stay.length).toBeGreaterThanOrEqual(Math.min(10, verified.length))
        expect(stay.length).toBeLessThanOrEqual(10 + 14 + 12)
      }),
    )
  })

  it('what is left is left the next time too, in whatever order it is listed', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const goes = backupsToRemove(list, none)
        expect(backupsToRemove(list.toReversed(), none)).toEqual(goes)
        const left = list.filter(({ number }) => !goes.includes(number))
        expect(backupsToRemove(left, none)).toEqual([])
      }),
    )
  })

  it('a clock that is wrong by years from the start removes exactly the same', () => {
    fc.assert(
      fc.property(backups, fc.integer({ min: -30, max: 30 }), (list, years) => {
        const shifted = list.map((backup) => ({
          ...backup,
          day: `${Number(backup.day.slice(0, 4)) + years}${backup.day.slice(4)}`,
        }))
        expect(backupsToRemove(shifted, none)).toEqual(backupsToRemove(list, none))
      }),
    )
  })

  it('what is pinned stays', () => {
    fc.assert(
      fc.property(backups, fc.integer({ min: 1, max: 200 }), (list, number) => {
        expect(backupsToRemove(list, new Set([number]))).not.toContain(number)
      }),
    )
  })
})
