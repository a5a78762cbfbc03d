import type { z } from 'zod'
import type { Store, WriteDb } from '../../db/access'
import { err, ok, type Result } from '../../shared/core/result'
import type { PackageChange } from '../../shared/exchange/contract'
import type { CancelSignal } from '../../shared/ipc/procedure'
import { packageProblems } from '../../shared/terms/exchange-keys'
import type { Context } from '../context'
import type { ReadPackage } from './package-model'
import type { PackageSession } from './package-sessions'

/** What taking a package over would do; nothing has been changed. */
export interface KindPreview {
  readonly counts: Readonly<Record<string, number>>
  readonly changes: readonly PackageChange[]
  /** Worth knowing before it is taken over, in words. */
  readonly notes: readonly string[]
  /** The preview of the workbook in it; null where there is none. */
  readonly importSession: string | null
}

export interface Applied {
  readonly counts: Readonly<Record<string, number>>
  /** The batch of an imported table. */
  readonly batchId: string | null
}

/** What a kind of package is to this store. Signer, register and the original file are the same for all of them. */
export interface KindHandler {
  readonly preview: (
    context: Context,
    store: Store,
    read: ReadPackage,
    signal: CancelSignal,
  ) => Result<KindPreview> | Promise<Result<KindPreview>>
  /** Within the one transaction in which the package is accepted. */
  readonly apply: (context: Context, db: WriteDb, store: Store, session: PackageSession) => Result<Applied>
  /** Files in it that rows will refer to, beside the package itself. */
  readonly filesToKeep?: (read: ReadPackage) => Result<readonly Uint8Array[]>
}

/** The payload against the schema of its kind. */
export function parsedPayload<T>({ fileName, payload }: ReadPackage, schema: z.ZodType<T>): Result<T> {
  const parsed = schema.safeParse(payload)
  return parsed.success ? ok(parsed.data) : err('packageBroken', { file: fileName, detail: packageProblems.data })
}
