import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aBureau, aFolder, aService, filesBelow, refusalOf } from '../../builders'
import { accept, anOffice, aReportingBureau, bytesOfSent, dump, fromOffice, send, withFolder } from './correspondence'

/** A disk of 12 MB; null where this machine does not let us mount one. */
function aSmallDisk(): string | null {
  const folder = path.join(aFolder(), 'disk')
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

/** Leaves so many bytes free. */
function fill(folder: string, left: number): string {
  const { bavail, bsize } = statfsSync(folder)
  const file = path.join(folder, 'filler.bin')
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - left)))
  return file
}

test('a full stick: refused in words, no file on it, nothing in the register; with room again it is v1', async (context) => {
  const stick = aSmallDisk()
  if (stick === null) return context.skip()
  const bureau = await aReportingBureau()
  bureau.context.grants.set(bureau.token, stick)
  const filler = fill(stick, 16 * 1024)
  expect((await refusalOf(send(bureau))).code).toBe('diskFull')
  expect(filesBelow(stick)).toEqual(['filler.bin'])
  expect(await bureau.call('exchange.sent', {})).toEqual([])
  writeFileSync(filler, '')
  const sent = await send(bureau)
  expect(sent.edition).toBe(1)
  expect(filesBelow(stick)).toContain(sent.file.fileName)
  expect(bytesOfSent({ ...bureau, out: stick }, sent).length).toBe(sent.file.bytes)
}, 60_000)

test('a full disk under the ledger: the package is not taken over, nothing of it stays, and it can be taken later', async (context) => {
  const disk = aSmallDisk()
  if (disk === null) return context.skip()
  const first = await aBureau({ asOf: '2022-07-05' })
  first.close()
  const folder = path.join(disk, 'data')
  cpSync(first.folder, folder, { recursive: true })
  const bureau = withFolder(await aService({ folder, asOf: '2022-07-05' }))
  const calendar = {
    years: [{ year: 2023, source: '文号', off: ['2023-01-01', '2023-01-02'], makeUp: ['2023-01-28'] }],
  }
  const bytes = await fromOffice(await anOffice(), 'calendar', calendar, { to: null, year: null })
  const before = dump(bureau)
  const filler = fill(disk, 0)
  expect((await refusalOf(accept(bureau, bytes))).code).toBe('diskFull')
  expect(dump(bureau)).toEqual(before)
  expect(filesBelow(path.join(folder, 'attachments'))).toEqual([])
  writeFileSync(filler, '')
  expect((await accept(bureau, bytes)).counts).toMatchObject({ added: 1 })
}, 60_000)
