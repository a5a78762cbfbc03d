import type { Store } from '../../db/access'
import { countFindingPartsOf } from '../../db/repositories/finding-counts'
import {
  countLeadUnits,
  countLookBacksDue,
  countQueue,
  readFindingPage,
  readOriginYears,
  readTreeRecords,
  type ListView,
} from '../../db/repositories/finding-list'
import { readFinding } from '../../db/repositories/findings'
import { countFindingsOf, readProgram } from '../../db/repositories/rect-programs'
import { err, ok } from '../../shared/core/result'
import type { Handlers, Output } from '../../shared/ipc/procedure'
import type { rectificationContract } from '../../shared/rectification/contract'
import { openedStore, type Context } from '../context'
import { presentFindingDetail } from './finding-detail'
import { listDaysOf, presentFindings, presentTreeLines } from './present'
import { removeFindings, saveFinding } from './save-finding'
import { actorOf } from './seat'

type FindingCalls = Pick<
  typeof rectificationContract,
  | 'rectification.tree'
  | 'rectification.list'
  | 'rectification.queues'
  | 'rectification.get'
  | 'rectification.saveFinding'
  | 'rectification.removeFindings'
>

/** What filters, statistics and exports judge findings by: the day, and who sits here. */
export function listViewOf(context: Context, store: Store): ListView {
  return { ...listDaysOf(context, store), actor: actorOf(context, store.read) }
}

function queuesOf(context: Context, store: Store): Output<FindingCalls['rectification.queues']> {
  const { read } = store
  const view = listViewOf(context, store)
  return {
    mine: countQueue(read, 'mine', view),
    toVerify: countQueue(read, 'toVerify', view),
    toConfirm: countQueue(read, 'toConfirm', view),
    toClose: countQueue(read, 'toClose', view),
    overdue: countQueue(read, 'overdue', view),
    lookBacksDue: countLookBacksDue(read, view.today),
    leadUnits: countLeadUnits(read, view),
    originYears: readOriginYears(read),
  }
}

/** 问题: tree, lists, queues, one finding. */
export const findingHandlers: Handlers<FindingCalls, Context> = {
  'rectification.tree': (context, { programId, filter }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const { read } = store.value
    const program = readProgram(read, programId)
    if (!program) return err('notFound')
    const view = listViewOf(context, store.value)
    const records = readTreeRecords(read, programId, filter, view)
    const lines = presentTreeLines(context, store.value, records, countFindingPartsOf(read, programId))
    return ok({ levelNames: { ...program.levelNames }, lines, all: countFindingsOf(read, programId) })
  },

  'rectification.list': (context, { filter, sort, offset, limit }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const view = listViewOf(context, store.value)
    const page = readFindingPage(store.value.read, filter, sort, view, { offset, limit })
    return ok({ ...page, rows: presentFindings(context, store.value, page.rows) })
  },

  'rectification.queues': (context) => {
    const store = openedStore(context)
    return store.ok ? ok(queuesOf(context, store.value)) : store
  },

  'rectification.get': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readFinding(store.value.read, id)
    return row ? ok(presentFindingDetail(context, store.value, row)) : err('notFound')
  },

  'rectification.saveFinding': (context, input) => saveFinding(context, input),
  'rectification.removeFindings': (context, input) => removeFindings(context, input),
}
