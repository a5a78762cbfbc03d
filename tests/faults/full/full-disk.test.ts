import { execFileSync } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { storeFile } from '../../../db/open'
import { aBureau, aService, dumpOf, filesBelow, refusalOf, runJson, sha256Of } from '../../builders'
import { aSmallDisk, fillDisk } from '../../electron/core/small-disk'
import { tried } from '../scale'

function disk(): string {
  const folder = aSmallDisk()
  if (folder === null) throw new Error('this suite is run by somebody who may mount a disk')
  return folder
}

/** A closed ledger on a disk of 12 MB. */
async function aLedgerOn(folder: string): Promise<string> {
  const made = await aBureau()
  made.close()
  const data = path.join(folder, 'data')
  cpSync(made.folder, data, { recursive: true })
  return data
}

test('7: a disk that fills up: said, everything can be read, and with room again the next save works without a restart', async () => {
  const small = disk()
  const service = await aService({ folder: await aLedgerOn(small) })
  const save = (title: string) =>
    service.call('investment.save', {
      id: null,
      fields: { title, remark: '长'.repeat(20_000) },
      allowDuplicate: true,
      expectedUpdatedAt: null,
    })
  const filler = fillDisk(small, 1024 * 1024)
  const filter = { text: '', states: [], classes: [], year: null }
  const sort = { by: 'filedOn', descending: false } as const
  let saved = 0
  let failure: { readonly code: string } | null = null
  for (; failure === null && saved < 1_000; saved += failure === null ? 1 : 0)
    failure = await refusalOf(save(`检测平台${saved}`)).catch((cause: unknown) =>
      String(cause).includes('not refused') ? null : { code: String(cause) },
    )
  expect(failure?.code).toMatch(/^diskFull/)
  expect(saved).toBeGreaterThan(2)
  const { connection } = service.store()
  expect(dumpOf(connection)['lead']).toHaveLength(saved)
  expect(connection.pragma('quick_check', { simple: true })).toBe('ok')
  expect((await service.call('investment.list', { filter, sort, offset: 0, limit: 10 })).total).toBe(saved)
  writeFileSync(filler, '')
  await save('有了空间以后')
  service.close()
  expect(runJson(service.folder, ['check']).json).toMatchObject({ ok: true, counts: { lead: saved + 1 } })
  expect(service.incidents).toEqual([])
  tried(saved)
}, 300_000)

test('9: a ledger on a medium that may only be read is shown, said to be so, not written, and stays as it is', async () => {
  const small = disk()
  const data = await aLedgerOn(small)
  const before = { files: filesBelow(data), sha256: sha256Of(storeFile(data)) }
  execFileSync('mount', ['-o', 'remount,ro', small])
  const service = await aService({ folder: data })
  const settings = await service.call('settings.get', {})
  expect([settings.state, settings.readOnly?.code]).toEqual(['ready', 'folderNotWritable'])
  const fields = { title: '检测平台' }
  const saved = service.call('investment.save', { id: null, fields, allowDuplicate: true, expectedUpdatedAt: null })
  expect((await refusalOf(saved)).code).toBe('storeReadOnly')
  service.close()
  expect({ files: filesBelow(data), sha256: sha256Of(storeFile(data)) }).toEqual(before)
  expect(service.incidents).toEqual([])
  tried(1)
}, 120_000)
