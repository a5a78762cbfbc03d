import type { ReadPackage } from './package-model'

/** A package that was looked into. It lives in memory only: closing it, or the program, leaves no trace in the store. */
export interface PackageSession {
  readonly id: string
  readonly fileName: string
  /** As the file came; of an encrypted one still encrypted. */
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly passphrase: string | null
  readonly read: ReadPackage
  /** The preview of the workbook in it; null for other kinds. */
  readonly importSession: string | null
}

/** In the order of opening. */
export type PackageSessions = Map<string, PackageSession>
