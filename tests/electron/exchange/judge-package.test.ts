import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { readTrustedKey } from '../../../db/repositories/trusted-keys'
import { recordReceived } from '../../../db/repositories/packages'
import { writeIntent } from '../../../electron/context'
import { judgePackage, type Wanted } from '../../../electron/exchange/judge-package'
import { presentPackage } from '../../../electron/exchange/package-about'
import type { PackageDraft, ReadPackage, WrittenPackage } from '../../../electron/exchange/package-model'
import { readZip } from '../../../electron/exchange/read-zip'
import { roleOf, signerOf, trustSigner } from '../../../electron/exchange/signer'
import { ok } from '../../../shared/core/result'
import { fingerprintOf } from '../../../shared/exchange/fingerprint'
import { aBureau, valueOf, type Service } from '../../builders'
import { reading, written, zipOf } from './packages'

const any: Wanted = { kinds: null, period: null }

function aDistrict(): Promise<Service> {
  return aBureau({ bureau: { name: '东丽区考核办', aliases: ['区考核办'], mode: 'district' } })
}

function judge(at: Service, read: ReadPackage, wanted = any) {
  return judgePackage(at.context, at.store(), read, wanted).map(
    ({ severity, failure }) => `${severity} ${failure.code}`,
  )
}

async function received(sent: WrittenPackage): Promise<ReadPackage> {
  return valueOf(await reading(sent.bytes))
}

/** Takes a package over as the accepting rooms do: the signer trusted, the package entered. */
function accept(at: Service, read: ReadPackage): void {
  valueOf(
    writeIntent(at.context, 'exchange.accept', {}, (db) => {
      trustSigner(at.context, db, read, roleOf(read.manifest, ['东丽区考核办']))
      recordReceived(db, read, { sha256: read.digest, at: at.context.now(), by: '值班员', content: null })
      return ok(null)
    }),
  )
}

test('a first package asks about its signer and shows the fingerprint; afterwards it is trusted', async () => {
  const [bureau, district] = [await aBureau(), await aDistrict()]
  const read = await received(await written(bureau))
  const [remark] = judgePackage(district.context, district.store(), read, any)
  const { keyId } = read.manifest.from
  expect(remark).toEqual({
    severity: 'asks',
    failure: { code: 'signerUnknown', params: { unit: '东丽区审计局', fingerprint: fingerprintOf(keyId).digits } },
  })
  accept(district, read)
  expect(readTrustedKey(district.store().read, keyId)).toMatchObject({ unit: '东丽区审计局', role: 'bureau' })
  expect(judge(district, await received(await written(bureau, { edition: 2 })))).toEqual([])
  expect(presentPackage(district.store().read, read)).toMatchObject({
    fromUnit: '东丽区审计局',
    version: '1.0',
    signer: { verification: 'trusted', keyId, fingerprint: fingerprintOf(keyId), earlierFingerprint: null },
    files: [{ path: '季度小结.xlsx' }],
  })
})

test('the same again, an older edition, another of the same edition: each is told', async () => {
  const [bureau, district] = [await aBureau(), await aDistrict()]
  const [v1, v2] = [await received(await written(bureau)), await received(await written(bureau, { edition: 2 }))]
  accept(district, v2)
  expect(judge(district, v2)).toEqual(['refused packageAlreadyTaken'])
  expect(judge(district, v1)).toEqual(['refused packageStale'])
  expect(judge(district, await received(await written(bureau, { edition: 2 })))).toEqual(['refused packageStale'])
  expect(judge(district, await received(await written(bureau, { edition: 1, period: '2022Q3' })))).toEqual([])
  expect(judge(district, await received(await written(bureau, { edition: 3 })))).toEqual([])
})

test('one sequence for two packages of a key is a replay', async () => {
  const [bureau, district] = [await aBureau(), await aDistrict()]
  const first = await received(await written(bureau))
  accept(district, first)
  const { readIdentity, writeIdentity } = await import('../../../electron/exchange/identity-file')
  const own = valueOf(readIdentity(bureau.folder))
  if (!own) throw new Error('no key')
  valueOf(await writeIdentity(bureau.folder, { ...own, sequence: 0, lastDigest: null }))
  const twin = await received(await written(bureau, { edition: 2, period: '2022Q3' }))
  expect(twin.manifest.sequence).toBe(first.manifest.sequence)
  expect(judge(district, twin)).toEqual(['refused packageReplayed'])
})

test('our own file, another unit, another year, another kind, another period', async () => {
  const [bureau, district] = [await aBureau(), await aDistrict()]
  const to = async (changes: Partial<PackageDraft>) => received(await written(bureau, changes))
  const first = await to({})
  accept(district, first)
  expect(judge(bureau, first)).toContain('refused packageFromOurselves')
  expect(judge(district, await to({ to: '河西区考核办', edition: 2 }))).toEqual(['refused packageWrongUnit'])
  expect(judge(district, await to({ to: '区考核办', edition: 2 }))).toEqual([])
  expect(judge(district, await to({ to: null, edition: 2 }))).toEqual([])
  expect(judge(district, await to({ year: 2023, period: '2023Q1' }))).toEqual(['refused packageWrongYear'])
  expect(judge(district, await to({ kind: 'receipt', edition: 2 }))).toEqual(['refused packageKindNotHere'])
  const wanted: Wanted = { kinds: ['summary'], period: '2022Q3' }
  expect(judge(district, await to({ edition: 2 }), wanted)).toEqual(['refused packageWrongPeriod'])
  const other = await aBureau({ bureau: { name: '东丽区财政局', aliases: [] } })
  expect(judge(other, await to({}))).toEqual(
    expect.arrayContaining(['refused packageKindNotHere', 'refused packageWrongUnit', 'asks signerUnknown']),
  )
})

test('a package without a signature asks, and is never taken for one with', async () => {
  const [bureau, district] = [await aBureau(), await aDistrict()]
  const sent = await written(bureau)
  accept(district, await received(await written(bureau, { period: '2022Q1' })))
  const zip = valueOf(await readZip('包.zip', Buffer.from(sent.bytes)))
  const files = [...zip.parts.values()].map(({ path, read }) => ({ path, bytes: read() ?? Buffer.alloc(0) }))
  const bare = valueOf(await reading(await zipOf(files.filter(({ path }) => path !== 'manifest.sig'))))
  expect(judge(district, bare)).toEqual(['asks packageUnsigned'])
  expect(presentPackage(district.store().read, bare).signer).toMatchObject({ verification: 'unsigned', keyId: null })
})

test('a unit with another key is warned about, with both fingerprints', async () => {
  const [bureau, other, district] = [await aBureau(), await aBureau(), await aDistrict()]
  const known = await received(await written(bureau))
  accept(district, known)
  const read = await received(await written(other, { period: '2022Q3' }))
  const [remark] = judgePackage(district.context, district.store(), read, any)
  expect(remark).toEqual({
    severity: 'asks',
    failure: {
      code: 'signerChanged',
      params: {
        unit: '东丽区审计局',
        before: fingerprintOf(known.manifest.from.keyId).digits,
        fingerprint: fingerprintOf(read.manifest.from.keyId).digits,
      },
    },
  })
})

test('a key trusted for one unit does not speak for another', async () => {
  const [bureau, district] = [await aBureau(), await aDistrict()]
  accept(district, await received(await written(bureau)))
  await bureau.call('settings.saveBureau', {
    name: '东丽区财政局',
    aliases: [],
    category: 3,
    mode: 'bureau',
    year: 2022,
  })
  expect(judge(district, await received(await written(bureau)))).toEqual(['asks signerUnknown'])
})

test('a revoked key is refused, and accepting again does not bring it back', async () => {
  const [bureau, district] = [await aBureau(), await aDistrict()]
  const read = await received(await written(bureau))
  accept(district, read)
  const { keyId } = read.manifest.from
  await district.call('exchange.setTrust', { keyId, state: 'revoked' })
  const next = await received(await written(bureau, { edition: 2 }))
  expect(judge(district, next)).toEqual(['refused signerRevoked'])
  accept(district, next)
  expect(readTrustedKey(district.store().read, keyId)).toMatchObject({ state: 'revoked' })
  // Nor does a key that the revoked one names.
  await bureau.call('exchange.changeSuite', { suite: 'sm2-sm3' })
  expect(judge(district, await received(await written(bureau, { edition: 3 })))).toEqual(['refused signerRevoked'])
  expect(await district.call('exchange.trusts', {})).toMatchObject([{ keyId, state: 'revoked', role: 'bureau' }])
  await district.call('exchange.setTrust', { keyId, state: 'trusted' })
  expect(judge(district, await received(await written(bureau, { edition: 3 })))).toEqual([])
})

test('a key that a trusted key named its successor is trusted with it and kept', async () => {
  const [bureau, district] = [await aBureau(), await aDistrict()]
  const old = await received(await written(bureau))
  accept(district, old)
  await bureau.call('exchange.changeSuite', { suite: 'sm2-sm3' })
  const read = await received(await written(bureau, { edition: 2 }))
  expect(judge(district, read)).toEqual([])
  expect(signerOf(district.store().read, read)).toEqual({
    verification: 'trusted',
    earlierKeyId: old.manifest.from.keyId,
  })
  accept(district, read)
  expect(readTrustedKey(district.store().read, read.manifest.from.keyId)).toMatchObject({
    suite: 'sm2-sm3',
    replacesId: old.manifest.from.keyId,
  })
})

test('a wrong clock does not matter: only editions and sequences do', async () => {
  const [bureau, district] = [await aBureau(), await aDistrict()]
  accept(district, await received(await written(bureau)))
  const slow = { ...bureau.context, now: () => '1999-01-01T00:00:00.000+08:00' }
  const late = await received(await written({ context: slow, store: bureau.store }, { edition: 2 }))
  expect(late.manifest.createdAt.slice(0, 4)).toBe('1999')
  expect(judge(district, late)).toEqual([])
})

test('colleagues of one bureau have a key each, told apart by their PC', async () => {
  const [one, two] = [await aBureau(), await aBureau()]
  const colleague = { kind: 'colleague', to: '东丽区审计局', period: null, year: null } as const
  const first = await received(await written(one, colleague))
  expect(judge(two, first)).toEqual(['asks signerUnknown'])
  accept(two, first)
  expect(readTrustedKey(two.store().read, first.manifest.from.keyId)).toMatchObject({ role: 'colleague' })
  const three = await aBureau()
  expect(judge(two, await received(await written(three, colleague)))).toEqual(['asks signerUnknown'])
  // Of these every file counts, whatever its edition.
  expect(judge(two, await received(await written(one, colleague)))).toEqual([])
})
