import type { Store } from '../../db/access'
import { readDemandsOfVisits } from '../../db/repositories/demands'
import { readBatch } from '../../db/repositories/tables'
import { readNamedVisit, readVisitPage, type NamedVisit } from '../../db/repositories/visits'
import { err, ok } from '../../shared/core/result'
import type { visitContract } from '../../shared/environment/visit-contract'
import type { Handlers } from '../../shared/ipc/procedure'
import { openedStore, type Context } from '../context'
import { demandHandlers } from './demand-handlers'
import { exportVisits } from './visit-export'
import { coverageOfPeriod, matrixOfPeriod } from './visit-matrix'
import { presentVisits } from './visit-present'
import { removeVisits, saveVisit } from './visit-write'

function sourceOf(store: Store, { batchId, sourceRow }: NamedVisit) {
  const batch = batchId === null ? null : readBatch(store.read, batchId)
  return batch && sourceRow !== null ? { batchId: batch.id, file: batch.fileName, row: sourceRow } : null
}

/** 双万双服 and 企业诉求. */
export const visitHandlers: Handlers<typeof visitContract, Context> = {
  ...demandHandlers,

  'environment.matrix': (context, { period }) => {
    const store = openedStore(context)
    return store.ok ? ok(matrixOfPeriod(context, store.value, period)) : store
  },

  'environment.coverage': (context, { quarter }) => {
    const store = openedStore(context)
    return store.ok ? ok(coverageOfPeriod(context, store.value, quarter)) : store
  },

  'environment.visits': (context, { filter, sort, offset, limit }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const { rows, total, all } = readVisitPage(store.value.read, filter, sort, { offset, limit })
    return ok({ rows: presentVisits(rows, readDemandsOfVisits(store.value.read, rows)), total, all })
  },

  'environment.visit': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readNamedVisit(store.value.read, id)
    const [visit] = row ? presentVisits([row], readDemandsOfVisits(store.value.read, [row])) : []
    return row && visit ? ok({ ...visit, source: sourceOf(store.value, row) }) : err('notFound')
  },

  'environment.saveVisit': (context, input) => saveVisit(context, input),
  'environment.removeVisits': (context, input) => removeVisits(context, input),
  'environment.exportVisits': (context, input) => exportVisits(context, input),
}
