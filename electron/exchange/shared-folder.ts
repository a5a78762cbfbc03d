import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Store } from '../../db/access'
import { readDevices, readOperationsAfter } from '../../db/repositories/operations'
import { readPreference, savePreference } from '../../db/repositories/preferences'
import { readBureau } from '../../db/repositories/settings'
import { err, ok, type Failure, type Result } from '../../shared/core/result'
import { mergeText } from '../../shared/terms/merge'
import { messageText } from '../../shared/terms/messages'
import { writeIntent, type Context } from '../context'
import { writeFileAtomically } from '../core/atomic-file'
import { namePart } from '../reports/export-report'
import { colleagueDraft } from './colleague-package'
import { judgePackage } from './judge-package'
import type { OwnDevice } from './local-operations'
import { captureEdits, mergeOperations } from './merge-operations'
import { readPackage, writePackage } from './package-file'
import { MAX_PACKAGE_BYTES } from './package-limits'

/** Belongs to this PC: the same folder has another path on another one. */
const folderKey = 'exchange.sharedFolder'

/** So many operations go into one file, so that a slow share never has to carry everything at once. */
const segmentSize = 5000

/** `<单位>_<device>_<from>-<to>.zip`: own operations only, so that no two PCs ever write the same file. */
const segmentName = /^[^_]+_([0-9a-f-]{36})_(\d{1,12})-(\d{1,12})\.zip$/

interface Segment {
  readonly fileName: string
  readonly device: string
  readonly from: number
  readonly to: number
}

export interface SyncReport {
  readonly written: number
  readonly taken: number
  readonly conflicts: number
  readonly refused: readonly { readonly fileName: string; readonly text: string }[]
}

/** The folder of the bureau's PCs; null when none was set up. */
export function sharedFolderOf(store: Store): string | null {
  return readPreference(store.read, folderKey)
}

export function saveSharedFolder(context: Context, folder: string | null): Result<Record<string, never>> {
  return writeIntent(context, 'exchange.saveSettings', { name: folder ?? '' }, (db) => {
    savePreference(db, folderKey, folder)
    return ok({})
  })
}

async function segmentsIn(folder: string): Promise<Result<readonly Segment[]>> {
  try {
    const names = await readdir(folder)
    return ok(
      names
        .flatMap((fileName): Segment[] => {
          const [, device, from, to] = segmentName.exec(fileName) ?? []
          return device === undefined ? [] : [{ fileName, device, from: Number(from), to: Number(to) }]
        })
        .toSorted((left, right) =>
          left.device < right.device ? -1 : left.device > right.device ? 1 : left.from - right.from,
        ),
    )
  } catch (thrown) {
    const detail = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
    return err('sharedFolderMissing', { folder, detail })
  }
}

/** Numbers of 1 … last that no file carries yet; one that was taken away is written again. */
function missingRanges(segments: readonly Segment[], last: number): { readonly from: number; readonly to: number }[] {
  const ranges: { from: number; to: number }[] = []
  let next = 1
  for (const { from, to } of [...segments, { from: last + 1, to: last }]) {
    for (; next < from; next = Math.min(from, next + segmentSize))
      ranges.push({ from: next, to: Math.min(from, next + segmentSize) - 1 })
    next = Math.max(next, to + 1)
  }
  return ranges
}

/**
 * Writes what is new of this PC into the folder and takes over what is new of the others. The store itself is never there;
 * a file is whole or not seen (atomic name, seal), and one that cannot be taken is named and left alone.
 */
export async function syncFolder(
  context: Context,
  store: Store,
  own: OwnDevice,
  folder: string,
): Promise<Result<SyncReport>> {
  const captured = captureEdits(context, own)
  if (!captured.ok) return captured
  const segments = await segmentsIn(folder)
  if (!segments.ok) return segments
  const written = await writeOwn(context, store, own, folder, segments.value)
  if (!written.ok) return written
  const others = segments.value.filter(({ device }) => device !== own.device)
  const taken = await takeOthers(context, store, folder, others)
  return taken.ok ? ok({ written: written.value, ...taken.value }) : taken
}

async function writeOwn(
  context: Context,
  store: Store,
  own: OwnDevice,
  folder: string,
  segments: readonly Segment[],
): Promise<Result<number>> {
  const bureau = readBureau(store.read)
  if (!bureau) return err('notInitialised')
  const last = readDevices(store).find(({ device }) => device === own.device)?.lastSequence ?? 0
  const ours = segments.filter(({ device }) => device === own.device)
  // Somebody else writes under our name, or our data went back to an older state.
  if (ours.some(({ to }) => to > last)) return err('deviceForked', { label: own.label })
  let written = 0
  for (const { from, to } of missingRanges(ours, last)) {
    const operations = readOperationsAfter(store, own.device, from - 1).slice(0, to - from + 1)
    const made = colleagueDraft(context, store, own, { operations, withFiles: true })
    if (!made.ok) return made
    const packed = await writePackage(context, store, made.value.draft, { passphrase: null })
    if (!packed.ok) return packed
    const file = path.join(folder, `${namePart(bureau.name)}_${own.device}_${from}-${to}.zip`)
    const saved = await writeFileAtomically(file, packed.value.bytes)
    if (!saved.ok) return saved
    written += operations.length
  }
  return ok(written)
}

async function takeOthers(
  context: Context,
  store: Store,
  folder: string,
  segments: readonly Segment[],
): Promise<Result<Omit<SyncReport, 'written'>>> {
  const refused: { fileName: string; text: string }[] = []
  const stopped = new Set<string>()
  let [taken, conflicts] = [0, 0]
  for (const segment of segments) {
    const { device, fileName } = segment
    const known = readDevices(store).find((each) => each.device === device)?.lastSequence ?? 0
    // What comes after a file that cannot be taken would only be missing its numbers.
    if (segment.to <= known || stopped.has(device)) continue
    const merged = await takeSegment(context, store, path.join(folder, fileName), segment)
    // Only the person can say whether so much is really to go; what was taken so far stays.
    if (!merged.ok && merged.error.code === 'massChange') return merged
    if (!merged.ok) {
      stopped.add(device)
      refused.push({ fileName, text: messageText(merged.error.code, merged.error.params) })
      continue
    }
    const { counts, missingFiles } = merged.value
    taken += counts['operations'] ?? 0
    conflicts += counts['conflicts'] ?? 0
    refused.push(...missingFiles.map((name) => ({ fileName, text: mergeText.missingFile(name) })))
  }
  return ok({ taken, conflicts, refused })
}

async function takeSegment(context: Context, store: Store, file: string, { fileName, device }: Segment) {
  const bytes = await readSegment(file, fileName)
  if (!bytes.ok) return bytes
  const read = await readPackage({ fileName, bytes: bytes.value, passphrase: null })
  if (!read.ok) return read
  const [remark] = judgePackage(context, store, read.value, { kinds: ['colleague'], period: null })
  if (remark) return { ok: false, error: remark.failure } as const
  if (read.value.manifest.from.device !== device) return err('packageAltered', { file: fileName, detail: 'device' })
  return mergeOperations(context, store, read.value, { isFromFolder: true })
}

async function readSegment(file: string, fileName: string): Promise<Result<Uint8Array>> {
  const unreadable = (error: Failure): Result<never> => ({ ok: false, error })
  try {
    if ((await stat(file)).size > MAX_PACKAGE_BYTES)
      return unreadable({
        code: 'packageTooLarge',
        params: { file: fileName, limit: `${MAX_PACKAGE_BYTES / 1024 ** 2}MB` },
      })
    return ok(await readFile(file))
  } catch {
    return unreadable({ code: 'fileNotReadable', params: { file: fileName } })
  }
}
