import { z } from 'zod'
import { idSchema } from '../core/schemas'

/** Rooms whose records keep files. */
export const attachmentRooms = [
  'investment',
  'assignments',
  'projects',
  'environment',
  'revenue',
  'registry',
  'rectification',
] as const
export const attachmentRoomSchema = z.enum(attachmentRooms)
export type AttachmentRoom = z.infer<typeof attachmentRoomSchema>

export const attachmentSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  sha256: z.string(),
  size: z.number().int(),
  addedAt: z.string(),
  addedBy: z.string(),
})
export type Attachment = z.infer<typeof attachmentSchema>

/** Unit: bytes of one part of an upload. */
export const uploadPartBytes = 4 * 1024 * 1024

/** Files kept with a record of any room. */
export const attachmentsContract = {
  /** Starts a file that comes in parts, so that none of any size is ever held in memory whole. */
  'attachments.begin': {
    needs: 'work',
    in: z.object({ fileName: z.string().min(1).max(255), size: z.number().int().min(0) }),
    out: z.object({ uploadId: idSchema }),
  },
  /** Adds the next part at its offset; a part out of order is refused. A full disk ends the upload and leaves nothing. */
  'attachments.append': {
    needs: 'work',
    in: z.object({
      uploadId: idSchema,
      offset: z.number().int().min(0),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= uploadPartBytes),
    }),
    out: z.object({ received: z.number().int() }),
  },
  /** Gives an upload up and deletes what had come. */
  'attachments.cancelUpload': { needs: 'work', in: z.object({ uploadId: idSchema }), out: z.object({}) },
  /** Copies a kept file into a folder granted by the shell, checked against its digest on the way. */
  'attachments.saveTo': {
    needs: 'view',
    in: z.object({ id: idSchema, folder: idSchema }),
    out: z.object({ fileName: z.string(), fileToken: idSchema }),
  },
  /** Oldest first. */
  'attachments.list': {
    needs: 'view',
    in: z.object({ room: attachmentRoomSchema, recordId: idSchema }),
    out: z.array(attachmentSchema),
  },
  /** Stores the bytes under their digest before the row that refers to them; at most 100 MB. */
  'attachments.add': {
    needs: 'work',
    in: z.object({
      room: attachmentRoomSchema,
      recordId: idSchema,
      fileName: z.string().min(1).max(255),
      bytes: z.instanceof(Uint8Array),
    }),
    out: z.object({ id: idSchema }),
  },
  /** Refuses a missing or altered file. The bytes go to the window, which saves or shows them. */
  'attachments.read': {
    needs: 'view',
    in: z.object({ id: idSchema }),
    out: z.object({ fileName: z.string(), bytes: z.instanceof(Uint8Array) }),
  },
  'attachments.remove': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },
} as const
