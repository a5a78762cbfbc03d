import path from 'node:path'
import { readPublication } from '../../db/repositories/publications'
import { err, ok, type Result } from '../../shared/core/result'
import { bulletinReport } from '../../shared/district/bulletin'
import { publicationParts, type issueContract } from '../../shared/district/issue-contract'
import { rankingReport } from '../../shared/district/ranking-table'
import type { Input, Output } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { writeBesideIfBusy } from '../core/atomic-file'
import { clockStamp } from '../core/clock'
import { grantedFolder, grantFile } from '../core/grants'
import { documentBytes } from '../jobs/document-bytes'
import { sha256Hex } from '../reports/digest'
import { reportFileName } from '../reports/export-report'
import { districtStore } from './district-store'
import { paperOf } from './publication-papers'

type Save = (typeof issueContract)['district.savePublication']

/** 通报 and 排名 of a publication, also of an earlier version, out of what was kept of it. */
export async function savePublication(
  context: Context,
  { id, parts, folder, isAnonymous }: Input<Save>,
): Promise<Result<Output<Save>>> {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const target = grantedFolder(context, folder)
  if (!target.ok) return target
  const row = readPublication(opened.value.store.read, id)
  if (!row) return err('notFound')
  const paper = paperOf(opened.value.store.read, row, isAnonymous)
  const orders = publicationParts
    .filter((part) => parts.includes(part))
    .map((part) =>
      part === 'bulletin'
        ? ({ format: 'docx', report: bulletinReport(paper) } as const)
        : ({ format: 'xlsx', report: rankingReport(paper) } as const),
    )
  const made = await documentBytes(context, 'writeReports', { orders })
  const files: Output<Save>['files'] = []
  for (const [index, { format, report }] of orders.entries()) {
    const bytes = made[index] ?? new Uint8Array()
    const file = path.join(target.value, reportFileName(report, format))
    const written = await writeBesideIfBusy(file, bytes, clockStamp(context.now()))
    if (!written.ok) return written
    files.push({
      fileName: path.basename(written.value),
      bytes: bytes.byteLength,
      sha256: sha256Hex(bytes),
      fileToken: grantFile(context, written.value),
    })
  }
  return ok({ files, checkCode: row.checkCode })
}
