import type { Store } from '../../db/access'
import { readChangesOf } from '../../db/repositories/journal-changes'
import { readDeletions, readDeletionsOf } from '../../db/recycle'
import { takeBack } from '../../db/undo'
import type { coreContract, DeletedRecord } from '../../shared/core/contract'
import { addDays, daysBetween, parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { belongingTo, deletedForThemselves, recycleDays, type DeletedRow } from '../../shared/core/recycle'
import { err, ok } from '../../shared/core/result'
import { sharedTableOf, sharedTables, type RowValues } from '../../shared/exchange/shared-tables'
import type { Handlers } from '../../shared/ipc/procedure'
import { openedStore, writeIntent, type Context } from '../context'
import { changesOf } from '../exchange/conflict-rows'
import { RecordWords } from '../exchange/record-titles'

type Own = 'core.changes' | 'core.deleted' | 'core.restoreDeleted'

/** Links between two records are no records of their own: they come back with one of them. */
const links: ReadonlySet<string> = new Set(['finding_measure', 'enterprise_link', 'policy_told', 'training_attendance'])
const recordTables = Object.keys(sharedTables).filter((table) => !links.has(table))

/** Changes of one entry that are listed. */
const maxListed = 300

function daysLeft(today: IsoDate, at: string): number {
  const day = parseIsoDate(at.slice(0, 10))
  // A deletion of a day that lies ahead, by a wrong clock, stays as long as any.
  return day === null ? recycleDays : Math.min(recycleDays, recycleDays - daysBetween(day, today))
}

function recordsOf(context: Context, store: Store): DeletedRecord[] {
  const words = new RecordWords(store)
  const today = context.today()
  return readDeletions(store, addDays(today, -recycleDays), recordTables).flatMap(({ entryId, at, actor, rows }) => {
    const whole = readDeletionsOf(store, entryId)
    return deletedForThemselves(rows).map((row) => ({
      entryId,
      table: row.table,
      rowId: row.rowId,
      // Rows of the journal hold what SQLite stores: texts, numbers, nulls.
      title: words.titleOf(row.table, row.row as RowValues),
      at,
      actor,
      parts: belongingTo(row, whole).length - 1,
      daysLeft: daysLeft(today, at),
    }))
  })
}

function putBack(store: Store, rows: readonly DeletedRow[]): void {
  for (const { table, rowId, row } of rows)
    takeBack(store, { table_name: table, row_id: rowId, before: JSON.stringify(row) })
}

/** What entries changed, field by field, and what was deleted and can come back. */
export const recycleHandlers: Handlers<Pick<typeof coreContract, Own>, Context> = {
  'core.changes': (context, { entryIds, recordId }) => {
    const opened = openedStore(context)
    if (!opened.ok) return opened
    const store = opened.value
    return ok(
      entryIds.map((entryId) => {
        const rows = readChangesOf(store, entryId, recordId, maxListed + 1).filter(({ table }) => sharedTableOf(table))
        const changes = changesOf(store, rows)
        return { entryId, changes: changes.slice(0, maxListed), more: Math.max(0, changes.length - maxListed) }
      }),
    )
  },

  'core.deleted': (context, { limit }) => {
    const opened = openedStore(context)
    if (!opened.ok) return opened
    const records = recordsOf(context, opened.value)
    return ok({ records: records.slice(0, limit), more: Math.max(0, records.length - limit) })
  },

  'core.restoreDeleted': (context, { entryId, table, rowId }) => {
    const opened = openedStore(context)
    if (!opened.ok) return opened
    const store = opened.value
    const rows = belongingTo({ table, rowId }, readDeletionsOf(store, entryId))
    const [record] = rows.filter((row) => row.table === table && row.rowId === rowId)
    if (!record) return err('alreadyRestored')
    const title = new RecordWords(store).titleOf(table, record.row as RowValues)
    try {
      return writeIntent(context, 'core.restoreDeleted', { title }, () => {
        // Children were deleted before what they belong to, so that the last one comes back first.
        putBack(store, rows.toReversed())
        return ok({ rows: rows.length })
      })
    } catch (cause) {
      if (isConstraint(cause)) return err('restoreNeedsOther')
      throw cause
    }
  },
}

function isConstraint(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    cause.code.startsWith('SQLITE_CONSTRAINT') &&
    cause.code !== 'SQLITE_CONSTRAINT_TRIGGER'
  )
}
