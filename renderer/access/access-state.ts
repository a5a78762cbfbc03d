import { call, queries, queryKey, useCall, type OutputOf } from '../desk'

export type AccessState = OutputOf<'access.state'>

export function useAccess() {
  return useCall('access.state', {})
}

/** Who is signed in as far as the window knows; undefined until the first answer. */
export function accessNow(): AccessState | undefined {
  return queries.getQueryData<AccessState>(queryKey('access.state', {}))
}

/** Asks anew who is signed in, after what this window has done itself. */
export async function refreshAccess(): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['access'] })
}

export async function lockWindow(): Promise<void> {
  await call('access.lock', {})
  await refreshAccess()
}
