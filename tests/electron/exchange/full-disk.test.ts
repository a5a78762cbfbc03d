import { cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { aBureau, aService, filesBelow, refusalOf } from '../../builders'
import { aSmallDisk, fillDisk } from '../core/small-disk'
import { accept, anOffice, aReportingBureau, bytesOfSent, dump, fromOffice, send, withFolder } from './correspondence'

test('a full stick: refused in words, no file on it, nothing in the register; with room again it is v1', async (context) => {
  const stick = aSmallDisk()
  if (stick === null) return context.skip()
  const bureau = await aReportingBureau()
  bureau.context.grants.set(bureau.token, stick)
  const filler = fillDisk(stick, 16 * 1024)
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
  const filler = fillDisk(disk, 0)
  expect((await refusalOf(accept(bureau, bytes))).code).toBe('diskFull')
  expect(dump(bureau)).toEqual(before)
  expect(filesBelow(path.join(folder, 'attachments'))).toEqual([])
  writeFileSync(filler, '')
  expect((await accept(bureau, bytes)).counts).toMatchObject({ added: 1 })
}, 60_000)
