import { ok } from '../../shared/core/result'
import type { homeContract } from '../../shared/home/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import { openedStore, type Context } from '../context'
import { overview } from '../home/overview'
import { todayOf } from '../home/today'

export const homeHandlers: Handlers<typeof homeContract, Context> = {
  'home.overview': (context, { year }) => {
    const store = openedStore(context)
    return store.ok ? ok(overview(context, store.value, year)) : store
  },

  'home.today': (context, { view, personId }) => {
    const store = openedStore(context)
    return store.ok ? ok(todayOf(context, store.value, view, personId)) : store
  },
}
