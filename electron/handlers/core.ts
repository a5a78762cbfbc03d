import { readJournal, readLastUndo, readLastUndoable } from '../../db/repositories/journal'
import { planUndo, undoEntry } from '../../db/undo'
import type { coreContract, JournalEntry } from '../../shared/core/contract'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Store } from '../../db/access'
import { announceTables, openedStore, type Context } from '../context'

function takeBack(
  context: Context,
  find: (store: Store) => JournalEntry | null,
  nothing: 'nothingToUndo' | 'nothingToRedo',
): Result<{ entry: JournalEntry }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const entry = find(store.value)
  if (!entry) return err(nothing)
  const plan = planUndo(store.value, entry.id)
  if (!plan.ok) return plan
  if (plan.value.edited.length > 0) return err('undoConflict', { count: plan.value.edited.length })
  const undone = undoEntry(store.value, entry.id, { actor: context.actor(), at: context.now(), keepEdited: false })
  if (!undone.ok) return undone
  announceTables(context, undone.value.tables)
  return ok({ entry })
}

export const coreHandlers: Handlers<typeof coreContract, Context> = {
  'core.journal': (context, query) => {
    const store = openedStore(context)
    return store.ok ? ok(readJournal(store.value, query)) : store
  },
  'core.undoLast': (context) => takeBack(context, readLastUndoable, 'nothingToUndo'),
  'core.redoLast': (context) => takeBack(context, readLastUndo, 'nothingToRedo'),
}
