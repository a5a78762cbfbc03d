import type { Context } from '../context'
import { verifyStore } from './verify-store'

/** Unit: milliseconds. After the start page and the daily backup; then once a day for a program that is never closed. */
const FIRST_MS = 25_000
const EVERY_MS = 86_400_000

/** Checks the journal and the records against it while the program runs; gives the way to stop. */
export function watchStore(context: Context, onFailure: (cause: unknown) => void): () => void {
  let next: ReturnType<typeof setTimeout> | null = null
  const round = async (): Promise<void> => {
    const state = context.storeState()
    try {
      if (state.kind === 'open') await verifyStore(context, state.store)
    } catch (cause) {
      onFailure(cause)
    }
    if (next !== null) next = setTimeout(() => void round(), EVERY_MS)
  }
  next = setTimeout(() => void round(), FIRST_MS)
  return () => {
    if (next !== null) clearTimeout(next)
    next = null
  }
}
