import type { Backup } from '../../shared/backup/contract'
import type { OutputOf } from '../desk'
import { refusedText as text } from '../text/backup-refused'

/** What is known of the newest backup against the ledger that cannot be opened; undefined when it was refused. */
type Known = Pick<OutputOf<'backup.previewRestore'>, 'lost' | 'isOfOtherStore'> | 'looking' | undefined

function entriesOf({ side }: Backup): number {
  return side?.journal.entries ?? 0
}

/**
 * What a backup lacks: the newest against the ledger that cannot be opened, as far as its journal can be read, the others
 * against the newest.
 */
export function lacksOf(backup: Backup, newest: Backup, known: Known): string {
  if (known === 'looking') return text.lacksLooking
  const behind = Math.max(0, entriesOf(newest) - entriesOf(backup))
  if (known?.lost && !known.isOfOtherStore) return text.lacks(known.lost.count + behind)
  return behind === 0 ? text.lacksUnknown : text.lacksMore(behind)
}
