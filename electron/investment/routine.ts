import {
  deleteBrief,
  deleteTraining,
  readBrief,
  readBriefs,
  readTraining,
  readTrainings,
  saveBrief,
  saveTraining,
} from '../../db/repositories/routine'
import { err, ok } from '../../shared/core/result'
import type { investmentContract } from '../../shared/investment/contract'
import { monthGrid, type MonthScheme } from '../../shared/investment/months'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Scheme } from '../../shared/scoring/scheme'
import { openedStore, writeIntent, type Context } from '../context'
import { schemeOf } from '../scoring/score'

type RoutineCall =
  | 'investment.months'
  | 'investment.saveBrief'
  | 'investment.removeBrief'
  | 'investment.saveTraining'
  | 'investment.removeTraining'

/** The component of the scheme that asks for monthly items. */
export function monthSchemeOf(scheme: Scheme): MonthScheme | null {
  for (const component of scheme.components) {
    if (component.rule === 'periodPresence' && component.period === 'month' && component.max !== null) {
      const { max, assessed, min } = component
      return { max, assessed, min }
    }
  }
  return null
}

/** 平时考核: 工作信息 and 培训. */
export const routineHandlers: Handlers<Pick<typeof investmentContract, RoutineCall>, Context> = {
  'investment.months': (context, { year }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const scheme = schemeOf(store.value, year)
    const grid = monthGrid(
      readBriefs(store.value.read, year),
      year,
      context.today(),
      scheme.ok ? monthSchemeOf(scheme.value) : null,
    )
    return ok({
      months: grid.cells.map(({ month, state, briefs }) => ({
        month,
        isAssessed: state !== 'notAssessed',
        isFulfilled: state === 'done',
        isDue: state === 'missing' || state === 'open' || state === 'done',
        briefs: [...briefs],
      })),
      pointsPerMonth: grid.pointsPerMonth?.rounded ?? null,
      trainings: readTrainings(store.value.read, year),
    })
  },

  'investment.saveBrief': (context, { id, ...fields }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const known = id === null ? null : readBrief(store.value.read, id)
    if (id !== null && !known) return err('notFound')
    const row = { batchId: null, isSample: false, ...known, ...fields, id: id ?? context.newId() }
    return writeIntent(context, 'investment.saveBrief', { title: fields.title }, (db) => {
      saveBrief(db, row)
      return ok({ id: row.id })
    })
  },

  'investment.removeBrief': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const known = readBrief(store.value.read, id)
    if (!known) return err('notFound')
    return writeIntent(context, 'investment.removeBrief', { title: known.title }, (db) => {
      deleteBrief(db, id)
      return ok({})
    })
  },

  'investment.saveTraining': (context, { id, ...fields }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const known = id === null ? null : readTraining(store.value.read, id)
    if (id !== null && !known) return err('notFound')
    const row = { batchId: null, isSample: false, ...known, ...fields, id: id ?? context.newId() }
    return writeIntent(context, 'investment.saveTraining', { title: fields.title }, (db) => {
      saveTraining(db, row)
      return ok({ id: row.id })
    })
  },

  'investment.removeTraining': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const known = readTraining(store.value.read, id)
    if (!known) return err('notFound')
    return writeIntent(context, 'investment.removeTraining', { title: known.title }, (db) => {
      deleteTraining(db, id)
      return ok({})
    })
  },
}
