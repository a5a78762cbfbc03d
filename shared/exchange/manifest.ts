import { z } from 'zod'
import { idSchema, lineSchema, yearSchema } from '../core/schemas'

/** What a package carries. `identity` is the small file by which keys are exchanged. */
export const packageKinds = ['identity', 'assignments', 'summary', 'receipt', 'rules', 'calendar', 'colleague'] as const
export type PackageKind = (typeof packageKinds)[number]

export const packageFormat = 'sizhua-package'
/** A newer major is refused; a newer minor only adds fields, which are kept. */
export const packageVersion = { major: 1, minor: 0 } as const

/** How digests, signatures and encryption are made. `none` is the manifest of a file that nobody signed. */
export const signatureSuites = ['ed25519-sha256', 'sm2-sm3'] as const
export type SignatureSuite = (typeof signatureSuites)[number]

/** 64 lower-case hexadecimal digits. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/)
/** The key's own name: the first 32 hexadecimal digits of the SHA-256 of suite and public key. */
export const keyIdSchema = z.string().regex(/^[0-9a-f]{32}$/)

export const packagePeriodSchema = z.string().regex(/^\d{4}(Q[1-4]|-(0[1-9]|1[0-2]))$/)

/** How an old key names the one that follows it: whoever trusts the old key may trust the new one. */
export const successionSchema = z.looseObject({
  keyId: keyIdSchema,
  suite: z.enum(signatureSuites),
  /** Base64. */
  publicKey: z.string().max(400),
  signature: z.string().max(400),
})

export const manifestEntrySchema = z.looseObject({
  /** `data.json`, or a readable file in the root of the zip, or `att/<sha256>`. */
  path: z.string().min(1).max(200),
  /** Unit: bytes. */
  size: z.number().int().min(0),
  sha256: digestSchema,
})

/** `manifest.json`: what the file is, from whom, and the digest of each file in it. Unknown fields are kept. */
export const manifestSchema = z.looseObject({
  format: z.literal(packageFormat),
  version: z.looseObject({ major: z.literal(packageVersion.major), minor: z.number().int().min(0) }),
  /** UUID of this very file. */
  id: idSchema,
  kind: z.enum(packageKinds),
  from: z.looseObject({
    unit: lineSchema.min(1),
    mode: z.enum(['bureau', 'district']),
    /** The PC that made it. */
    device: idSchema,
    keyId: keyIdSchema,
  }),
  /** The unit that it is for; null = anybody. */
  to: lineSchema.nullable(),
  period: packagePeriodSchema.nullable(),
  year: yearSchema.nullable(),
  /** v1, v2 … of the same kind, period and receiver. */
  edition: z.number().int().min(1),
  /** Rises with each package of the sender's key; never used twice. */
  sequence: z.number().int().min(1),
  /** SHA-256 of the manifest of the sender's package before; null for the first. */
  previous: digestSchema.nullable(),
  /** For people; never used for ordering. */
  createdAt: z.string().max(40),
  program: z.string().max(40),
  suite: z.enum(signatureSuites),
  /** Base64. */
  publicKey: z.string().max(400),
  /** `4827-1936`; '' where nothing is printed. */
  checkCode: z.string().max(20),
  counts: z.record(z.string(), z.number().int()),
  /** The scheme that the figures were computed by. */
  ruleSet: z.looseObject({ id: z.string().max(100), version: z.string().max(40) }).nullable(),
  /** The key that this one replaces, and its signature over the new public key. */
  replaces: successionSchema.nullable().default(null),
  entries: z.array(manifestEntrySchema).max(20_000),
})
export type Manifest = z.infer<typeof manifestSchema>

/** How far a file can be believed. `unsigned` and `unknown` ask before anything is taken over. */
export const verifications = ['trusted', 'unknown', 'changedKey', 'revoked', 'unsigned'] as const
export type Verification = (typeof verifications)[number]
