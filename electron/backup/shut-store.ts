import { tablesOf } from '../../db/migrate'
import { announceTables, type Context } from '../context'
import { openExistingStore } from '../settings/store-lifecycle'
import type { Ended } from './restore-steps'

/** Closes the store, and says so to whoever asks meanwhile. */
export function shutStore(context: Context): void {
  const state = context.storeState()
  context.setStore({ kind: 'refused', failure: { code: 'storeRestoring', params: {} } })
  if (state.kind !== 'open' || !state.store.connection.open) return
  try {
    state.store.close()
  } catch {
    // What could not be put into the store's file is in its log, and both go the same way.
  }
}

/** Lets everybody have the store that took its place, or the one that stands as a start would open it. */
export async function settleStore(context: Context, ended: Ended | null): Promise<void> {
  if (ended === null) await openExistingStore(context)
  else {
    // What was read, opened or signed in belongs to the ledger that went.
    for (const map of [context.previews, context.packages, context.uploads]) map.clear()
    context.session.accountId = null
    context.session.isLocked = false
    context.setStore(
      'store' in ended ? { kind: 'open', store: ended.store } : { kind: 'refused', failure: ended.refused },
    )
  }
  const state = context.storeState()
  announceTables(context, state.kind === 'open' ? tablesOf(state.store.connection) : ['bureau'])
  context.announce(['backup'])
}
