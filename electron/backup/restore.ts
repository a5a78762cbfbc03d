import { differenceFrom, type Inspection } from '../../db/backup-check'
import { backupsFolder, highestNumber, markDamaged, presentBackup } from '../../db/backup-files'
import { APPLICATION_ID, heldByAnother, pageProblem } from '../../db/connection'
import { errorCode } from '../../db/durable-file'
import { isOnNetworkShare } from '../../db/location'
import { migrations } from '../../db/migrations'
import { storeFile } from '../../db/open'
import { nextQuarantineNumber } from '../../db/quarantine'
import { readPlan, removePlan, stagedLog, stagedStore, writePlan, type RestorePlan } from '../../db/restore'
import type { Backup, BackupKey, backupContract } from '../../shared/backup/contract'
import { err, ok, type Failure, type Result } from '../../shared/core/result'
import type { Output } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { writeFailure } from '../core/atomic-file'
import { copyProven, NotProven } from '../core/copy-proven'
import { bringAttachments } from './bring-attachments'
import { checkCopy } from './check-copy'
import { backupOfKey, type FoundBackup } from './places'
import { carryOut } from './restore-steps'
import { settleStore, shutStore } from './shut-store'
import { backupTurn, copySoon, takeOwn, type BackupScope } from './take-backup'

/** A file and what it must be to the byte. */
export interface ProvenFile {
  readonly file: string
  readonly sha256: string
}

/** What takes the place of the store, and how the journal names it. */
export interface Replacement {
  readonly kind: RestorePlan['kind']
  readonly name: string
  readonly of: string
  readonly store: ProvenFile
  readonly log: ProvenFile | null
  /** Put back as it was, whatever state that is. */
  readonly isExact: boolean
}

/** Reads a backup through: it must be what its side file says, a store of this program, and none of a newer one. */
export async function proveBackup(context: Context, { backup, attachments }: FoundBackup): Promise<Result<Inspection>> {
  const { file, side, bytes } = backup
  const damaged = async (detail: string): Promise<Result<never>> => {
    // A stick that is write-protected cannot remember it.
    await markDamaged(file, true).catch(() => {})
    return err('backupDamaged', { detail })
  }
  let found: Inspection
  try {
    found = await checkCopy(context, { file, attachmentsFolder: attachments, bytes, isFresh: false })
  } catch (thrown) {
    return damaged(errorCode(thrown) || (thrown instanceof Error ? thrown.message.slice(0, 100) : 'error'))
  }
  const difference = side && differenceFrom(side, found)
  if (difference) return damaged(difference)
  if (found.applicationId !== APPLICATION_ID) return err('backupDamaged', { detail: 'application_id' })
  const known = migrations.length
  if (found.schemaVersion <= known) return ok(found)
  return err('storeNewer', { found: found.schemaVersion, known, app: side?.appVersion ?? '' })
}

/** Puts a backup in the place of the present store. */
export function restoreBackup(
  context: Context,
  key: BackupKey,
  scope: BackupScope,
): Promise<Result<Output<(typeof backupContract)['backup.restore']>>> {
  return backupTurn(context, async () => {
    const found = await backupOfKey(context, key)
    if (!found.ok) return found
    scope.report({ stage: 'checking', done: 0, total: 1 })
    const proven = await proveBackup(context, found.value)
    if (!proven.ok) return proven
    const { backup, attachments } = found.value
    const before = await keepPresent(context, scope)
    if (!before.ok) return before
    const brought = await bringAttachments(context, attachments, proven.value.digests, scope)
    if (!brought.ok) return brought
    scope.report({ stage: 'restoring', done: 0, total: 1 })
    const replaced = await replaceWith(context, before.value, {
      kind: 'restore',
      name: backup.name,
      of: backup.side?.at ?? '',
      store: { file: backup.file, sha256: proven.value.sha256 },
      log: null,
      isExact: false,
    })
    return replaced.ok ? ok({ restored: presentBackup(backup, key.place), before: before.value }) : replaced
  })
}

/**
 * Backs up the present store as the way back. Null when there is none that can be read, so that its files in quarantine are
 * the way back; a refusal when it can be read and yet could not be backed up. To be called in turn.
 */
export async function keepPresent(context: Context, scope: BackupScope): Promise<Result<Backup | null>> {
  const state = context.storeState()
  if (state.kind !== 'open' || state.store.readOnly !== null) return ok(null)
  const taken = await takeOwn(context, 'restore', scope)
  if (taken.ok) {
    copySoon(context, taken.value)
    return ok(presentBackup(taken.value, 'own'))
  }
  return isWhole(state.store.connection) ? taken : ok(null)
}

function isWhole(connection: Parameters<typeof pageProblem>[0]): boolean {
  try {
    return pageProblem(connection) === null
  } catch {
    return false
  }
}

/** Copies, proves, closes, moves the present store aside and opens the copy in its place. To be called in turn. */
export async function replaceWith(
  context: Context,
  before: Backup | null,
  replacement: Replacement,
): Promise<Result<null>> {
  const { dataFolder } = context
  if (isOnNetworkShare(dataFolder)) return err('storeOnNetworkShare', { folder: dataFolder })
  // One that waits is finished first: what it replaced must stay findable.
  const waiting = await readPlan(dataFolder)
  // One that had only copied is given up; its disk may have kept it from being removed.
  if (waiting && waiting.step !== 'copying') return err('storeRestoring')
  const plan = await newPlan(context, before, replacement)
  const staged = await stage(context, plan, replacement)
  if (!staged.ok) return staged
  shutStore(context)
  const ended = await swap(context, plan)
  await settleStore(context, ended.ok ? ended.value : null)
  return ended.ok ? ok(null) : ended
}

async function swap(context: Context, plan: RestorePlan): ReturnType<typeof carryOut> {
  const { dataFolder } = context
  // Our own lock went with closing; only now can another program's be seen.
  const held = heldByAnother(storeFile(dataFolder))
  if (held) return giveUp(dataFolder, held)
  const replacing: RestorePlan = { ...plan, step: 'replacing' }
  try {
    await writePlan(dataFolder, replacing)
  } catch (thrown) {
    return giveUp(dataFolder, writeFailure(thrown, storeFile(dataFolder)))
  }
  return carryOut(context, replacing)
}

async function giveUp(dataFolder: string, error: Failure): Promise<Result<never>> {
  // A plan that only copies is given up by the next start.
  await removePlan(dataFolder).catch(() => {})
  return { ok: false, error }
}

async function newPlan(context: Context, before: Backup | null, replacement: Replacement): Promise<RestorePlan> {
  const { kind, name, of, isExact } = replacement
  return {
    format: 1,
    kind,
    number: await nextQuarantineNumber(context.dataFolder),
    name,
    of,
    at: context.now(),
    actor: context.actor(),
    backup: before?.name ?? null,
    highest: await highestNumber(backupsFolder(context.dataFolder)),
    device: context.newId(),
    isExact,
    step: 'copying',
  }
}

/** The copy under a name of its own, proven, before anything that stands is touched. */
async function stage(context: Context, plan: RestorePlan, { store, log }: Replacement): Promise<Result<null>> {
  const { dataFolder } = context
  try {
    await removePlan(dataFolder)
    await writePlan(dataFolder, plan)
    if (log) await copyProven(log.file, stagedLog(dataFolder), log.sha256)
    await copyProven(store.file, stagedStore(dataFolder), store.sha256)
    return ok(null)
  } catch (thrown) {
    await removePlan(dataFolder).catch(() => {})
    if (thrown instanceof NotProven) return err('backupDamaged', { detail: 'sha256' })
    return { ok: false, error: writeFailure(thrown, storeFile(dataFolder)) }
  }
}
