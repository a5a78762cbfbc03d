import { z } from 'zod'
import { idSchema } from '../core/schemas'

/** At least so long; typed twice in the window. */
export const passphraseSchema = z.string().min(8).max(200)

/** A file that was written for others. */
export const packageFileSchema = z.object({
  fileName: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  fileToken: idSchema,
})
