import type { IsoDate } from '../core/dates'
import { err, ok, type Result } from '../core/result'
import { formatChineseDate } from '../terms/dates'
import { fieldList, revenueStatusLabel, revenueTerms } from '../terms/revenue'
import { checkAmounts, withRetained } from './amounts'
import type { RevenueFields, RevenueRecord, RevenueStatus } from './record'

export interface RevenueMove {
  readonly to: RevenueStatus
  readonly on: IsoDate
  readonly reason: string
  readonly fields: Partial<Pick<RevenueFields, 'gross' | 'retainedRate' | 'districtRetained' | 'voucherNo'>>
}

/** Where an entry may go: forward, back one step, or the day of where it is anew. The first is the usual next step. */
const ways: Readonly<Record<RevenueStatus, readonly RevenueStatus[]>> = {
  clue: ['confirmed', 'booked', 'dropped'],
  confirmed: ['booked', 'confirmed', 'dropped', 'clue'],
  booked: ['reversed', 'booked', 'confirmed'],
  reversed: ['booked', 'reversed'],
  dropped: ['clue'],
}

/** Statuses that can follow, the usual one first. */
export function nextStatuses(status: RevenueStatus): readonly RevenueStatus[] {
  return ways[status].filter((next) => next !== status)
}

/** The step that takes an entry towards the treasury; null when there is none. */
export function nextStatusOf(status: RevenueStatus): RevenueStatus | null {
  return status === 'clue' ? 'confirmed' : status === 'confirmed' ? 'booked' : null
}

/** Which way needs a reason: giving up, reversing, and taking back what was booked or reversed. */
export function needsReason(from: RevenueStatus, to: RevenueStatus): boolean {
  if (from === to) return false
  return to === 'dropped' || to === 'reversed' || from === 'booked' || from === 'reversed'
}

const dated = ['occurredOn', 'confirmedOn', 'bookedOn', 'reversedOn'] as const

function checkDays(entry: RevenueRecord, asOf: IsoDate): Result<null> {
  let before: { readonly name: (typeof dated)[number]; readonly on: IsoDate } | null = null
  for (const name of dated) {
    const on = entry[name]
    if (on === null) continue
    if (on > asOf) {
      const params = { fact: revenueTerms[name].label, on: formatChineseDate(on), asOf: formatChineseDate(asOf) }
      return err('revenueInFuture', params)
    }
    if (before && on < before.on) {
      return err('revenueDateOrder', {
        later: revenueTerms[name].label,
        laterOn: formatChineseDate(on),
        earlier: revenueTerms[before.name].label,
        earlierOn: formatChineseDate(before.on),
      })
    }
    before = { name, on }
  }
  return ok(null)
}

/** What an entry must have for the status it is in; refused with all that is missing. */
export function checkEntry(entry: RevenueRecord, asOf: IsoDate): Result<null> {
  if (entry.item === '') return err('revenueNeedsFields', { status: '', fields: revenueTerms.item.label })
  const amounts = checkAmounts(entry)
  if (!amounts.ok) return amounts
  if (entry.status === 'booked' || entry.status === 'reversed') {
    const needed = ['bookedOn', 'gross', 'districtRetained'] as const
    const missing = needed.filter((name) => entry[name] === null).map((name) => revenueTerms[name].label)
    const status = revenueStatusLabel(entry.status)
    if (missing.length > 0) return err('revenueNeedsFields', { status, fields: fieldList(missing) })
  }
  return checkDays(entry, asOf)
}

function daysAfter(entry: RevenueRecord, { to, on }: RevenueMove): Partial<RevenueRecord> {
  switch (to) {
    case 'clue':
      return { confirmedOn: null, bookedOn: null, reversedOn: null }
    case 'confirmed':
      return entry.status === 'booked'
        ? { confirmedOn: entry.confirmedOn ?? entry.bookedOn, bookedOn: null }
        : { confirmedOn: on }
    case 'booked':
      if (entry.status === 'reversed') return { reversedOn: null }
      return { bookedOn: on, confirmedOn: entry.confirmedOn ?? on }
    case 'reversed':
      return { reversedOn: on }
    case 'dropped':
      return {}
  }
}

/** The entry after a move, or why it may not be made. */
export function moved(entry: RevenueRecord, move: RevenueMove, asOf: IsoDate): Result<RevenueRecord> {
  const { to } = move
  const params = { from: revenueStatusLabel(entry.status), to: revenueStatusLabel(to) }
  if (!ways[entry.status].includes(to)) return err('revenueMoveNotAllowed', params)
  const reason = move.reason.trim()
  if (needsReason(entry.status, to) && reason === '') return err('revenueNeedsReason', params)
  const given = Object.fromEntries(Object.entries(move.fields).filter(([, value]) => value !== undefined))
  const isEnd = to === 'reversed' || to === 'dropped'
  const next = withRetained({
    ...entry,
    ...given,
    ...daysAfter(entry, move),
    status: to,
    reason: reason !== '' ? reason : isEnd ? entry.reason : '',
  })
  const checked = checkEntry(next, asOf)
  return checked.ok ? ok(next) : checked
}
