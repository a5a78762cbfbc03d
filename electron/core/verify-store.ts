import { setImmediate } from 'node:timers/promises'
import type { Store } from '../../db/access'
import { verifyChainInSlices, type ChainState } from '../../db/journal'
import { verifyRows, type ForeignRow } from '../../db/verify-rows'
import type { Context } from '../context'

export interface StoreCheck {
  readonly at: string
  readonly chain: ChainState
  readonly foreign: readonly ForeignRow[]
}

/** Unit: milliseconds that a check may hold the service at a time. */
const sliceMs = 15

const lastChecks = new WeakMap<Store, StoreCheck>()

/** What the last check since the start found; null before it. */
export function lastCheck(store: Store): StoreCheck | null {
  return lastChecks.get(store) ?? null
}

/** Drains a generator in short slices, letting calls be answered in between; null when the store is closed meanwhile. */
async function inSlices<T>(context: Context, store: Store, work: Generator<unknown, T>): Promise<T | null> {
  for (;;) {
    const start = context.monotonic()
    do {
      if (!store.connection.open) return null
      const step = work.next()
      if (step.done) return step.value
    } while (context.monotonic() - start < sliceMs)
    await setImmediate()
  }
}

/** Checks the journal's chain and compares every record with it; keeps what it found. Null when the store was closed. */
export async function verifyStore(context: Context, store: Store): Promise<StoreCheck | null> {
  const chain = await inSlices(context, store, verifyChainInSlices(store.connection))
  const foreign = chain && (await inSlices(context, store, verifyRows(store)))
  if (!chain || !foreign) return null
  const check = { at: context.now(), chain, foreign }
  lastChecks.set(store, check)
  context.announce(['core'])
  return check
}
