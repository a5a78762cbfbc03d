import type { Store } from '../../db/access'
import { readObjection } from '../../db/repositories/objections'
import { err, ok, type Result } from '../../shared/core/result'
import type { ReceivedFile, receiveResultSchema } from '../../shared/district/contract'
import { districtText } from '../../shared/terms/district'
import type { z } from 'zod'
import { writeIntent, type Context } from '../context'
import { digestOf, dropKept, isKept, keepBytes } from '../core/attachment-store'
import { readPackage } from '../exchange/package-file'
import { districtStore } from './district-store'
import { judgeSummary } from './judge-summary'
import { judgeTable } from './judge-table'
import { newestOf } from './newest-editions'
import { openPeriodOf, periodOf } from './periods'
import {
  batchOf,
  refused,
  type Batch,
  type Candidate,
  type Judged,
  type ReceiveOptions,
  type ReturnFile,
} from './return-file'
import { writeReturn } from './write-return'

export type ReceiveResult = z.infer<typeof receiveResultSchema>
export type ReceiveProgress = (progress: {
  readonly stage: 'reading' | 'writing'
  readonly done: number
  readonly total: number
}) => void

/** One file: a package, a filled 填报表, or neither; recognised by what it holds, never by its name. */
async function judgeFile(context: Context, store: Store, batch: Batch, { fileName, load }: ReturnFile) {
  const loaded = await load()
  if (!loaded.ok) {
    const text = districtText.received.unreadable(String(loaded.error.params['detail'] ?? ''))
    const isUnreadable = loaded.error.code === 'fileNotReadable'
    return { judged: refused(fileName, loaded.error, isUnreadable ? { text } : {}), bytes: null }
  }
  const bytes = loaded.value
  const read = await readPackage({ fileName, bytes, passphrase: batch.options.passphrase ?? null })
  const sha256 = digestOf(bytes)
  const judged = read.ok
    ? judgeSummary(context, store, batch, read.value, { sha256, size: bytes.length })
    : read.error.code === 'packageNotOurs'
      ? await judgeTable(context, store, batch, { fileName, bytes, sha256 })
      : refused(fileName, read.error)
  return { judged, bytes }
}

/** A period that is locked takes nothing more but 异议 that are new, which have their time after 试公布. */
function ofOpenPeriod(context: Context, store: Store, judged: Judged): Judged {
  if (judged.kind === 'refused') return judged
  const { candidate } = judged
  const { fileName, unitName, unit, payload, read } = candidate
  const open = openPeriodOf(context, store.read, payload.period)
  if (open.ok) return judged
  const isNew = payload.objections.some(({ id }) => readObjection(store.read, id) === null)
  if (unit && isNew) return { kind: 'fits', candidate: { ...candidate, takes: 'objections' } }
  return refused(fileName, open.error, { unit: unitName, source: read ? 'package' : 'table' })
}

/**
 * 收件: takes over all returns among the files in one transaction, and says of each file what became of it. The originals are
 * kept before it; what cannot be taken changes nothing. `notDistrict` and `periodUnknown` refuse the whole, and
 * `periodLocked` when none of them brings a new 异议.
 */
export async function receiveFiles(
  context: Context,
  files: readonly ReturnFile[],
  options: ReceiveOptions,
  report: ReceiveProgress = () => {},
): Promise<Result<ReceiveResult>> {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const { store, office } = opened.value
  const period = options.period === null ? ok(null) : periodOf(context, store.read, options.period)
  if (!period.ok) return period
  const batch = batchOf(store.read, office, context.today(), options)
  const refusals: Extract<Judged, { kind: 'refused' }>[] = []
  const fits: Candidate[] = []
  const isNewOnDisk = new Set<string>()
  for (const [index, file] of files.entries()) {
    report({ stage: 'reading', done: index, total: files.length })
    const { judged: found, bytes } = await judgeFile(context, store, batch, file)
    const judged = ofOpenPeriod(context, store, found)
    if (judged.kind === 'refused' || bytes === null) {
      if (judged.kind === 'refused') refusals.push(judged)
      continue
    }
    const { sha256 } = judged.candidate
    const wasKept = isKept(context.dataFolder, sha256)
    const kept = await keepBytes(context.dataFolder, bytes)
    if (!kept.ok) return kept
    if (!wasKept) isNewOnDisk.add(sha256)
    fits.push(judged.candidate)
  }
  const lockedOn = period.value?.lockedOn ?? null
  if (lockedOn !== null && fits.length === 0) return err('periodLocked', { period: options.period ?? '', on: lockedOn })
  report({ stage: 'writing', done: 0, total: fits.length })
  const { taken, left } = newestOf(fits)
  const params = { count: taken.length, ...(options.period === null ? {} : { title: options.period }) }
  const written =
    taken.length === 0
      ? ok<readonly ReceivedFile[]>([])
      : writeIntent(context, 'district.receive', params, (db) => {
          const writing = { context, db, isSample: options.isSample ?? false }
          return ok(taken.map((candidate) => writeReturn(writing, candidate)))
        })
  // Of a file whose 异议 alone were taken nothing is kept.
  if (written.ok) for (const { sha256, takes } of taken) if (takes !== 'objections') isNewOnDisk.delete(sha256)
  for (const sha256 of isNewOnDisk) await dropKept(context, sha256)
  if (!written.ok) return written
  const outcomes = [...written.value, ...left, ...refusals.map(({ file }) => file)]
  const position = new Map(files.map(({ fileName }, index) => [fileName, index]))
  const order = ({ fileName }: ReceivedFile): number => position.get(fileName) ?? 0
  return ok({
    files: outcomes.toSorted((one, other) => order(one) - order(other)),
    taken: taken.length,
    unknownSigners: refusals.flatMap(({ signer }) => (signer ? [signer] : [])),
  })
}

/** The same for files that are in memory. */
export function receiveSummaries(
  context: Context,
  files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[],
  options: ReceiveOptions,
): Promise<Result<ReceiveResult>> {
  const sources = files.map(({ fileName, bytes }) => ({ fileName, load: () => Promise.resolve(ok(bytes)) }))
  return receiveFiles(context, sources, options)
}
