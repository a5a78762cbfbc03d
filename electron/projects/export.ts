import path from 'node:path'
import { err, ok, type Result } from '../../shared/core/result'
import { withCheckCode } from '../../shared/reports/check-code'
import type { Report } from '../../shared/reports/model'
import type { Context } from '../context'
import { grantFile } from '../core/grants'
import { sha256Hex } from '../reports/digest'
import { exportInFolder } from '../reports/export-in-folder'

/** Writes a ledger into a folder that was granted; gives the file's name and the token that opens it. */
export async function exportLedger(
  context: Context,
  report: Report,
  folder: string,
): Promise<Result<{ readonly fileName: string; readonly fileToken: string }>> {
  const files = await exportInFolder(context, withCheckCode(report, sha256Hex), folder, ['xlsx'])
  if (!files.ok) return files
  const [file] = files.value
  return file
    ? ok({ fileName: path.basename(file.path), fileToken: grantFile(context, file.path) })
    : err('nothingToReport')
}
