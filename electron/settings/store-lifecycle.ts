import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { backupsFolder, listBackups } from '../../db/backup-files'
import { isBehindBackup } from '../../db/behind'
import { logFile, openStore, storeFile, type OpenOptions } from '../../db/open'
import { openReadOnly, sweepCopies } from '../../db/open-read-only'
import { keepDamaged, moveStore, nextQuarantineNumber, quarantineFolder, writeAbout } from '../../db/quarantine'
import { stopsWriting } from '../../db/refusal'
import { readBureau, readCalendars } from '../../db/repositories/settings'
import { readPlan } from '../../db/restore'
import { calendarsOf, type Calendars } from '../../shared/core/calendar'
import { err, ok, type Failure, type Result } from '../../shared/core/result'
import { shippedCalendars } from '../../shared/core/shipped-calendars'
import { clearIncoming } from '../attachments/uploads'
import { carryOut } from '../backup/restore-steps'
import type { Context, StoreState } from '../context'
import { sweepDataFolder } from '../core/temporary-files'
import { clearStaging } from '../tables/staging'

/** Opens the store of the data folder when there is one; a store that cannot be opened is said, never replaced. */
export async function openExistingStore(context: Context): Promise<void> {
  sweepCopies()
  const state = (await restoredState(context)) ?? (await stateAtStart(context))
  context.setStore(state)
  if (state.kind !== 'open' || state.store.readOnly !== null) return
  clearStaging(context)
  clearIncoming(context)
  sweepDataFolder(context.dataFolder)
}

/** A restore that was broken off is finished or taken back first; null when what stands is to be opened. */
async function restoredState(context: Context): Promise<StoreState | null> {
  const plan = await readPlan(context.dataFolder)
  if (plan === null) return null
  const ended = await carryOut(context, plan)
  // Taken back: what was there before is in place again. Waiting: that is said.
  if (!ended.ok) return (await readPlan(context.dataFolder)) ? { kind: 'refused', failure: ended.error } : null
  if (ended.value === null) return null
  return 'store' in ended.value
    ? { kind: 'open', store: ended.value.store }
    : { kind: 'refused', failure: ended.value.refused }
}

async function stateAtStart(context: Context): Promise<StoreState> {
  const { dataFolder } = context
  const missing: StoreState = { kind: 'refused', failure: { code: 'storeMissing', params: { folder: dataFolder } } }
  // Backups without a store mean that the store was lost: asking beats starting anew.
  if (!existsSync(storeFile(dataFolder))) return holdsTraces(dataFolder) ? missing : { kind: 'none' }
  await keepIfBehind(context)
  const opened = await openStore(optionsOf(context, false))
  if (opened.ok) return { kind: 'open', store: opened.value }
  if (opened.error.code !== 'storeMissing') return refusedState(context, opened.error)
  // A file without anything in it, its log read as well, is a first start that was cut short, unless there has been more.
  if (!holdsEarlier(dataFolder)) return { kind: 'none' }
  return refusedState(context, { code: 'storeDamaged', params: { detail: 'empty' } })
}

/** What is opened and written now would be all that is left of it; the missing end of the journal is said elsewhere. */
async function keepIfBehind({ dataFolder, now }: Context): Promise<void> {
  if (!(await isBehindBackup(dataFolder))) return
  await keepDamaged(dataFolder, now()).catch(() => {
    // No room: the ledger opens all the same, and its journal tells what it lacks.
  })
}

function optionsOf(context: Context, create: boolean): OpenOptions {
  const { dataFolder: folder, versions } = context
  return { folder, create, holder: context.actor(), now: context.now(), appVersion: versions.app }
}

/** Whether there has been a store here: backups, files put aside, or a log without its store. */
function holdsTraces(dataFolder: string): boolean {
  return (statSync(logFile(dataFolder), { throwIfNoEntry: false })?.size ?? 0) > 0 || holdsEarlier(dataFolder)
}

function holdsEarlier(dataFolder: string): boolean {
  const backups = path.join(dataFolder, 'backups')
  if (existsSync(path.join(dataFolder, 'quarantine'))) return true
  if (!existsSync(backups)) return false
  // The state file alone only says where a second copy is to go.
  return !statSync(backups).isDirectory() || readdirSync(backups).some((name) => name !== 'state.json')
}

/** What a person sees of a store that cannot be opened; a damaged one is copied aside, one that may be read is shown. */
async function refusedState(context: Context, failure: Failure): Promise<StoreState> {
  if (failure.code === 'folderNotWritable') return readOnlyState(context, failure)
  return { kind: 'refused', failure: await explained(context, failure) }
}

async function explained({ dataFolder, now }: Context, failure: Failure): Promise<Failure> {
  if (failure.code === 'storeNewer') {
    const newest = (await listBackups(backupsFolder(dataFolder)).catch(() => [])).find(
      ({ side }) => side?.schemaVersion === failure.params['found'],
    )
    const app = newest?.side?.appVersion ?? ''
    return { code: failure.code, params: { ...failure.params, app } }
  }
  if (failure.code !== 'storeDamaged') return failure
  try {
    return { code: failure.code, params: { ...failure.params, quarantine: await keepDamaged(dataFolder, now()) } }
  } catch {
    // No room, or a disk that fails: the store stays where it is all the same.
    return failure
  }
}

/** Shows a store that may not be written; refused as before when it cannot be shown either. */
function readOnlyState(context: Context, reason: Failure): StoreState {
  const opened = openReadOnly({ folder: context.dataFolder, reason })
  return opened.ok ? { kind: 'open', store: opened.value } : { kind: 'refused', failure: opened.error }
}

/** What cannot be shown at all: there is nothing, or it is none of ours. */
const notShown: ReadonlySet<string> = new Set(['storeMissing', 'storeNotOurs', 'storeRestoring'])

/** Opens a store that was refused for reading only. */
export function openForReading(context: Context): Result<null> {
  const state = context.storeState()
  if (state.kind === 'open') return ok(null)
  if (state.kind === 'none') return err('notInitialised')
  if (notShown.has(state.failure.code)) return { ok: false, error: state.failure }
  const next = readOnlyState(context, state.failure)
  if (next.kind !== 'open') return { ok: false, error: next.kind === 'refused' ? next.failure : state.failure }
  context.setStore(next)
  return ok(null)
}

/** Tries again to open a store that was refused or that is only read. */
export async function reopenStore(context: Context): Promise<Result<null>> {
  const state = context.storeState()
  if (state.kind === 'open') {
    if (state.store.readOnly === null) return ok(null)
    state.store.close()
  }
  await openExistingStore(context)
  const next = context.storeState()
  return next.kind === 'refused' ? { ok: false, error: next.failure } : ok(null)
}

/** A call met damage or a disk that fails: nothing is written any more. */
export function noteStoreFailure(context: Context, cause: unknown): void {
  const state = context.storeState()
  const reason = stopsWriting(cause)
  if (reason === null || state.kind !== 'open' || state.store.readOnly !== null) return
  state.store.stopWriting(reason)
  context.announce(['settings'])
}

/** Makes the store for a new bureau; where one was lost, only that it is missing may be answered so. */
export async function createStore(context: Context): Promise<Result<null>> {
  const state = context.storeState()
  // Made, but the program was ended before the bureau was saved: the first start goes on with it.
  if (state.kind === 'open') return readBureau(state.store.read) ? err('alreadyInitialised') : ok(null)
  if (state.kind === 'refused' && state.failure.code !== 'storeMissing') return { ok: false, error: state.failure }
  await putLogAside(context)
  const opened = await openStore(optionsOf(context, true))
  if (!opened.ok) return opened
  context.setStore({ kind: 'open', store: opened.value })
  return ok(null)
}

/** The log of a lost store holds its last saves, and SQLite would delete it beside a new one. */
async function putLogAside({ dataFolder, now }: Context): Promise<void> {
  if (existsSync(storeFile(dataFolder)) || !existsSync(logFile(dataFolder))) return
  const folder = quarantineFolder(dataFolder, await nextQuarantineNumber(dataFolder))
  await moveStore(dataFolder, folder)
  await writeAbout(folder, { kind: 'damaged', at: now(), backup: null })
}

/** Shipped 放假安排 with the imported ones over them. */
export function calendarsOfState(state: StoreState): Calendars {
  return calendarsOf([...shippedCalendars, ...(state.kind === 'open' ? readCalendars(state.store.read) : [])])
}
