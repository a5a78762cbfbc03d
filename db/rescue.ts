import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { err, ok, type Result } from '../shared/core/result'
import { numberOf } from './connection'
import { columnsOf, migrate, missingColumns, tablesOf } from './migrate'
import { migrations, type Migration } from './migrations'
import { openDamaged } from './damaged-copy'
import { syncFile } from './durable-file'
import { storeFile } from './open'
import { copyStore } from './open-read-only'
import { dropOrphans, keepWholeChain, refillFromJournal } from './rescue-mend'
import { readRows } from './rescue-rows'

export interface RescuedTable {
  readonly table: string
  readonly read: number
  readonly lost: number
}

export interface RescueOrder {
  /** Where the damaged store lies; it is only copied. */
  readonly dataFolder: string
  /** An empty folder, for the new store. */
  readonly folder: string
  /** The newest backup that was checked: it knows where tables begin and about how many rows there were. */
  readonly backup: { readonly file: string; readonly counts: Readonly<Record<string, number>> } | null
  readonly migrations?: readonly Migration[]
  readonly onTable?: (done: number, total: number) => void
}

export interface Rescued {
  readonly tables: readonly RescuedTable[]
  /** Every entry of the journal came along. */
  readonly isJournalWhole: boolean
}

/** Copies what can be read of a damaged store, row by row, into a new store of this version. */
export async function rescueStore(order: RescueOrder): Promise<Result<Rescued>> {
  const copied = copyStore(order.dataFolder)
  if (!copied.ok) return copied
  try {
    const source = openDamaged(storeFile(copied.value), order.backup?.file ?? null)
    if (source === null) return err('storeDamaged', { detail: 'sqlite_schema' })
    try {
      return ok(await rescueFrom(source, order))
    } finally {
      source.close()
    }
  } finally {
    rmSync(copied.value, { recursive: true, force: true })
  }
}

async function rescueFrom(source: Database.Database, order: RescueOrder): Promise<Rescued> {
  const { folder, migrations: steps = migrations } = order
  const version = versionOf(source, steps)
  const file = storeFile(folder)
  const target = new Database(file)
  try {
    // Nobody relies on it before it is whole; it is made durable then.
    target.pragma('journal_mode = MEMORY')
    target.pragma('synchronous = OFF')
    migrate(target, steps.slice(0, version), 0)
    const rescued = await fill(source, target, order)
    migrate(target, steps, version)
    target.close()
    await syncFile(file)
    return rescued
  } catch (thrown) {
    target.close()
    for (const suffix of ['', '-journal']) rmSync(file + suffix, { force: true })
    throw thrown
  }
}

/** The version it says it has; where that is among what is damaged, the one whose tables and columns are there. */
function versionOf(source: Database.Database, steps: readonly Migration[]): number {
  const own = numberOf(source, 'user_version')
  if (own > 0) return Math.min(own, steps.length)
  for (let version = steps.length; version > 0; version -= 1)
    if (missingColumns(source, steps.slice(0, version)).length === 0) return version
  return steps.length
}

async function fill(source: Database.Database, target: Database.Database, order: RescueOrder): Promise<Rescued> {
  const triggers = takeTriggers(target)
  // Rows come in any order, and what they refer to may be lost.
  target.pragma('foreign_keys = OFF')
  const tables = tablesOf(target).filter((table) => !table.startsWith('search_'))
  const found: RescuedTable[] = []
  for (const [index, table] of tables.entries()) {
    found.push(copyTable(source, target, table, order.backup?.counts[table] ?? 0))
    order.onTable?.(index + 1, tables.length)
    await setImmediate()
  }
  const isReadWhole = found.every(({ table, lost }) => !/^journal_(entry|change)$/.test(table) || lost === 0)
  const isWhole = keepWholeChain(target) && isReadWhole
  if (isWhole) for (const table of tables) refillFromJournal(target, table)
  dropOrphans(target)
  for (const sql of triggers) target.exec(sql)
  return { tables: found.map((table) => counted(target, table)), isJournalWhole: isWhole }
}

/** What the store's own triggers keep from being changed is put in order first. */
function takeTriggers(target: Database.Database): string[] {
  const triggers = target
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
  for (const { name } of triggers) target.exec(`DROP TRIGGER "${name}"`)
  return triggers.map(({ sql }) => sql)
}

function copyTable(
  source: Database.Database,
  target: Database.Database,
  table: string,
  expected: number,
): RescuedTable {
  const there = new Set(columnsThere(source, table))
  const columns = columnsOf(target, table).filter((name) => there.has(name))
  if (columns.length === 0) return { table, read: 0, lost: expected }
  const names = columns.map((name) => `"${name}"`).join(', ')
  const insert = target.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
  let read = 0
  let refused = 0
  const lost = target.transaction(() =>
    readRows(source, table, columns, (values) => {
      try {
        insert.run(...values)
        read += 1
      } catch {
        // Twice, without what it must have, or of another type: not what was written.
        refused += 1
      }
    }),
  )()
  // Where nothing of a table can be read, only the backup knows that it had rows.
  return { table, read, lost: read === 0 ? Math.max(lost + refused, expected) : lost + refused }
}

function columnsThere(source: Database.Database, table: string): string[] {
  try {
    return columnsOf(source, table)
  } catch {
    return []
  }
}

/** What stands in the end; of what was lost, the journal may have brought some back, and orphans may have gone. */
function counted(target: Database.Database, { table, read, lost }: RescuedTable): RescuedTable {
  const now = Number(target.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
  return { table, read: now, lost: Math.max(0, read + lost - now) }
}
