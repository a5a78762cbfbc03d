import type { Database } from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Failure } from '../shared/core/result'

/** A handle that reads. Repositories that only ask take this one. */
export type ReadDb = BetterSQLite3Database & { readonly __reads: true }
/** A handle inside the write funnel; exists only while a journal entry is open. */
export type WriteDb = ReadDb & { readonly __writes: true }

/** What a person meant to do, in the room's words; one intent is one transaction and one journal entry. */
export interface Intent {
  /** `room.verb`. */
  readonly name: string
  readonly params: Readonly<Record<string, unknown>>
  readonly actor: string
  /** Local time with offset. */
  readonly at: string
  /** The journal entry that this intent takes back. */
  readonly undoes?: number
}

/** The open store: one connection, one way to write. */
export interface Store {
  readonly read: ReadDb
  /** Plain connection, for pragmas and the journal's own statements. */
  readonly connection: Database
  readonly schemaVersion: number
  readonly file: string
  /** Why it may only be read: a copy of what cannot be opened, a disk that fails; null = it can be written. */
  readonly readOnly: Failure | null
  /** From now on it is only read, e.g. because a write did not reach the disk. */
  stopWriting(reason: Failure): void
  /**
   * Runs `work` as one transaction with its journal entry; throwing or returning a refusal rolls all of it back. Throws
   * `WritesStopped` where nothing may be written.
   */
  write<T>(intent: Intent, work: (db: WriteDb) => T): Written<T>
  close(): void
}

export interface Written<T> {
  readonly value: T
  /** The journal entry, or null when nothing was changed. */
  readonly entryId: number | null
  /** Names of the tables that changed. */
  readonly tables: readonly string[]
}
