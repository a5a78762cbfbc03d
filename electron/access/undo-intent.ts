import type { Store } from '../../db/access'
import { readIntentOf } from '../../db/repositories/journal'
import { undoEntry } from '../../db/undo'
import type { Result } from '../../shared/core/result'
import { announceTables, type Context } from '../context'
import { guardWrite } from './guard-write'

type Undone = ReturnType<typeof undoEntry>

/** Takes an entry back under the name of whoever makes the call, and judges that as any other write. */
export function undoIntent(context: Context, store: Store, entryId: number, keepEdited: boolean): Undone {
  const undone = undoEntry(store, entryId, {
    actor: context.actor(),
    at: context.now(),
    keepEdited,
    judge: (): Result<null> => guardWrite(context, store, 'journal.undo', readIntentOf(store, entryId)),
  })
  if (undone.ok) announceTables(context, undone.value.tables)
  return undone
}
