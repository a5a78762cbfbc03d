import { readTrustedKey, readTrustedKeys, saveTrustedKey, type TrustedKeyRow } from '../../db/repositories/trusted-keys'
import type { ReadDb, WriteDb } from '../../db/access'
import type { Manifest } from '../../shared/exchange/manifest'
import { matchesUnit } from '../../shared/registry/unit-names'
import type { Context } from '../context'
import type { ReadPackage, Signer } from './package-model'

export type TrustRole = 'district' | 'bureau' | 'colleague'

/** As whom we know the maker of a package. */
export function roleOf({ kind, from }: Manifest, ownNames: readonly string[]): TrustRole {
  if (kind === 'colleague' || (kind === 'identity' && matchesUnit(from.unit, ownNames))) return 'colleague'
  return from.mode
}

function isOfUnit(row: TrustedKeyRow, { from }: Manifest): boolean {
  return matchesUnit(from.unit, [row.unit])
}

/** The key by which we knew this maker so far: of a colleague that of the same PC, of a unit its latest. */
function earlierKey(db: ReadDb, manifest: Manifest): TrustedKeyRow | null {
  const { kind, from } = manifest
  const known = readTrustedKeys(db).filter(
    (row) => row.state === 'trusted' && row.id !== from.keyId && isOfUnit(row, manifest),
  )
  const own = known.find((row) => row.device === from.device)
  const others = kind === 'colleague' ? undefined : known.find((row) => row.role === from.mode)
  return own ?? others ?? null
}

/**
 * Whether we know who signed. A key is trusted for the unit that it was trusted for, so that no unit can speak for another;
 * one that a trusted key named its successor is trusted with it (`readPackage` has proved that signature).
 */
export function signerOf(db: ReadDb, { manifest, isSigned }: ReadPackage): Signer {
  if (!isSigned) return { verification: 'unsigned', earlierKeyId: null }
  const known = readTrustedKey(db, manifest.from.keyId)
  if (known?.state === 'revoked') return { verification: 'revoked', earlierKeyId: null }
  if (known && isOfUnit(known, manifest)) return { verification: 'trusted', earlierKeyId: null }
  const before = manifest.replaces === null ? null : readTrustedKey(db, manifest.replaces.keyId)
  if (before?.state === 'revoked') return { verification: 'revoked', earlierKeyId: before.id }
  if (before && isOfUnit(before, manifest)) return { verification: 'trusted', earlierKeyId: before.id }
  const earlier = earlierKey(db, manifest)
  return earlier
    ? { verification: 'changedKey', earlierKeyId: earlier.id }
    : { verification: 'unknown', earlierKeyId: null }
}

/**
 * Keeps the signer's key: after a person has compared the fingerprint, or because a trusted key named it. To be called with
 * every accepted package that is signed; a revoked key stays revoked.
 */
export function trustSigner(context: Context, db: WriteDb, read: ReadPackage, role: TrustRole): void {
  const { verification, earlierKeyId } = signerOf(db, read)
  const { from, suite, publicKey } = read.manifest
  const known = readTrustedKey(db, from.keyId)
  if (verification === 'unsigned' || verification === 'revoked' || (verification === 'trusted' && known)) return
  const now = context.now()
  saveTrustedKey(db, {
    id: from.keyId,
    unit: from.unit,
    role,
    state: 'trusted',
    suite,
    publicKey,
    device: from.device,
    replacesId: earlierKeyId,
    firstSeenAt: now,
    changedAt: now,
    changedBy: context.actor(),
  })
}
