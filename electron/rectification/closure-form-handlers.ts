import type { Handlers } from '../../shared/ipc/procedure'
import type { rectificationContract } from '../../shared/rectification/contract'
import { openedStore, type Context } from '../context'
import { closureFormExportHandlers } from './closure-form-export'
import { closureFormOf } from './read-closure-form'

type ClosureFormCalls = Pick<
  typeof rectificationContract,
  'rectification.closureForm' | 'rectification.exportClosureForm'
>

/** 对账销号单. */
export const closureFormHandlers: Handlers<ClosureFormCalls, Context> = {
  ...closureFormExportHandlers,

  'rectification.closureForm': (context, { findingId, cycle }) => {
    const store = openedStore(context)
    return store.ok ? closureFormOf(context, store.value.read, findingId, cycle) : store
  },
}
