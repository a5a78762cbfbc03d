import { z } from 'zod'

/**
 * What this computer knows of its backups, in `backups/state.json`. It is how the computer is set up and what it did, not a
 * fact of the bureau, so it is not in the ledger: a restored ledger must not bring back an older state of it.
 */
export const backupStateSchema = z.object({
  format: z.literal(1),
  /** The highest number ever given, so that none is used again. */
  highest: z.number().int().min(0),
  second: z
    .object({
      /** The folder that the person chose. */
      folder: z.string(),
      /** Our folder in it, named after the bureau when it was last written; '' = never yet. */
      ownName: z.string(),
      /** Local time with offset; null = no copy there yet. */
      lastAt: z.string().nullable(),
      /** The head of the journal of the last copy there. */
      lastHash: z.string(),
    })
    .nullable(),
  /** The last monthly trial. */
  selfTest: z.object({ at: z.string(), name: z.string(), isGood: z.boolean() }).nullable(),
})
export type BackupState = z.infer<typeof backupStateSchema>

/** A computer that has not been told anything yet. */
export const newBackupState: BackupState = { format: 1, highest: 0, second: null, selfTest: null }
