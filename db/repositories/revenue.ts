import { and, asc, between, desc, eq, inArray, isNotNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { RevenueFilter, RevenueSort } from '../../shared/revenue/contract'
import type { ProgressEntry } from '../../shared/revenue/progress'
import type { RevenueRecord, RevenueTip } from '../../shared/revenue/record'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, selectNumber } from '../prepared'
import { revenueEntry, revenueTip } from '../schema/revenue'

export type RevenueEntryRow = typeof revenueEntry.$inferSelect
export type RevenueTipRow = typeof revenueTip.$inferSelect

/** The record as the rules know it; where it was imported from stays in the row. */
export function toRevenueRecord(row: RevenueEntryRow): RevenueRecord {
  const { payerKey: _key, batchId: _batch, sourceRow: _row, ...record } = row
  // Enumerated, money and date columns are only written from RevenueRecord itself.
  return record as RevenueRecord
}

/** Every entry, oldest booking first. */
export function readRevenueEntries(db: ReadDb): RevenueRecord[] {
  return db
    .select()
    .from(revenueEntry)
    .orderBy(asc(revenueEntry.bookedOn), asc(revenueEntry.id))
    .all()
    .map(toRevenueRecord)
}

const progressColumns = {
  id: revenueEntry.id,
  item: revenueEntry.item,
  source: revenueEntry.source,
  status: revenueEntry.status,
  bookedOn: revenueEntry.bookedOn,
  reversedOn: revenueEntry.reversedOn,
  gross: revenueEntry.gross,
  districtRetained: revenueEntry.districtRetained,
}

/** Entries booked in a year, whatever became of them, in the order of the treasury. */
export function readBookedEntries(db: ReadDb, year: number): ProgressEntry[] {
  const rows = db
    .select(progressColumns)
    .from(revenueEntry)
    .where(between(revenueEntry.bookedOn, `${year}-01-01`, `${year}-12-31`))
    .orderBy(asc(revenueEntry.bookedOn), asc(revenueEntry.id))
    .all()
  // Enumerated, money and date columns are only written from RevenueRecord itself.
  return rows as ProgressEntry[]
}

/** One entry's row, or null. */
export function readRevenueEntry(db: ReadDb, id: string): RevenueEntryRow | null {
  return db.select().from(revenueEntry).where(eq(revenueEntry.id, id)).get() ?? null
}

/** Another entry with the same voucher number, or null; an amount counts once. */
export function readEntryOfVoucher(db: ReadDb, voucherNo: string, exceptId: string): RevenueEntryRow | null {
  if (voucherNo === '') return null
  const same = and(eq(revenueEntry.voucherNo, voucherNo), ne(revenueEntry.id, exceptId))
  return db.select().from(revenueEntry).where(same).get() ?? null
}

/** Entries that name a finding, for telling the same amount twice. */
export function readEntriesOfFindings(db: ReadDb): RevenueRecord[] {
  const named = or(ne(revenueEntry.findingText, ''), isNotNull(revenueEntry.findingId))
  return db.select().from(revenueEntry).where(named).all().map(toRevenueRecord)
}

/** Clues proposed from a budget table, with what became of them. */
export function readBudgetClues(db: ReadDb): RevenueRecord[] {
  const proposed = and(eq(revenueEntry.source, 'lowExecution'), sql`${revenueEntry.budget} is not null`)
  return db.select().from(revenueEntry).where(proposed).all().map(toRevenueRecord)
}

export function countEntriesOf(db: ReadDb, status: RevenueRecord['status']): number {
  return selectNumber(db, 'SELECT count(*) FROM revenue_entry WHERE status = ?', [status])
}

/** Tips out whose answer was due before a day and is not there. */
export function countUnansweredTips(db: ReadDb, asOf: string): number {
  const text =
    "SELECT count(*) FROM revenue_tip WHERE direction = 'out' AND answer_due_on < ? AND sent_on <= ? AND (handled_on IS NULL OR handled_on > ?)"
  return selectNumber(db, text, [asOf, asOf, asOf])
}

function filterSql(filter: RevenueFilter): SQL | undefined {
  const parts: (SQL | undefined)[] = []
  if (filter.statuses.length > 0) parts.push(inArray(revenueEntry.status, filter.statuses))
  if (filter.sources.length > 0) parts.push(inArray(revenueEntry.source, filter.sources))
  if (filter.year !== null) {
    const inYear = between(revenueEntry.bookedOn, `${filter.year}-01-01`, `${filter.year}-12-31`)
    parts.push(or(sql`${revenueEntry.bookedOn} is null`, inYear))
  }
  if (filter.month !== null) {
    const [first, last] = [`${filter.month}-01`, `${filter.month}-31`]
    parts.push(or(between(revenueEntry.bookedOn, first, last), between(revenueEntry.reversedOn, first, last)))
  }
  for (const word of filter.text.split(/\s+/u).filter((part) => part !== '')) {
    const like = `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    const columns = [
      revenueEntry.item,
      revenueEntry.payer,
      revenueEntry.voucherNo,
      revenueEntry.findingText,
      revenueEntry.handler,
      revenueEntry.remark,
    ]
    parts.push(or(...columns.map((column) => sql`${column} like ${like} escape '\\'`)))
  }
  return and(...parts)
}

const sortColumns = {
  bookedOn: revenueEntry.bookedOn,
  item: revenueEntry.item,
  districtRetained: revenueEntry.districtRetained,
  updatedAt: revenueEntry.updatedAt,
} as const satisfies Record<RevenueSort['by'], unknown>

/** A page of entries, filtered and sorted by SQLite; those without a value come last either way. */
export function readRevenuePage(
  db: ReadDb,
  filter: RevenueFilter,
  sort: RevenueSort,
  page: { readonly offset: number; readonly limit: number },
): { readonly rows: RevenueEntryRow[]; readonly total: number; readonly all: number } {
  const condition = filterSql(filter)
  const column = sortColumns[sort.by]
  const order = sort.descending ? desc : asc
  const rows = db
    .select()
    .from(revenueEntry)
    .where(condition)
    .orderBy(sql`${column} is null`, order(column), order(revenueEntry.id))
    .limit(page.limit)
    .offset(page.offset)
    .all()
  const count = sql<number>`count(*)`
  const all = selectNumber(db, 'SELECT count(*) FROM revenue_entry', [])
  const total = db.select({ count }).from(revenueEntry).where(condition).get()?.count ?? 0
  return { rows, total, all }
}

/** Adds an entry; the statement is prepared once for a whole import. */
export function insertRevenueEntry(db: WriteDb, row: RevenueEntryRow): void {
  insertRow(db, revenueEntry, row)
}

/** Overwrites the given fields. */
export function updateRevenueEntry(db: WriteDb, id: string, fields: Partial<RevenueEntryRow>): void {
  db.update(revenueEntry).set(fields).where(eq(revenueEntry.id, id)).run()
}

/** Deletes an entry; tips that spoke of it stay and point at nothing. */
export function deleteRevenueEntry(db: WriteDb, id: string): void {
  db.update(revenueTip).set({ entryId: null }).where(eq(revenueTip.entryId, id)).run()
  db.delete(revenueEntry).where(eq(revenueEntry.id, id)).run()
}

/** The tip as the rules know it. */
export function toRevenueTip(row: RevenueTipRow): RevenueTip {
  const { isSample: _sample, createdAt: _created, updatedAt: _updated, ...tip } = row
  // Enumerated and date columns are only written from RevenueTip itself.
  return tip as RevenueTip
}

/** Every tip with what the entry it speaks of is called, newest first. */
export function readTips(db: ReadDb): { readonly tip: RevenueTip; readonly entryItem: string | null }[] {
  return db
    .select({ row: revenueTip, entryItem: revenueEntry.item })
    .from(revenueTip)
    .leftJoin(revenueEntry, eq(revenueEntry.id, revenueTip.entryId))
    .orderBy(desc(revenueTip.sentOn), desc(revenueTip.id))
    .all()
    .map(({ row, entryItem }) => ({ tip: toRevenueTip(row), entryItem }))
}

/** Tips of some entries, newest first. */
export function readTipsOf(db: ReadDb, entryIds: readonly string[]): RevenueTip[] {
  if (entryIds.length === 0) return []
  return db
    .select()
    .from(revenueTip)
    .where(inArray(revenueTip.entryId, [...entryIds]))
    .orderBy(desc(revenueTip.sentOn), desc(revenueTip.id))
    .all()
    .map(toRevenueTip)
}

/** One tip's row, or null. */
export function readTip(db: ReadDb, id: string): RevenueTipRow | null {
  return db.select().from(revenueTip).where(eq(revenueTip.id, id)).get() ?? null
}

export function saveTip(db: WriteDb, row: RevenueTipRow): void {
  const { id: _id, ...set } = row
  db.insert(revenueTip).values(row).onConflictDoUpdate({ target: revenueTip.id, set }).run()
}

export function deleteTip(db: WriteDb, id: string): void {
  db.delete(revenueTip).where(eq(revenueTip.id, id)).run()
}
