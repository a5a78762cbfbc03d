import { Buffer } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { keepBytes } from '../../../electron/core/attachment-store'
import { changeIdentity } from '../../../electron/exchange/own-identity'
import { readZip } from '../../../electron/exchange/read-zip'
import { makeKeyPair } from '../../../electron/exchange/signing'
import { fingerprintOf } from '../../../shared/exchange/fingerprint'
import { packageFileName } from '../../../shared/exchange/package-file-name'
import { ok } from '../../../shared/core/result'
import { aBureau, codeOf, filesBelow, valueOf } from '../../builders'
import { aDraft, reading, written, zipOf, type LooseFile } from './packages'

/** The files of a package, as a tool that unpacks it finds them. */
async function unpacked(bytes: Uint8Array): Promise<LooseFile[]> {
  const zip = valueOf(await readZip('包.zip', Buffer.from(bytes)))
  return [...zip.parts.values()].map(({ path: name, read }) => ({ path: name, bytes: read() ?? Buffer.alloc(0) }))
}

test('what is written comes back whole: manifest, data, readable files, attachments', async () => {
  const bureau = await aBureau()
  const photo = Buffer.from('a photo')
  const sha256 = valueOf(await keepBytes(bureau.folder, photo))
  const sent = await written(bureau, { attachments: [sha256] })
  const read = valueOf(await reading(sent.bytes))
  expect(read).toMatchObject({ isSigned: true, isEncrypted: false, digest: sent.digest, payload: aDraft().payload })
  expect(read.manifest).toEqual(sent.manifest)
  expect(read.manifest.from).toMatchObject({ unit: '东丽区审计局', mode: 'bureau' })
  expect(Buffer.from(valueOf(read.fileOf('季度小结.xlsx'))).toString()).toContain('a workbook')
  expect(Buffer.from(valueOf(read.fileOf(`att/${sha256}`)))).toEqual(photo)
  expect(codeOf(read.fileOf('别的.xlsx'))).toBe('packageBroken')
  expect((await unpacked(sent.bytes)).map(({ path: name }) => name)).toEqual([
    'manifest.json',
    'manifest.sig',
    'data.json',
    '季度小结.xlsx',
    `att/${sha256}`,
  ])
})

test('sequences rise, each package names the one before, and two at once do not share a number', async () => {
  const bureau = await aBureau()
  const all = await Promise.all([written(bureau), written(bureau), written(bureau)])
  expect(all.map(({ manifest }) => manifest.sequence)).toEqual([1, 2, 3])
  expect(all.map(({ manifest }) => manifest.previous)).toEqual([null, all[0].digest, all[1].digest])
})

test('the key file is private, and its secret is in no other file of the data folder and in no package', async () => {
  const bureau = await aBureau()
  const sent = await written(bureau)
  const file = path.join(bureau.folder, 'keys', 'identity.json')
  expect(process.platform === 'win32' || (statSync(file).mode & 0o777) === 0o600).toBe(true)
  const { privateKey } = JSON.parse(readFileSync(file, 'utf8')) as { privateKey: string }
  const secret = Buffer.from(privateKey, 'base64')
  expect(secret).toHaveLength(32)
  bureau.store().connection.pragma('wal_checkpoint(TRUNCATE)')
  const others = filesBelow(bureau.folder).filter((name) => !name.startsWith('keys'))
  expect(others).toContain('ledger.db')
  const looked = [sent.bytes, ...others.map((name) => readFileSync(path.join(bureau.folder, name)))]
  const unpackedBytes = (await unpacked(sent.bytes)).map(({ bytes }) => bytes)
  for (const bytes of [...looked, ...unpackedBytes])
    for (const form of [secret, privateKey, secret.toString('hex')])
      expect(Buffer.from(bytes).includes(form)).toBe(false)
})

// GB/T 32918 and GM/T: the second suite is a choice of the bureau.
test('the SM2 suite signs and encrypts with SM4', async () => {
  const bureau = await aBureau()
  const key = await makeKeyPair('sm2-sm3')
  valueOf(
    await changeIdentity(bureau.context, bureau.store(), async (own) => ok({ identity: { ...own, ...key }, value: 0 })),
  )
  const plain = await written(bureau)
  expect(valueOf(await reading(plain.bytes)).manifest).toMatchObject({ suite: 'sm2-sm3', publicKey: key.publicKey })
  const locked = await written(bureau, {}, '口令 correct horse')
  const envelope = (await unpacked(locked.bytes)).find(({ path: name }) => name === 'envelope.json')
  expect(JSON.parse(Buffer.from(envelope?.bytes ?? []).toString())).toMatchObject({ cipher: 'sm4-gcm' })
  expect(valueOf(await reading(locked.bytes, '口令 correct horse')).isEncrypted).toBe(true)
  expect(codeOf(await reading(locked.bytes, '口令 correct hors'))).toBe('passphraseWrong')
})

test('an encrypted package says so, asks, and opens with its passphrase alone', async () => {
  const bureau = await aBureau()
  const sent = await written(bureau, {}, 'Abcd1234')
  expect(sent.isEncrypted).toBe(true)
  expect(packageFileName(sent.manifest, sent)).toBe('东丽区审计局_2022Q2_v1_加密.zip')
  expect(Buffer.from(sent.bytes).includes('示例科技')).toBe(false)
  expect((await unpacked(sent.bytes)).map(({ path: name }) => name)).toEqual([
    '请先看这里.txt',
    'envelope.json',
    'payload.bin',
  ])
  expect(codeOf(await reading(sent.bytes))).toBe('packageEncrypted')
  expect(codeOf(await reading(sent.bytes, 'abcd1234'))).toBe('passphraseWrong')
  const read = valueOf(await reading(sent.bytes, 'Ａbcd１234'))
  expect(read).toMatchObject({ isEncrypted: true, isSigned: true, digest: sent.digest })
})

test('files are named after unit, period and kind', async () => {
  const bureau = await aBureau()
  const { manifest } = await written(bureau)
  const name = (changes: object, label = '') =>
    packageFileName({ ...manifest, ...changes }, { isEncrypted: false, label })
  expect(name({})).toBe('东丽区审计局_2022Q2_v1.zip')
  expect(name({ kind: 'receipt', to: '东丽区财政局', edition: 2 })).toBe('东丽区财政局_2022Q2_回执_v2.zip')
  expect(name({ kind: 'assignments', to: '东丽区财政局', period: null })).toBe('东丽区财政局_2022_任务分解表_v1.zip')
  expect(name({ kind: 'identity', period: null, year: null })).toBe('东丽区审计局_密钥.zip')
  const colleague = { kind: 'colleague', period: null, year: null, sequence: 12 }
  expect(name(colleague, '一科的/电脑')).toBe('东丽区审计局_同事包_一科的电脑_12.zip')
})

// A bureau may unpack and pack again with whatever its PCs have; only what is in the file counts.
test('packed again by another tool and renamed, it is the same package', async () => {
  const bureau = await aBureau()
  const sent = await written(bureau)
  const files = await unpacked(sent.bytes)
  const again = [
    await zipOf(files.toReversed()),
    await zipOf(files.map((file) => ({ ...file, isPacked: false }))),
    await zipOf(files.map((file) => ({ ...file, path: `东丽区审计局_2022Q2_v1/${file.path}` }))),
  ]
  for (const bytes of again) {
    const read = valueOf(await reading(bytes, null, '新建文件夹.rar'))
    expect(read).toMatchObject({ digest: sent.digest, isSigned: true })
    expect(Buffer.from(valueOf(read.fileOf('季度小结.xlsx'))).toString()).toContain('a workbook')
  }
})

test('one changed sign in a package that was packed again is still found', async () => {
  const bureau = await aBureau()
  const files = await unpacked((await written(bureau)).bytes)
  const changed = (name: string) =>
    zipOf(
      files.map((file) => {
        if (file.path !== name) return file
        const bytes = Buffer.from(file.bytes)
        bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1
        return { ...file, bytes }
      }),
    )
  expect(codeOf(await reading(await changed('data.json')))).toBe('packageAltered')
  expect(codeOf(await reading(await changed('季度小结.xlsx')))).toBe('packageAltered')
  expect(['signatureWrong', 'packageBroken']).toContain(codeOf(await reading(await changed('manifest.json'))))
  expect(codeOf(await reading(await changed('manifest.sig')))).toBe('signatureWrong')
  expect(codeOf(await reading(await zipOf([...files, { path: '多.txt', bytes: Buffer.from('x') }])))).toBe(
    'packageUnexpectedFile',
  )
  expect(codeOf(await reading(await zipOf(files.filter(({ path: name }) => name !== 'data.json'))))).toBe(
    'packageBroken',
  )
  expect(codeOf(await reading(await zipOf(files, 'made by another tool')))).toBe('packageBroken')
})

test('without its signature it is marked unsigned', async () => {
  const bureau = await aBureau()
  const files = await unpacked((await written(bureau)).bytes)
  const read = valueOf(await reading(await zipOf(files.filter(({ path: name }) => name !== 'manifest.sig'))))
  expect(read.isSigned).toBe(false)
})

test('a fingerprint has eight groups of four digits and eight words', () => {
  const { digits, words } = fingerprintOf('00010203ffff27100f0f10e1deadbeef')
  expect(digits).toMatch(/^(\d{4}-){7}\d{4}$/)
  expect(digits.slice(0, 9)).toBe('0001-0515')
  expect(words.split(' ')).toHaveLength(8)
})
