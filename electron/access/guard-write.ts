import type { Store } from '../../db/access'
import { prepared } from '../../db/prepared'
import { isPermitted, strongerNeed } from '../../shared/access/roles'
import { err, ok, type Result } from '../../shared/core/result'
import { sharedTableOf } from '../../shared/exchange/shared-tables'
import { closedYearTouched } from '../settings/closed-years'
import { checkMassChange } from './mass-change'
import { notPermitted } from './not-permitted'
import { rightsOfRows } from './row-rights'
import type { Caller } from './session'

/** Intents that carry a name or an enterprise into rows of every stream; only what they are about is judged by its rows. */
const carried: Readonly<Record<string, ReadonlySet<string>>> = {
  'registry.savePerson': new Set(['person', 'group_role', 'section']),
  'registry.mergeEnterprises': new Set(['enterprise', 'enterprise_link']),
}

/** Of the context of a call what is asked here. */
interface Writer {
  readonly caller: Caller | null
  readonly confirmedRows: number | null
}

interface Written {
  readonly intent: string
  /** The intent that an undo takes back; null for everything else. */
  readonly undone: string | null
}

/** Whether a table is judged by its rows in this intent. */
function isJudged({ intent, undone }: Written, table: string): boolean {
  // What colleagues did on other PCs was judged there; what stays on this PC (keys) is judged here.
  if (intent === 'exchange.merge') return sharedTableOf(table) === null
  const name = undone ?? intent
  const about = Object.hasOwn(carried, name) ? carried[name] : undefined
  return about?.has(table) ?? true
}

function checkRights(store: Store, entryId: number, written: Written, { rights, need }: Caller): Result<null> {
  // Calls of this room judge for themselves: whoever proves a PIN or a code changes his own account and nothing else.
  if (rights.isAdmin || written.intent.startsWith('access.')) return ok(null)
  const touched = prepared(store.read, 'access.touched', () =>
    store.connection
      .prepare<[number], string>('SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ?')
      .pluck(),
  )
  for (const table of touched.all(entryId)) {
    if (!isJudged(written, table)) continue
    for (const right of rightsOfRows(store, entryId, table)) {
      const needed = strongerNeed(right.need, need)
      if (!isPermitted(rights, needed, right.area)) return notPermitted(needed, right.area)
    }
  }
  return ok(null)
}

/**
 * Judges the entry under way by what it has changed: the rights of whoever makes the call, closed years, and whether it
 * changes many more records than usual. Inside the transaction, after the work; a refusal rolls all of it back. `undone` is
 * the intent that an undo takes back.
 */
export function guardWrite(
  { caller, confirmedRows }: Writer,
  store: Store,
  intentName: string,
  undone: string | null = null,
): Result<null> {
  const underWay = prepared(store.read, 'access.entry', () =>
    store.connection.prepare<[], number>('SELECT entry_id FROM temp.journal_context').pluck(),
  )
  const entryId = underWay.get()
  if (entryId === undefined) return ok(null)
  if (caller) {
    const permitted = checkRights(store, entryId, { intent: intentName, undone }, caller)
    if (!permitted.ok) return permitted
  }
  const year = closedYearTouched(store, entryId, undone ?? intentName)
  if (year !== null) return err('yearClosed', { year })
  return checkMassChange(store, entryId, intentName, confirmedRows)
}
