import { call, queries, queryKey, refreshAccess, useCall, type OutputOf } from '../desk'

export type AccessState = OutputOf<'access.state'>

export function useAccess() {
  return useCall('access.state', {})
}

/** Who is signed in as far as the window knows; undefined until the first answer. */
export function accessNow(): AccessState | undefined {
  return queries.getQueryData<AccessState>(queryKey('access.state', {}))
}

export async function lockWindow(): Promise<void> {
  await call('access.lock', {})
  await refreshAccess()
}
