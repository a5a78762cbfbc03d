import type { Need } from '../../shared/ipc/procedure'
import { useScreen } from '../app/screen'
import type { CallName } from '../desk'
import { accessNow, useAccess } from './access-state'
import { useNeeds } from './needs'
import { mayCall, mayInRoom, rightsOf } from './rights'

/** Whether the person may make this call; what may not be done is not offered. */
export function useMay(name: CallName): boolean {
  const { data } = useAccess()
  const need = useNeeds(({ needs }) => needs?.[name] ?? null)
  return need === null || mayCall(rightsOf(data), name, need)
}

/** The same outside of a component, e.g. for a key. */
export function mayNow(name: CallName): boolean {
  const need = useNeeds.getState().needs?.[name]
  return need === undefined || mayCall(rightsOf(accessNow()), name, need)
}

/** Whether the person may work (or lead) in the room that is shown. */
export function useMayHere(need: Need = 'work'): boolean {
  const room = useScreen((state) => state.room)
  const tab = useScreen((state) => state.tabs[room])
  const { data } = useAccess()
  return mayInRoom(rightsOf(data), room, tab, need)
}

/** Whether a button is there: by its call, else by the room that is shown; a reading one always. */
export function useMayDo(does: CallName | 'reading' | undefined): boolean {
  const mayHere = useMayHere()
  const { data } = useAccess()
  const needs = useNeeds((state) => state.needs)
  if (does === 'reading') return true
  if (does === undefined) return mayHere
  return needs === null || mayCall(rightsOf(data), does, needs[does])
}
