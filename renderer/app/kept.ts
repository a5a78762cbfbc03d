import { useCallback, useMemo } from 'react'
import { useScreen } from './screen'

type Change<T> = Partial<T> | ((now: T) => Partial<T>)

function merged<T extends object>(initial: T, stored: unknown): T {
  return typeof stored === 'object' && stored !== null ? { ...initial, ...stored } : initial
}

function useSlice<T extends object>(
  slice: 'kept' | 'drafts',
  key: string,
  initial: T,
): readonly [T, (change: Change<T>) => void] {
  const stored = useScreen((state) => state[slice][key])
  const value = useMemo(() => merged(initial, stored), [initial, stored])
  const change = useCallback(
    (next: Change<T>) =>
      useScreen.setState((state) => {
        const now = merged(initial, state[slice][key])
        const part = typeof next === 'function' ? next(now) : next
        return { [slice]: { ...state[slice], [key]: { ...now, ...part } } }
      }),
    [slice, key, initial],
  )
  return [value, change]
}

/**
 * State of a list that survives leaving the page and a restart: filters, sort, page.
 * `initial` must be a constant of the module; fields that are not stored come from it.
 */
export function useKept<T extends object>(key: string, initial: T): readonly [T, (change: Change<T>) => void] {
  return useSlice('kept', key, initial)
}

/** Text that was typed and not yet saved; survives closing the drawer, the window and the program. */
export function useDraft<T extends object>(key: string, initial: T): readonly [T, (change: Change<T>) => void] {
  return useSlice('drafts', key, initial)
}

/** Whether something is typed and unsaved under this key. */
export function useHasDraft(key: string): boolean {
  return useScreen((state) => state.drafts[key] !== undefined)
}

/** Forgets a draft once it is saved or thrown away. */
export function dropDraft(key: string): void {
  useScreen.setState((state) => {
    const { [key]: _dropped, ...drafts } = state.drafts
    return { drafts }
  })
}
