import type { Store, WriteDb } from '../../db/access'
import { recordReceived } from '../../db/repositories/packages'
import { readBureau } from '../../db/repositories/settings'
import { err, ok, type Failure, type Result } from '../../shared/core/result'
import type { exchangeContract } from '../../shared/exchange/contract'
import type { PackageKind } from '../../shared/exchange/manifest'
import type { CancelSignal, Output } from '../../shared/ipc/procedure'
import { packageKindLabels } from '../../shared/terms/exchange-keys'
import { mergeText } from '../../shared/terms/merge'
import { backupBefore } from '../backup/backup-before'
import { writeIntent, type Context } from '../context'
import { digestOf, dropKept, isKept, keepBytes } from '../core/attachment-store'
import { receiveSummaries } from '../district/receive-summaries'
import { discardPreview } from '../tables/preview'
import { assignmentsHandler } from './accept-assignments'
import { calendarHandler, identityHandler, rulesHandler } from './accept-documents'
import { receiptHandler } from './accept-receipt'
import { attachPackage } from './kept-package'
import { judgePackage, type Remark } from './judge-package'
import type { Applied, KindHandler, KindPreview } from './kind-handler'
import { mergeOperations, previewMerge } from './merge-operations'
import { readPackage } from './package-file'
import type { ReadPackage } from './package-model'
import type { PackageSession } from './package-sessions'
import { roleOf, trustSigner } from './signer'

type Calls = typeof exchangeContract
type Accepted = Output<Calls['exchange.accept']>

/** The person's answers to what a package asks. */
export interface AcceptAnswers {
  readonly trustSigner: boolean
  readonly acceptUnsigned: boolean
}

/** A package that was looked into: who it is from, what speaks against it, what it would change. */
export interface OpenedPackage {
  readonly session: PackageSession
  readonly remarks: readonly Remark[]
  readonly preview: KindPreview
}

/** Packages that wait for an answer at a time; the oldest goes first. */
const OPEN_AT_ONCE = 4

const handlers: Readonly<Partial<Record<PackageKind, KindHandler>>> = {
  identity: identityHandler,
  assignments: assignmentsHandler,
  receipt: receiptHandler,
  rules: rulesHandler,
  calendar: calendarHandler,
}

/** Payloads whose rows are in the store anyway, and files without one. */
const withoutContent: ReadonlySet<PackageKind> = new Set(['identity', 'colleague', 'summary'])

/** Packages that may change many of the bureau's own records; a backup comes before them. */
const changesMuch: ReadonlySet<PackageKind> = new Set(['assignments', 'colleague'])

const nothing: KindPreview = { counts: {}, changes: [], notes: [], importSession: null }

async function previewOf(
  context: Context,
  store: Store,
  read: ReadPackage,
  signal: CancelSignal,
): Promise<Result<KindPreview>> {
  const { kind, counts } = read.manifest
  if (kind === 'colleague') {
    const merge = await previewMerge(context, store, read)
    if (!merge.ok) return merge
    const { counts: found, changes, missingFiles } = merge.value
    return ok({ counts: found, changes, notes: missingFiles.map(mergeText.missingFile), importSession: null })
  }
  // 收件箱 shows what it takes; here only what the package says of itself.
  if (kind === 'summary') return ok({ ...nothing, counts })
  return handlers[kind]?.preview(context, store, read, signal) ?? ok(nothing)
}

function judged(context: Context, store: Store, read: ReadPackage): readonly Remark[] {
  return judgePackage(context, store, read, { kinds: null, period: null })
}

/** Looks into a file without changing anything; what it would change is only asked of a package that could be taken over. */
export async function openPackage(
  context: Context,
  store: Store,
  file: { readonly fileName: string; readonly bytes: Uint8Array; readonly passphrase: string | null },
  signal: CancelSignal,
): Promise<Result<OpenedPackage>> {
  const read = await readPackage(file)
  if (!read.ok) return read
  const remarks = judged(context, store, read.value)
  const isRefused = remarks.some(({ severity }) => severity === 'refused')
  const preview = isRefused ? ok(nothing) : await previewOf(context, store, read.value, signal)
  if (!preview.ok) return preview
  const { fileName, bytes, passphrase } = file
  const { importSession } = preview.value
  const id = context.newId()
  const session = { id, fileName, bytes, passphrase, sha256: digestOf(bytes), read: read.value, importSession }
  for (const oldest of [...context.packages.keys()].slice(0, 1 - OPEN_AT_ONCE)) discardPackage(context, oldest)
  context.packages.set(id, session)
  return ok({ session, remarks, preview: preview.value })
}

/** Forgets a package that was opened. */
export function discardPackage(context: Context, id: string): void {
  const session = context.packages.get(id)
  if (!session) return
  if (session.importSession !== null) discardPreview(context, session.importSession)
  context.packages.delete(id)
}

/** The first thing that still stands against a package after the person's answers; null where nothing does. */
export function standingRemark(remarks: readonly Remark[], answers: AcceptAnswers): Failure | null {
  const isAnswered = ({ severity, failure }: Remark): boolean =>
    severity === 'note' ||
    (severity === 'asks' && (failure.code === 'packageUnsigned' ? answers.acceptUnsigned : answers.trustSigner))
  return remarks.find((remark) => !isAnswered(remark))?.failure ?? null
}

/** Enters a package that is taken over: its signer, its entry in the register, the original file. */
function register(context: Context, db: WriteDb, { read, fileName, sha256, bytes }: PackageSession): void {
  const { manifest } = read
  const bureau = readBureau(db)
  trustSigner(context, db, read, roleOf(manifest, bureau ? [bureau.name, ...bureau.aliases] : []))
  const content = withoutContent.has(manifest.kind) ? null : JSON.stringify(read.payload)
  recordReceived(db, read, { sha256, at: context.now(), by: context.actor(), content })
  attachPackage(context, db, manifest.id, { fileName, sha256, size: bytes.length })
}

async function acceptByHandler(
  context: Context,
  handler: KindHandler,
  session: PackageSession,
): Promise<Result<Accepted>> {
  const { read, fileName } = session
  const { kind, from } = read.manifest
  const params = { title: packageKindLabels[kind], name: from.unit, fileName }
  const applied = writeIntent(context, 'exchange.accept', params, (db, store): Result<Applied> => {
    const result = handler.apply(context, db, store, session)
    if (result.ok) register(context, db, session)
    return result
  })
  return applied.ok ? ok({ kind, conflicts: 0, ...applied.value, counts: { ...applied.value.counts } }) : applied
}

async function acceptColleague(context: Context, store: Store, session: PackageSession): Promise<Result<Accepted>> {
  const merged = await mergeOperations(context, store, session.read, {
    alongside: (db) => {
      register(context, db, session)
      return ok(null)
    },
  })
  if (!merged.ok) return merged
  const { counts } = merged.value
  return ok({ kind: 'colleague', counts: { ...counts }, conflicts: counts['conflicts'] ?? 0, batchId: null })
}

/** At the district a summary goes the way of 收件箱. */
async function acceptSummary(
  context: Context,
  { fileName, bytes, passphrase, read }: PackageSession,
  answers: AcceptAnswers,
): Promise<Result<Accepted>> {
  const trustNew = answers.trustSigner || answers.acceptUnsigned
  const received = await receiveSummaries(context, [{ fileName, bytes }], { period: null, trustNew, passphrase })
  if (!received.ok) return received
  const [file] = received.value.files
  if (file?.outcome === 'taken')
    return ok({ kind: 'summary', counts: { ...read.manifest.counts }, conflicts: 0, batchId: null })
  // Codes of 收件箱 are those of every refusal; its sentence says more than the code.
  return err('packageNotTaken', { file: fileName, detail: file?.text ?? '' })
}

/** Keeps the original, and what rows will refer to, before anything refers to it; gives what was not there before. */
async function keepOriginals(
  context: Context,
  { bytes, read }: PackageSession,
  handler: KindHandler | undefined,
): Promise<Result<readonly string[]>> {
  const files = handler?.filesToKeep?.(read) ?? ok([])
  if (!files.ok) return files
  const added: string[] = []
  for (const file of [bytes, ...files.value]) {
    const wasKept = isKept(context.dataFolder, digestOf(file))
    const kept = await keepBytes(context.dataFolder, file)
    if (!kept.ok) {
      for (const sha256 of added) await dropKept(context, sha256)
      return kept
    }
    if (!wasKept) added.push(kept.value)
  }
  return ok(added)
}

/**
 * Takes an opened package over: everything in one transaction with one journal entry, which undo takes back. What speaks
 * against it is judged again, as the store may have changed since it was opened.
 */
export async function acceptPackage(
  context: Context,
  store: Store,
  id: string,
  answers: AcceptAnswers,
): Promise<Result<Accepted>> {
  const session = context.packages.get(id)
  if (!session) return err('packageSessionExpired')
  const { read } = session
  const { kind } = read.manifest
  const standing = standingRemark(judged(context, store, read), answers)
  if (standing) return { ok: false, error: standing }
  if (kind === 'summary') return done(context, id, await acceptSummary(context, session, answers))
  const handler = handlers[kind]
  const backup = changesMuch.has(kind) ? await backupBefore(context, 'import') : ok(null)
  if (!backup.ok) return backup
  const kept = await keepOriginals(context, session, handler)
  if (!kept.ok) return kept
  let isAccepted = false
  try {
    const accepted = handler
      ? await acceptByHandler(context, handler, session)
      : await acceptColleague(context, store, session)
    isAccepted = accepted.ok
    return done(context, id, accepted)
  } finally {
    if (!isAccepted) for (const sha256 of kept.value) await dropKept(context, sha256)
  }
}

/** A package that was taken over is closed; one that was refused can be tried again. */
function done(context: Context, id: string, accepted: Result<Accepted>): Result<Accepted> {
  if (accepted.ok) discardPackage(context, id)
  return accepted
}
