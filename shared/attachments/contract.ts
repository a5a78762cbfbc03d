import { z } from 'zod'
import { idSchema } from '../core/schemas'

/** Rooms whose records keep files. */
export const attachmentRooms = ['investment', 'assignments', 'projects', 'environment', 'revenue', 'registry'] as const
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

/** Files kept with a record of any room. */
export const attachmentsContract = {
  /** Oldest first. */
  'attachments.list': {
    in: z.object({ room: attachmentRoomSchema, recordId: idSchema }),
    out: z.array(attachmentSchema),
  },
  /** Stores the bytes under their digest before the row that refers to them; at most 100 MB. */
  'attachments.add': {
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
    in: z.object({ id: idSchema }),
    out: z.object({ fileName: z.string(), bytes: z.instanceof(Uint8Array) }),
  },
  'attachments.remove': { in: z.object({ id: idSchema }), out: z.object({}) },
} as const
