import { deleteAttachmentsOf } from '../../db/repositories/attachments'
import {
  deleteBrief,
  deleteTraining,
  readBrief,
  readBriefs,
  readTraining,
  readTrainings,
  replaceAttendance,
  saveBrief,
  saveTraining,
} from '../../db/repositories/briefs'
import { characterCount } from '../../shared/briefs/character-count'
import type { briefsContract } from '../../shared/briefs/contract'
import { err, ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import { exportBriefs } from '../briefs/export'
import { openedStore, writeIntent, type Context } from '../context'

/** 工作信息、典型案例 and 培训. */
export const briefsHandlers: Handlers<typeof briefsContract, Context> = {
  'briefs.list': (context, { year, stream }) => {
    const store = openedStore(context)
    return store.ok ? ok(readBriefs(store.value.read, year, stream)) : store
  },

  'briefs.save': (context, { id, ...fields }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const known = id === null ? null : readBrief(store.value.read, id)
    if (id !== null && !known) return err('notFound')
    const title = fields.title.trim()
    if (title === '') return err('briefNeedsTitle')
    const asOf = context.today()
    const { submittedOn } = fields
    if (submittedOn !== null && submittedOn > asOf) return err('briefInFuture', { on: submittedOn, asOf })
    const count = fields.body.trim() === '' ? fields.characterCount : characterCount(fields.body)
    const own = { id: id ?? context.newId(), title, characterCount: count, updatedAt: context.now() }
    const row = { batchId: null, isSample: false, ...known, ...fields, ...own }
    return writeIntent(context, 'briefs.save', { title }, (db) => {
      saveBrief(db, row)
      return ok({ id: row.id })
    })
  },

  'briefs.remove': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const known = readBrief(store.value.read, id)
    if (!known) return err('notFound')
    return writeIntent(context, 'briefs.remove', { title: known.title }, (db) => {
      deleteAttachmentsOf(db, id)
      deleteBrief(db, id)
      return ok({})
    })
  },

  'briefs.listTrainings': (context, { year, stream }) => {
    const store = openedStore(context)
    return store.ok ? ok(readTrainings(store.value.read, year, stream)) : store
  },

  'briefs.saveTraining': (context, { id, attendees, ...fields }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const known = id === null ? null : readTraining(store.value.read, id)
    if (id !== null && !known) return err('notFound')
    const title = fields.title.trim()
    if (title === '') return err('trainingNeedsTitle')
    const asOf = context.today()
    const { heldOn, status } = fields
    if (status === 'held' && heldOn > asOf) return err('trainingInFuture', { on: heldOn, asOf })
    const row = { batchId: null, isSample: false, ...known, ...fields, title, id: id ?? context.newId() }
    return writeIntent(context, 'briefs.saveTraining', { title }, (db) => {
      saveTraining(db, row)
      replaceAttendance(db, row, attendees, context.newId)
      return ok({ id: row.id })
    })
  },

  'briefs.export': exportBriefs,

  'briefs.removeTraining': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const known = readTraining(store.value.read, id)
    if (!known) return err('notFound')
    return writeIntent(context, 'briefs.removeTraining', { title: known.title }, (db) => {
      deleteAttachmentsOf(db, id)
      deleteTraining(db, id)
      return ok({})
    })
  },
}
