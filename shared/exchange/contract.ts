import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, paragraphSchema } from '../core/schemas'
import { recordRefSchema } from '../reports/preview-contract'
import { lineChapters, lineKinds, verdicts } from './lines'
import { keyIdSchema, packageKinds, packagePeriodSchema, signatureSuites, verifications } from './manifest'
import { storedValueSchema } from './operation'
import { packageFileSchema, passphraseSchema } from './package-schemas'

/** A key as two people compare it on the phone. */
export const fingerprintSchema = z.object({
  /** Eight groups of four digits. */
  digits: z.string(),
  /** The same as eight words. */
  words: z.string(),
})

export const ownIdentitySchema = z.object({
  unit: z.string(),
  keyId: keyIdSchema,
  suite: z.enum(signatureSuites),
  fingerprint: fingerprintSchema,
  madeAt: z.string(),
  /** This PC's name, so that colleagues know whose edits they see. */
  deviceLabel: z.string(),
  /** The day a recovery file was made; null = never, which the screen reminds of. */
  recoverySavedOn: isoDateSchema.nullable(),
})

export const trustRoles = ['district', 'bureau', 'colleague'] as const
export const trustSchema = z.object({
  keyId: keyIdSchema,
  unit: z.string(),
  role: z.enum(trustRoles),
  state: z.enum(['trusted', 'revoked']),
  suite: z.enum(signatureSuites),
  fingerprint: fingerprintSchema,
  firstSeenAt: z.string(),
  changedAt: z.string(),
  changedBy: z.string(),
  replacesId: keyIdSchema.nullable(),
})

/** Who signed a file, and whether we know them. */
export const signerSchema = z.object({
  verification: z.enum(verifications),
  unit: z.string(),
  /** Null for a file without a signature. */
  keyId: keyIdSchema.nullable(),
  fingerprint: fingerprintSchema.nullable(),
  /** The key that this unit used before, where it has changed. */
  earlierFingerprint: fingerprintSchema.nullable(),
})

/** What a package says of itself, after every digest in it was checked. */
export const packageAboutSchema = z.object({
  id: idSchema,
  kind: z.enum(packageKinds),
  fromUnit: z.string(),
  toUnit: z.string().nullable(),
  period: packagePeriodSchema.nullable(),
  year: z.number().int().nullable(),
  edition: z.number().int(),
  sequence: z.number().int(),
  createdAt: z.string(),
  checkCode: z.string(),
  counts: z.record(z.string(), z.number().int()),
  version: z.string(),
  isEncrypted: z.boolean(),
  signer: signerSchema,
  /** Readable files in it, e.g. 季度小结.xlsx. */
  files: z.array(z.object({ path: z.string(), size: z.number().int() })),
})
export type PackageAbout = z.infer<typeof packageAboutSchema>

/** Why a package will not be, or need not be, taken over; in words, with nothing changed. */
export const packageChangeSchema = z.object({
  /** What it is about, in the office's words: 线索 示例科技, 核定 月度信息. */
  title: z.string(),
  field: z.string(),
  from: z.string(),
  to: z.string(),
})

export type PackageChange = z.infer<typeof packageChangeSchema>

export const packageRemarkSchema = z.object({
  severity: z.enum(['refused', 'asks', 'note']),
  code: z.string(),
  text: z.string(),
})

export const packagePreviewSchema = z.object({
  session: idSchema,
  about: packageAboutSchema,
  remarks: z.array(packageRemarkSchema),
  canAccept: z.boolean(),
  /** Added, updated, unchanged, conflicts … by the package's kind. */
  counts: z.record(z.string(), z.number().int()),
  changes: z.array(packageChangeSchema).max(2000),
  /** The preview of the workbook, for 任务分解表: shown and confirmed like any import. */
  importSession: idSchema.nullable(),
})
export type PackagePreview = z.infer<typeof packagePreviewSchema>

/** 异议 of this bureau, to a verdict or to the result. */
export const ownObjectionSchema = z.object({
  id: idSchema,
  text: z.string(),
  isSent: z.boolean(),
  isAccepted: z.boolean().nullable(),
  answer: z.string(),
})

/** One line beside the district's verdict. */
export const standingLineSchema = z.object({
  key: z.string(),
  stream: z.enum(lineChapters),
  kind: z.enum(lineKinds),
  label: z.string(),
  unit: z.string(),
  reported: z.string().nullable(),
  approved: z.string().nullable(),
  verdict: z.enum(verdicts).nullable(),
  reason: z.string(),
  /** What the records say today, where it differs from what was reported. */
  now: z.string().nullable(),
  record: recordRefSchema.nullable(),
  objection: ownObjectionSchema.nullable(),
})

export const sentRowSchema = z.object({
  id: idSchema,
  kind: z.enum(packageKinds),
  period: packagePeriodSchema.nullable(),
  edition: z.number().int(),
  sequence: z.number().int(),
  toUnit: z.string(),
  fileName: z.string(),
  checkCode: z.string(),
  isEncrypted: z.boolean(),
  sentAt: z.string(),
  sentBy: z.string(),
  counts: z.record(z.string(), z.number().int()),
  /** What came back: edition answered, returned rows; null while nothing did. */
  receipt: z.object({ receivedAt: z.string(), returned: z.number().int(), adjusted: z.number().int() }).nullable(),
})

export const receivedRowSchema = z.object({
  id: idSchema,
  kind: z.enum(packageKinds),
  fromUnit: z.string(),
  period: packagePeriodSchema.nullable(),
  edition: z.number().int(),
  sequence: z.number().int(),
  fileName: z.string(),
  checkCode: z.string(),
  signature: z.enum(['trusted', 'unsigned']),
  receivedAt: z.string(),
  receivedBy: z.string(),
  counts: z.record(z.string(), z.number().int()),
})

export const conflictKinds = ['value', 'deleted', 'twin', 'sealed'] as const
export const conflictRowSchema = z.object({
  id: z.string().max(400),
  kind: z.enum(conflictKinds),
  table: z.string(),
  rowId: z.string(),
  /** What the record is called, e.g. 走访 示例科技 2022-06-08. */
  title: z.string(),
  /** Column in the office's words; '' for a whole record. */
  fieldLabel: z.string(),
  record: recordRefSchema.nullable(),
  sides: z.array(
    z.object({
      value: storedValueSchema,
      /** As people read it. */
      text: z.string(),
      deviceLabel: z.string(),
      actor: z.string(),
      at: z.string(),
      /** Which value stands now. */
      isShown: z.boolean(),
    }),
  ),
  /** Whether both can be kept: texts are joined. */
  canKeepBoth: z.boolean(),
})

/** 上报包、回执、密钥、多机合并: everything that leaves or enters by file. */
export const exchangeContract = {
  /** Our key and this PC's name; made at first use. */
  'exchange.identity': { needs: 'view', in: z.object({}), out: ownIdentitySchema },
  'exchange.saveDevice': { needs: 'admin', in: z.object({ label: lineSchema.min(1) }), out: z.object({}) },
  /** Makes a new key of the other suite, signed by the old one; what was signed before stays valid. */
  'exchange.changeSuite': { needs: 'admin', in: z.object({ suite: z.enum(signatureSuites) }), out: ownIdentitySchema },
  /** The small file by which others come to know our key. */
  'exchange.exportIdentity': {
    needs: 'lead',
    in: z.object({ folder: idSchema }),
    out: z.object({ file: packageFileSchema }),
  },
  /** A file with the key, encrypted by a code that is only ever shown and printed. */
  'exchange.saveRecovery': {
    needs: 'admin',
    in: z.object({ folder: idSchema }),
    out: z.object({ file: packageFileSchema, code: z.string(), fingerprint: fingerprintSchema }),
  },
  'exchange.restoreIdentity': {
    needs: 'admin',
    in: z.object({ bytes: z.instanceof(Uint8Array), code: z.string().max(100) }),
    out: ownIdentitySchema,
  },
  /** A new key in place of one that is lost for good; others will see a changed key and ask. Ours is left alone while it can be read. */
  'exchange.renewIdentity': { needs: 'admin', in: z.object({}), out: ownIdentitySchema },
  'exchange.trusts': { needs: 'view', in: z.object({}), out: z.array(trustSchema) },
  'exchange.setTrust': {
    needs: 'admin',
    in: z.object({ keyId: keyIdSchema, state: z.enum(['trusted', 'revoked']) }),
    out: z.object({}),
  },

  /** What would leave the house: to be looked at before it does. */
  'exchange.outline': {
    needs: 'view',
    in: z.object({ period: packagePeriodSchema, withContacts: z.boolean() }),
    out: z.object({
      edition: z.number().int(),
      toUnit: z.string(),
      checkCode: z.string(),
      ruleSet: z.object({ id: z.string(), version: z.string(), name: z.string() }).nullable(),
      parts: z.array(
        z.object({
          stream: z.enum(lineChapters),
          kind: z.enum(lineKinds),
          label: z.string(),
          count: z.number().int(),
          /** 将发送的字段. */
          fields: z.array(z.string()),
        }),
      ),
      /** What stays here, in words: 联系人, 电话 … */
      hidden: z.array(z.string()),
      /** 数字自洽检查, gaps and notes of the report. */
      warnings: z.array(z.object({ kind: z.string(), text: z.string(), record: recordRefSchema.nullable() })),
      /** Against the edition before; empty for v1. */
      changes: z.array(packageChangeSchema),
      objections: z.number().int(),
      lines: z.number().int(),
    }),
  },
  /** Writes the package; refused when nothing has changed since the edition before and no receipt asked for more. */
  'exchange.send': {
    needs: 'lead',
    in: z.object({
      period: packagePeriodSchema,
      withContacts: z.boolean(),
      passphrase: passphraseSchema.nullable(),
      folder: idSchema,
    }),
    out: z.object({ file: packageFileSchema, edition: z.number().int(), checkCode: z.string() }),
  },
  'exchange.sent': { needs: 'view', in: z.object({}), out: z.array(sentRowSchema) },
  /** Writes a package that was sent before once more, byte for byte from what was kept. */
  'exchange.sendAgain': {
    needs: 'lead',
    in: z.object({ id: idSchema, folder: idSchema }),
    out: z.object({ file: packageFileSchema }),
  },

  /** Looks into a file without changing anything; one call for every kind. */
  'exchange.open': {
    needs: 'work',
    in: z.object({
      fileName: lineSchema,
      bytes: z.instanceof(Uint8Array),
      passphrase: z.string().max(200).nullable(),
    }),
    out: packagePreviewSchema,
  },
  /** Takes it over in one transaction; `trustSigner` and `acceptUnsigned` are the person's answers to what was asked. */
  'exchange.accept': {
    needs: 'work',
    in: z.object({ session: idSchema, trustSigner: z.boolean(), acceptUnsigned: z.boolean() }),
    out: z.object({
      kind: z.enum(packageKinds),
      counts: z.record(z.string(), z.number().int()),
      conflicts: z.number().int(),
      /** The batch of an imported 任务分解表. */
      batchId: idSchema.nullable(),
    }),
  },
  'exchange.discard': { needs: 'work', in: z.object({ session: idSchema }), out: z.object({}) },
  'exchange.received': { needs: 'view', in: z.object({}), out: z.array(receivedRowSchema) },

  /** 自报 / 核定 of a period, line by line. */
  'exchange.standing': {
    needs: 'view',
    in: z.object({ period: packagePeriodSchema }),
    out: z.object({
      sent: sentRowSchema.nullable(),
      receipt: z
        .object({
          id: idSchema,
          answers: z.number().int(),
          isFinal: z.boolean(),
          receivedAt: z.string(),
          fromUnit: z.string(),
          docRef: z.string(),
          total: z.string().nullable(),
          ownTotal: z.string().nullable(),
          max: z.string().nullable(),
          rank: z
            .object({ place: z.number().int(), of: z.number().int(), tied: z.number().int(), tieBreak: z.string() })
            .nullable(),
          objectionsUntil: isoDateSchema.nullable(),
          claims: z.array(z.object({ enterprise: z.string(), decision: z.string() })),
        })
        .nullable(),
      lines: z.array(standingLineSchema),
      /** 异议 to the result as a whole. */
      objections: z.array(ownObjectionSchema),
      counts: z.object({
        lines: z.number().int(),
        accepted: z.number().int(),
        adjusted: z.number().int(),
        returned: z.number().int(),
      }),
    }),
  },
  /** An objection to a verdict (or to the result, without a line); it goes out with the next edition. */
  'exchange.saveObjection': {
    needs: 'work',
    in: z.object({
      period: packagePeriodSchema,
      lineKey: z.string().max(200).nullable(),
      text: paragraphSchema.min(1),
    }),
    out: z.object({ id: idSchema }),
  },
  'exchange.dropObjection': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },

  /** The PCs of this bureau that we know of. */
  'exchange.devices': {
    needs: 'view',
    in: z.object({}),
    out: z.array(
      z.object({
        device: idSchema,
        label: z.string(),
        isOwn: z.boolean(),
        /** Edits that we have of it, and how many of ours it is known to have. */
        operations: z.number().int(),
        knowsOfOurs: z.number().int(),
        ours: z.number().int(),
      }),
    ),
  },
  /** Writes our edits, and those of others that we know, for the colleagues. */
  'exchange.sendColleague': {
    needs: 'work',
    in: z.object({
      folder: idSchema,
      /** A device, or null for everybody: all that is known. */
      to: idSchema.nullable(),
      withFiles: z.boolean(),
      passphrase: passphraseSchema.nullable(),
    }),
    out: z.object({ file: packageFileSchema, operations: z.number().int(), files: z.number().int() }),
  },
  /** 共享文件夹交换: each PC writes only its own files there. Null = not set up. */
  'exchange.sharedFolder': {
    needs: 'view',
    in: z.object({}),
    out: z.object({ folder: z.string(), lastSyncedAt: z.string() }).nullable(),
  },
  'exchange.setSharedFolder': { needs: 'admin', in: z.object({ folder: idSchema.nullable() }), out: z.object({}) },
  /** Writes what is new of us and takes over what is new of the others; unknown signers are named and left alone. */
  'exchange.syncFolder': {
    needs: 'view',
    in: z.object({}),
    out: z.object({
      written: z.number().int(),
      taken: z.number().int(),
      conflicts: z.number().int(),
      refused: z.array(z.object({ fileName: z.string(), text: z.string() })),
    }),
  },
  'exchange.conflicts': { needs: 'view', in: z.object({}), out: z.array(conflictRowSchema) },
  /** `side` is the index of the chosen value; null keeps both. */
  'exchange.decide': {
    needs: 'work',
    in: z.object({ id: z.string().max(400), side: z.number().int().min(0).nullable() }),
    out: z.object({}),
  },
} as const
