import {
  insertRevenueEntry,
  readEntryOfVoucher,
  readRevenueEntry,
  toRevenueRecord,
  updateRevenueEntry,
  type RevenueEntryRow,
} from '../../db/repositories/revenue'
import type { ReadDb } from '../../db/access'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { Input, Output } from '../../shared/ipc/procedure'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { withRetained } from '../../shared/revenue/amounts'
import type { revenueContract } from '../../shared/revenue/contract'
import { emptyEntry } from '../../shared/revenue/empty-entry'
import { checkEntry, moved, type RevenueMove } from '../../shared/revenue/lifecycle'
import type { RevenueFields, RevenueRecord } from '../../shared/revenue/record'
import { revenueStatusLabel } from '../../shared/terms/revenue'
import { openedStore, writeIntent, type Context } from '../context'
import { linkedFinding } from '../registry/linked-findings'

type Calls = typeof revenueContract

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The fields that are given, texts without outer white space, so that a blank is a blank everywhere. */
export function trimmed<T extends object>(fields: T): Given<T> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  const clean = entries.map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value])
  // Only white space is taken off, so every field keeps its type.
  return Object.fromEntries(clean) as Given<T>
}

/** The row of a record. */
export function entryRow(
  record: RevenueRecord,
  from: Pick<RevenueEntryRow, 'batchId' | 'sourceRow'> = { batchId: null, sourceRow: null },
): RevenueEntryRow {
  const { batchId, sourceRow } = from
  return { ...record, batchId, sourceRow, payerKey: normaliseCompanyName(record.payer) }
}

/** An amount counts once: the voucher number must not stand on another entry. */
function checkVoucher(db: ReadDb, { id, voucherNo }: Pick<RevenueRecord, 'id' | 'voucherNo'>): Result<null> {
  const other = readEntryOfVoucher(db, voucherNo, id)
  if (!other) return ok(null)
  const status = revenueStatusLabel(toRevenueRecord(other).status)
  return err('revenueVoucherTwice', { voucherNo, other: other.item, status })
}

/** New amounts give a new 区留成 where none was given with them. */
function withChanges(before: RevenueRecord, changes: Partial<RevenueFields>): RevenueRecord {
  const next = { ...before, ...changes }
  const isRecalculated =
    !('districtRetained' in changes) &&
    (('gross' in changes && changes.gross !== before.gross) ||
      ('retainedRate' in changes && changes.retainedRate !== before.retainedRate))
  return withRetained(isRecalculated && next.retainedRate !== null ? { ...next, districtRetained: null } : next)
}

function arrival(on: IsoDate): RevenueMove {
  return { to: 'booked', on, reason: '', fields: {} }
}

/** Saves what is known of a new or known entry; its status stays. */
export function saveEntry(
  context: Context,
  input: Input<Calls['revenue.save']>,
): Result<Output<Calls['revenue.save']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const stored = input.id === null ? null : readRevenueEntry(store.value.read, input.id)
  if (input.id !== null && !stored) return err('notFound')
  if (stored && input.expectedUpdatedAt !== null && stored.updatedAt !== input.expectedUpdatedAt)
    return err('changedMeanwhile')
  const now = context.now()
  const before: RevenueRecord = stored
    ? toRevenueRecord(stored)
    : { ...emptyEntry, id: context.newId(), isSample: false, createdAt: now, updatedAt: now }
  const given = { ...withChanges(before, trimmed(input.fields)), updatedAt: now }
  const finding = linkedFinding(store.value.read, given.findingId)
  const isLinkedAnew = given.findingId !== null && given.findingId !== stored?.findingId
  if (isLinkedAnew && !finding) return err('notFound')
  // Ledgers and reports name the finding in words.
  const changed = isLinkedAnew && finding && given.findingText === '' ? { ...given, findingText: finding.title } : given
  const kept = stored || input.bookedOn === null ? null : moved(changed, arrival(input.bookedOn), context.today())
  if (kept && !kept.ok) return kept
  const entry = kept ? kept.value : changed
  const checked = checkEntry(entry, context.today())
  if (!checked.ok) return checked
  const voucher = checkVoucher(store.value.read, entry)
  if (!voucher.ok) return voucher
  return writeIntent(context, 'revenue.save', { title: entry.item }, (db) => {
    if (stored) updateRevenueEntry(db, entry.id, entryRow(entry, stored))
    else insertRevenueEntry(db, entryRow(entry))
    return ok({ id: entry.id })
  })
}

/** An entry after a move, checked against the others; nothing is written yet. */
export function plannedMove(
  context: Context,
  db: ReadDb,
  stored: RevenueEntryRow,
  move: RevenueMove,
): Result<RevenueEntryRow> {
  const next = moved(toRevenueRecord(stored), move, context.today())
  if (!next.ok) return next
  const voucher = checkVoucher(db, next.value)
  return voucher.ok ? ok(entryRow({ ...next.value, updatedAt: context.now() }, stored)) : voucher
}

/** Moves an entry along its life, or back. */
export function moveEntry(
  context: Context,
  input: Input<Calls['revenue.move']>,
): Result<Output<Calls['revenue.move']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const stored = readRevenueEntry(store.value.read, input.id)
  if (!stored) return err('notFound')
  if (input.expectedUpdatedAt !== null && stored.updatedAt !== input.expectedUpdatedAt) return err('changedMeanwhile')
  const { to, on, reason, fields } = input
  const next = plannedMove(context, store.value.read, stored, { to, on, reason, fields: trimmed(fields) })
  if (!next.ok) return next
  return writeIntent(context, 'revenue.move', { title: stored.item, to: revenueStatusLabel(to) }, (db) => {
    updateRevenueEntry(db, stored.id, next.value)
    return ok({ status: to })
  })
}
