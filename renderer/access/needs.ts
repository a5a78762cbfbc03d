import { create } from 'zustand'
import type { Need } from '../../shared/ipc/procedure'
import type { CallName } from '../desk'

type Needs = Readonly<Record<CallName, Need>>

/** What each call needs; null until it has been read. */
export const useNeeds = create<{ readonly needs: Needs | null }>()(() => ({ needs: null }))

/** Reads the contracts, which are not loaded where nobody signs in. */
export async function loadNeeds(): Promise<void> {
  if (useNeeds.getState().needs) return
  const { windowContract } = await import('../../shared/ipc/contract')
  const pairs = Object.entries(windowContract).map(([name, { needs }]) => [name, needs] as const)
  useNeeds.setState({ needs: Object.fromEntries(pairs) as Needs })
}
