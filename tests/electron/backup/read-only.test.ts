import Database from 'better-sqlite3'
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { migrations } from '../../../db/migrations'
import { logFile, storeFile } from '../../../db/open'
import { noteStoreFailure } from '../../../electron/settings/store-lifecycle'
import { aBureau, aFolder, aService, auditBureau, refusalOf, sha256Of, type Service } from '../../builders'
import { damage } from '../../db/damage'
import { aBureauWithLead, saveLead } from './backups'
import { aLedgerWithBackup, quarantined, storeHashes, titles } from './restoring'

vi.setConfig({ testTimeout: 30_000 })

async function refusedWith(folder: string) {
  const service = await aService({ folder })
  const state = service.context.storeState()
  if (state.kind !== 'refused') throw new Error(`store is ${state.kind}`)
  return { service, failure: state.failure }
}

/** A closed ledger with one lead. */
async function aClosedLedger(): Promise<string> {
  const service = await aBureauWithLead()
  service.close()
  return service.folder
}

async function isOnlyRead(service: Service, code: string): Promise<void> {
  expect(await service.call('settings.get', {})).toMatchObject({ state: 'ready', readOnly: { code } })
  expect(await refusalOf(saveLead(service, '写不进去'))).toEqual({ code: 'storeReadOnly', params: {} })
}

describe('at the start', () => {
  it('rows 15 and 16: damage is said with the folder of its copy, found again at each start, and copied once', async () => {
    const folder = await aClosedLedger()
    damage(storeFile(folder), 'header')
    const before = sha256Of(storeFile(folder))
    for (let start = 0; start < 2; start += 1) {
      const { service, failure } = await refusedWith(folder)
      expect(failure).toEqual({
        code: 'storeDamaged',
        params: { detail: 'SQLITE_NOTADB', quarantine: quarantined(folder, 1) },
      })
      service.close()
    }
    expect(sha256Of(storeFile(folder))).toBe(before)
    expect(sha256Of(path.join(quarantined(folder, 1), 'ledger.db'))).toBe(before)
    expect(readdirSync(path.join(folder, 'quarantine'))).toEqual(['000001'])
  })

  it('row 16: a store cut to nothing is damage where backups lie, never a first start', async () => {
    const { service } = await aLedgerWithBackup()
    service.close()
    truncateSync(storeFile(service.folder), 0)
    const { service: again, failure } = await refusedWith(service.folder)
    expect(failure).toMatchObject({ code: 'storeDamaged', params: { detail: 'empty' } })
    const anew = again.call('settings.initialise', { bureau: auditBureau, groups: [], withSample: false })
    expect((await refusalOf(anew)).code).toBe('storeDamaged')
    expect(readFileSync(storeFile(service.folder))).toHaveLength(0)
  })

  it('row 19: a missing store is asked for; only a person begins anew, and the old log is put aside', async () => {
    const { service } = await aLedgerWithBackup()
    service.close()
    rmSync(storeFile(service.folder))
    writeFileSync(logFile(service.folder), 'the last saves')
    const { service: again, failure } = await refusedWith(service.folder)
    expect(failure.code).toBe('storeMissing')
    expect(existsSync(storeFile(service.folder))).toBe(false)
    await again.call('settings.initialise', { bureau: auditBureau, groups: [], withSample: false })
    expect(titles(again.store())).toEqual([])
    expect(readFileSync(logFile(quarantined(service.folder, 1)), 'utf8')).toBe('the last saves')
    expect((await again.call('backup.list', { place: 'own' })).map(({ state }) => state)).toEqual(['verified'])
  })

  it('row 19: a log without its store is a lost store too', async () => {
    const folder = aFolder()
    writeFileSync(logFile(folder), 'the last saves')
    expect((await refusedWith(folder)).failure.code).toBe('storeMissing')
  })

  it('row 18: what is left when the log was deleted or swapped is copied aside before it is written', async () => {
    const { service } = await aLedgerWithBackup()
    service.close()
    const other = await aBureauWithLead()
    const foreign = readFileSync(logFile(other.folder))
    writeFileSync(logFile(service.folder), foreign)
    const before = storeHashes(service.folder)
    const again = await aService({ folder: service.folder })
    again.close()
    expect(storeHashes(quarantined(service.folder, 1))).toEqual(before)
    // A ledger that was only killed is nothing of that kind.
    const killed = await aLedgerWithBackup()
    killed.service.close()
    writeFileSync(path.join(killed.service.folder, 'lock'), '{}')
    expect((await aService({ folder: killed.service.folder })).context.storeState().kind).toBe('open')
    expect(existsSync(path.join(killed.service.folder, 'quarantine'))).toBe(false)
  })

  it('row 20: a newer store names the program that made it, as far as a backup tells', async () => {
    const { service, backup } = await aLedgerWithBackup()
    service.store().connection.pragma(`user_version = ${migrations.length + 1}`)
    service.close()
    const side = path.join(service.folder, 'backups', backup.name.replace('.db', '.json'))
    const about = { ...backup.side, schemaVersion: migrations.length + 1, appVersion: '9.1.0' }
    writeFileSync(side, JSON.stringify(about))
    const before = storeHashes(service.folder)
    const { failure } = await refusedWith(service.folder)
    expect(failure.params).toEqual({ found: migrations.length + 1, known: migrations.length, app: '9.1.0' })
    expect(storeHashes(service.folder)).toEqual(before)
  })
})

describe('opening a refused ledger for reading', () => {
  it('a damaged one shows what can be read, and a restore from there brings it back', async () => {
    const { service, backup } = await aLedgerWithBackup()
    service.close()
    writeFileSync(path.join(service.folder, 'lock'), '{}')
    const tool = new Database(storeFile(service.folder), { readonly: true })
    const page = Number(tool.prepare("SELECT max(pageno) FROM dbstat WHERE name = 'journal_change'").pluck().get())
    tool.close()
    for (const suffix of ['-wal', '-shm']) rmSync(storeFile(service.folder) + suffix, { force: true })
    damage(storeFile(service.folder), 'garbagePage', page)
    const before = sha256Of(storeFile(service.folder))
    const { service: again } = await refusedWith(service.folder)
    await again.call('backup.openReadOnly', {})
    expect(titles(again.store())).toEqual(['第一条', '第三条', '第二条'])
    await isOnlyRead(again, 'storeDamaged')
    expect(sha256Of(storeFile(service.folder))).toBe(before)
    expect(await again.call('backup.restore', { place: 'own', name: backup.name })).toMatchObject({ before: null })
    expect(titles(again.store())).toEqual(['第一条'])
    expect(await again.call('settings.get', {})).toMatchObject({ readOnly: null })
  })

  it('row 20: a newer one is shown and never written', async () => {
    const folder = await aClosedLedger()
    const tool = new Database(storeFile(folder))
    tool.pragma(`user_version = ${migrations.length + 1}`)
    tool.close()
    const before = storeHashes(folder)
    const { service } = await refusedWith(folder)
    await service.call('backup.openReadOnly', {})
    await isOnlyRead(service, 'storeNewer')
    service.close()
    expect(storeHashes(folder)).toEqual(before)
  })

  it('one that no page of can be read stays refused, and so does one that is missing or another program’s', async () => {
    const folder = await aClosedLedger()
    damage(storeFile(folder), 'zeroed')
    const { service } = await refusedWith(folder)
    expect((await refusalOf(service.call('backup.openReadOnly', {}))).code).toBe('storeDamaged')

    const foreign = aFolder()
    const tool = new Database(storeFile(foreign))
    tool.exec('CREATE TABLE theirs (a)')
    tool.close()
    const other = await refusedWith(foreign)
    expect((await refusalOf(other.service.call('backup.openReadOnly', {}))).code).toBe('storeNotOurs')
  })

  it('an open ledger stays as it is', async () => {
    const service = await aBureauWithLead()
    await service.call('backup.openReadOnly', {})
    expect(await service.call('settings.get', {})).toMatchObject({ readOnly: null })
  })
})

describe('row 9: a folder that takes nothing', () => {
  /** As an ordinary account: to the administrator every folder is open. */
  function asNobody(): void {
    const { geteuid, seteuid } = process
    if (!geteuid || !seteuid || geteuid() !== 0) return
    seteuid(65_534)
    onTestFinished(() => seteuid(0))
  }

  it('starts for reading only, says which folder, and leaves no copy behind', async () => {
    const folder = await aClosedLedger()
    for (const each of [folder, path.join(folder, 'backups')]) if (existsSync(each)) chmodSync(each, 0o555)
    chmodSync(storeFile(folder), 0o444)
    onTestFinished(() => chmodSync(folder, 0o755))
    const before = storeHashes(folder)
    asNobody()
    const service = await aService({ folder })
    expect(await service.call('settings.get', {})).toMatchObject({ readOnly: { params: { folder } } })
    await isOnlyRead(service, 'folderNotWritable')
    expect(titles(service.store())).toEqual(['第一条'])
    service.close()
    expect(storeHashes(folder)).toEqual(before)
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`sizhua-readonly-${process.pid}-`))).toEqual([])
  })

  it('and takes writes again once it does', async () => {
    const folder = await aClosedLedger()
    chmodSync(folder, 0o555)
    onTestFinished(() => chmodSync(folder, 0o755))
    if (process.geteuid?.() === 0) chmodSync(storeFile(folder), 0o444)
    asNobody()
    const service = await aService({ folder })
    await isOnlyRead(service, 'folderNotWritable')
    process.seteuid?.(0)
    chmodSync(folder, 0o755)
    chmodSync(storeFile(folder), 0o644)
    await service.call('backup.reopen', {})
    expect(await service.call('settings.get', {})).toMatchObject({ readOnly: null })
    await saveLead(service, '第二条')
    expect(titles(service.store())).toHaveLength(2)
  })
})

describe('trying again', () => {
  it('opens once the colleague has closed it', async () => {
    const holder = await aBureauWithLead()
    const { service, failure } = await refusedWith(holder.folder)
    expect(failure).toMatchObject({ code: 'storeLocked', params: { holder: '承办人' } })
    expect((await refusalOf(service.call('backup.reopen', {}))).code).toBe('storeLocked')
    holder.close()
    await service.call('backup.reopen', {})
    expect(titles(service.store())).toEqual(['第一条'])
  })

  it('an open ledger stays open', async () => {
    const service = await aBureau()
    const store = service.store()
    await service.call('backup.reopen', {})
    expect(service.store()).toBe(store)
  })
})

describe('while the program runs', () => {
  it('row 16: damage that a screen meets stops the writing and is said, and reading goes on', async () => {
    const service = await aBureauWithLead()
    noteStoreFailure(service.context, new Database.SqliteError('malformed', 'SQLITE_CORRUPT'))
    await isOnlyRead(service, 'storeDamaged')
    expect(await service.call('settings.getGroups', {})).toEqual([])
  })

  it('row 8: a failing disk too, and a full one does not', async () => {
    const service = await aBureauWithLead()
    noteStoreFailure(service.context, new Database.SqliteError('full', 'SQLITE_FULL'))
    noteStoreFailure(service.context, new Error('a bug'))
    expect(await service.call('settings.get', {})).toMatchObject({ readOnly: null })
    noteStoreFailure(service.context, new Database.SqliteError('io', 'SQLITE_IOERR_FSYNC'))
    await isOnlyRead(service, 'diskFailing')
    // After the disk was seen to, without a restart.
    await service.call('backup.reopen', {})
    await saveLead(service, '第二条')
    expect(titles(service.store())).toHaveLength(2)
  })
})
