import { fillInitials, repairSearch } from '../../db/search-index'
import type { Store } from '../../db/access'
import type { Context } from '../context'

/** Unit: milliseconds from a write to the look for new titles, and between two chunks of them. */
const restMs = 4000
const gapMs = 15

const repaired = new WeakSet<Store>()

/** Makes sure once per open store that every record can be found. */
export function ensureIndex(store: Store): void {
  if (repaired.has(store) || store.readOnly !== null) return
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
  if (store.readOnly !== null) return
  const pending = store.connection.prepare('SELECT 1 FROM search_entry WHERE initials IS NULL LIMIT 1')
  if (pending.get() === undefined) return
  const initialsOf = await loadInitialsOf()
  while (store.connection.open && store.readOnly === null && fillInitials(store.connection, initialsOf)) {
    await new Promise((resolve) => setTimeout(resolve, gapMs))
  }
}

export interface InitialsKeeper {
  /** Something was written: looks for new titles once the writing has rested. */
  readonly wake: () => void
  readonly stop: () => void
}

/** Gives new titles their initials in the background. */
export function keepInitials(context: Context, onFailure: (cause: unknown) => void): InitialsKeeper {
  let timer: ReturnType<typeof setTimeout> | null = null
  const look = async (): Promise<void> => {
    timer = null
    try {
      const state = context.storeState()
      if (state.kind === 'open' && state.store.connection.open) await fillAllInitials(state.store)
    } catch (cause) {
      onFailure(cause)
    }
  }
  return {
    wake: () => {
      timer ??= setTimeout(() => void look(), restMs)
    },
    stop: () => {
      if (timer) clearTimeout(timer)
    },
  }
}
