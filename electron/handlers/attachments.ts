import {
  deleteAttachment,
  insertAttachment,
  readAttachment,
  readAttachmentsOf,
} from '../../db/repositories/attachments'
import { countEvidenceOfAttachment } from '../../db/repositories/evidence'
import type { attachmentsContract } from '../../shared/attachments/contract'
import { err, ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import { ownerOf } from '../attachments/records'
import { saveCopy } from '../attachments/save-copy'
import { appendToUpload, beginUpload, dropUpload } from '../attachments/uploads'
import { openedStore, writeIntent, type Context } from '../context'
import { keepBytes, readKept } from '../core/attachment-store'

/** Unit: bytes. */
const ATTACHMENT_LIMIT = 100 * 1024 * 1024

export const attachmentsHandlers: Handlers<typeof attachmentsContract, Context> = {
  'attachments.begin': (context, input) => {
    const store = openedStore(context)
    return store.ok ? beginUpload(context, input) : store
  },
  'attachments.append': (context, input) => appendToUpload(context, input),
  'attachments.cancelUpload': async (context, { uploadId }) => {
    await dropUpload(context, uploadId)
    return ok({})
  },
  'attachments.saveTo': (context, { id, folder }) => saveCopy(context, id, folder),

  'attachments.list': (context, { room, recordId }) => {
    const store = openedStore(context)
    return store.ok ? ok(readAttachmentsOf(store.value.read, room, recordId)) : store
  },

  'attachments.add': async (context, { room, recordId, fileName, bytes }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const owner = ownerOf(room)
    const record = owner.find(store.value.read, recordId)
    if (!record) return err('notFound')
    if (bytes.length > ATTACHMENT_LIMIT) {
      return err('attachmentTooLarge', {
        name: fileName,
        size: megabytes(bytes.length),
        limit: megabytes(ATTACHMENT_LIMIT),
      })
    }
    const kept = await keepBytes(context.dataFolder, bytes)
    if (!kept.ok) return kept
    const id = context.newId()
    return writeIntent(context, 'attachments.add', { title: record.title, fileName }, (db) => {
      const now = context.now()
      const about = { id, room, recordId, fileName, sha256: kept.value, size: bytes.length }
      insertAttachment(db, { ...about, addedAt: now, addedBy: context.actor(), isSample: record.isSample })
      owner.touch(db, recordId, now)
      return ok({ id })
    })
  },

  'attachments.read': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readAttachment(store.value.read, id)
    if (!row) return err('notFound')
    if (row.size > ATTACHMENT_LIMIT)
      return err('attachmentTooLargeToShow', { name: row.fileName, size: megabytes(row.size) })
    const bytes = readKept(context.dataFolder, row.sha256, row.fileName)
    return bytes.ok ? ok({ fileName: row.fileName, bytes: bytes.value }) : bytes
  },

  'attachments.remove': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readAttachment(store.value.read, id)
    if (!row) return err('notFound')
    if (countEvidenceOfAttachment(store.value.read, id) > 0) return err('attachmentIsEvidence', { name: row.fileName })
    return writeIntent(context, 'attachments.remove', { fileName: row.fileName }, (db) => {
      deleteAttachment(db, id)
      return ok({})
    })
  },
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`
}
