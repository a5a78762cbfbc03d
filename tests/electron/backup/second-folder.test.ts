import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupsFolder, listBackups } from '../../../db/backup-files'
import { backupOverview } from '../../../electron/backup/overview'
import { takeBackup } from '../../../electron/backup/take-backup'
import { secondSettled } from '../../../electron/backup/second-folder'
import { runDuties } from '../../../electron/backup/duties'
import { keepBytes } from '../../../electron/core/attachment-store'
import { attachment } from '../../../db/schema/attachments'
import { aBureau, aFolder, aService, filesBelow, refusalOf, sha256Of, valueOf, type Service } from '../../builders'
import { aSmallDisk, fillDisk } from '../core/small-disk'
import { at, aBureauWithLead, dumpOfFile, granted, ownFile, saveLead } from './backups'

const own = '四抓台账备份-东丽区审计局'

async function withSecond(service: Service, folder?: string): Promise<string> {
  const second = granted(service, folder)
  await service.call('backup.setSecond', { folder: second.token })
  await secondSettled(service.context)
  return second.folder
}

async function attach(service: Service, name: string, bytes: Uint8Array): Promise<string> {
  const sha256 = valueOf(await keepBytes(service.folder, bytes))
  service.store().write({ name: 'investment.save', params: {}, actor: '-', at: '2022-06-30T09:30:00+08:00' }, (db) => {
    db.insert(attachment)
      .values({
        id: name,
        room: 'investment',
        recordId: 'r',
        fileName: `${name}.pdf`,
        sha256,
        size: bytes.length,
        addedAt: '2022-06-30',
        addedBy: '-',
        isSample: false,
      })
      .run()
  })
  return sha256
}

describe('the second place', () => {
  it('gets the backup with its side file and the attachments it needs, each proved by reading it back', async () => {
    const service = await aBureauWithLead()
    const sha256 = await attach(service, 'a', new TextEncoder().encode('佐证'))
    const folder = await withSecond(service)
    const { backup, second } = await service.call('backup.create', {})
    expect(second).toBe('copied')
    const there = path.join(folder, own)
    expect(filesBelow(there)).toEqual([
      '000001-manual.db',
      '000001-manual.json',
      `attachments/${sha256.slice(0, 2)}/${sha256}`,
    ])
    expect(sha256Of(path.join(there, '000001-manual.db'))).toBe(backup.side?.sha256)
    expect(dumpOfFile(path.join(there, backup.name))).toEqual(dumpOfFile(ownFile(service, backup.name)))
    const list = await service.call('backup.list', { place: 'second' })
    expect(list).toEqual([{ ...backup, place: 'second' }])
    const overview = await service.call('backup.overview', {})
    expect(overview.second).toMatchObject({ label: folder, isReachable: true, isDue: false })
    expect(overview.second?.lastAt).not.toBeNull()
  })

  it('what is there already is not copied again, and nobody else’s files are touched', async () => {
    const service = await aBureauWithLead()
    const folder = await withSecond(service)
    const sha256 = await attach(service, 'a', new Uint8Array(1000))
    await service.call('backup.create', {})
    const kept = path.join(folder, own, 'attachments', sha256.slice(0, 2), sha256)
    const before = statSync(kept).mtimeMs
    for (const name of ['照片.jpg', '.abc.tmp']) writeFileSync(path.join(folder, own, name), '')
    await saveLead(service, '第二条')
    expect((await service.call('backup.create', {})).second).toBe('copied')
    expect(statSync(kept).mtimeMs).toBe(before)
    expect(filesBelow(path.join(folder, own))).toEqual(expect.arrayContaining(['照片.jpg', '.abc.tmp']))
  })

  it('follows by itself after a backup that nobody waits for', async () => {
    const service = await aBureauWithLead()
    const folder = await withSecond(service)
    valueOf(await takeBackup(service.context, 'import'))
    await secondSettled(service.context)
    expect((await listBackups(path.join(folder, own))).map(({ name, state }) => [name, state])).toEqual([
      ['000001-import.db', 'verified'],
    ])
  })

  it('that is not there is said, and the first backup stands; plugged in again it catches up', async () => {
    const service = await aBureauWithLead()
    const folder = await withSecond(service)
    const away = `${folder}-away`
    renameSync(folder, away)
    const { backup, second } = await service.call('backup.create', {})
    expect([backup.state, second]).toEqual(['verified', 'unreachable'])
    expect(existsSync(folder)).toBe(false)
    expect((await refusalOf(service.call('backup.list', { place: 'second' }))).code).toBe('backupUnreachable')
    expect((await service.call('backup.overview', {})).second).toMatchObject({ isReachable: false, isDue: true })
    renameSync(away, folder)
    await runDuties(service.context, (cause) => {
      throw cause
    })
    expect((await listBackups(path.join(folder, own))).map(({ name }) => name)).toEqual(['000001-manual.db'])
  })

  it('that is full is said, the first backup stands, and nothing half is left there', async (context) => {
    const disk = aSmallDisk()
    if (disk === null) return context.skip()
    const service = await aBureauWithLead()
    await withSecond(service, disk)
    const filler = fillDisk(disk, 300 * 1024)
    const { backup, second } = await service.call('backup.create', {})
    expect([backup.state, second]).toEqual(['verified', 'full'])
    expect(filesBelow(disk)).toEqual(['filler.bin'])
    writeFileSync(filler, '')
    expect((await service.call('backup.create', {})).second).toBe('copied')
  })

  // Source: reliability 3 row 29: a stick that reads back something else than was written.
  it('an altered backup is not copied: it is found and marked instead', async () => {
    const service = await aBureauWithLead()
    const { backup } = await service.call('backup.create', {})
    const bytes = readFileSync(ownFile(service, backup.name))
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(ownFile(service, backup.name), bytes)
    const folder = await withSecond(service)
    expect(filesBelow(folder)).toEqual([])
    expect((await service.call('backup.overview', {})).list.map(({ state }) => state)).toEqual(['damaged'])
  })

  it('two computers of a bureau share a stick: numbers go on, and neither removes or overwrites the other’s', async () => {
    const stick = aFolder()
    const first = await aBureauWithLead()
    const second = await aBureauWithLead()
    await withSecond(first, stick)
    await withSecond(second, stick)
    for (let index = 0; index < 3; index += 1) {
      await saveLead(first, `甲${index}`)
      await first.call('backup.create', {})
    }
    expect((await second.call('backup.create', {})).backup.name).toBe('000004-manual.db')
    // Taken while the stick was elsewhere, so both have a number 4.
    renameSync(stick, `${stick}-away`)
    await saveLead(first, '没带U盘')
    const same = await first.call('backup.create', {})
    renameSync(`${stick}-away`, stick)
    await saveLead(second, '乙')
    await second.call('backup.create', {})
    await runDuties(first.context, (cause) => {
      throw cause
    })
    const there = await listBackups(path.join(stick, own))
    expect(there.map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1])
    expect(there[0]?.side?.sha256).toBe(same.backup.side?.sha256)
    for (let index = 0; index < 12; index += 1) {
      await saveLead(first, `再来${index}`)
      valueOf(await takeBackup(first.context, 'manual'))
    }
    await secondSettled(first.context)
    const left = (await listBackups(path.join(stick, own))).map(({ number }) => number)
    expect(left).toEqual(expect.arrayContaining([4, 5]))
    expect(left).not.toContain(1)
  }, 60_000)
})

describe('choosing the second place', () => {
  it('copies the newest backup there at once', async () => {
    const service = await aBureauWithLead()
    await service.call('backup.create', {})
    const folder = await withSecond(service)
    expect((await listBackups(path.join(folder, own))).map(({ name }) => name)).toEqual(['000001-manual.db'])
  })

  it('not within the ledger’s own folder; the same disk is said', async () => {
    const service = await aBureauWithLead()
    const inside = path.join(service.folder, 'sub')
    mkdirSync(inside)
    for (const folder of [service.folder, inside]) {
      const { token } = granted(service, folder)
      expect((await refusalOf(service.call('backup.setSecond', { folder: token }))).code).toBe('secondInsideLedger')
    }
    const beside = granted(service, `${service.folder}-beside`)
    mkdirSync(beside.folder)
    await service.call('backup.setSecond', { folder: beside.token })
    expect((await service.call('backup.overview', {})).second).toMatchObject({ isReachable: true, isSameDisk: true })
    rmSync(beside.folder, { recursive: true })
  })

  it('another disk is not said to be the same', async (context) => {
    const disk = aSmallDisk()
    if (disk === null) return context.skip()
    const service = await aBureauWithLead()
    const { token } = granted(service, disk)
    await service.call('backup.setSecond', { folder: token })
    expect((await service.call('backup.overview', {})).second).toMatchObject({ isReachable: true, isSameDisk: false })
  })

  it('is remembered by this computer, not by the ledger, and can be forgotten', async () => {
    const service = await aBureauWithLead()
    const entries = (await service.call('core.journal', { limit: 10, before: null, recordId: null })).length
    await withSecond(service)
    expect((await service.call('core.journal', { limit: 10, before: null, recordId: null })).length).toBe(entries)
    expect(readdirSync(backupsFolder(service.folder))).toContain('state.json')
    await service.call('backup.setSecond', { folder: null })
    expect((await service.call('backup.overview', {})).second).toBeNull()
  })

  it('seven days without a copy are a reminder once something was written', async () => {
    const service = await aBureauWithLead()
    await withSecond(service)
    await service.call('backup.create', {})
    const later = at(service.context, '2062-01-01T09:30:00.000+08:00')
    expect((await backupOverview(later)).second?.isDue).toBe(false)
    await saveLead(service, '第二条')
    expect((await backupOverview(later)).second?.isDue).toBe(true)
    expect((await backupOverview(service.context)).second?.isDue).toBe(false)
  })

  it('before there is a ledger there is nothing to choose it for', async () => {
    const service = await aService()
    const { token } = granted(service)
    expect((await refusalOf(service.call('backup.setSecond', { folder: token }))).code).toBe('notInitialised')
  })
})

it('backups in a folder that a person chose are found in it, in our folder on it, and in a data folder', async () => {
  const service = await aBureau()
  await saveLead(service, '第一条')
  const second = await withSecond(service)
  await service.call('backup.create', {})
  for (const folder of [second, path.join(second, own), service.folder, backupsFolder(service.folder)]) {
    const { token } = granted(service, folder)
    const list = await service.call('backup.list', { place: { folder: token } })
    expect(list.map(({ name, state }) => [name, state])).toEqual([['000001-manual.db', 'verified']])
  }
  const { token } = granted(service)
  expect(await service.call('backup.list', { place: { folder: token } })).toEqual([])
})
