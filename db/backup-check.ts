import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { BackupSide } from '../shared/backup/contract'
import { invariant } from '../shared/core/assert'
import { digestOfFile, syncFile } from './durable-file'

/** What a copy of a store turned out to be when it was opened and read through. */
export interface Inspection extends Pick<BackupSide, 'bytes' | 'sha256' | 'schemaVersion' | 'bureau' | 'journal'> {
  readonly applicationId: number
  readonly counts: Readonly<Record<string, number>>
  /** Digests that the records refer to, in order. */
  readonly digests: readonly string[]
  readonly attachments: BackupSide['attachments']
}

/** The last entry of a journal. */
export type JournalHead = BackupSide['journal']

/** The head of a store's journal; nothing written yet is `{ entries: 0, hash: '' }`. */
export function journalHead(connection: Database.Database): JournalHead {
  if (!hasTable(connection, 'journal_entry')) return { entries: 0, hash: '' }
  const last = connection
    .prepare<[], JournalHead>('SELECT id AS entries, hash FROM journal_entry ORDER BY id DESC LIMIT 1')
    .get()
  return last ?? { entries: 0, hash: '' }
}

/** Whether a journal holds this very entry, so that what follows it came after. */
export function holdsEntry(connection: Database.Database, { entries, hash }: JournalHead): boolean {
  if (entries === 0) return true
  return connection.prepare('SELECT hash FROM journal_entry WHERE id = ?').pluck().get(entries) === hash
}

function hasTable(connection: Database.Database, name: string): boolean {
  const found = connection.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name)
  return found !== undefined
}

/** How many rows each table has. */
export function countTables(connection: Database.Database): Record<string, number> {
  const tables = connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()
  const count = (table: string): number =>
    Number(
      connection
        .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
        .pluck()
        .get(),
    )
  return Object.fromEntries(tables.map((table) => [table, count(table)]))
}

/** The digests of all attachments that the records refer to, in order, each once. */
export function attachmentDigests(connection: Database.Database): string[] {
  if (!hasTable(connection, 'attachment')) return []
  return connection.prepare<[], string>('SELECT DISTINCT sha256 FROM attachment ORDER BY sha256').pluck().all()
}

function bureauName(connection: Database.Database): string {
  if (!hasTable(connection, 'bureau')) return ''
  return connection.prepare<[], string>('SELECT name FROM bureau LIMIT 1').pluck().get() ?? ''
}

/** Makes a fresh copy one plain file: it carries the mark of a write-ahead log from its source. Durable afterwards. */
export async function settleCopy(file: string): Promise<void> {
  const copy = new Database(file, { fileMustExist: true })
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
  await syncFile(file)
}

/** Opens a copy for reading only, checks it and counts what is in it. Throws when it is not a whole store. */
export async function inspectCopy(file: string, attachmentsFolder: string): Promise<Inspection> {
  const copy = new Database(file, { readonly: true, fileMustExist: true })
  let found: Omit<Inspection, 'sha256'>
  try {
    copy.pragma('trusted_schema = OFF')
    copy.pragma('cell_size_check = ON')
    const check = String(copy.pragma('quick_check(1)', { simple: true }))
    invariant(check === 'ok', `quick_check: ${check.slice(0, 200)}`)
    const digests = attachmentDigests(copy)
    const missing = digests.filter((sha256) => !existsSync(path.join(attachmentsFolder, sha256.slice(0, 2), sha256)))
    found = {
      bytes: statSync(file).size,
      applicationId: Number(copy.pragma('application_id', { simple: true })),
      schemaVersion: Number(copy.pragma('user_version', { simple: true })),
      bureau: bureauName(copy),
      journal: journalHead(copy),
      counts: countTables(copy),
      digests,
      attachments: {
        count: digests.length,
        missing: missing.length,
        sha256: createHash('sha256').update(digests.join('\n')).digest('hex'),
      },
    }
  } finally {
    copy.close()
  }
  return { ...found, sha256: await digestOfFile(file) }
}

/** What a backup no longer has of what its side file says, in a word for the log; null when it is still the same. */
export function differenceFrom(side: BackupSide, found: Inspection): string | null {
  if (found.bytes !== side.bytes) return 'size'
  if (found.sha256 !== side.sha256) return 'sha256'
  if (found.schemaVersion !== side.schemaVersion) return 'version'
  if (found.journal.entries !== side.journal.entries || found.journal.hash !== side.journal.hash) return 'journal'
  const tables = new Set([...Object.keys(side.counts), ...Object.keys(found.counts)])
  return [...tables].find((table) => side.counts[table] !== found.counts[table]) ?? null
}
