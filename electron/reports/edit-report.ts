import { deleteReportEdit, readReportEdit, readReportEdits, saveReportEdit } from '../../db/repositories/report-edits'
import { err, ok, type Result } from '../../shared/core/result'
import type { Input, Output } from '../../shared/ipc/procedure'
import type { reportsContract } from '../../shared/reports/contract'
import type { Report } from '../../shared/reports/model'
import { periodReportTerms } from '../../shared/terms/reports'
import { openedStore, writeIntent, type Context } from '../context'
import { reportParts } from './period'

type Calls = typeof reportsContract
type Saved = Result<Output<Calls['reports.saveEdit']>>

/** What the records give in a place; null when the text has no such place. */
function computedAt({ document }: Report, kind: 'figure' | 'sentence', place: string): string | null {
  const sentences = (document?.sections ?? [])
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
  if (kind === 'sentence') {
    const found = sentences.find((sentence) => sentence.place === place)
    return found ? found.runs.map(({ text }) => text).join('') : null
  }
  return sentences.flatMap(({ runs }) => runs).find(({ source }) => source?.place === place)?.text ?? null
}

/** Writes a figure or a sentence by hand; the original is what the records give at this moment. */
export function saveEdit(context: Context, input: Input<Calls['reports.saveEdit']>): Saved {
  const store = openedStore(context)
  if (!store.ok) return store
  const { period, kind, place } = input
  const [value, reason] = [input.value.trim(), input.reason.trim()]
  if (value === '') return err('editNeedsValue')
  if (reason === '') return err('editNeedsReason')
  const parts = reportParts(context, store.value, period, false)
  if (!parts.ok) return parts
  const original = computedAt(parts.value.report, kind, place)
  if (original === null) return err('editPlaceGone')
  if (original === value) return err('editUnchanged')
  const id = context.newId()
  return writeIntent(context, 'reports.saveEdit', { name: period, value }, (db) => {
    const editedAt = context.now().slice(0, 16).replace('T', ' ')
    const by = { editedBy: context.actor(), editedAt, isSample: false }
    saveReportEdit(db, { id, period, kind, place, original, value, reason, ...by })
    return ok({ id })
  })
}

/** Takes a hand-written figure or sentence away. */
export function dropEdit(context: Context, id: string): Result<Output<Calls['reports.dropEdit']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const edit = readReportEdit(store.value.read, id)
  if (!edit) return err('notFound')
  return writeIntent(context, 'reports.dropEdit', { name: edit.period, value: edit.value }, (db) => {
    deleteReportEdit(db, id)
    return ok({})
  })
}

/** Ticks or unticks 本期无新增; records of the period speak against it. */
export function setNil(
  context: Context,
  { period, stream, isNil }: Input<Calls['reports.setNil']>,
): Result<Output<Calls['reports.setNil']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const parts = reportParts(context, store.value, period, false)
  if (!parts.ok) return parts
  const label = periodReportTerms.streams[stream]
  const records = parts.value.sections.find((section) => section.stream === stream)?.records ?? []
  const [first] = records
  if (isNil && first) return err('nilHasRecords', { stream: label, count: records.length, title: first.title })
  const known = readReportEdits(store.value.read, period).find(({ kind, place }) => kind === 'nil' && place === stream)
  if (isNil === (known !== undefined)) return ok({})
  return writeIntent(context, 'reports.setNil', { name: `${period} ${label}` }, (db) => {
    if (known) deleteReportEdit(db, known.id)
    else {
      const editedAt = context.now().slice(0, 16).replace('T', ' ')
      const by = { editedBy: context.actor(), editedAt, isSample: false }
      saveReportEdit(db, {
        id: context.newId(),
        period,
        kind: 'nil',
        place: stream,
        original: '',
        value: '',
        reason: '',
        ...by,
      })
    }
    return ok({})
  })
}
