import Database from 'better-sqlite3'
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { storeFile } from '../../../db/open'
import { attachment } from '../../../db/schema/attachments'
import { verifyRows } from '../../../db/verify-rows'
import type { Store } from '../../../db/access'
import { keepBytes, keptFile } from '../../../electron/core/attachment-store'
import { aService, filesBelow, refusalOf, sha256Of, valueOf, writing } from '../../builders'
import { damage } from '../../db/damage'
import { aBureauWithLead, granted, grow } from './backups'
import { isChainWhole, lastEntry, recordsOf, titles } from './restoring'

vi.setConfig({ testTimeout: 60_000 })

/** Rows that are not as the journal left them. */
function foreignRows(store: Store): unknown {
  const check = verifyRows(store)
  for (;;) {
    const step = check.next()
    if (step.done) return step.value
  }
}

/** Leaves of a table in a closed store. */
function leavesOf(folder: string, table: string): number[] {
  const tool = new Database(storeFile(folder), { readonly: true })
  const pages = tool
    .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path")
    .pluck()
    .all(table)
  tool.close()
  for (const suffix of ['-wal', '-shm']) rmSync(storeFile(folder) + suffix, { force: true })
  return pages
}

/** A closed ledger with many leads, two attachments of which one is gone, and what it held. */
async function aClosedLedger() {
  const service = await aBureauWithLead()
  grow(service, 300)
  const digests = await Promise.all(
    ['甲', '乙'].map(async (text) => valueOf(await keepBytes(service.folder, Buffer.from(text)))),
  )
  writing(service.store(), (db) => {
    for (const sha256 of digests) {
      const about = { id: sha256, room: 'investment', recordId: 'l', fileName: 'a', size: 3, addedBy: '', addedAt: '' }
      db.insert(attachment)
        .values({ ...about, sha256, isSample: false })
        .run()
    }
  })
  const [kept = '', gone = ''] = digests
  rmSync(keptFile(service.folder, gone))
  const records = recordsOf(service.store())
  service.close()
  return { folder: service.folder, records, kept }
}

async function rescued(folder: string) {
  const service = await aService({ folder })
  const { folder: target, token } = granted(service)
  const before = sha256Of(storeFile(folder))
  const result = await service.call('backup.rescue', { folder: token })
  expect(sha256Of(storeFile(folder))).toBe(before)
  expect(path.dirname(result.folder)).toBe(target)
  return { service, result, ledger: await aService({ folder: result.folder }) }
}

describe('抢救', () => {
  it('a damaged ledger: every row that is left, the journal, the files, in a folder that the program opens', async () => {
    const { folder, records, kept } = await aClosedLedger()
    damage(storeFile(folder), 'header')
    const { service, result, ledger } = await rescued(folder)
    expect(service.context.storeState().kind).toBe('refused')
    expect(result.tables.find(({ table }) => table === 'lead')).toEqual({ table: 'lead', read: 301, lost: 0 })
    expect(result.attachments).toEqual({ copied: 1, missing: 1 })
    expect(readFileSync(keptFile(result.folder, kept), 'utf8')).toBe('甲')
    expect(await ledger.call('settings.get', {})).toMatchObject({ state: 'ready', readOnly: null })
    expect(recordsOf(ledger.store())).toEqual(records)
    expect(lastEntry(ledger.store())).toMatchObject({ intent: 'backup.rescued', params: { lost: 0 } })
    expect(isChainWhole(ledger.store())).toBe(true)
    expect(foreignRows(ledger.store())).toEqual([])
    // The key of this PC does not go to another folder.
    expect(filesBelow(result.folder).some((name) => name.startsWith('keys'))).toBe(false)
  })

  it('where rows and journal are lost, the journal explains every row that is there and names those that are not', async () => {
    const { folder, records } = await aClosedLedger()
    for (const table of ['lead', 'journal_change']) {
      const leaves = leavesOf(folder, table)
      damage(storeFile(folder), 'garbagePage', leaves[Math.floor(leaves.length / 2)])
    }
    const { result, ledger } = await rescued(folder)
    const leads = result.tables.find(({ table }) => table === 'lead')
    expect(leads?.lost).toBeGreaterThan(0)
    expect((leads?.read ?? 0) + (leads?.lost ?? 0)).toBe(301)
    expect(titles(ledger.store())).toHaveLength(leads?.read ?? 0)
    expect(records['lead']).toEqual(expect.arrayContaining([...(recordsOf(ledger.store())['lead'] ?? [])]))
    expect(isChainWhole(ledger.store())).toBe(true)
    expect(foreignRows(ledger.store())).toEqual([])
    expect((await ledger.call('settings.check', {})).integrity).toBe('ok')
  })

  it('a ledger that is open is closed for it and is open as before afterwards', async () => {
    const service = await aBureauWithLead()
    const { token } = granted(service)
    const result = await service.call('backup.rescue', { folder: token })
    expect(titles(service.store())).toEqual(['第一条'])
    expect(service.store().readOnly).toBeNull()
    expect(titles((await aService({ folder: result.folder })).store())).toEqual(['第一条'])
  })

  it('a ledger that was opened for reading stays so', async () => {
    const { folder } = await aClosedLedger()
    const leaves = leavesOf(folder, 'journal_change')
    damage(storeFile(folder), 'garbagePage', leaves[Math.floor(leaves.length / 2)])
    writeFileSync(path.join(folder, 'lock'), '{}')
    const tool = await aService({ folder })
    await tool.call('backup.openReadOnly', {})
    const { token } = granted(tool)
    await tool.call('backup.rescue', { folder: token })
    expect(titles(tool.store())).toHaveLength(301)
    expect(tool.store().readOnly).toMatchObject({ code: 'storeDamaged' })
  })

  it('of nothing that can be read: said, and no folder is left', async () => {
    const { folder } = await aClosedLedger()
    damage(storeFile(folder), 'zeroed')
    const service = await aService({ folder })
    const { folder: target, token } = granted(service)
    expect((await refusalOf(service.call('backup.rescue', { folder: token }))).code).toBe('storeDamaged')
    expect(readdirSync(target)).toEqual([])
    expect((await refusalOf(service.call('backup.rescue', { folder: 'no-token' }))).code).toBe('notFound')
  })
})
