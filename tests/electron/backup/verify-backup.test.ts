import { copyFileSync, existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupsFolder } from '../../../db/backup-files'
import { storeFile } from '../../../db/open'
import { backupOverview } from '../../../electron/backup/overview'
import { aService, refusalOf, sha256Of, type Service } from '../../builders'
import { at, aBureauWithLead, flip, granted, grow, ownBackups, ownFile, saveLead } from './backups'

function verify(service: Service, name: string) {
  return service.call('backup.verify', { place: 'own', name })
}

const name = '000001-manual.db'

async function withBackup(): Promise<Service> {
  const service = await aBureauWithLead()
  await service.call('backup.create', {})
  return service
}

describe('a backup that is read through later', () => {
  it('is good, and is not touched by it', async () => {
    const service = await withBackup()
    const before = sha256Of(ownFile(service, name))
    expect((await verify(service, name)).state).toBe('verified')
    expect(sha256Of(ownFile(service, name))).toBe(before)
    expect(readdirSync(backupsFolder(service.folder)).toSorted()).toEqual([name, '000001-manual.json', 'state.json'])
  })

  it.each([
    ['a bit in its first page', (file: string) => flip(file, 200)],
    ['a bit in a later page', (file: string) => flip(file, 4096 * 9 + 33)],
    ['its head', (file: string) => flip(file, 0)],
    ['its end', (file: string) => truncateSync(file, 4096 * 5)],
    ['everything', (file: string) => truncateSync(file, 0)],
  ])('that has lost %s is damaged, and every list says so from then on', async (_name, spoil) => {
    const service = await withBackup()
    spoil(ownFile(service, name))
    expect((await verify(service, name)).state).toBe('damaged')
    expect(await ownBackups(service)).toEqual([[name, 'damaged']])
    const overview = await service.call('backup.overview', {})
    expect(overview.last).toBeNull()
    // What it held is in no good backup any more.
    expect(overview.changesSince).toBeGreaterThan(0)
  })

  it('a flipped bit is found in a large one too, in its own thread', async () => {
    const service = await aBureauWithLead()
    grow(service, 500)
    const { backup } = await service.call('backup.create', {})
    flip(ownFile(service, backup.name), backup.bytes - 1000)
    expect((await verify(service, backup.name)).state).toBe('damaged')
  }, 30_000)

  it('that comes back whole is good again', async () => {
    const service = await withBackup()
    const file = ownFile(service, name)
    copyFileSync(file, `${file}-kept`)
    flip(file, 5000)
    await verify(service, name)
    copyFileSync(`${file}-kept`, file)
    expect((await verify(service, name)).state).toBe('verified')
    expect(await ownBackups(service)).toEqual([[name, 'verified']])
  })

  it('without its side file it cannot be proved: it opens, or it is damaged', async () => {
    const service = await withBackup()
    rmSync(ownFile(service, '000001-manual.json'))
    expect((await verify(service, name)).state).toBe('unproven')
    writeFileSync(ownFile(service, '000002-daily.db'), 'not a store')
    expect((await verify(service, '000002-daily.db')).state).toBe('damaged')
  })

  it('with the side file of another one it is damaged', async () => {
    const service = await withBackup()
    await saveLead(service, '第二条')
    await service.call('backup.create', {})
    copyFileSync(ownFile(service, '000002-manual.json'), ownFile(service, '000001-manual.json'))
    expect((await ownBackups(service))[1]).toEqual([name, 'damaged'])
    expect((await verify(service, name)).state).toBe('damaged')
  })

  it('one that is not there is said', async () => {
    const service = await withBackup()
    expect((await refusalOf(verify(service, '000009-manual.db'))).code).toBe('backupNotFound')
    expect((await refusalOf(service.call('backup.verify', { place: 'second', name }))).code).toBe('backupNotFound')
    expect((await refusalOf(service.call('backup.verify', { place: 'own', name: '../ledger.db' }))).code).toBe(
      'invalidInput',
    )
  })

  it('one on a stick is read there', async () => {
    const service = await withBackup()
    const stick = granted(service)
    for (const each of [name, '000001-manual.json']) copyFileSync(ownFile(service, each), path.join(stick.folder, each))
    const key = { place: { folder: stick.token }, name }
    expect((await service.call('backup.verify', key)).state).toBe('verified')
    flip(path.join(stick.folder, name), 9000)
    expect((await service.call('backup.verify', key)).state).toBe('damaged')
    expect(await ownBackups(service)).toEqual([[name, 'verified']])
  })
})

describe('the monthly trial', () => {
  it('restores the newest into a folder of its own, opens it, and leaves nothing', async () => {
    const service = await withBackup()
    expect((await service.call('backup.overview', {})).isSelfTestDue).toBe(true)
    const store = sha256Of(ownFile(service, name))
    const tested = await service.call('backup.selfTest', {})
    expect(tested).toMatchObject({ name, isGood: true })
    expect(sha256Of(ownFile(service, name))).toBe(store)
    expect(existsSync(path.join(service.folder, 'staging'))).toBe(true)
    expect(readdirSync(path.join(service.folder, 'staging'))).toEqual([])
    const overview = await service.call('backup.overview', {})
    expect(overview.selfTest).toEqual(tested)
    expect(overview.isSelfTestDue).toBe(false)
    const month = Date.parse(tested.at) + 31 * 86_400_000
    const later = at(service.context, new Date(month).toISOString())
    expect((await backupOverview(later)).isSelfTestDue).toBe(true)
  }, 20_000)

  it('that goes wrong is said, and the backup is no good one any more', async () => {
    const service = await withBackup()
    flip(ownFile(service, name), 4096 * 9 + 33)
    expect(await service.call('backup.selfTest', {})).toMatchObject({ name, isGood: false })
    expect(await ownBackups(service)).toEqual([[name, 'damaged']])
    expect(readdirSync(path.join(service.folder, 'staging'))).toEqual([])
  }, 20_000)

  it('without a backup there is nothing to try', async () => {
    const service = await aBureauWithLead()
    expect((await refusalOf(service.call('backup.selfTest', {}))).code).toBe('backupNotFound')
    expect((await service.call('backup.overview', {})).isSelfTestDue).toBe(false)
  })
})

it('lists, checks and shows backups although the ledger itself cannot be opened', async () => {
  const first = await withBackup()
  first.close()
  writeFileSync(storeFile(first.folder), 'garbage that is no store at all')
  const service = await aService({ folder: first.folder })
  expect(service.context.storeState().kind).toBe('refused')
  const overview = await service.call('backup.overview', {})
  expect(overview.list.map(({ name: each, state }) => [each, state])).toEqual([[name, 'verified']])
  expect(overview.changesSince).toBe(0)
  expect((await verify(service, name)).state).toBe('verified')
})
