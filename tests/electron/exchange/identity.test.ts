import { Buffer } from 'node:buffer'
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { storeFile } from '../../../db/open'
import { readSent } from '../../../db/repositories/packages'
import { readIdentity } from '../../../electron/exchange/identity-file'
import { makeRecoveryCode } from '../../../electron/exchange/recovery'
import { keyIdOf, successionMessage, verify } from '../../../electron/exchange/signing'
import { aBureau, aFolder, aService, filesBelow, refusalOf, valueOf, type Service } from '../../builders'
import { reading, written } from './packages'

const keyFile = (folder: string): string => path.join(folder, 'keys', 'identity.json')

function ownOf(folder: string) {
  const own = valueOf(readIdentity(folder))
  if (!own) throw new Error('no key')
  return own
}

function granted(service: Service): { token: string; folder: string } {
  const folder = aFolder()
  const token = service.context.newId()
  service.context.grants.set(token, folder)
  return { token, folder }
}

test('the key is made at first use, once, and noted in the journal', async () => {
  const bureau = await aBureau()
  expect(existsSync(keyFile(bureau.folder))).toBe(false)
  const [one, other] = await Promise.all([bureau.call('exchange.identity', {}), bureau.call('exchange.identity', {})])
  expect(one).toEqual(other)
  expect(one).toMatchObject({ unit: '东丽区审计局', suite: 'ed25519-sha256', recoverySavedOn: null })
  expect(one.fingerprint.digits).toMatch(/^(\d{4}-){7}\d{4}$/)
  expect(one.keyId).toBe(keyIdOf(ownOf(bureau.folder)))
  const { mode } = statSync(path.dirname(keyFile(bureau.folder)))
  expect(process.platform === 'win32' || (mode & 0o777) === 0o700).toBe(true)
  const made = bureau.store().connection.prepare("SELECT count(*) FROM journal_entry WHERE intent = 'exchange.makeKey'")
  expect(made.pluck().get()).toBe(1)
})

test('this PC bears the name that it is given', async () => {
  const bureau = await aBureau()
  await bureau.call('exchange.saveDevice', { label: ' 一科电脑 ' })
  expect(await bureau.call('exchange.identity', {})).toMatchObject({ deviceLabel: '一科电脑' })
})

// Reliability 34, 35: a store restored from an older copy must not give a number out twice.
test('a restored older ledger uses no sequence again', async () => {
  const bureau = await aBureau()
  await written(bureau)
  bureau.close()
  const older = path.join(aFolder(), 'older.db')
  copyFileSync(storeFile(bureau.folder), older)
  const again = await aService({ folder: bureau.folder })
  const second = await written(again)
  again.close()
  for (const suffix of ['-wal', '-shm']) rmSync(storeFile(bureau.folder) + suffix, { force: true })
  copyFileSync(older, storeFile(bureau.folder))
  const restored = await aService({ folder: bureau.folder })
  const third = await written(restored)
  expect([second, third].map(({ manifest }) => manifest.sequence)).toEqual([2, 3])
  expect(third.manifest.previous).toBe(second.digest)
})

test('a key file that is broken or gone is never replaced silently', async () => {
  const bureau = await aBureau()
  const first = await bureau.call('exchange.identity', {})
  const whole = readFileSync(keyFile(bureau.folder))
  for (const damage of [Buffer.alloc(0), whole.subarray(0, 80), Buffer.from('{}')]) {
    writeFileSync(keyFile(bureau.folder), damage)
    expect((await refusalOf(bureau.call('exchange.identity', {}))).code).toBe('identityBroken')
    expect(readFileSync(keyFile(bureau.folder))).toEqual(damage)
  }
  rmSync(keyFile(bureau.folder))
  expect((await refusalOf(bureau.call('exchange.identity', {}))).code).toBe('identityBroken')
  expect((await refusalOf(bureau.call('exchange.saveDevice', { label: '一科' }))).code).toBe('identityBroken')
  writeFileSync(keyFile(bureau.folder), whole)
  expect(await bureau.call('exchange.identity', {})).toEqual(first)
})

test('a lost key is made anew only on demand, and a readable one never', async () => {
  const bureau = await aBureau()
  const first = await bureau.call('exchange.identity', {})
  expect(await bureau.call('exchange.renewIdentity', {})).toEqual(first)
  writeFileSync(keyFile(bureau.folder), 'damaged')
  const renewed = await bureau.call('exchange.renewIdentity', {})
  expect(renewed.keyId).not.toBe(first.keyId)
  expect(await bureau.call('exchange.identity', {})).toEqual(renewed)
  const kept = filesBelow(path.join(bureau.folder, 'keys')).find((name) => name !== 'identity.json') ?? ''
  expect(readFileSync(path.join(bureau.folder, 'keys', kept), 'utf8')).toBe('damaged')
})

test('a recovery file and its code bring the key to another PC, beyond all sequences that were used', async () => {
  const bureau = await aBureau()
  await written(bureau)
  const { token, folder } = granted(bureau)
  const saved = await bureau.call('exchange.saveRecovery', { folder: token })
  expect(saved.file.fileName).toBe('东丽区审计局_密钥恢复.zip')
  expect(saved.code).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/)
  expect(await bureau.call('exchange.identity', {})).toMatchObject({ recoverySavedOn: '2022-12-31' })
  const bytes = new Uint8Array(readFileSync(path.join(folder, saved.file.fileName)))
  const { privateKey, device } = ownOf(bureau.folder)
  expect(Buffer.from(bytes).includes(privateKey)).toBe(false)
  // The code is shown and printed, and nowhere else.
  for (const name of filesBelow(bureau.folder))
    expect(readFileSync(path.join(bureau.folder, name)).includes(saved.code)).toBe(false)
  // Sent after the recovery file was made: its numbers are unknown to it.
  const late = await written(bureau)

  const elsewhere = await aBureau()
  const before = await elsewhere.call('exchange.identity', {})
  const restore = (code: string, file = bytes) => elsewhere.call('exchange.restoreIdentity', { bytes: file, code })
  expect((await refusalOf(restore(makeRecoveryCode()))).code).toBe('recoveryCodeWrong')
  expect((await refusalOf(restore(saved.code, bytes.slice(0, -5)))).code).toBe('recoveryFileWrong')
  expect((await refusalOf(restore(saved.code, new Uint8Array(20)))).code).toBe('recoveryFileWrong')
  const locked = await written(bureau, {}, 'Abcd1234')
  expect((await refusalOf(restore('Abcd1234', new Uint8Array(locked.bytes)))).code).toBe('recoveryFileWrong')
  expect(await elsewhere.call('exchange.identity', {})).toEqual(before)

  const restored = await restore(` ${saved.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `)
  expect(restored.keyId).toBe(keyIdOf(ownOf(bureau.folder)))
  const own = ownOf(elsewhere.folder)
  expect(own.device).not.toBe(device)
  expect(own.earlier.map(({ keyId }) => keyId)).toContain(before.keyId)
  const next = await written(elsewhere)
  expect(next.manifest.sequence).toBeGreaterThan(late.manifest.sequence)
  expect(valueOf(await reading(next.bytes)).isSigned).toBe(true)
})

test('changing the suite makes a key that the old one names', async () => {
  const bureau = await aBureau()
  const old = await bureau.call('exchange.identity', {})
  const first = await written(bureau)
  expect(await bureau.call('exchange.changeSuite', { suite: old.suite })).toEqual(old)
  const next = await bureau.call('exchange.changeSuite', { suite: 'sm2-sm3' })
  expect(next).toMatchObject({ suite: 'sm2-sm3', recoverySavedOn: null })
  const second = await written(bureau)
  expect(second.manifest.sequence).toBe(first.manifest.sequence + 1)
  const { replaces } = second.manifest
  expect(replaces?.keyId).toBe(old.keyId)
  if (!replaces) throw new Error('names no key')
  expect(await verify(replaces, successionMessage(second.manifest), replaces.signature)).toBe(true)
  expect(valueOf(await reading(first.bytes)).isSigned).toBe(true)
})

test('the file that makes our key known is a small package like any other', async () => {
  const bureau = await aBureau()
  const { token, folder } = granted(bureau)
  const { file } = await bureau.call('exchange.exportIdentity', { folder: token })
  expect(file.fileName).toBe('东丽区审计局_密钥.zip')
  const read = valueOf(await reading(new Uint8Array(readFileSync(path.join(folder, file.fileName)))))
  expect(read.manifest).toMatchObject({ kind: 'identity', to: null, year: null })
  expect(readSent(bureau.store().read)).toMatchObject([{ kind: 'identity', fileName: file.fileName, content: null }])
  const again = await bureau.call('exchange.exportIdentity', { folder: token })
  expect(again.file.fileName).toBe('东丽区审计局_密钥_2.zip')
})
