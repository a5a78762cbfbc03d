import Database from 'better-sqlite3'
import { APPLICATION_ID } from './connection'
import type { Migration } from './migrations'

/** Takes a store from one version to another, wholly or not at all; nothing reaches the store's file before the end. */
export function migrate(connection: Database.Database, steps: readonly Migration[], from: number): void {
  // Off while tables are rebuilt: inside a transaction the pragma would do nothing and a rebuild would cascade.
  connection.pragma('foreign_keys = OFF')
  try {
    connection.transaction(() => {
      for (const step of steps.slice(from)) for (const statement of step.statements) connection.exec(statement)
      const broken = connection.pragma('foreign_key_check')
      if (Array.isArray(broken) && broken.length > 0) throw new Error('migration left broken references')
      connection.pragma(`application_id = ${APPLICATION_ID}`)
      connection.pragma(`user_version = ${steps.length}`)
    })()
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

/** A store without a row, in memory: what the steps add up to. */
export function blankStore(steps: readonly Migration[]): Database.Database {
  const blank = new Database(':memory:')
  migrate(blank, steps, 0)
  return blank
}

/** Tables of a store, the program's own ones too, without SQLite's. */
export function tablesOf(connection: Database.Database): string[] {
  return connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()
}

export function columnsOf(connection: Database.Database, table: string): string[] {
  return connection.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
}

/** Columns that this program reads and that a store does not have, as `table.column`. */
export function missingColumns(connection: Database.Database, steps: readonly Migration[]): string[] {
  const blank = blankStore(steps)
  try {
    return tablesOf(blank).flatMap((table) => {
      const there = new Set(columnsOf(connection, table))
      return columnsOf(blank, table)
        .filter((name) => !there.has(name))
        .map((name) => `${table}.${name}`)
    })
  } finally {
    blank.close()
  }
}
