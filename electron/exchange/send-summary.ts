import { rm } from 'node:fs/promises'
import type { Store } from '../../db/access'
import { markObjectionsSent } from '../../db/repositories/own-objections'
import { readSentById, recordSent } from '../../db/repositories/packages'
import { hasSample } from '../../db/repositories/sample'
import { err, ok, type Result } from '../../shared/core/result'
import { packageFileName } from '../../shared/exchange/package-file-name'
import { sendTerms } from '../../shared/terms/exchange-send'
import { parseReportPeriod } from '../../shared/reports/period'
import { writeIntent, type Context } from '../context'
import { dropKept, keepBytes } from '../core/attachment-store'
import { workerWriter } from '../reports/export-in-folder'
import { attachPackage, keptPackage } from './kept-package'
import { writePackage } from './package-file'
import type { ReadableFile, WrittenPackage } from './package-model'
import { savePackageFile, type PackageFile } from './save-package-file'
import { summaryPackage, type SummaryPackage } from './summary-package'

export interface SendChoice {
  readonly period: string
  readonly withContacts: boolean
  readonly passphrase: string | null
  readonly folder: string
}

/** A package that lies in the folder and in the register. */
export interface SentSummary {
  readonly file: PackageFile & { readonly path: string }
  readonly edition: number
  readonly checkCode: string
}

/** The workbook and the document of the package. */
async function readableFiles(context: Context, { report }: SummaryPackage): Promise<readonly ReadableFile[]> {
  const write = workerWriter(context)
  const kind = parseReportPeriod(report.periodLabel)?.kind ?? 'quarter'
  const files: ReadableFile[] = []
  for (const format of ['xlsx', 'docx'] as const)
    files.push({ path: `${sendTerms.readable[kind]}.${format}`, bytes: await write(format, report) })
  return files
}

/**
 * Writes the next edition of a period's summary into a folder and enters it in the register. The file is whole and read back
 * before it counts as sent; when it cannot be entered it is taken away again.
 */
export async function sendSummary(context: Context, store: Store, choice: SendChoice): Promise<Result<SentSummary>> {
  const { period, withContacts, passphrase, folder } = choice
  if (hasSample(store)) return err('sendHasSample')
  const made = summaryPackage(context, store, period, { withContacts })
  if (!made.ok) return made
  const { draft, isUnchanged, previous } = made.value
  if (isUnchanged) return err('sendUnchanged', { period, edition: previous?.edition ?? 0 })
  const files = await readableFiles(context, made.value)
  const written = await writePackage(context, store, { ...draft, files }, { passphrase })
  if (!written.ok) return written
  return saveAndRecord(context, folder, made.value, written.value)
}

async function saveAndRecord(
  context: Context,
  folder: string,
  { payload, draft }: SummaryPackage,
  written: WrittenPackage,
): Promise<Result<SentSummary>> {
  const { manifest, bytes, isEncrypted } = written
  const kept = await keepBytes(context.dataFolder, bytes)
  if (!kept.ok) return kept
  const file = await savePackageFile(context, folder, packageFileName(manifest, { isEncrypted }), bytes)
  let isEntered = false
  try {
    const entered = file.ok ? record(context, written, JSON.stringify(payload), file.value) : file
    isEntered = entered.ok
    if (!file.ok) return file
    return entered.ok ? ok({ file: file.value, edition: draft.edition, checkCode: manifest.checkCode }) : entered
  } finally {
    // A file that the register does not know must not be carried to the district.
    if (!isEntered) {
      if (file.ok) await rm(file.value.path, { force: true }).catch(() => {})
      await dropKept(context, kept.value)
    }
  }
}

function record(context: Context, written: WrittenPackage, content: string, file: PackageFile): Result<null> {
  const { manifest } = written
  const { fileName, sha256, bytes: size } = file
  const params = { name: `${manifest.period ?? ''} v${manifest.edition}`, title: fileName }
  return writeIntent(context, 'exchange.send', params, (db) => {
    recordSent(db, written, { fileName, at: context.now(), by: context.actor(), content })
    attachPackage(context, db, manifest.id, { fileName, sha256, size })
    markObjectionsSent(db, manifest.period ?? '', manifest.id)
    return ok(null)
  })
}

/** Writes a package that was sent before once more, byte for byte as it was. */
export async function sendAgain(
  context: Context,
  store: Store,
  id: string,
  folder: string,
): Promise<Result<PackageFile & { readonly path: string }>> {
  const sent = readSentById(store.read, id)
  if (!sent) return err('notFound')
  const bytes = keptPackage(context, store.read, id)
  return bytes.ok ? savePackageFile(context, folder, sent.fileName, bytes.value) : bytes
}
