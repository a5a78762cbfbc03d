import path from 'node:path'
import { ok, type Result } from '../../shared/core/result'
import { withCheckCode } from '../../shared/reports/check-code'
import type { Report } from '../../shared/reports/model'
import type { Context } from '../context'
import { grantFile } from '../core/grants'
import { sha256Hex } from './digest'
import { exportInFolder } from './export-in-folder'
import type { ExportedFile } from './export-report'

/** A file that was written, as the window gets it: its name, and a token to show it by. */
export type GrantedFile = Omit<ExportedFile, 'path'> & { readonly fileName: string; readonly fileToken: string }

/** Gives out a written file under a token, without its path. */
export function grantedFile(context: Context, { path: file, ...rest }: ExportedFile): GrantedFile {
  return { ...rest, fileName: path.basename(file), fileToken: grantFile(context, file) }
}

/** Writes a ledger as a workbook into a folder that was granted. */
export async function exportLedger(context: Context, report: Report, folder: string): Promise<Result<GrantedFile>> {
  const files = await exportInFolder(context, withCheckCode(report, sha256Hex), folder, ['xlsx'])
  if (!files.ok) return files
  const [file] = files.value
  if (!file) throw new Error('a ledger was asked for as a workbook and none was written')
  return ok(grantedFile(context, file))
}
