import { openStore } from '../../db/open'
import { readPreference, savePreference } from '../../db/repositories/preferences'
import { noteReplaced, removePlan, replaceStore, undoReplace, writePlan, type RestorePlan } from '../../db/restore'
import type { Store } from '../../db/access'
import { errorCode } from '../../db/durable-file'
import { err, ok, type Failure, type Result } from '../../shared/core/result'
import type { Context } from '../context'
import { writeFailure } from '../core/atomic-file'
import { takeNewDevice } from './new-device'

/** The ledger remembers the restore it comes from. */
const restoredPreference = 'backup.restored'

/** What stands in the way of opening now and will not for ever: the restore waits. */
const passing: ReadonlySet<string> = new Set(['storeLocked', 'folderNotWritable', 'diskFailing'])

/** How a restore ended: the store is open, or it stays closed for a reason of its own; a refusal leaves what was there. */
export type Ended = { readonly store: Store } | { readonly refused: Failure }

/**
 * Goes on with a restore from wherever it is, with the store closed: `copying` is given up, `replacing` finished, `undoing`
 * undone. A refusal means that what was there before is in place again, or that the restore waits for the next start.
 */
export async function carryOut(context: Context, plan: RestorePlan): Promise<Result<Ended | null>> {
  const { dataFolder } = context
  try {
    if (plan.step === 'replacing') return await replace(context, plan)
    if (plan.step === 'undoing') await undoReplace(dataFolder, plan)
    await removePlan(dataFolder)
    return ok(null)
  } catch (thrown) {
    if (errorCode(thrown) === '') throw thrown
    return { ok: false, error: writeFailure(thrown, dataFolder) }
  }
}

async function replace(context: Context, plan: RestorePlan): Promise<Result<Ended | null>> {
  const { dataFolder } = context
  await replaceStore(dataFolder, plan)
  const opened = await open(context)
  if (opened.ok) return finish(context, plan, opened.value)
  if (passing.has(opened.error.code)) return opened
  if (plan.isExact) {
    await noteReplaced(dataFolder, plan)
    await removePlan(dataFolder)
    return ok({ refused: opened.error })
  }
  const undoing: RestorePlan = { ...plan, step: 'undoing' }
  await writePlan(dataFolder, undoing)
  await undoReplace(dataFolder, undoing)
  await removePlan(dataFolder)
  return err('restoreFailed', { detail: opened.error.code })
}

/** A copy that this program cannot take to its version is no reason to lose what was there. */
async function open(context: Context): Promise<Result<Store>> {
  const { dataFolder: folder, versions } = context
  try {
    return await openStore({
      folder,
      create: false,
      holder: context.actor(),
      now: context.now(),
      appVersion: versions.app,
    })
  } catch (thrown) {
    return err('restoreFailed', { detail: thrown instanceof Error ? thrown.message.slice(0, 200) : 'error' })
  }
}

async function finish(context: Context, plan: RestorePlan, store: Store): Promise<Result<Ended>> {
  const { dataFolder } = context
  try {
    record(store, plan)
    const device = await takeNewDevice(context, plan.device)
    if (!device.ok) {
      store.close()
      return device
    }
    await noteReplaced(dataFolder, plan)
    await removePlan(dataFolder)
    return ok({ store })
  } catch (thrown) {
    store.close()
    throw thrown
  }
}

/** The entry that tells later readers where the journal goes on from; written once, however often this is gone through. */
function record(store: Store, { kind, number, name, of, at, actor, highest }: RestorePlan): void {
  const known = lastRestored(store)
  if (known?.number === number && known.at === at) return
  // The program's own entry: whoever may restore need not be known to the ledger that comes back.
  const intent = kind === 'restore' ? 'backup.restored' : 'backup.reverted'
  store.write({ name: intent, params: { name, at: of }, actor, at }, (db) => {
    savePreference(db, restoredPreference, JSON.stringify({ number, at, highest }))
  })
}

/** The restore that this ledger comes from: backups up to `highest` may hold what it gave up. Null when there was none. */
export function lastRestored(
  store: Store,
): { readonly number: number; readonly at: string; readonly highest: number } | null {
  const kept = readPreference(store.read, restoredPreference)
  if (kept === null) return null
  // Written above, and by nobody else.
  return JSON.parse(kept) as { number: number; at: string; highest: number }
}
