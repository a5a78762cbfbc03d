import { readJournal, readJournalActors, readLastUndo, readLastUndoable } from '../../db/repositories/journal'
import { planUndo } from '../../db/undo'
import type { coreContract, JournalEntry } from '../../shared/core/contract'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Store } from '../../db/access'
import { integrityHandlers } from '../core/integrity-handlers'
import { undoIntent } from '../access/undo-intent'
import { openedStore, type Context } from '../context'
import { recycleHandlers } from '../core/recycle-handlers'

function takeBack(
  context: Context,
  find: (store: Store, actor: string | null) => JournalEntry | null,
  nothing: 'nothingToUndo' | 'nothingToRedo',
): Result<{ entry: JournalEntry }> {
  const store = openedStore(context)
  if (!store.ok) return store
  // Where people sign in, each takes back his own steps only.
  const entry = find(store.value, context.caller?.name ?? null)
  if (!entry) return err(nothing)
  const plan = planUndo(store.value, entry.id)
  if (!plan.ok) return plan
  if (plan.value.edited.length > 0) return err('undoConflict', { count: plan.value.edited.length })
  const undone = undoIntent(context, store.value, entry.id, false)
  return undone.ok ? ok({ entry }) : undone
}

export const coreHandlers: Handlers<typeof coreContract, Context> = {
  ...recycleHandlers,
  ...integrityHandlers,

  'core.journal': (context, query) => {
    const store = openedStore(context)
    return store.ok ? ok(readJournal(store.value, query)) : store
  },
  'core.journalActors': (context) => {
    const store = openedStore(context)
    return store.ok ? ok(readJournalActors(store.value)) : store
  },
  'core.undoLast': (context) => takeBack(context, readLastUndoable, 'nothingToUndo'),
  'core.redoLast': (context) => takeBack(context, readLastUndo, 'nothingToRedo'),
}
