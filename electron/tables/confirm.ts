import type { Store, WriteDb } from '../../db/access'
import { insertAttachment } from '../../db/repositories/attachments'
import { insertBatch, saveMapping } from '../../db/repositories/tables'
import { err, ok, type Result } from '../../shared/core/result'
import type { ImportBatch, ImportCounts } from '../../shared/tables/contract'
import type { Plan } from '../../shared/tables/plan'
import { importKinds } from '../../shared/tables/reading'
import { writeIntent, type Context } from '../context'
import { importers } from './importers'
import { planReading } from './preview'
import type { PreviewedTable, PreviewSession } from './sessions'

export interface ConfirmChoice {
  readonly tables: readonly number[]
  readonly rows: 'all' | 'valid'
  readonly withdraw: boolean
  readonly isSample: boolean
}

/** Whether a preview may be written as chosen; asked before anything is kept on disk. */
export function checkConfirm(session: PreviewSession, choice: Pick<ConfirmChoice, 'tables' | 'rows'>): Result<null> {
  const counts = choice.tables.flatMap((index) => session.tables[index]?.plan.counts ?? [])
  const rejected = counts.reduce((sum, count) => sum + count.rejected, 0)
  const valid = counts.reduce((sum, count) => sum + count.read, 0) - rejected
  if (rejected > 0 && choice.rows === 'all') return err('rowsRejected', { count: rejected, valid })
  return counts.length === 0 || (valid === 0 && rejected > 0) ? err('nothingToImport') : ok(null)
}

/** A table of a preview with what writing it would do to the store as it is now. */
interface PlannedTable {
  readonly table: PreviewedTable
  readonly plan: Plan
}

/** The chosen tables that would change anything, in the order in which they are written. */
export function planImport(
  store: Store,
  session: PreviewSession,
  choice: ConfirmChoice,
): Result<readonly PlannedTable[]> {
  const checked = checkConfirm(session, choice)
  if (!checked.ok) return checked
  // What others refer to is written first: enterprises before their visits, wherever their sheet stands.
  const tables = choice.tables
    .flatMap((index) => session.tables[index] ?? [])
    .toSorted((left, right) => importKinds.indexOf(left.reading.kind) - importKinds.indexOf(right.reading.kind))
  // The store may have changed since the preview was drawn.
  const plans = tables.map((table) => ({ table, plan: planReading(store, table.reading, table.scope) }))
  return ok(plans.filter(({ plan }) => changeCount(plan.counts, choice.withdraw) > 0))
}

/** Writes what was planned, within an intent that is open. */
export function writeImport(
  context: Context,
  db: WriteDb,
  session: PreviewSession,
  changing: readonly PlannedTable[],
  choice: ConfirmChoice,
  originalSize: number,
): readonly ImportBatch[] {
  return changing.map(({ table, plan }) => writeTable(context, db, session, table, plan, choice, originalSize))
}

/** Writes the chosen tables of a preview: all of it in one transaction, or nothing. */
export function confirmImport(
  context: Context,
  store: Store,
  session: PreviewSession,
  choice: ConfirmChoice,
  originalSize: number,
): Result<readonly ImportBatch[]> {
  const planned = planImport(store, session, choice)
  if (!planned.ok) return planned
  const changing = planned.value
  if (changing.length === 0) return ok([])
  const [first] = changing
  const params = {
    kind: first?.table.reading.kind ?? '',
    fileName: session.fileName,
    count: changing.reduce((sum, { plan }) => sum + changeCount(plan.counts, choice.withdraw), 0),
  }
  return writeIntent(context, 'tables.import', params, (db) =>
    ok(writeImport(context, db, session, changing, choice, originalSize)),
  )
}

function changeCount(counts: ImportCounts, withdraw: boolean): number {
  return counts.added + counts.updated + (withdraw ? counts.withdrawn : 0)
}

function writeTable(
  context: Context,
  db: WriteDb,
  session: PreviewSession,
  { reading, scope }: PreviewedTable,
  plan: Plan,
  choice: ConfirmChoice,
  originalSize: number,
): ImportBatch {
  const importer = importers[reading.kind]
  const now = context.now()
  const batch: ImportBatch = {
    id: context.newId(),
    kind: reading.kind,
    fileName: session.fileName,
    sheet: reading.sheet,
    year: scope.year,
    counts: plan.counts,
    importedAt: now,
    importedBy: context.actor(),
  }
  const { isSample } = choice
  insertBatch(db, {
    ...batch,
    headerRows: reading.headerRows,
    title: importer.scopeTitle(reading),
    sha256: session.sha256,
    isSample,
  })
  insertAttachment(db, {
    id: context.newId(),
    room: 'tables',
    recordId: batch.id,
    fileName: session.fileName,
    sha256: session.sha256,
    size: originalSize,
    addedAt: now,
    addedBy: batch.importedBy,
    isSample,
  })
  if (session.choice.mapping) saveMapping(db, reading.kind, reading.fingerprint, session.choice.mapping)
  const writing = {
    ...scope,
    batchId: batch.id,
    fileName: session.fileName,
    sheet: reading.sheet,
    now,
    newId: context.newId,
    isSample,
  }
  for (const row of plan.rows) {
    if (row.outcome === 'added') importer.add(db, row, writing)
    else if (row.outcome === 'updated' && row.id !== null) importer.update(db, row.id, row, writing)
  }
  if (choice.withdraw && importer.withdraw)
    for (const { item } of plan.withdrawn) importer.withdraw(db, item.id, writing)
  return batch
}
