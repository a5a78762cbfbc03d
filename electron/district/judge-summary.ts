import type { Store } from '../../db/access'
import { readTrustedKey } from '../../db/repositories/trusted-keys'
import { ok } from '../../shared/core/result'
import type { ReceivedFile } from '../../shared/district/contract'
import type { UnitRecord } from '../../shared/district/record'
import { fingerprintOf } from '../../shared/exchange/fingerprint'
import type { Manifest } from '../../shared/exchange/manifest'
import { summaryPayloadSchema } from '../../shared/exchange/payloads'
import { districtText } from '../../shared/terms/district'
import { packageProblems } from '../../shared/terms/exchange-keys'
import type { Context } from '../context'
import { judgePackage, type Remark } from '../exchange/judge-package'
import type { ReadPackage } from '../exchange/package-model'
import { arrivalOf, refused, type Batch, type Candidate, type Judged } from './return-file'

/** The unit by its name or an alias, else by the key that is known of it: a renamed bureau stays the same unit. */
function unitOf(store: Store, { findUnit }: Batch, { from }: Manifest): UnitRecord | null {
  const named = findUnit(from.unit)
  if (named) return named
  const key = readTrustedKey(store.read, from.keyId)
  return key?.state === 'trusted' && key.role === 'bureau' ? findUnit(key.unit) : null
}

/**
 * Whether 信任并接收 answers what a package asks. It covers signers seen for the first time and files without a signature; a
 * unit whose key changed is trusted one by one, from its key file, never along with seventy others.
 */
function isAnswered({ failure }: Remark, trustNew: boolean): boolean {
  return trustNew && (failure.code === 'signerUnknown' || failure.code === 'packageUnsigned')
}

/** A package that proved whole: for this office, this period, known and new? */
export function judgeSummary(
  context: Context,
  store: Store,
  batch: Batch,
  read: ReadPackage,
  file: { readonly sha256: string; readonly size: number },
): Judged {
  const { manifest, fileName } = read
  const { options, today } = batch
  const unit = unitOf(store, batch, manifest)
  const unitName = unit?.name ?? manifest.from.unit
  const about: Partial<ReceivedFile> = { unit: unitName, edition: manifest.edition, source: 'package' }
  const remarks = judgePackage(context, store, read, { kinds: ['summary'], period: options.period })
  const [against] = remarks.filter((remark) => remark.severity !== 'note' && !isAnswered(remark, options.trustNew))
  if (against) {
    const { keyId } = manifest.from
    const isNew = against.failure.code === 'signerUnknown'
    const signer = { unit: unitName, keyId, digits: fingerprintOf(keyId).digits, fileName }
    return { ...refused(fileName, against.failure, about), ...(isNew ? { signer } : {}) }
  }
  const payload = summaryPayloadSchema.safeParse(read.payload)
  if (!payload.success || payload.data.period !== manifest.period)
    return refused(fileName, { code: 'packageBroken', params: { file: fileName, detail: packageProblems.data } }, about)
  if (!unit && !options.trustNew) return refused(fileName, { code: 'unitUnknown', params: { name: unitName } }, about)
  const arrival = arrivalOf(payload.data.preparedOn, payload.data.period, today)
  const asked = remarks.filter(({ severity }) => severity === 'asks').map(({ failure }) => failure.code)
  const candidate: Candidate = {
    ...file,
    fileName,
    unitName,
    unit,
    payload: payload.data,
    receivedOn: arrival.receivedOn,
    notes: [
      ...arrival.notes,
      ...(asked.includes('signerUnknown')
        ? [districtText.received.newKey(fingerprintOf(manifest.from.keyId).digits)]
        : []),
      ...(asked.includes('packageUnsigned') ? [districtText.received.unsigned] : []),
    ],
    // The bytes behind it are not needed any more.
    read: { ...read, payload: null, fileOf: () => ok(new Uint8Array()) },
  }
  return { kind: 'fits', candidate }
}
