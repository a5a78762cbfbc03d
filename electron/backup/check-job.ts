import { checkFreshCopy, type CheckOrder } from '../../db/backup'
import { inspectCopy, type Inspection } from '../../db/backup-check'

/** `isFresh`: a copy that was just made is first made one plain, durable file; any other is only read. */
export interface CheckBackupInput extends CheckOrder {
  readonly isFresh: boolean
}

/** Opens and reads a backup through, in a thread of its own. */
export function checkBackupJob({ isFresh, ...order }: CheckBackupInput): Promise<Inspection> {
  return isFresh ? checkFreshCopy(order) : inspectCopy(order.file, order.attachmentsFolder)
}
