import { insertAttachment, readAttachmentsOf } from '../../db/repositories/attachments'
import type { ReadDb, WriteDb } from '../../db/access'
import { err, type Result } from '../../shared/core/result'
import type { Context } from '../context'
import { readKept } from '../core/attachment-store'

const room = 'exchange'

/** Notes the kept bytes of a package with its entry in the register. */
export function attachPackage(
  context: Context,
  db: WriteDb,
  id: string,
  file: { readonly fileName: string; readonly sha256: string; readonly size: number },
): void {
  const by = { addedAt: context.now(), addedBy: context.actor(), isSample: false }
  insertAttachment(db, { id: context.newId(), room, recordId: id, ...file, ...by })
}

/** The bytes of a package as it left or came; proved against their digest. */
export function keptPackage(context: Context, db: ReadDb, id: string): Result<Uint8Array<ArrayBuffer>> {
  const [file] = readAttachmentsOf(db, room, id)
  return file ? readKept(context.dataFolder, file.sha256, file.fileName) : err('notFound')
}
