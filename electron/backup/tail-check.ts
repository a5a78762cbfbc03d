import type { Store } from '../../db/access'
import { holdsEntry, journalHead } from '../../db/backup-check'
import { listOwnBackups } from '../../db/backup-files'
import { lastRestored } from './restore-steps'

/** What knows of journal entries that the ledger no longer has. */
export interface MissingTail {
  readonly source: 'backup' | 'sentPackage' | 'receivedPackage'
  /** The backup's name, or the package's id. */
  readonly name: string
  /** Entries of the journal, there and here; alike in number where the last one is another. Null for a package. */
  readonly entries: number | null
  readonly present: number
}

async function missingFromBackup(store: Store, dataFolder: string): Promise<MissingTail | null> {
  // What a restore gave up lies in backups up to this number, and nothing is wrong with that.
  const after = lastRestored(store)?.highest ?? 0
  const newest = (await listOwnBackups(dataFolder)).find(
    ({ number, state, side }) => number > after && state === 'verified' && side !== null,
  )
  if (!newest?.side || holdsEntry(store.connection, newest.side.journal)) return null
  const present = journalHead(store.connection).entries
  return { source: 'backup', name: newest.name, entries: newest.side.journal.entries, present }
}

/** Packages are entered together with the journal: one that no entry knows of came after the last one that is left. */
function missingFromRegister(store: Store): MissingTail | null {
  const { connection } = store
  for (const [table, source] of [
    ['sent_package', 'sentPackage'],
    ['received_package', 'receivedPackage'],
  ] as const) {
    const name = connection
      .prepare<[], string>(
        `SELECT p.id FROM "${table}" p WHERE NOT EXISTS
           (SELECT 1 FROM journal_change c WHERE c.table_name = '${table}' AND c.row_id = p.id) LIMIT 1`,
      )
      .pluck()
      .get()
    if (name !== undefined) return { source, name, entries: null, present: journalHead(connection).entries }
  }
  return null
}

/**
 * Whether the end of the journal was cut off: the newest verified backup, a package that was sent or one that was received
 * is ahead of it. The chain alone cannot tell, as what is left of it is whole.
 */
export async function journalTailMissing(store: Store, dataFolder: string): Promise<MissingTail | null> {
  return (await missingFromBackup(store, dataFolder)) ?? missingFromRegister(store)
}
