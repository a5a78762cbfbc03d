import type { ReadDb } from '../../db/access'
import type { PackageAbout, packageRemarkSchema } from '../../shared/exchange/contract'
import { fingerprintOf } from '../../shared/exchange/fingerprint'
import { messageText } from '../../shared/terms/messages'
import type { z } from 'zod'
import type { Remark } from './judge-package'
import type { ReadPackage } from './package-model'
import { signerOf } from './signer'

/** The signer as a person judges it: name, fingerprint, and the one that it had before. */
export function presentSigner(db: ReadDb, read: ReadPackage): PackageAbout['signer'] {
  const { verification, earlierKeyId } = signerOf(db, read)
  const { unit, keyId } = read.manifest.from
  return {
    verification,
    unit,
    keyId: read.isSigned ? keyId : null,
    fingerprint: read.isSigned ? fingerprintOf(keyId) : null,
    earlierFingerprint: earlierKeyId === null ? null : fingerprintOf(earlierKeyId),
  }
}

/** What a package says of itself, as the contract has it. */
export function presentPackage(db: ReadDb, read: ReadPackage): PackageAbout {
  const { manifest, isEncrypted } = read
  const { id, kind, from, to, period, year, edition, sequence, createdAt, checkCode, counts, version } = manifest
  return {
    id,
    kind,
    fromUnit: from.unit,
    toUnit: to,
    period,
    year,
    edition,
    sequence,
    createdAt,
    checkCode,
    counts,
    version: `${version.major}.${version.minor}`,
    isEncrypted,
    signer: presentSigner(db, read),
    files: manifest.entries.filter(isReadable).map(({ path, size }) => ({ path, size })),
  }
}

/** Files for people lie in the root. */
function isReadable({ path }: { readonly path: string }): boolean {
  return path !== 'data.json' && !path.includes('/')
}

export function presentRemark({ severity, failure }: Remark): z.infer<typeof packageRemarkSchema> {
  return { severity, code: failure.code, text: messageText(failure.code, failure.params) }
}
