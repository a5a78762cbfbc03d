import type { Store } from '../../db/access'
import { newestEntryId } from '../../db/repositories/journal'
import type { StoredItem } from '../../shared/tables/plan'
import { gridItems, type GridLedger } from './grid-ledger'
import type { ImportScope } from './importer'

/** One ledger as it is stored: its records once, and by every key they are known by. */
export interface GridSnapshot {
  readonly items: ReadonlyMap<string, StoredItem>
  readonly existing: ReadonlyMap<string, StoredItem>
}

interface KeptSnapshot {
  readonly of: string
  readonly snapshot: GridSnapshot
  readonly expiry: NodeJS.Timeout
}

/** Unit: milliseconds without a question. A long ledger is not held for good. */
const keptFor = 120_000
const kept = new WeakMap<Store, KeptSnapshot>()

/** Reads a ledger once for as long as the store does not change: each cell typed asks for it again. */
export function gridSnapshot(ledger: GridLedger, store: Store, scope: ImportScope): GridSnapshot {
  const of = [ledger.kind, scope.year, scope.today, newestEntryId(store)].join(' ')
  const known = kept.get(store)
  if (known?.of === of) {
    known.expiry.refresh()
    return known.snapshot
  }
  clearTimeout(known?.expiry)
  const snapshot: GridSnapshot = {
    items: new Map(gridItems(ledger, store.read, scope).map((item) => [item.id, item])),
    existing: ledger.importer.existing(store.read, scope),
  }
  const expiry = setTimeout(() => kept.delete(store), keptFor).unref()
  kept.set(store, { of, snapshot, expiry })
  return snapshot
}
