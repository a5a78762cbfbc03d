import { fillInitials, repairSearch } from '../../db/search-index'
import type { Store } from '../../db/access'
import type { Context } from '../context'

/** Unit: milliseconds between two looks for titles without initials, and between two chunks of them. */
const restMs = 4000
const gapMs = 15

const repaired = new WeakSet<Store>()

/** Makes sure once per open store that every record can be found. */
export function ensureIndex(store: Store): void {
  if (repaired.has(store)) return
  repairSearch(store.connection)
  repaired.add(store)
}

/** The library is large and only needed when a title is new, so it is loaded then. */
async function loadInitialsOf(): Promise<(title: string) => string> {
  const { pinyin } = await import('pinyin-pro')
  return (title) =>
    pinyin(title.slice(0, 200), { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'spaced' })
      .join('')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
}

/** Gives initials to every title that has none yet. */
export async function fillAllInitials(store: Store): Promise<void> {
  const pending = store.connection.prepare('SELECT 1 FROM search_entry WHERE initials IS NULL LIMIT 1')
  if (pending.get() === undefined) return
  const initialsOf = await loadInitialsOf()
  while (store.connection.open && fillInitials(store.connection, initialsOf)) {
    await new Promise((resolve) => setTimeout(resolve, gapMs))
  }
}

/** Looks after new titles in the background for as long as the service runs. */
export function keepInitials(context: Context, onFailure: (cause: unknown) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const look = async (): Promise<void> => {
    try {
      const state = context.storeState()
      if (state.kind === 'open' && state.store.connection.open) await fillAllInitials(state.store)
    } catch (cause) {
      onFailure(cause)
      return
    }
    timer = setTimeout(() => void look(), restMs)
  }
  timer = setTimeout(() => void look(), restMs)
  return () => {
    if (timer) clearTimeout(timer)
  }
}
