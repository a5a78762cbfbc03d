import { z } from 'zod'
import { journalEntrySchema } from '../core/contract'
import { idSchema } from '../core/schemas'

/** Why a backup was taken; the word stands in its file name. */
export const backupReasons = [
  'daily',
  'import',
  'migration',
  'restore',
  'mass-change',
  'year',
  'update',
  'manual',
] as const
export const backupReasonSchema = z.enum(backupReasons)
export type BackupReason = z.infer<typeof backupReasonSchema>

/** `verified`: opened and checked when it was made. `damaged`: no longer what its side file says. `unproven`: no side file. */
export const backupStates = ['verified', 'damaged', 'unproven'] as const

/** What the side file `NNNNNN-<reason>.json` beside a backup says of it; written when the copy was opened and checked. */
export const backupSideSchema = z.object({
  format: z.literal(1),
  number: z.number().int().min(1),
  reason: backupReasonSchema,
  /** Local time with offset, for people; order comes from the number. */
  at: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  schemaVersion: z.number().int(),
  appVersion: z.string(),
  bureau: z.string(),
  /** The head of the journal: what is after it would be lost by restoring. */
  journal: z.object({ entries: z.number().int(), hash: z.string() }),
  /** Rows of each table. */
  counts: z.record(z.string(), z.number().int()),
  /** Digests that the records refer to, and how many of their files were missing then. */
  attachments: z.object({ count: z.number().int(), missing: z.number().int(), sha256: z.string() }),
})
export type BackupSide = z.infer<typeof backupSideSchema>

/** Which folder a backup lies in: the ledger's own, the second one, or one that the person granted (its token). */
export const backupPlaceSchema = z.union([z.literal(['own', 'second']), z.object({ folder: idSchema })])
export type BackupPlace = z.infer<typeof backupPlaceSchema>

/**
 * Which backup is meant. `name` is the file's own name, e.g. `000012-daily.db`, or as earlier versions of the program called
 * a backup before a migration; those have no side file and stay `unproven`.
 */
export const backupKeySchema = z.object({
  place: backupPlaceSchema,
  name: z
    .string()
    .regex(/^(\d{6,}-[a-z-]+|\d{8}-\d{6}-before-migration-v\d+)\.db$/)
    .max(120),
})
export type BackupKey = z.infer<typeof backupKeySchema>

export const backupSchema = backupKeySchema.extend({
  state: z.enum(backupStates),
  /** Null when there is no side file, so that only name and size are known. */
  side: backupSideSchema.nullable(),
  /** Unit: bytes. */
  bytes: z.number().int(),
})
export type Backup = z.infer<typeof backupSchema>

/** How the copy to the second folder went; `faulty`: what was read back is not what was written. */
export const secondOutcomes = ['none', 'copied', 'unreachable', 'full', 'faulty'] as const
export type SecondOutcome = (typeof secondOutcomes)[number]

export const backupProgressSchema = z.object({
  stage: z.enum(['copying', 'checking', 'attachments', 'restoring']),
  done: z.number(),
  total: z.number(),
})

/** 备份与恢复. */
export const backupContract = {
  'backup.overview': {
    needs: 'view',
    in: z.object({}),
    out: z.object({
      /** In the ledger's own folder, newest first. */
      list: z.array(backupSchema),
      /** The newest verified one, or null. */
      last: backupSchema.nullable(),
      /** Journal entries written since the newest verified backup. */
      changesSince: z.number().int(),
      /** The monthly trial of restoring one into a folder of its own. */
      selfTest: z.object({ at: z.string(), name: z.string(), isGood: z.boolean() }).nullable(),
      isSelfTestDue: z.boolean(),
      /** Unit: bytes. */
      freeBytes: z.number().int(),
      ledgerBytes: z.number().int(),
      second: z
        .object({
          /** The folder as people read it. */
          label: z.string(),
          isReachable: z.boolean(),
          /** Lost together with the ledger when the disk fails. */
          isSameDisk: z.boolean(),
          lastAt: z.string().nullable(),
          /** Seven days without a copy there. */
          isDue: z.boolean(),
        })
        .nullable(),
      /** What 回到恢复前 goes back to, as long as it is possible. */
      revert: backupSchema.nullable(),
    }),
  },
  /** The backups of the second folder or of one that the person granted, newest first. */
  'backup.list': { needs: 'view', in: z.object({ place: backupPlaceSchema }), out: z.array(backupSchema) },
  /** Copies, opens, checks, and only then counts; into the second folder too when it is there. */
  'backup.create': {
    needs: 'view',
    in: z.object({}),
    out: z.object({ backup: backupSchema, second: z.enum(secondOutcomes) }),
    event: backupProgressSchema,
  },
  /** Reads the file through and opens it for reading: is it still what it was? */
  'backup.verify': { needs: 'view', in: backupKeySchema, out: backupSchema, event: backupProgressSchema },
  /** Restores the newest one into a folder of its own, compares and removes it again. */
  'backup.selfTest': {
    needs: 'view',
    in: z.object({}),
    out: z.object({ at: z.string(), name: z.string(), isGood: z.boolean() }),
    event: backupProgressSchema,
  },
  /** Null forgets it. The folder must not lie within the ledger's own. */
  'backup.setSecond': { needs: 'admin', in: z.object({ folder: idSchema.nullable() }), out: z.object({}) },
  /** What restoring would change and lose; nothing is written. Works without an open store too. */
  'backup.previewRestore': {
    needs: 'admin',
    in: backupKeySchema,
    out: z.object({
      backup: backupSchema,
      /** Tables whose number of rows differs; `now` is null when the present store cannot be read. */
      differences: z.array(
        z.object({ table: z.string(), inBackup: z.number().int(), now: z.number().int().nullable() }),
      ),
      /** Entries of the present journal that the backup does not have; null when that cannot be told. */
      lost: z.object({ count: z.number().int(), newest: z.array(journalEntrySchema) }).nullable(),
      /** The backup is not an earlier state of the present store, e.g. of another computer. */
      isOfOtherStore: z.boolean(),
      /** Files that the backup's records refer to and that lie neither here nor beside the backup. */
      missingAttachments: z.number().int(),
    }),
    event: backupProgressSchema,
  },
  /** Verifies, backs up the present store, and puts the copy in its place; resumes after a crash at any step. */
  'backup.restore': {
    needs: 'admin',
    in: backupKeySchema,
    out: z.object({ restored: backupSchema, before: backupSchema.nullable() }),
    event: backupProgressSchema,
  },
  /** 回到恢复前: the state that the last restore replaced. */
  'backup.revert': { needs: 'admin', in: z.object({}), out: z.object({}), event: backupProgressSchema },
  /** Opens a store that may not be written (damaged, newer, read-only folder): everything is shown, nothing is saved. */
  'backup.openReadOnly': { needs: 'admin', in: z.object({}), out: z.object({}) },
  /** Tries again to open the store, e.g. after the other user has closed it. */
  'backup.reopen': { needs: 'open', in: z.object({}), out: z.object({}) },
  /** Copies what can be read, row by row, into a new store in a folder that the person granted. The damaged one stays. */
  'backup.rescue': {
    needs: 'admin',
    in: z.object({ folder: idSchema }),
    out: z.object({
      folder: z.string(),
      tables: z.array(z.object({ table: z.string(), read: z.number().int(), lost: z.number().int() })),
      /** Files that the records refer to: those that came along, and those that are missing here or found no room there. */
      attachments: z.object({ copied: z.number().int(), missing: z.number().int() }),
    }),
    event: backupProgressSchema,
  },
} as const
