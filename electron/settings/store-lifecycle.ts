import path from 'node:path'
import { existsSync } from 'node:fs'
import { openStore, storeFile } from '../../db/open'
import { readBureau, readCalendars } from '../../db/repositories/settings'
import { calendarsOf, type Calendars } from '../../shared/core/calendar'
import { err, ok, type Result } from '../../shared/core/result'
import { shippedCalendars } from '../../shared/core/shipped-calendars'
import { clearIncoming } from '../attachments/uploads'
import type { Context, StoreState } from '../context'
import { clearStaging } from '../tables/preview'

/** Opens the store of the data folder when there is one; a store that cannot be opened is said, never replaced. */
export async function openExistingStore(context: Context): Promise<void> {
  if (!existsSync(storeFile(context.dataFolder))) {
    // Backups without a store mean that the store was lost: asking beats starting anew.
    const hasTraces = existsSync(path.join(context.dataFolder, 'backups'))
    if (hasTraces)
      context.setStore({ kind: 'refused', failure: { code: 'storeMissing', params: { folder: context.dataFolder } } })
    return
  }
  const opened = await openStore({
    folder: context.dataFolder,
    create: false,
    holder: context.actor(),
    now: context.now(),
  })
  // A file without anything in it is a first start that was cut short.
  if (!opened.ok && opened.error.code === 'storeMissing') return
  context.setStore(toState(opened))
  if (!opened.ok) return
  clearStaging(context)
  clearIncoming(context)
}

/** Makes the store for a new bureau. */
export async function createStore(context: Context): Promise<Result<null>> {
  const state = context.storeState()
  // Made, but the program was ended before the bureau was saved: the first start goes on with it.
  if (state.kind === 'open') return readBureau(state.store.read) ? err('alreadyInitialised') : ok(null)
  const opened = await openStore({
    folder: context.dataFolder,
    create: true,
    holder: context.actor(),
    now: context.now(),
  })
  if (!opened.ok) return opened
  context.setStore(toState(opened))
  return ok(null)
}

function toState(opened: Awaited<ReturnType<typeof openStore>>): StoreState {
  return opened.ok ? { kind: 'open', store: opened.value } : { kind: 'refused', failure: opened.error }
}

/** Shipped 放假安排 with the imported ones over them. */
export function calendarsOfState(state: StoreState): Calendars {
  return calendarsOf([...shippedCalendars, ...(state.kind === 'open' ? readCalendars(state.store.read) : [])])
}
