import { readClocks } from '../../db/repositories/preferences'
import {
  deleteTip,
  readRevenueEntry,
  readTip,
  saveTip,
  toRevenueRecord,
  toRevenueTip,
  updateRevenueEntry,
  type RevenueEntryRow,
  type RevenueTipRow,
} from '../../db/repositories/revenue'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import { addWorkdays } from '../../shared/core/workdays'
import type { Input, Output } from '../../shared/ipc/procedure'
import type { revenueContract } from '../../shared/revenue/contract'
import type { RevenueTip } from '../../shared/revenue/record'
import { formatChineseDate } from '../../shared/terms/dates'
import { revenueStatusLabel, tipTerms } from '../../shared/terms/revenue'
import { openedStore, writeIntent, type Context } from '../context'
import { plannedMove, trimmed } from './write'

type Calls = typeof revenueContract

function checkTip({ sentOn, handledOn, answerDueOn }: RevenueTip, today: IsoDate): Result<null> {
  const future = (fact: string, on: IsoDate): Result<never> =>
    err('revenueInFuture', { fact, on: formatChineseDate(on), asOf: formatChineseDate(today) })
  const early = (later: string, laterOn: IsoDate): Result<never> =>
    err('revenueDateOrder', {
      later,
      laterOn: formatChineseDate(laterOn),
      earlier: tipTerms.sentOn.label,
      earlierOn: formatChineseDate(sentOn),
    })
  if (sentOn > today) return future(tipTerms.sentOn.label, sentOn)
  if (handledOn !== null && handledOn > today) return future(tipTerms.handledOn.label, handledOn)
  if (handledOn !== null && handledOn < sentOn) return early(tipTerms.handledOn.label, handledOn)
  return answerDueOn !== null && answerDueOn < sentOn ? early(tipTerms.answerDueOn.label, answerDueOn) : ok(null)
}

/** Saves a tip; its answer is due in the bureau's number of working days unless a day is given. */
export function writeTip(
  context: Context,
  input: Input<Calls['revenue.saveTip']>,
): Result<Output<Calls['revenue.saveTip']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const known = input.id === null ? null : readTip(store.value.read, input.id)
  if (input.id !== null && !known) return err('notFound')
  if (input.entryId !== null && !readRevenueEntry(store.value.read, input.entryId)) return err('notFound')
  const usual = (): IsoDate =>
    addWorkdays(input.sentOn, readClocks(store.value.read).tipAnswerWorkdays, context.calendars()).dueOn
  const tip: RevenueTip = {
    ...input,
    ...trimmed({ counterpart: input.counterpart, content: input.content, result: input.result }),
    id: input.id ?? context.newId(),
    answerDueOn: input.answerDueOn ?? (input.id === null ? usual() : null),
  }
  if (tip.counterpart === '' || tip.content === '') {
    const missing = tip.counterpart === '' ? tipTerms.counterpart : tipTerms.content
    return err('revenueNeedsFields', { status: '', fields: missing.label })
  }
  const checked = checkTip(tip, context.today())
  if (!checked.ok) return checked
  const now = context.now()
  const about = known ?? { isSample: false, createdAt: now }
  const row: RevenueTipRow = { ...tip, isSample: about.isSample, createdAt: about.createdAt, updatedAt: now }
  return writeIntent(context, 'revenue.saveTip', { title: tip.counterpart }, (db) => {
    saveTip(db, row)
    return ok({ id: tip.id, answerDueOn: tip.answerDueOn })
  })
}

/** Records an answer, and with it the booking that it tells of: both or neither. */
export function answerTip(
  context: Context,
  input: Input<Calls['revenue.answerTip']>,
): Result<Output<Calls['revenue.answerTip']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const known = readTip(store.value.read, input.id)
  if (!known) return err('notFound')
  const before = toRevenueTip(known)
  if (before.handledOn !== null) return err('tipNotWaiting', { on: formatChineseDate(before.handledOn) })
  const { handledOn, result, receiptNo, booking } = input
  const tip: RevenueTip = { ...before, handledOn, result: result.trim(), receiptNo: receiptNo.trim() }
  if (tip.result === '') return err('revenueNeedsFields', { status: '', fields: tipTerms.result.label })
  const checked = checkTip(tip, context.today())
  if (!checked.ok) return checked
  let booked: RevenueEntryRow | null = null
  if (booking !== null) {
    const entry = tip.entryId === null ? null : readRevenueEntry(store.value.read, tip.entryId)
    if (!entry) return err('notFound')
    const { status } = toRevenueRecord(entry)
    if (status !== 'clue' && status !== 'confirmed') {
      const params = { from: revenueStatusLabel(status), to: revenueStatusLabel('booked') }
      return err('revenueMoveNotAllowed', params)
    }
    const { bookedOn, ...fields } = booking
    const move = { to: 'booked', on: bookedOn, reason: '', fields: trimmed(fields) } as const
    const planned = plannedMove(context, store.value.read, entry, move)
    if (!planned.ok) return planned
    booked = planned.value
  }
  return writeIntent(context, 'revenue.answerTip', { title: tip.counterpart }, (db) => {
    saveTip(db, { ...known, ...tip, updatedAt: context.now() })
    if (booked) updateRevenueEntry(db, booked.id, booked)
    return ok({})
  })
}

/** Deletes a tip; the entry it spoke of stays. */
export function removeTip(context: Context, id: string): Result<Record<string, never>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const known = readTip(store.value.read, id)
  if (!known) return err('notFound')
  return writeIntent(context, 'revenue.removeTip', { title: known.counterpart }, (db) => {
    deleteTip(db, id)
    return ok({})
  })
}
