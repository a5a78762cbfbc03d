import { ok } from '../../shared/core/result'
import type { environmentContract } from '../../shared/environment/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import { openedStore, type Context } from '../context'
import { dutiesOf } from './duties'

/** 七项任务. */
export const dutyHandlers: Handlers<Pick<typeof environmentContract, 'environment.duties'>, Context> = {
  'environment.duties': (context, { year }) => {
    const store = openedStore(context)
    return store.ok ? ok(dutiesOf(context, store.value, year)) : store
  },
}
