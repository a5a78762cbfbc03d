import { ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { statisticsContract } from '../../shared/rectification/statistics-contract'
import { openedStore, type Context } from '../context'
import { selfCheckOf } from './self-check'
import { statisticsOfFilter } from './statistics-facts'

/** 统计 and 数字自洽检查. */
export const statisticsHandlers: Handlers<typeof statisticsContract, Context> = {
  'rectification.statistics': (context, input) => {
    const store = openedStore(context)
    return store.ok ? ok(statisticsOfFilter(context, store.value, input)) : store
  },

  'rectification.selfCheck': (context, input) => {
    const store = openedStore(context)
    return store.ok ? ok({ issues: selfCheckOf(context, store.value, input) }) : store
  },
}
