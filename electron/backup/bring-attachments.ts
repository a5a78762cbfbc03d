import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { ok, type Result } from '../../shared/core/result'
import type { Context } from '../context'
import { writeFailure } from '../core/atomic-file'
import { isKept, keptFile } from '../core/attachment-store'
import { copyProven, isSourceAltered } from '../core/copy-proven'
import type { BackupScope } from './take-backup'

/** Where a file lies in a folder of attachments. */
export function attachmentIn(folder: string, sha256: string): string {
  return path.join(folder, sha256.slice(0, 2), sha256)
}

/**
 * Copies what a backup's records refer to, what is not here, and what lies beside the backup. It comes before the records: a
 * file without a record harms nobody. What lies nowhere stays missing, as it was when the backup was taken.
 */
export async function bringAttachments(
  context: Context,
  folder: string,
  digests: readonly string[],
  scope: BackupScope,
): Promise<Result<null>> {
  const wanted = digests.filter(
    (sha256) => !isKept(context.dataFolder, sha256) && existsSync(attachmentIn(folder, sha256)),
  )
  for (const [index, sha256] of wanted.entries()) {
    const target = keptFile(context.dataFolder, sha256)
    try {
      await mkdir(path.dirname(target), { recursive: true })
      await copyProven(attachmentIn(folder, sha256), target, sha256)
    } catch (thrown) {
      // Altered where it lies: it is missing here, and no false one takes its place.
      if (!isSourceAltered(thrown)) return { ok: false, error: writeFailure(thrown, target) }
    }
    scope.report({ stage: 'attachments', done: index + 1, total: wanted.length })
  }
  return ok(null)
}
