import { deleteAttachmentsOf } from '../../db/repositories/attachments'
import { deleteRevenueEntry, readRevenueEntry, readRevenuePage } from '../../db/repositories/revenue'
import { err, ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { revenueContract } from '../../shared/revenue/contract'
import { openedStore, writeIntent, type Context } from '../context'
import { acceptClues, proposeClues } from '../revenue/clues'
import { exportEntries } from '../revenue/export'
import { monthText } from '../revenue/month-text'
import { presentEntries, presentEntry, presentTips } from '../revenue/present'
import { revenueProgress } from '../revenue/progress'
import { answerTip, removeTip, writeTip } from '../revenue/tips'
import { moveEntry, saveEntry } from '../revenue/write'

/** 抓收入. */
export const revenueHandlers: Handlers<typeof revenueContract, Context> = {
  'revenue.list': (context, { filter, sort, offset, limit }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const page = readRevenuePage(store.value.read, filter, sort, { offset, limit })
    return ok({ ...page, rows: presentEntries(context, store.value, filter.year, page.rows) })
  },

  'revenue.get': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readRevenueEntry(store.value.read, id)
    const detail = row && presentEntry(context, store.value, row)
    return detail ? ok(detail) : err('notFound')
  },

  'revenue.progress': (context, { year }) => {
    const store = openedStore(context)
    return store.ok ? ok(revenueProgress(store.value, year, context.today())) : store
  },

  'revenue.save': (context, input) => saveEntry(context, input),
  'revenue.move': (context, input) => moveEntry(context, input),

  'revenue.remove': (context, { ids }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const known = ids.flatMap((id) => readRevenueEntry(store.value.read, id) ?? [])
    const [first] = known
    if (!first) return err('notFound')
    return writeIntent(context, 'revenue.remove', { title: first.item, count: known.length }, (db) => {
      for (const { id } of known) {
        deleteAttachmentsOf(db, id)
        deleteRevenueEntry(db, id)
      }
      return ok({ removed: known.length })
    })
  },

  'revenue.proposeClues': (context, input) => proposeClues(context, input),
  'revenue.acceptClues': (context, input) => acceptClues(context, input),

  'revenue.tips': (context, { state, direction }) => {
    const store = openedStore(context)
    return store.ok ? ok(presentTips(context, store.value, state, direction)) : store
  },

  'revenue.saveTip': (context, input) => writeTip(context, input),
  'revenue.answerTip': (context, input) => answerTip(context, input),
  'revenue.removeTip': (context, { id }) => removeTip(context, id),
  'revenue.monthText': (context, { month }) => monthText(context, month),
  'revenue.export': (context, input) => exportEntries(context, input),
}
