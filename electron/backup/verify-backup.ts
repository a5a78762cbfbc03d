import { differenceFrom } from '../../db/backup-check'
import { markDamaged, type StoredBackup } from '../../db/backup-files'
import { APPLICATION_ID } from '../../db/connection'
import type { Context } from '../context'
import { checkCopy } from './check-copy'

export interface Verified {
  readonly backup: StoredBackup
  /** What is wrong with it, in a word; null when nothing is. */
  readonly detail: string | null
}

async function problemOf(context: Context, { file, side, bytes }: StoredBackup, attachments: string) {
  try {
    const found = await checkCopy(context, { file, attachmentsFolder: attachments, bytes, isFresh: false })
    if (side !== null) return differenceFrom(side, found)
    return found.applicationId === APPLICATION_ID ? null : 'identity'
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unreadable'
  }
}

/** Reads a backup through and opens it for reading. What comes out is remembered beside it, so that every list says so. */
export async function verifyBackup(context: Context, backup: StoredBackup, attachments: string): Promise<Verified> {
  const detail = await problemOf(context, backup, attachments)
  const sound = backup.side === null ? 'unproven' : 'verified'
  // A stick that is write-protected cannot remember it; what is said now is right all the same.
  await markDamaged(backup.file, detail !== null).catch(() => {})
  return { backup: { ...backup, state: detail === null ? sound : 'damaged' }, detail }
}
