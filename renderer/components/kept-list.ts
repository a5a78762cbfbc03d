import { useMemo } from 'react'
import { useKept } from '../app/kept'
import { stateOfView, type ViewState } from './view-state'

/** Unit: rows. */
export const pageLength = 50

interface Kept {
  readonly by: string
  readonly descending: boolean
  readonly offset: number
}

/** What a list shows, kept when it is left and when the program is closed. */
export interface KeptList<T extends Kept> {
  readonly kept: T
  readonly sort: Pick<T, 'by' | 'descending'>
  /** Any change of filter or sort starts from the first page. */
  readonly change: (part: Partial<T>) => void
  readonly reset: () => void
  /** Shows a saved view and nothing of what was shown before. */
  readonly show: (view: ViewState) => void
}

/** The state of a list under its own key; `initial` must be a constant of the module. */
export function useKeptList<T extends Kept>(key: string, initial: T): KeptList<T> {
  const [kept, setKept] = useKept(key, initial)
  return useMemo(() => {
    const { by, descending } = kept
    return {
      kept,
      sort: { by, descending },
      change: (part) => setKept({ offset: 0, ...part }),
      reset: () => setKept(initial),
      show: (view) => setKept({ ...stateOfView(initial, view), offset: 0 }),
    }
  }, [kept, setKept, initial])
}
