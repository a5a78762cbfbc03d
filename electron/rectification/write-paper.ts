import { unlink } from 'node:fs/promises'
import path from 'node:path'
import type { Result } from '../../shared/core/result'
import { ok } from '../../shared/core/result'
import type { Report } from '../../shared/reports/model'
import type { Session } from '../access/session'
import type { Context } from '../context'
import { writeFileAtomically } from '../core/atomic-file'
import { freePath } from '../core/free-name'
import { grantFile } from '../core/grants'
import { documentBytes } from '../jobs/document-bytes'
import { reportFileName } from '../reports/export-report'

export interface WrittenPaper {
  readonly fileName: string
  readonly fileToken: string
}

/** A written file as the window gets it. */
export function grantedPaper(context: Context, file: string): WrittenPaper {
  return { fileName: path.basename(file), fileToken: grantFile(context, file) }
}

// By the session, which all calls of one program share.
const turns = new WeakMap<Session, Promise<unknown>>()

/** One after the other: between finding a free name and keeping the record nobody else takes the name. */
function inTurn<T>(context: Context, work: () => Promise<T>): Promise<T> {
  const own = (turns.get(context.session) ?? Promise.resolve()).then(work, work)
  turns.set(context.session, own)
  return own
}

async function writeAndKeep<T>(
  context: Context,
  target: { readonly folder: string; readonly fileName: string },
  bytes: Uint8Array,
  keep: () => Result<T>,
): Promise<Result<{ readonly file: WrittenPaper; readonly kept: T }>> {
  const written = await writeFileAtomically(freePath(target.folder, target.fileName), bytes)
  if (!written.ok) return written
  let isKept = false
  try {
    const kept = keep()
    if (!kept.ok) return kept
    isKept = true
    return ok({ file: grantedPaper(context, written.value), kept: kept.value })
  } finally {
    if (!isKept) await unlink(written.value).catch(() => {})
  }
}

/**
 * Writes paper that goes out and keeps the record of it: first the whole file, then the record. Where the file cannot
 * be written there is no record; where the record cannot be kept the file goes again.
 */
export async function issuePaper<T>(
  context: Context,
  report: Report,
  folder: string,
  keep: () => Result<T>,
): Promise<Result<{ readonly file: WrittenPaper; readonly kept: T }>> {
  const bytes = await documentBytes(context, 'writeReport', { format: 'docx', report })
  const target = { folder, fileName: reportFileName(report, 'docx') }
  return inTurn(context, () => writeAndKeep(context, target, bytes, keep))
}
