import Database from 'better-sqlite3'
import { Buffer } from 'node:buffer'
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'

/** Unit: bytes. Every store is made with pages of this size. */
const PAGE = 4096
const HEADER = 100
const VERSION_WITH_LOG = 2
/** The database of SQLite 3.x with the schema format that our stores have. */
const SCHEMA_FORMAT = 4
const UTF8 = 1

/**
 * Opens a copy of a damaged store to read from it. Where its first page is gone, a header is made anew, then the first page of
 * a backup is put in its place: both say where the tables begin. Null when nothing can be read.
 */
export function openDamaged(copy: string, backup: string | null): Database.Database | null {
  return (
    opened(copy) ??
    mended(copy, newHeader) ??
    (backup === null ? null : mended(copy, (descriptor) => pageOf(backup, descriptor)))
  )
}

function opened(copy: string): Database.Database | null {
  let connection: Database.Database | undefined
  try {
    connection = new Database(copy, { readonly: true, fileMustExist: true })
    connection.pragma('trusted_schema = OFF')
    // With this SQLite keeps what it could read of a damaged schema, where it would else refuse all of it.
    connection.unsafeMode(true)
    connection.pragma('writable_schema = ON')
    const tables = connection
      .prepare("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .get()
    if (Number(tables) > 0) return connection
  } catch {
    // Not even the schema can be read.
  }
  connection?.close()
  return null
}

function mended(copy: string, firstBytes: (descriptor: number) => Buffer | null): Database.Database | null {
  const descriptor = openSync(copy, 'r+')
  try {
    const bytes = firstBytes(descriptor)
    if (bytes === null) return null
    writeSync(descriptor, bytes, 0, bytes.length, 0)
  } finally {
    closeSync(descriptor)
  }
  return opened(copy)
}

function pagesOf(descriptor: number): number {
  return Math.floor(fstatSync(descriptor).size / PAGE)
}

/** What the first 100 bytes of a store say, with no free pages. Source: SQLite, Database File Format, section 1.3. */
function newHeader(descriptor: number): Buffer {
  const header = Buffer.alloc(HEADER)
  header.write('SQLite format 3\0', 0, 'latin1')
  header.writeUInt16BE(PAGE, 16)
  header.writeUInt8(VERSION_WITH_LOG, 18)
  header.writeUInt8(VERSION_WITH_LOG, 19)
  header.writeUInt8(64, 21)
  header.writeUInt8(32, 22)
  header.writeUInt8(32, 23)
  // The number of pages counts when the two counters agree.
  header.writeUInt32BE(1, 24)
  header.writeUInt32BE(pagesOf(descriptor), 28)
  header.writeUInt32BE(1, 40)
  header.writeUInt32BE(SCHEMA_FORMAT, 44)
  header.writeUInt32BE(UTF8, 56)
  header.writeUInt32BE(1, 92)
  return header
}

/** The first page of a backup, with the number of pages that the damaged store has. */
function pageOf(backup: string, descriptor: number): Buffer | null {
  const page = Buffer.alloc(PAGE)
  const source = openSync(backup, 'r')
  try {
    if (readSync(source, page, 0, PAGE, 0) < PAGE) return null
  } finally {
    closeSync(source)
  }
  page.writeUInt8(VERSION_WITH_LOG, 18)
  page.writeUInt8(VERSION_WITH_LOG, 19)
  page.writeUInt32BE(pagesOf(descriptor), 28)
  page.writeUInt32BE(page.readUInt32BE(24), 92)
  return page
}
