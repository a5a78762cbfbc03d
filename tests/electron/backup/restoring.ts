import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Store } from '../../../db/access'
import { verifyChain } from '../../../db/journal'
import { storeFile } from '../../../db/open'
import { ownIdentity } from '../../../electron/exchange/own-identity'
import { readIdentity, writeIdentity, type Identity } from '../../../electron/exchange/identity-file'
import type { Backup } from '../../../shared/backup/contract'
import { dumpOf, sha256Of, valueOf, type Dump, type Service } from '../../builders'
import { aBureauWithLead, saveLead } from './backups'

/** Every record, without the mark that a restore or a rescue leaves of itself. */
export function recordsOf(store: Store): Dump {
  return withoutMarks(dumpOf(store.connection))
}

export function withoutMarks(dump: Dump): Dump {
  const marks = ['backup.restored', 'backup.rescued']
  return { ...dump, preference: (dump['preference'] ?? []).filter(({ id }) => !marks.includes(String(id))) }
}

export function titles(store: Store): unknown[] {
  return store.connection.prepare('SELECT title FROM lead ORDER BY title').pluck().all()
}

export interface BackedUp {
  readonly service: Service
  readonly backup: Backup
  /** The records when the backup was taken, and later. */
  readonly first: Dump
  readonly later: Dump
}

/** A ledger with a backup that has its first lead, and two leads that came afterwards; it has sent packages up to 41. */
export async function aLedgerWithBackup(): Promise<BackedUp> {
  const service = await aBureauWithLead()
  const identity = valueOf(await ownIdentity(service.context, service.store()))
  valueOf(await writeIdentity(service.folder, { ...identity, sequence: 41 }))
  const first = recordsOf(service.store())
  const { backup } = await service.call('backup.create', {})
  await saveLead(service, '第二条')
  await saveLead(service, '第三条')
  return { service, backup, first, later: recordsOf(service.store()) }
}

export function identityOf({ folder }: Pick<Service, 'folder'>): Identity {
  const identity = valueOf(readIdentity(folder))
  if (!identity) throw new Error('no identity')
  return identity
}

export function isChainWhole(store: Store): boolean {
  return verifyChain(store.connection).isWhole
}

export function lastEntry(store: Store): { readonly intent: string; readonly params: unknown } {
  const row = store.connection
    .prepare<[], { intent: string; params: string }>(
      'SELECT intent, params FROM journal_entry ORDER BY id DESC LIMIT 1',
    )
    .get()
  return { intent: row?.intent ?? '', params: JSON.parse(row?.params ?? 'null') }
}

/** Digests of the store and its log as they lie there; `-` for a missing one. */
export function storeHashes(folder: string): string[] {
  return ['', '-wal'].map((suffix) => {
    const file = storeFile(folder) + suffix
    return existsSync(file) ? sha256Of(file) : '-'
  })
}

export function quarantined(folder: string, number: number): string {
  return path.join(folder, 'quarantine', String(number).padStart(6, '0'))
}
