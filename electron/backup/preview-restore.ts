import type Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { holdsEntry, journalHead, type Inspection } from '../../db/backup-check'
import { presentBackup } from '../../db/backup-files'
import { tablesOf } from '../../db/migrate'
import { openReadOnly } from '../../db/open-read-only'
import { readJournal } from '../../db/repositories/journal'
import type { Store } from '../../db/access'
import type { BackupKey, backupContract } from '../../shared/backup/contract'
import { ok, type Result } from '../../shared/core/result'
import type { Output } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { isKept } from '../core/attachment-store'
import { attachmentIn } from './bring-attachments'
import { backupOfKey } from './places'
import { proveBackup } from './restore'
import type { BackupScope } from './take-backup'

type Preview = Output<(typeof backupContract)['backup.previewRestore']>

/** How many of the entries that would be lost are named. */
const NAMED_ENTRIES = 50

/** What restoring a backup would change and lose. */
export async function previewRestore(context: Context, key: BackupKey, scope: BackupScope): Promise<Result<Preview>> {
  const found = await backupOfKey(context, key)
  if (!found.ok) return found
  scope.report({ stage: 'checking', done: 0, total: 1 })
  const proven = await proveBackup(context, found.value)
  if (!proven.ok) return proven
  const { backup, attachments } = found.value
  const missing = proven.value.digests.filter(
    (sha256) => !isKept(context.dataFolder, sha256) && !existsSync(attachmentIn(attachments, sha256)),
  )
  return ok({
    backup: presentBackup(backup, key.place),
    ...withPresent(context, (store) => compare(store, proven.value)),
    missingAttachments: missing.length,
  })
}

/** Lends the present store, or a copy of one that cannot be opened; null where nothing can be read. */
function withPresent<T>(context: Context, work: (store: Store | null) => T): T {
  const state = context.storeState()
  if (state.kind === 'open') return work(state.store)
  if (state.kind === 'none') return work(null)
  const copy = openReadOnly({ folder: context.dataFolder, reason: state.failure })
  if (!copy.ok) return work(null)
  try {
    return work(copy.value)
  } finally {
    copy.value.close()
  }
}

type Compared = Pick<Preview, 'differences' | 'lost' | 'isOfOtherStore'>

function compare(store: Store | null, backup: Inspection): Compared {
  return { differences: differences(store?.connection ?? null, backup), ...lostSince(store, backup) }
}

function differences(present: Database.Database | null, { counts }: Inspection): Preview['differences'] {
  const tables = new Set([...Object.keys(counts), ...(present ? tryTo(() => tablesOf(present), []) : [])])
  return [...tables]
    .filter((table) => !table.startsWith('search_'))
    .toSorted()
    .map((table) => ({ table, inBackup: counts[table] ?? 0, now: present && rowsOf(present, table) }))
    .filter(({ inBackup, now }) => inBackup !== now)
}

/** Rows of a table; null where damage stands in the way. */
function rowsOf(connection: Database.Database, table: string): number | null {
  return tryTo(() => {
    if (!tablesOf(connection).includes(table)) return 0
    return Number(connection.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
  }, null)
}

/** What was written after the backup, if it is an earlier state of this very ledger. */
function lostSince(store: Store | null, { journal }: Inspection): Pick<Preview, 'lost' | 'isOfOtherStore'> {
  if (store === null) return { lost: null, isOfOtherStore: false }
  return tryTo<Pick<Preview, 'lost' | 'isOfOtherStore'>>(
    () => {
      if (!holdsEntry(store.connection, journal)) return { lost: null, isOfOtherStore: true }
      const count = journalHead(store.connection).entries - journal.entries
      const query = { before: null, recordId: null, actor: null, from: null, to: null }
      const newest = count === 0 ? [] : readJournal(store, { limit: Math.min(count, NAMED_ENTRIES), ...query })
      return { lost: { count, newest }, isOfOtherStore: false }
    },
    { lost: null, isOfOtherStore: false },
  )
}

/** Damage is met anywhere in a store that could not be opened; what it hides is not known. */
function tryTo<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch {
    return otherwise
  }
}
