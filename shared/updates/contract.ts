import { z } from 'zod'
import { backupSchema } from '../backup/contract'
import { idSchema } from '../core/schemas'
import { programVersionSchema } from './version'

/** An update that stands ready in the data folder, verified. */
export const preparedUpdateSchema = z.object({
  version: programVersionSchema,
  installer: z.string(),
  /** Unit: bytes. */
  size: z.number().int(),
  notes: z.string(),
  /** For `shell.startUpdate`; the path stays in the main process. */
  folder: idSchema,
  /** What a person may type instead of double-clicking; null where there is no such command. */
  command: z.string().nullable(),
})
export type PreparedUpdate = z.infer<typeof preparedUpdateSchema>

/** What a package would bring. Nothing has been copied yet. */
export const updatePreviewSchema = z.object({
  fileName: z.string(),
  /** Names exactly this package when it is to be prepared. */
  digest: z.string(),
  version: programVersionSchema,
  minimum: programVersionSchema,
  schemaVersion: z.number().int(),
  notes: z.string(),
  installer: z.string(),
  /** Unit: bytes. */
  size: z.number().int(),
  /** Digits of the publisher's key that signed it. */
  signedBy: z.string(),
})
export type UpdatePreview = z.infer<typeof updatePreviewSchema>

/** 更新: new versions of the program by a signed file on a stick. */
export const updatesContract = {
  /** Which program runs here, whom it takes updates from, and what stands ready. */
  'updates.state': {
    needs: 'view',
    in: z.object({}),
    out: z.object({
      version: z.string(),
      platform: z.string(),
      arch: z.string(),
      isPortable: z.boolean(),
      /** Digits of each publisher's key in this program; empty = none, and no package can be taken. */
      publishers: z.array(z.string()),
      prepared: preparedUpdateSchema.nullable(),
    }),
  },
  /** Reads a file that the person chose: structure, signature, digests, and whether it fits this computer. Writes nothing. */
  'updates.open': { needs: 'admin', in: z.object({ file: idSchema }), out: updatePreviewSchema },
  /**
   * Verifies the file again, takes a verified backup, copies the installer into the data folder and reads it back. The
   * backup is null when no ledger is open, or when nothing has changed since the last one that was verified.
   */
  'updates.prepare': {
    needs: 'admin',
    in: z.object({ file: idSchema, digest: z.string().max(64) }),
    out: z.object({ prepared: preparedUpdateSchema, backup: backupSchema.nullable(), isLedgerOpen: z.boolean() }),
    event: z.object({ stage: z.enum(['checking', 'backup', 'copying']) }),
  },
  /** Removes what stands ready; the package on the stick stays. */
  'updates.drop': { needs: 'admin', in: z.object({}), out: z.object({}) },
  /** That the program is another version than last time, until somebody has seen it. */
  'updates.news': {
    needs: 'view',
    in: z.object({}),
    out: z.object({ before: z.string(), version: z.string(), isNewer: z.boolean(), notes: z.string() }).nullable(),
  },
  'updates.seenNews': { needs: 'view', in: z.object({}), out: z.object({}) },
} as const
