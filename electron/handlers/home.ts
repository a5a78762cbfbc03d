import { err, ok } from '../../shared/core/result'
import { readBureau } from '../../db/repositories/settings'
import type { homeContract } from '../../shared/home/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import { openedStore, type Context } from '../context'
import { overview } from '../home/overview'
import { todayOf } from '../home/today'

export const homeHandlers: Handlers<typeof homeContract, Context> = {
  'home.overview': (context) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const bureau = readBureau(store.value.read)
    return bureau ? ok(overview(context, store.value, bureau.year)) : err('notInitialised')
  },

  'home.today': (context, { view, personId }) => {
    const store = openedStore(context)
    return store.ok ? ok(todayOf(context, store.value, view, personId)) : store
  },
}
