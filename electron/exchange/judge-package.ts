import type { Store } from '../../db/access'
import { isReplayed, readReceivedByDigest, readReceivedOf } from '../../db/repositories/packages'
import { readBureau } from '../../db/repositories/settings'
import type { Failure } from '../../shared/core/result'
import { fingerprintOf } from '../../shared/exchange/fingerprint'
import type { Manifest, PackageKind } from '../../shared/exchange/manifest'
import { matchesUnit } from '../../shared/registry/unit-names'
import type { Bureau } from '../../shared/settings/contract'
import { modeLabels, packageKindLabels } from '../../shared/terms/exchange-keys'
import type { Context } from '../context'
import { readIdentity } from './identity-file'
import type { ReadPackage } from './package-model'
import { keyIdOf } from './signing'
import { signerOf } from './signer'

/** Why a package is not taken over, or only after a question. Nothing has been changed when it is made. */
export interface Remark {
  readonly severity: 'refused' | 'asks' | 'note'
  readonly failure: Failure
}

/** What the place that opens a package can take. */
export interface Wanted {
  /** Kinds that can be taken over here; null = all that this kind of ledger takes. */
  readonly kinds: readonly PackageKind[] | null
  /** The only period that counts, e.g. `2022Q2`; null = any. */
  readonly period: string | null
}

const kindsOfMode: Readonly<Record<Bureau['mode'], readonly PackageKind[]>> = {
  bureau: ['identity', 'assignments', 'receipt', 'rules', 'calendar', 'colleague'],
  district: ['identity', 'summary', 'rules', 'calendar', 'colleague'],
}
/** Kinds of which a newer edition takes the place of the older; the others merge, or keep versions of their own. */
const withEditions: ReadonlySet<PackageKind> = new Set(['assignments', 'summary', 'receipt'])

function refused(code: Failure['code'], params: Failure['params']): Remark {
  return { severity: 'refused', failure: { code, params } }
}

/** Whether this very PC made it, now or with a key it had before. */
export function isOwn(context: Context, { from }: Manifest): boolean {
  const own = readIdentity(context.dataFolder)
  if (!own.ok || !own.value) return false
  const { device, earlier } = own.value
  return from.device === device || [keyIdOf(own.value), ...earlier.map(({ keyId }) => keyId)].includes(from.keyId)
}

function ofPlace(context: Context, bureau: Bureau, { manifest, fileName }: ReadPackage, wanted: Wanted): Remark[] {
  const { kind, to, year, period } = manifest
  const remarks: Remark[] = []
  if (isOwn(context, manifest)) remarks.push(refused('packageFromOurselves', {}))
  const kinds = wanted.kinds ?? kindsOfMode[bureau.mode]
  if (!kinds.includes(kind))
    remarks.push(refused('packageKindNotHere', { kind: packageKindLabels[kind], mode: modeLabels[bureau.mode] }))
  if (to !== null && !matchesUnit(to, [bureau.name, ...bureau.aliases]))
    remarks.push(refused('packageWrongUnit', { to, own: bureau.name }))
  if (year !== null && year !== bureau.year) remarks.push(refused('packageWrongYear', { year, own: bureau.year }))
  if (wanted.period !== null && period !== wanted.period)
    remarks.push(refused('packageWrongPeriod', { file: fileName, period: period ?? '', wanted: wanted.period }))
  return remarks
}

/** What was taken over before: the same again, a sequence used twice, an older edition. */
function ofHistory(store: Store, read: ReadPackage): Remark[] {
  const { manifest, digest, fileName } = read
  const { kind, from, period, year, edition, sequence } = manifest
  const taken = readReceivedByDigest(store.read, digest)
  if (taken) return [refused('packageAlreadyTaken', { at: taken.receivedAt.slice(0, 10) })]
  const remarks: Remark[] = []
  if (read.isSigned && isReplayed(store.read, read))
    remarks.push(refused('packageReplayed', { file: fileName, sequence, unit: from.unit }))
  const newest = readReceivedOf(store.read, kind, period).find(
    (row) => row.year === year && matchesUnit(row.fromUnit, [from.unit]),
  )
  if (withEditions.has(kind) && newest && newest.edition >= edition)
    remarks.push(
      refused('packageStale', {
        unit: from.unit,
        period: period ?? String(year ?? ''),
        edition,
        newer: newest.edition,
        on: newest.receivedAt.slice(0, 10),
      }),
    )
  return remarks
}

function ofSigner(store: Store, read: ReadPackage): Remark[] {
  const { manifest, fileName } = read
  const { verification, earlierKeyId } = signerOf(store.read, read)
  const unit = manifest.from.unit
  const fingerprint = fingerprintOf(manifest.from.keyId).digits
  switch (verification) {
    case 'trusted':
      return []
    case 'unsigned':
      return [{ severity: 'asks', failure: { code: 'packageUnsigned', params: { file: fileName } } }]
    case 'unknown':
      return [{ severity: 'asks', failure: { code: 'signerUnknown', params: { unit, fingerprint } } }]
    case 'changedKey': {
      const before = earlierKeyId === null ? '' : fingerprintOf(earlierKeyId).digits
      return [{ severity: 'asks', failure: { code: 'signerChanged', params: { unit, before, fingerprint } } }]
    }
    case 'revoked':
      return [refused('signerRevoked', { unit, fingerprint })]
  }
}

/**
 * Everything that speaks against taking a package over, refusals first. Only sequence, edition and digest are compared, never
 * a time: clocks on these PCs are often wrong.
 */
export function judgePackage(context: Context, store: Store, read: ReadPackage, wanted: Wanted): readonly Remark[] {
  const bureau = readBureau(store.read)
  if (!bureau) return [refused('notInitialised', {})]
  const remarks = [...ofPlace(context, bureau, read, wanted), ...ofHistory(store, read), ...ofSigner(store, read)]
  const order = ['refused', 'asks', 'note']
  return remarks.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}
