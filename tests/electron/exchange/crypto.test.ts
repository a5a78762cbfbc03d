import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { lock, unlock } from '../../../electron/exchange/encryption'
import { keyIdOf, makeKeyPair, sign, verify } from '../../../electron/exchange/signing'
import { selfTest } from './crypto-self-test'

test.each(await selfTest())('$name', ({ actual, expected }) => {
  expect(actual).toBe(expected)
})

test.each(['ed25519-sha256', 'sm2-sm3'] as const)('%s refuses what is not quite the signature', async (suite) => {
  const [key, other] = [await makeKeyPair(suite), await makeKeyPair(suite)]
  const message = Buffer.from('上报包')
  const signature = await sign(key, message)
  expect(await verify(key, message, signature)).toBe(true)
  expect(await verify(other, message, signature)).toBe(false)
  expect(await verify(key, Buffer.from('上报包 '), signature)).toBe(false)
  for (const index of [0, 31, 32, 63]) {
    const bytes = Buffer.from(signature, 'base64')
    bytes[index] = (bytes[index] ?? 0) ^ 1
    expect(await verify(key, message, bytes.toString('base64'))).toBe(false)
  }
  // Another text of the same bytes, a shorter one, none, and values outside the group.
  const outside = Buffer.alloc(64, 0xff).toString('base64')
  for (const text of [`${signature}\n`, signature.replace(/=+$/, ''), signature.slice(4), '', outside])
    expect(await verify(key, message, text)).toBe(false)
  for (const publicKey of [
    '',
    'AAAA',
    Buffer.alloc(65, 4).toString('base64'),
    Buffer.alloc(32, 0xff).toString('base64'),
  ])
    expect(await verify({ suite, publicKey }, message, signature)).toBe(false)
})

test('a key of one suite never counts as one of the other, and its name depends on both', async () => {
  const ed = await makeKeyPair('ed25519-sha256')
  const message = Buffer.from('上报包')
  expect(await verify({ ...ed, suite: 'sm2-sm3' }, message, await sign(ed, message))).toBe(false)
  expect(keyIdOf(ed)).toMatch(/^[0-9a-f]{32}$/)
  expect(keyIdOf({ ...ed, suite: 'sm2-sm3' })).not.toBe(keyIdOf(ed))
})

test.each(['aes-256-gcm', 'sm4-gcm'] as const)(
  '%s opens nothing whose key, envelope or contents changed',
  async (cipher) => {
    const key = Buffer.alloc(cipher === 'sm4-gcm' ? 16 : 32, 7)
    const it = { cipher, key, nonce: Buffer.alloc(12, 1), about: Buffer.from('envelope') }
    const locked = await lock(it, Buffer.from('contents'))
    expect((await unlock(it, locked))?.toString()).toBe('contents')
    for (let index = 0; index < locked.length; index += 1) {
      const bytes = Buffer.from(locked)
      bytes[index] = (bytes[index] ?? 0) ^ 0x80
      expect(await unlock(it, bytes)).toBeNull()
    }
    expect(await unlock({ ...it, key: Buffer.alloc(key.length, 8) }, locked)).toBeNull()
    expect(await unlock({ ...it, about: Buffer.from('Envelope') }, locked)).toBeNull()
    expect(await unlock(it, locked.subarray(0, -1))).toBeNull()
    expect(await unlock(it, Buffer.alloc(3))).toBeNull()
  },
)
