import type { Store, WriteDb } from '../../db/access'
import { insertOperation, readConflicts, readDevices, saveDevice } from '../../db/repositories/operations'
import { readBureau } from '../../db/repositories/settings'
import { err, ok, type Failure, type Result } from '../../shared/core/result'
import type { PackageChange } from '../../shared/exchange/contract'
import type { Operation } from '../../shared/exchange/operation'
import { colleaguePayloadSchema, type ColleaguePayload } from '../../shared/exchange/payloads'
import { announceTables, openedStore, writeIntent, type Context } from '../context'
import { dropKept, isKept, keepBytes } from '../core/attachment-store'
import { newOperations } from './check-operations'
import { changesOf } from './conflict-rows'
import { captureLocal, mergeIntent, type OwnDevice } from './local-operations'
import { ownIdentity } from './own-identity'
import type { ReadPackage } from './package-model'
import { placeRows, type PlacedRow } from './place-rows'

export interface MergeReport {
  /** operations, added, updated, deleted, unchanged, conflicts, files, missingFiles. */
  readonly counts: Readonly<Record<string, number>>
  readonly changes: readonly PackageChange[]
  /** Names of files that the rows refer to and that neither we nor the package have. */
  readonly missingFiles: readonly string[]
}

/** A colleague's package as the merge takes it. */
export type ColleaguePackage = Pick<ReadPackage, 'fileName' | 'manifest' | 'payload' | 'fileOf'>

/** What this PC is called among its colleagues. */
export async function ownDevice(context: Context, store: Store): Promise<Result<OwnDevice>> {
  const identity = await ownIdentity(context, store)
  if (!identity.ok) return identity
  return ok({ device: identity.value.device, label: identity.value.deviceLabel })
}

/** What taking a colleague's package over would change; nothing is kept. */
export async function previewMerge(
  context: Context,
  store: Store,
  read: ColleaguePackage,
): Promise<Result<MergeReport>> {
  const own = await ownDevice(context, store)
  const payload = payloadOf(read)
  if (!own.ok) return own
  if (!payload.ok) return payload
  let report: Result<MergeReport> = err('packageBroken', { file: read.fileName, detail: '' })
  // The merge itself is the preview: it is done and rolled back.
  const intent = { name: mergeIntent, params: {}, actor: context.actor(), at: context.now() }
  store.write(intent, (db): Result<never> => {
    report = mergeInto(context, store, db, own.value, read, payload.value)
    return err('cancelled')
  })
  return report
}

/**
 * Takes a colleague's package over: files first, then operations, rows and conflicts in one transaction and one journal
 * entry. `alongside` writes what belongs to accepting it (register, trust) into the same. The same package twice changes
 * nothing.
 */
export async function mergeOperations(
  context: Context,
  store: Store,
  read: ColleaguePackage,
  {
    alongside = () => ok(null),
    isFromFolder = false,
  }: {
    readonly alongside?: (db: WriteDb, report: MergeReport) => Result<unknown>
    /** It came by itself: the last step of the person who sits here is another one. */
    readonly isFromFolder?: boolean
  } = {},
): Promise<Result<MergeReport>> {
  const own = await ownDevice(context, store)
  const payload = payloadOf(read)
  if (!own.ok) return own
  if (!payload.ok) return payload
  const kept = await keepFiles(context, read, payload.value)
  if (!kept.ok) return kept
  const params = { name: payload.value.deviceLabel, count: payload.value.operations.length, isFromFolder }
  const merged = writeIntent(context, mergeIntent, params, (db) => {
    const report = mergeInto(context, store, db, own.value, read, payload.value)
    if (!report.ok) return report
    const joined = alongside(db, report.value)
    return joined.ok ? report : joined
  })
  if (!merged.ok) for (const sha256 of kept.value) await dropKept(context, sha256)
  // Conflicts stand outside the journal, which is what announces changes.
  else announceTables(context, ['conflict_decision'])
  return merged
}

/** Operations of our own edits, so that they can be sent or looked at beside those of others. */
export function captureEdits(context: Context, own: OwnDevice): Result<number> {
  return writeIntent(context, mergeIntent, {}, (db, store) => ok(captureLocal(store, db, own)))
}

function payloadOf({ fileName, payload }: ColleaguePackage): Result<ColleaguePayload> {
  const parsed = colleaguePayloadSchema.safeParse(payload)
  return parsed.success ? ok(parsed.data) : err('packageBroken', { file: fileName, detail: 'data.json' })
}

function mergeInto(
  context: Context,
  store: Store,
  db: WriteDb,
  own: OwnDevice,
  read: ColleaguePackage,
  payload: ColleaguePayload,
): Result<MergeReport> {
  const bureau = readBureau(store.read)
  if (!bureau) return err('notInitialised')
  if (payload.bureau !== bureau.name) return err('colleagueOtherBureau', { unit: payload.bureau, own: bureau.name })
  // Before anything of others comes in: our edits so far had not seen it.
  captureLocal(store, db, own)
  const fresh = newOperations(store, own, payload)
  if (!fresh.ok) return fresh
  const before = new Set(readConflicts(store).map(({ id }) => id))
  for (const each of fresh.value) insertOperation(store, db, each)
  noteDevices(store, db, own, read.manifest.from.device, payload, fresh.value)
  const placed = fresh.value.length === 0 ? [] : placeRows(store, db, fresh.value)
  const conflicts = readConflicts(store).filter(({ id }) => !before.has(id)).length
  const missingFiles = missingOf(context, read, placed)
  const counts = {
    operations: fresh.value.length,
    ...countsOf(placed),
    conflicts,
    files: payload.files.length,
    missingFiles: missingFiles.length,
  }
  return ok({ counts, changes: changesOf(store, placed), missingFiles })
}

/** How far each PC is known now, and how far the sender knows the others. */
function noteDevices(
  store: Store,
  db: WriteDb,
  own: OwnDevice,
  sender: string,
  { known, labels }: ColleaguePayload,
  fresh: readonly Operation[],
): void {
  const devices = new Map(readDevices(store).map((each) => [each.device, each]))
  const last = new Map(fresh.map(({ device, sequence }) => [device, sequence]))
  for (const device of new Set([...last.keys(), sender])) {
    if (device === own.device) continue
    const before = devices.get(device)
    const told = { ...before?.known }
    if (device === sender)
      for (const [other, sequence] of Object.entries(known)) told[other] = Math.max(told[other] ?? 0, sequence)
    saveDevice(store, db, {
      device,
      label: labels[device] ?? before?.label ?? device.slice(0, 8),
      lastSequence: last.get(device) ?? before?.lastSequence ?? 0,
      lastEntry: before?.lastEntry ?? 0,
      known: told,
    })
  }
}

function countsOf(placed: readonly PlacedRow[]): Record<'added' | 'updated' | 'deleted' | 'unchanged', number> {
  const counts = { added: 0, updated: 0, deleted: 0, unchanged: 0 }
  for (const { before, after } of placed) {
    if (before === null && after !== null) counts.added += 1
    else if (before !== null && after === null) counts.deleted += 1
    else if (JSON.stringify(before) === JSON.stringify(after)) counts.unchanged += 1
    else counts.updated += 1
  }
  return counts
}

const attached = (sha256: string): string => `att/${sha256}`

function missingOf(context: Context, { manifest }: ColleaguePackage, placed: readonly PlacedRow[]): string[] {
  const inPackage = new Set(manifest.entries.map(({ path }) => path))
  const names = placed.flatMap(({ table, after }) => {
    const [sha256, name] = [after?.['sha256'], after?.['file_name']]
    if (table !== 'attachment' || typeof sha256 !== 'string' || typeof name !== 'string') return []
    return inPackage.has(attached(sha256)) || isKept(context.dataFolder, sha256) ? [] : [name]
  })
  return [...new Set(names)]
}

/** Keeps the files of a package under their digests; gives those that were not here before. */
async function keepFiles(
  context: Context,
  read: ColleaguePackage,
  { files }: ColleaguePayload,
): Promise<Result<readonly string[]>> {
  const added: string[] = []
  const refused = async (error: Failure): Promise<Result<never>> => {
    for (const sha256 of added) await dropKept(context, sha256)
    return { ok: false, error }
  }
  for (const sha256 of new Set(files)) {
    if (isKept(context.dataFolder, sha256)) continue
    const bytes = read.fileOf(attached(sha256))
    if (!bytes.ok) return refused(bytes.error)
    const kept = await keepBytes(context.dataFolder, bytes.value)
    if (!kept.ok) return refused(kept.error)
    added.push(kept.value)
  }
  return ok(added)
}

/** The store and this PC's name in it, for every call about colleagues. */
export async function ownStore(context: Context): Promise<Result<{ readonly store: Store; readonly own: OwnDevice }>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const own = await ownDevice(context, store.value)
  return own.ok ? ok({ store: store.value, own: own.value }) : own
}
