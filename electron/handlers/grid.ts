import { setImmediate } from 'node:timers/promises'
import type { Store } from '../../db/access'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import { gridLoadLimit, type gridContract } from '../../shared/tables/grid-contract'
import { gridColumn, gridTexts } from '../../shared/tables/grid-fields'
import { rowSeparator, typedSource } from '../../shared/terms/grid'
import { openedStore, writeIntent, type Context } from '../context'
import { judgeGrid, type JudgedRow } from '../tables/grid-check'
import { gridLedger, gridScope, type GridLedger } from '../tables/grid-ledger'
import { gridSnapshot } from '../tables/grid-snapshot'
import type { ImportScope, ImportWriting } from '../tables/importer'

/** Rows named in a refusal. */
const namedRows = 5

function refusalOfRows(judged: readonly JudgedRow[]): Result<null> {
  const rejected = judged.filter(({ check }) => check.outcome === 'rejected').map(({ check }) => check)
  if (rejected.length === 0) return ok(null)
  if (rejected.some(({ issues }) => issues.some(({ code }) => code === 'changedMeanwhile'))) {
    return err('changedMeanwhile')
  }
  const rows = rejected
    .slice(0, namedRows)
    .map(({ row }) => row)
    .join(rowSeparator)
  return err('gridRowsRejected', { count: rejected.length, rows })
}

function countsOf(judged: readonly JudgedRow[]) {
  const of = (outcome: string): number => judged.filter(({ check }) => check.outcome === outcome).length
  return { added: of('added'), updated: of('updated'), unchanged: of('unchanged') }
}

function writingOf(context: Context, scope: ImportScope): ImportWriting {
  return {
    ...scope,
    batchId: null,
    fileName: typedSource,
    sheet: '',
    now: context.now(),
    newId: context.newId,
    isSample: false,
  }
}

function openLedger(
  context: Context,
  { kind, year }: { readonly kind: GridLedger['kind']; readonly year: number },
): Result<{ readonly ledger: GridLedger; readonly scope: ImportScope; readonly store: Store }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const ledger = gridLedger(kind)
  if (!ledger.ok) return ledger
  const scope = gridScope(context, store.value.read, year)
  if (!scope.ok) return scope
  const { mode } = ledger.value.definition
  if (mode !== undefined && mode !== scope.value.mode) return err('notDistrict')
  return ok({ ledger: ledger.value, scope: scope.value, store: store.value })
}

/** 表格编辑. */
export const gridHandlers: Handlers<typeof gridContract, Context> = {
  'tables.gridColumns': (_context, { kind }) => {
    const ledger = gridLedger(kind)
    return ledger.ok ? ok(ledger.value.fields.map((each) => gridColumn(kind, each))) : ledger
  },

  'tables.gridRows': (context, { kind, year, ids }) => {
    const open = openLedger(context, { kind, year })
    if (!open.ok) return open
    const { ledger, scope, store } = open.value
    const { items } = gridSnapshot(ledger, store, scope)
    const wanted = ids ? ids.flatMap((id) => items.get(id) ?? []) : [...items.values()]
    const rows = wanted.slice(0, gridLoadLimit)
    return ok({
      total: wanted.length,
      rows: rows.map((item) => ({ id: item.id, texts: gridTexts(ledger.fields, item.values) })),
    })
  },

  'tables.checkRows': async (context, { kind, year, rows }, { signal }) => {
    // A check that newer typing has made needless is dropped before it begins.
    await setImmediate()
    if (signal.aborted) return err('cancelled')
    const open = openLedger(context, { kind, year })
    if (!open.ok) return open
    const { ledger, scope, store } = open.value
    return ok(judgeGrid(ledger, store, scope, rows).map(({ check }) => check))
  },

  'tables.saveRows': (context, { kind, year, rows }) => {
    const open = openLedger(context, { kind, year })
    if (!open.ok) return open
    const { ledger, scope, store } = open.value
    const judged = judgeGrid(ledger, store, scope, rows)
    const refusal = refusalOfRows(judged)
    if (!refusal.ok) return refusal
    const counts = countsOf(judged)
    const count = counts.added + counts.updated
    if (count === 0) return ok(counts)
    return writeIntent(context, 'tables.editRows', { kind, count }, (write) => {
      const writing = writingOf(context, scope)
      for (const { planned } of judged) {
        if (planned?.outcome === 'added') ledger.importer.add(write, planned, writing)
        else if (planned?.outcome === 'updated' && planned.id !== null) {
          ledger.importer.update(write, planned.id, planned, writing)
        }
      }
      return ok(counts)
    })
  },
}
