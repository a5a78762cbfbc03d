import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Store } from '../../db/access'
import { readBatch, readBatches } from '../../db/repositories/tables'
import { entryThatCreated, planUndo } from '../../db/undo'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { ImportBatch, tablesContract } from '../../shared/tables/contract'
import { errorColumnLabel, errorFileName, pastedFileName } from '../../shared/terms/import-words'
import { issueText } from '../../shared/terms/tables'
import { backupBefore } from '../backup/backup-before'
import { undoIntent } from '../access/undo-intent'
import { openedStore, type Context } from '../context'
import { writeBesideIfBusy } from '../core/atomic-file'
import { keepBytes } from '../core/attachment-store'
import { grantFile, grantedFolder } from '../core/grants'
import { clockStamp } from '../core/clock'
import { checkConfirm, confirmImport } from '../tables/confirm'
import { discardPreview, openChoice, openPreview, rereadPreview } from '../tables/preview'
import { presentPreview, presentRows } from '../tables/present'
import { readSourceRow } from '../tables/source-row'
import type { PreviewSession } from '../tables/sessions'
import { writeErrorRows } from '../tables/error-rows'
import { gridHandlers } from './grid'

interface OpenSession {
  readonly store: Store
  readonly session: PreviewSession
}

function openSession(context: Context, id: string): Result<OpenSession> {
  const store = openedStore(context)
  if (!store.ok) return store
  const session = context.previews.get(id)
  return session ? ok({ store: store.value, session }) : err('previewExpired')
}

function present(session: Result<PreviewSession>): Result<ReturnType<typeof presentPreview>> {
  return session.ok ? ok(presentPreview(session.value)) : session
}

export function toBatch({ id, kind, fileName, sheet, year, counts, importedAt, importedBy }: ImportBatch): ImportBatch {
  return { id, kind, fileName, sheet, year, counts, importedAt, importedBy }
}

export const tablesHandlers: Handlers<typeof tablesContract, Context> = {
  ...gridHandlers,
  'tables.open': async (context, { fileName, bytes, choice }, scope) => {
    const store = openedStore(context)
    if (!store.ok) return store
    return present(await openPreview(context, store.value, { name: path.basename(fileName), bytes, choice }, scope))
  },

  'tables.openText': async (context, { text, kind }, scope) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const bytes = new TextEncoder().encode(text)
    const choice = { ...openChoice, kind }
    return present(await openPreview(context, store.value, { name: pastedFileName, bytes, choice }, scope))
  },

  'tables.choose': async (context, { session: id, choice }, scope) => {
    const open = openSession(context, id)
    if (!open.ok) return open
    return present(await rereadPreview(context, open.value.store, open.value.session, { choice }, scope))
  },

  'tables.rows': (context, { session: id, table, outcomes, offset, limit }) => {
    const open = openSession(context, id)
    if (!open.ok) return open
    const previewed = open.value.session.tables[table]
    if (!previewed) return err('previewExpired')
    const rows = presentRows(previewed, outcomes)
    return ok({ total: rows.length, rows: rows.slice(offset, offset + limit) })
  },

  'tables.fixCell': async (context, { session: id, table, row, field, text }, scope) => {
    const open = openSession(context, id)
    if (!open.ok) return open
    const { store, session } = open.value
    const sheet = session.tables[table]?.reading.sheet
    if (sheet === undefined) return err('previewExpired')
    const others = session.fixes.filter((fix) => fix.sheet !== sheet || fix.row !== row || fix.field !== field)
    const fixes = [...others, { sheet, row, field, text }]
    return present(await rereadPreview(context, store, session, { fixes }, scope))
  },

  'tables.saveErrorRows': async (context, { session: id, table, folder }) => {
    const open = openSession(context, id)
    if (!open.ok) return open
    const target = grantedFolder(context, folder)
    if (!target.ok) return target
    const { session } = open.value
    const previewed = session.tables[table]
    if (!previewed) return err('previewExpired')
    const bytes = await writeErrorRows(context, session, previewed, { label: errorColumnLabel, textOf: issueText })
    if (!bytes.ok) return bytes
    const file = path.join(target.value, errorFileName(session.fileName))
    const written = await writeBesideIfBusy(file, bytes.value, clockStamp(context.now()))
    if (!written.ok) return written
    return ok({ fileName: path.basename(written.value), fileToken: grantFile(context, written.value) })
  },

  'tables.confirm': async (context, { session: id, tables, rows, withdraw }, scope) => {
    const open = openSession(context, id)
    if (!open.ok) return open
    const { store, session } = open.value
    const allowed = checkConfirm(session, { tables, rows })
    if (!allowed.ok) return allowed
    if (!existsSync(session.file)) return err('previewExpired')
    // The original is kept before the rows that refer to it.
    const bytes = await readFile(session.file)
    const kept = await keepBytes(context.dataFolder, bytes)
    if (!kept.ok) return kept
    const backup = await backupBefore(context, 'import')
    if (!backup.ok) return backup
    if (scope.signal.aborted) return err('cancelled')
    scope.report({ stage: 'writing', done: 0, total: 1 })
    const batches = confirmImport(context, store, session, { tables, rows, withdraw, isSample: false }, bytes.length)
    if (!batches.ok) return batches
    discardPreview(context, id)
    return ok({ batches: batches.value.map(toBatch) })
  },

  'tables.discard': (context, { session }) => {
    discardPreview(context, session)
    return ok({})
  },

  'tables.batches': (context) => {
    const store = openedStore(context)
    return store.ok ? ok(readBatches(store.value.read).map(toBatch)) : store
  },

  'tables.planUndo': (context, { batchId }) => {
    const entry = batchEntry(context, batchId)
    if (!entry.ok) return entry
    const plan = planUndo(entry.value.store, entry.value.entryId)
    return plan.ok ? ok({ rowCount: plan.value.changes, edited: [...plan.value.edited] }) : plan
  },

  'tables.undo': (context, { batchId, keepEdited }) => {
    const entry = batchEntry(context, batchId)
    if (!entry.ok) return entry
    const undone = undoIntent(context, entry.value.store, entry.value.entryId, keepEdited)
    if (!undone.ok) return undone
    return ok({ reverted: undone.value.reverted, kept: [...undone.value.kept] })
  },

  'tables.source': async (context, { batchId, row }, scope) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const batch = readBatch(store.value.read, batchId)
    return batch ? readSourceRow(context, batch, row, scope) : err('notFound')
  },
}

function batchEntry(context: Context, batchId: string): Result<{ readonly store: Store; readonly entryId: number }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const entryId = entryThatCreated(store.value, 'import_batch', batchId)
  return entryId === null ? err('notFound') : ok({ store: store.value, entryId })
}
