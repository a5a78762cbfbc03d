import { rm } from 'node:fs/promises'
import { recordSent } from '../../db/repositories/packages'
import type { Store, WriteDb } from '../../db/access'
import { ok, type Result } from '../../shared/core/result'
import { packageFileName } from '../../shared/exchange/package-file-name'
import { writeIntent, type Context } from '../context'
import { writeFolderAtomically } from '../core/atomic-folder'
import { writePackage } from '../exchange/package-file'
import type { PackageDraft, WrittenPackage } from '../exchange/package-model'

/** A package that is ready to leave, under the name that it will have. */
export interface NamedPackage {
  readonly fileName: string
  readonly draft: PackageDraft
  readonly written: WrittenPackage
}

/** Numbers, signs and names packages, one after the other. */
export async function sealPackages(
  context: Context,
  store: Store,
  drafts: readonly PackageDraft[],
): Promise<Result<readonly NamedPackage[]>> {
  const sealed: NamedPackage[] = []
  for (const draft of drafts) {
    const written = await writePackage(context, store, draft, { passphrase: null })
    if (!written.ok) return written
    const fileName = packageFileName(written.value.manifest, { isEncrypted: false })
    sealed.push({ fileName, draft, written: written.value })
  }
  return ok(sealed)
}

/**
 * Enters packages in the register of what left the house, together with what has to be kept beside, in one transaction
 * and one journal entry.
 */
export function recordIssued(
  context: Context,
  packages: readonly NamedPackage[],
  title: string,
  alsoKeep: (db: WriteDb) => void = () => {},
): Result<{}> {
  const params = { title, count: packages.length }
  return writeIntent(context, 'district.issue', params, (db) => {
    alsoKeep(db)
    for (const { fileName, draft, written } of packages)
      recordSent(db, written, {
        fileName,
        at: context.now(),
        by: context.actor(),
        content: JSON.stringify(draft.payload),
      })
    return ok({})
  })
}

/** Writes packages into a new folder, all or none, then keeps that they left; where that fails the folder goes again. */
export async function issueFolder(
  context: Context,
  target: { readonly parent: string; readonly name: string },
  packages: readonly NamedPackage[],
  alsoKeep?: (db: WriteDb) => void,
): Promise<Result<string>> {
  const files = packages.map(({ fileName, written }) => ({ fileName, bytes: written.bytes }))
  const folder = await writeFolderAtomically(target.parent, target.name, files)
  if (!folder.ok) return folder
  let isKept = false
  try {
    const recorded = recordIssued(context, packages, target.name, alsoKeep)
    isKept = recorded.ok
    return recorded.ok ? folder : recorded
  } finally {
    if (!isKept) await rm(folder.value, { recursive: true, force: true }).catch(() => {})
  }
}
