import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { seal } from '../../../electron/exchange/package-seal'
import { readUpdate } from '../../../electron/updates/read-update'
import { codeOf, aFolder, valueOf } from '../../builders'
import {
  anUpdateFile,
  digestOf,
  here,
  installerBytes,
  publisher,
  stranger,
  updateBytes,
  usualManifest,
} from './update-files'

const keys = here.publisherKeys

async function codeOfDraft(draft: Parameters<typeof updateBytes>[0]): Promise<string> {
  return codeOf(await readUpdate(await anUpdateFile(aFolder(), draft), keys))
}

/** Numbers that look random and are the same in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % below
  }
}

describe('a right package', () => {
  test('is read with its notes, installer and signer', async () => {
    const read = valueOf(await readUpdate(await anUpdateFile(aFolder()), keys))
    expect(read.manifest).toMatchObject({ program: '0.2.0', notes: usualManifest.notes })
    expect(Buffer.from(read.installer).equals(installerBytes)).toBe(true)
    expect(read.signedBy).toBe(publisher.publicKey)
  })

  test('is read by any of several keys, e.g. while the publisher changes over', async () => {
    const file = await anUpdateFile(aFolder(), { signer: stranger })
    expect(valueOf(await readUpdate(file, [publisher.publicKey, stranger.publicKey])).signedBy).toBe(stranger.publicKey)
  })

  test('may carry further files that it lists', async () => {
    const [installer] = usualManifest.files
    const extra = Buffer.from('安装说明')
    const listed = { path: '说明.txt', size: extra.length, sha256: digestOf(extra) }
    const draft = {
      manifest: { files: [installer, listed] },
      files: [
        { path: usualManifest.installer, bytes: installerBytes, isPacked: false },
        { path: '说明.txt', bytes: extra, isPacked: true },
      ],
    }
    expect((await readUpdate(await anUpdateFile(aFolder(), draft), keys)).ok).toBe(true)
  })
})

describe('who may have signed', () => {
  test('without a key in the program nothing is opened, whoever signed', async () => {
    expect(codeOf(await readUpdate(await anUpdateFile(aFolder()), []))).toBe('updateNoKey')
  })
  test('another key is refused', async () =>
    expect(await codeOfDraft({ signer: stranger })).toBe('updateSignatureWrong'))
  test('no signature is refused', async () => expect(await codeOfDraft({ signature: '' })).toBe('updateSignatureWrong'))
  test('a signature of the key over something else is refused', async () =>
    expect(await codeOfDraft({ prefix: 'sizhua-package-v1\n' })).toBe('updateSignatureWrong'))
  test('a changed manifest is refused by its signature, before its content is believed', async () => {
    const { signature } = valueOf(await readUpdate(await anUpdateFile(aFolder()), keys))
    expect(await codeOfDraft({ manifest: { program: '9.0.0' }, signature })).toBe('updateSignatureWrong')
    expect(await codeOfDraft({ manifest: { version: { major: 9 } }, signature })).toBe('updateSignatureWrong')
  })
  test('a signed newer major is named', async () =>
    expect(await codeOfDraft({ manifest: { version: { major: 2, minor: 1 } } })).toBe('updateFormatNewer'))
  test('a signed manifest that makes no sense is refused', async () =>
    expect(await codeOfDraft({ manifest: { files: [] } })).toBe('updateBroken'))
})

describe('hostile and broken packages', { timeout: 60_000 }, () => {
  test.each([
    ['empty', Buffer.alloc(0), 'updateNotOurs'],
    ['one byte', Buffer.from('P'), 'updateNotOurs'],
    ['a text', Buffer.from('更新'), 'updateNotOurs'],
    ['only the beginning of a zip', Buffer.from('PK\u0003\u0004', 'latin1'), 'updateBroken'],
  ])('a file that is %s', async (_name, bytes, code) => {
    const file = path.join(aFolder(), 'x.szupdate')
    writeFileSync(file, bytes)
    expect(codeOf(await readUpdate(file, keys))).toBe(code)
  })

  test('a missing file, a folder, a pipe, and one without permission', async () => {
    const folder = aFolder()
    expect(codeOf(await readUpdate(path.join(folder, 'none'), keys))).toBe('fileNotReadable')
    mkdirSync(path.join(folder, 'folder.szupdate'))
    expect(codeOf(await readUpdate(path.join(folder, 'folder.szupdate'), keys))).toBe('fileNotReadable')
    execFileSync('mkfifo', [path.join(folder, 'pipe.szupdate')])
    expect(codeOf(await readUpdate(path.join(folder, 'pipe.szupdate'), keys))).toBe('fileNotReadable')
    if (process.getuid?.() === 0) return
    const file = await anUpdateFile(folder)
    chmodSync(file, 0)
    expect(codeOf(await readUpdate(file, keys))).toBe('fileNotReadable')
  })

  test('a file that says it is larger than any update is not read', async () => {
    const file = await anUpdateFile(aFolder())
    // Sparse: nothing is written to the disk.
    truncateSync(file, 600 * 1024 * 1024)
    expect(codeOf(await readUpdate(file, keys))).toBe('updateBroken')
  })

  test.each([
    ['is missing', []],
    ['is longer', [{ path: usualManifest.installer, bytes: Buffer.concat([installerBytes, Buffer.alloc(1)]) }]],
    ['has the same length but other bytes', [{ path: usualManifest.installer, bytes: Buffer.alloc(20_000) }]],
    [
      'is accompanied by an unlisted one',
      [
        { path: usualManifest.installer, bytes: installerBytes },
        { path: 'b.deb', bytes: installerBytes },
      ],
    ],
    ['leads out of its folder', [{ path: '../sizhua_0.2.0_amd64.deb', bytes: installerBytes }]],
    ['lies at the root', [{ path: '/etc/a.deb', bytes: installerBytes }]],
    ['is a device of Windows', [{ path: 'CON.deb', bytes: installerBytes }]],
    ['lies in a folder', [{ path: `a/${usualManifest.installer}`, bytes: installerBytes }]],
  ])('an installer that %s', async (_name, files) => {
    const drafts = files.map((file) => ({ ...file, isPacked: false }))
    const names = drafts.map(({ path: name }) => name)
    // The writer refuses what leads out, so such names are put in afterwards, over others of the same length.
    const safe = drafts.map((file) => ({
      ...file,
      path: file.path.replace(/^[./]+/, (lead) => 'x'.repeat(lead.length)),
    }))
    let bytes = await updateBytes({ files: safe })
    for (const [index, { path: name }] of safe.entries()) bytes = renamed(bytes, name, names[index] ?? name)
    const file = path.join(aFolder(), 'x.szupdate')
    writeFileSync(file, bytes)
    expect(codeOf(await readUpdate(file, keys))).toBe('updateBroken')
  })

  test('a bomb: 300 MB of zeros in a few hundred kilobytes are not inflated', async () => {
    const bomb = { path: usualManifest.installer, bytes: Buffer.alloc(300 * 1024 * 1024), isPacked: true }
    const file = await anUpdateFile(aFolder(), { files: [bomb] })
    const before = process.memoryUsage().rss
    expect(codeOf(await readUpdate(file, keys))).toBe('updateBroken')
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  test('cut short anywhere it is refused', async () => {
    const bytes = await updateBytes()
    const random = randomFrom(1)
    const lengths = [
      0,
      1,
      21,
      22,
      bytes.length - 1,
      bytes.length - 71,
      ...Array.from({ length: 60 }, () => random(bytes.length)),
    ]
    const file = path.join(aFolder(), 'x.szupdate')
    for (const length of lengths) {
      writeFileSync(file, bytes.subarray(0, length))
      expect((await readUpdate(file, keys)).ok, `first ${length} bytes`).toBe(false)
    }
  })

  test('with one bit flipped anywhere it is refused: 1,500 places', async () => {
    const bytes = await updateBytes()
    const random = randomFrom(2)
    const file = path.join(aFolder(), 'x.szupdate')
    const taken: number[] = []
    for (let count = 0; count < 1500; count += 1) {
      const at = random(bytes.length)
      const bit = 1 << random(8)
      bytes.writeUInt8(bytes.readUInt8(at) ^ bit, at)
      writeFileSync(file, bytes)
      if ((await readUpdate(file, keys)).ok) taken.push(at)
      bytes.writeUInt8(bytes.readUInt8(at) ^ bit, at)
    }
    expect(taken).toEqual([])
    writeFileSync(file, bytes)
    expect((await readUpdate(file, keys)).ok).toBe(true)
  })
})

/** The same zip with a name of equal length in place of another, sealed anew as an attacker would. */
function renamed(bytes: Buffer, from: string, to: string): Buffer {
  if (from === to) return bytes
  const [old, next] = [Buffer.from(from), Buffer.from(to)]
  expect(next.length).toBe(old.length)
  const changed = Buffer.from(bytes)
  for (let at = changed.indexOf(old); at >= 0; at = changed.indexOf(old, at + 1)) next.copy(changed, at)
  seal(changed)
  return changed
}
