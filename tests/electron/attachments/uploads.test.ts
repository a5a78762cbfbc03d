import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { clearIncoming, finishUpload } from '../../../electron/attachments/uploads'
import { keptFile } from '../../../electron/core/attachment-store'
import { uploadPartBytes } from '../../../shared/attachments/contract'
import { aBureau, aFolder, aService, filesBelow, refusalOf, sha256Of, valueOf, type Service } from '../../builders'
import { aFinding, aProgram, uploaded, withEvidence, type Bytes } from '../rectification/records'

const bytesOfText = (text: string): Bytes => new TextEncoder().encode(text)
const attachmentsOf = (service: Service): string[] => filesBelow(path.join(service.folder, 'attachments'))
const begin = (service: Service, size: number, fileName = '佐证.pdf') =>
  service.call('attachments.begin', { fileName, size })
const append = (service: Service, uploadId: string, offset: number, bytes: Bytes) =>
  service.call('attachments.append', { uploadId, offset, bytes })

async function anEvidence(service: Service, fileName: string, bytes: Bytes) {
  const id = await aFinding(service, await aProgram(service))
  await withEvidence(service, id, { fileName, bytes })
  const [file] = await service.call('attachments.list', { room: 'rectification', recordId: id })
  if (!file) throw new Error('no file')
  return file
}

// The collector is called by hand, so that what is measured is held and not merely left over.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Unit: bytes of file contents that something still refers to. */
function heldBytes(): number {
  collect()
  return process.memoryUsage().arrayBuffers
}

describe('a file that comes in parts', () => {
  it('is kept under the digest of the whole, and nothing of it stays in the incoming folder', async () => {
    const service = await aBureau()
    const bytes = new Uint8Array(uploadPartBytes + 3).fill(7)
    const uploadId = await uploaded(service, '大文件.zip', bytes)
    expect(attachmentsOf(service)).toEqual([`.incoming/${uploadId}`])
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const kept = valueOf(await finishUpload(service.context, uploadId))
    expect(kept).toEqual({ fileName: '大文件.zip', sha256, size: bytes.length, isNew: true })
    expect(attachmentsOf(service)).toEqual([`${sha256.slice(0, 2)}/${sha256}`])
    expect(sha256Of(keptFile(service.folder, sha256))).toBe(sha256)
  })

  it('an empty file is a file', async () => {
    const service = await aBureau()
    expect(
      valueOf(await finishUpload(service.context, await uploaded(service, '空.txt', new Uint8Array()))),
    ).toMatchObject({
      size: 0,
      sha256: createHash('sha256').digest('hex'),
    })
  })

  it.each([
    ['a part at the wrong place', 3, 10],
    ['a part that came already', 0, 10],
    ['more than was announced', 2, 3],
  ])('%s ends the upload, and nothing stays', async (_name, offset, size) => {
    const service = await aBureau()
    const { uploadId } = await begin(service, size)
    await append(service, uploadId, 0, bytesOfText('ab'))
    expect((await refusalOf(append(service, uploadId, offset, bytesOfText('cd')))).code).toBe('uploadOutOfOrder')
    expect(attachmentsOf(service)).toEqual([])
    expect((await refusalOf(append(service, uploadId, 2, bytesOfText('c')))).code).toBe('uploadGone')
  })

  it('two parts at once are judged in their order', async () => {
    const service = await aBureau()
    const { uploadId } = await begin(service, 4)
    const [first, second] = await Promise.all([
      append(service, uploadId, 0, bytesOfText('ab')),
      append(service, uploadId, 2, bytesOfText('cd')),
    ])
    expect([first.received, second.received]).toEqual([2, 4])
    const { sha256 } = valueOf(await finishUpload(service.context, uploadId))
    expect(readFileSync(keptFile(service.folder, sha256), 'utf8')).toBe('abcd')
  })

  it('one that is not whole is not taken', async () => {
    const service = await aBureau()
    const { uploadId } = await begin(service, 4)
    await append(service, uploadId, 0, bytesOfText('ab'))
    expect(await finishUpload(service.context, uploadId)).toMatchObject({ ok: false, error: { code: 'uploadGone' } })
    expect(attachmentsOf(service)).toEqual([])
  })

  it('a part may not be larger than a part', async () => {
    const service = await aBureau()
    const { uploadId } = await begin(service, 2 * uploadPartBytes)
    const large = new Uint8Array(uploadPartBytes + 1)
    expect((await refusalOf(append(service, uploadId, 0, large))).code).toBe('invalidInput')
  })

  it('given up: nothing stays, and giving up again is no error', async () => {
    const service = await aBureau()
    const { uploadId } = await begin(service, 4)
    await append(service, uploadId, 0, bytesOfText('ab'))
    await service.call('attachments.cancelUpload', { uploadId })
    await service.call('attachments.cancelUpload', { uploadId })
    expect(attachmentsOf(service)).toEqual([])
  })

  it('what was left behind when the program was ended goes at the next start', async () => {
    const service = await aBureau()
    const { uploadId } = await begin(service, 4)
    await append(service, uploadId, 0, bytesOfText('ab'))
    service.close()
    expect(attachmentsOf(service)).toEqual([`.incoming/${uploadId}`])
    const again = await aService({ folder: service.folder })
    expect(attachmentsOf(again)).toEqual([])
    expect((await refusalOf(append(again, uploadId, 2, bytesOfText('cd')))).code).toBe('uploadGone')
    expect(() => clearIncoming(again.context)).not.toThrow()
  })

  it('a folder that takes nothing is said, and nothing stays', async () => {
    const service = await aBureau()
    writeFileSync(path.join(service.folder, 'attachments'), '')
    expect((await refusalOf(begin(service, 4))).code).toBe('folderNotWritable')
    expect(service.context.uploads.size).toBe(0)
  })

  it('64 MB pass through with a few parts in memory at a time', async () => {
    const service = await aBureau()
    const part = new Uint8Array(uploadPartBytes).fill(9)
    const size = 16 * uploadPartBytes
    const { uploadId } = await begin(service, size)
    const before = heldBytes()
    let peak = 0
    for (let offset = 0; offset < size; offset += part.length) {
      await append(service, uploadId, offset, part)
      peak = Math.max(peak, heldBytes() - before)
    }
    const { sha256 } = valueOf(await finishUpload(service.context, uploadId))
    peak = Math.max(peak, heldBytes() - before)
    expect(sha256Of(keptFile(service.folder, sha256))).toBe(sha256)
    expect(peak).toBeLessThan(4 * uploadPartBytes)
  }, 30_000)
})

/** A file system of 12 MB; null where mounting is not allowed. */
function aSmallDisk(): string | null {
  const folder = path.join(aFolder(), 'small')
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
  })
  return folder
}

describe('a full disk', () => {
  it('is said before the first part, and in the middle of it: nothing stays, and there is room again', async ({
    skip,
  }) => {
    const folder = aSmallDisk()
    if (folder === null) return skip('mounting a small file system needs root')
    const service = await aBureau({ folder })
    const finding = await aFinding(service, await aProgram(service))
    expect((await refusalOf(begin(service, 64 * 1024 * 1024))).code).toBe('diskFull')
    const part = new Uint8Array(uploadPartBytes)
    const { uploadId } = await begin(service, 2 * part.length)
    await append(service, uploadId, 0, part)
    // Another program takes the room that was there.
    const filler = path.join(folder, 'filler')
    try {
      for (;;) appendFileSync(filler, new Uint8Array(64 * 1024))
    } catch {
      // Full.
    }
    expect((await refusalOf(append(service, uploadId, part.length, part))).code).toBe('diskFull')
    expect(attachmentsOf(service)).toEqual([])
    rmSync(filler)
    await withEvidence(service, finding, { bytes: new Uint8Array(1024).fill(1) })
    expect(attachmentsOf(service)).toHaveLength(1)
    expect((await service.call('settings.check', {})).ok).toBe(true)
  })
})

describe('saving a kept file', () => {
  it('under its own name, never over another, in signs that every system takes', async () => {
    const service = await aBureau()
    const bytes = bytesOfText('缴款书')
    const file = await anEvidence(service, '缴款书:"1".pdf', bytes)
    const folder = aFolder()
    service.context.grants.set('token', folder)
    const save = () => service.call('attachments.saveTo', { id: file.id, folder: 'token' })
    const first = await save()
    expect(first.fileName).toBe('缴款书__1_.pdf')
    expect(service.context.grants.get(first.fileToken)).toBe(path.join(folder, first.fileName))
    expect((await save()).fileName).toBe('缴款书__1__2.pdf')
    expect(filesBelow(folder)).toEqual(['缴款书__1_.pdf', '缴款书__1__2.pdf'])
    expect(readFileSync(path.join(folder, first.fileName))).toEqual(Buffer.from(bytes))
  })

  it('a name longer than a disk takes is shortened, its kind stays', async () => {
    const service = await aBureau()
    const { id } = await anEvidence(service, `${'长'.repeat(200)}.pdf`, bytesOfText('x'))
    service.context.grants.set('token', aFolder())
    const { fileName } = await service.call('attachments.saveTo', { id, folder: 'token' })
    expect(fileName).toBe(`${'长'.repeat(78)}.pdf`)
  })

  it('an altered file, a missing one and a folder that nobody granted are refused, and nothing stays', async () => {
    const service = await aBureau()
    const file = await anEvidence(service, '缴款书.pdf', bytesOfText('缴款书'))
    const folder = aFolder()
    service.context.grants.set('token', folder)
    const save = (token = 'token') => service.call('attachments.saveTo', { id: file.id, folder: token })
    expect((await refusalOf(save('other'))).code).toBe('notFound')
    const kept = keptFile(service.folder, file.sha256)
    writeFileSync(kept, '缴款乳')
    expect(await refusalOf(save())).toEqual({ code: 'attachmentAltered', params: { name: '缴款书.pdf' } })
    rmSync(kept)
    expect(await refusalOf(save())).toMatchObject({ code: 'attachmentMissing', params: { name: '缴款书.pdf' } })
    expect(filesBelow(folder)).toEqual([])
    expect(existsSync(kept)).toBe(false)
  })
})
