import type { Manifest, PackageKind, Verification } from '../../shared/exchange/manifest'
import type { Result } from '../../shared/core/result'

/** A file for people in the root of a package: 季度小结.xlsx. */
export interface ReadableFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A package before it is numbered, signed and written. */
export interface PackageDraft {
  readonly kind: PackageKind
  /** Null = anybody. */
  readonly to: string | null
  readonly period: string | null
  readonly year: number | null
  readonly edition: number
  readonly checkCode: string
  readonly counts: Readonly<Record<string, number>>
  readonly ruleSet: { readonly id: string; readonly version: string } | null
  /** What `data.json` says. */
  readonly payload: unknown
  readonly files: readonly ReadableFile[]
  /** Digests of kept attachments that go along under `att/`. */
  readonly attachments: readonly string[]
}

export interface WrittenPackage {
  readonly manifest: Manifest
  /** SHA-256 of `manifest.json`. */
  readonly digest: string
  /** The whole file, encrypted when a passphrase was given. */
  readonly bytes: Uint8Array
  readonly isEncrypted: boolean
}

/** A package whose structure, digests and signature agree; whether the signer is known is another question. */
export interface ReadPackage {
  readonly fileName: string
  readonly manifest: Manifest
  readonly digest: string
  readonly isSigned: boolean
  readonly isEncrypted: boolean
  /** `data.json`, parsed as JSON and not yet against its schema; null where there is none. */
  readonly payload: unknown
  /** The bytes of an entry that the manifest lists. */
  readonly fileOf: (path: string) => Result<Uint8Array>
}

/** Who signed, as far as this store knows. */
export interface Signer {
  readonly verification: Verification
  /** Of the key that the unit used before; null unless it has changed. */
  readonly earlierKeyId: string | null
}
