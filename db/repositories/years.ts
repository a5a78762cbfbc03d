import { desc, eq, sql } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import { openStates } from '../../shared/rectification/timeliness'
import type { OpenCount, OpenKind } from '../../shared/settings/year-contract'
import type { ReadDb, Store, WriteDb } from '../access'
import { lead } from '../schema/investment'
import { closedYear } from '../schema/settings'
import { leadStateSql } from './lead-state'

export type ClosedYearRow = typeof closedYear.$inferSelect

/** Closed years, newest first. */
export function readClosedYears(db: ReadDb): ClosedYearRow[] {
  return db.select().from(closedYear).orderBy(desc(closedYear.id)).all()
}

export function readClosedYear(db: ReadDb, year: number): ClosedYearRow | null {
  return (
    db
      .select()
      .from(closedYear)
      .where(eq(closedYear.id, String(year)))
      .get() ?? null
  )
}

export function saveClosedYear(db: WriteDb, row: ClosedYearRow): void {
  db.insert(closedYear).values(row).run()
}

export function deleteClosedYear(db: WriteDb, year: number): void {
  db.delete(closedYear)
    .where(eq(closedYear.id, String(year)))
    .run()
}

/** Years in which something was assigned, filed, written, held, visited or booked. */
export function readRecordedYears(store: Store): number[] {
  const days = [
    'SELECT year AS y FROM assignment',
    'SELECT substr(filed_on, 1, 4) FROM lead',
    'SELECT substr(month, 1, 4) FROM brief',
    'SELECT substr(held_on, 1, 4) FROM training',
    'SELECT substr(visited_on, 1, 4) FROM visit',
    'SELECT substr(booked_on, 1, 4) FROM revenue_entry',
    'SELECT year FROM manual_score',
    'SELECT substr(id, 1, 4) FROM report_period',
  ]
  const found = store.connection
    .prepare<[], number>(`SELECT DISTINCT CAST(y AS INTEGER) FROM (${days.join(' UNION ')}) WHERE y IS NOT NULL`)
    .pluck()
    .all()
  return found.toSorted((left, right) => right - left)
}

function count(store: Store, from: string): number {
  return store.connection.prepare<[], number>(`SELECT count(*) FROM ${from}`).pluck().get() ?? 0
}

/** Findings that are not closed, by the programme they came from. */
function openFindings(store: Store): OpenCount {
  const states = openStates.map((state) => `'${state}'`).join(', ')
  const parts = store.connection
    .prepare<[], { name: string; count: number }>(
      `SELECT p.title AS name, count(*) AS count FROM finding f JOIN rect_program p ON p.id = f.program_id
       WHERE f.state IN (${states}) GROUP BY p.id ORDER BY count, p.title`,
    )
    .all()
  return { kind: 'findings', count: parts.reduce((sum, part) => sum + part.count, 0), parts }
}

/** Records that go on into the next year because they are not finished, without those of which there are none. */
export function readCarriedOver(store: Store, today: IsoDate): OpenCount[] {
  const leads = store.read
    .select({ count: sql<number>`count(*)` })
    .from(lead)
    .where(sql`${leadStateSql(today)} not in ('withdrawn', 'revoked', 'invalid', 'landed')`)
    .get()
  const plain: readonly (readonly [OpenKind, number])[] = [
    ['projects', count(store, 'project WHERE leave_pool_on IS NULL AND exit IS NULL')],
    ['leads', leads?.count ?? 0],
    ['problems', count(store, 'project_problem WHERE solved_on IS NULL')],
    ['demands', count(store, 'demand WHERE coalesce(is_solved, 0) = 0')],
    ['tips', count(store, "revenue_tip WHERE direction = 'out' AND handled_on IS NULL")],
    ['clues', count(store, "revenue_entry WHERE status IN ('clue', 'confirmed')")],
  ]
  const others = plain.map(([kind, number]): OpenCount => ({ kind, count: number, parts: [] }))
  return [openFindings(store), ...others].filter((each) => each.count > 0)
}

/** People who have not left, and enterprises. */
export function countKept(store: Store): { readonly people: number; readonly enterprises: number } {
  return { people: count(store, 'person WHERE left_on IS NULL'), enterprises: count(store, 'enterprise') }
}
