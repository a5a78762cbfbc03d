import type { Store } from '../../db/access'
import { readBureau } from '../../db/repositories/settings'
import { err, ok, type Result } from '../../shared/core/result'
import type { Bureau } from '../../shared/settings/contract'
import { openedStore, type Context } from '../context'

/** The open store of a district office with the office itself; a bureau's own store is refused. */
export function districtStore(context: Context): Result<{ readonly store: Store; readonly office: Bureau }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const office = readBureau(store.value.read)
  if (!office) return err('notInitialised')
  return office.mode === 'district' ? ok({ store: store.value, office }) : err('notDistrict')
}
