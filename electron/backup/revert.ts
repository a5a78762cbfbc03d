import { existsSync } from 'node:fs'
import path from 'node:path'
import { logFile, storeFile } from '../../db/open'
import { isAsKept, type QuarantineFolder } from '../../db/quarantine'
import { err, ok, type Result } from '../../shared/core/result'
import type { Context } from '../context'
import { keepPresent, proveBackup, replaceWith, type Replacement } from './restore'
import { nameOfQuarantined, revertTarget, type RevertTarget } from './revert-target'
import { backupTurn, type BackupScope } from './take-backup'

/** 回到恢复前: puts back what the last restore replaced; what stands now can be gone back to in the same way. */
export function revertRestore(context: Context, scope: BackupScope): Promise<Result<null>> {
  return backupTurn(context, async () => {
    const target = await revertTarget(context)
    if (target === null) return err('nothingToRevert')
    scope.report({ stage: 'checking', done: 0, total: 1 })
    const replacement = await replacementOf(context, target)
    if (!replacement.ok) return replacement
    const before = await keepPresent(context, scope)
    if (!before.ok) return before
    scope.report({ stage: 'restoring', done: 0, total: 1 })
    return replaceWith(context, before.value, replacement.value)
  })
}

/** The backup, or the files themselves where there is none or it is no longer sound. */
async function replacementOf(context: Context, target: RevertTarget): Promise<Result<Replacement>> {
  const { backup, quarantined } = target
  const attachments = path.join(context.dataFolder, 'attachments')
  const folder = quarantined.folder
  const proven = backup && (await proveBackup(context, { backup, folder, attachments }))
  if (backup && proven?.ok)
    return ok({
      kind: 'revert',
      name: backup.name,
      of: backup.side?.at ?? '',
      store: { file: backup.file, sha256: proven.value.sha256 },
      log: null,
      isExact: false,
    })
  const files = await quarantinedFiles(quarantined)
  return files ? ok(files) : err('nothingToRevert')
}

async function quarantinedFiles(quarantined: QuarantineFolder): Promise<Replacement | null> {
  const { about, folder } = quarantined
  if (!about?.store || !(await isAsKept(quarantined))) return null
  const log = about.log && existsSync(logFile(folder)) ? { file: logFile(folder), sha256: about.log.sha256 } : null
  const store = { file: storeFile(folder), sha256: about.store.sha256 }
  return { kind: 'revert', name: nameOfQuarantined(quarantined), of: about.at, store, log, isExact: true }
}
