import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupsFolder } from '../../../db/backup-files'
import { backupBefore } from '../../../electron/backup/backup-before'
import { takeDaily } from '../../../electron/backup/daily'
import { takeBackup } from '../../../electron/backup/take-backup'
import { aBureau, aFolder, aService, codeOf, dumpOf, importOf, refusalOf, valueOf } from '../../builders'
import { at, aBureauWithLead, dumpOfFile, grow, ownBackups, ownFile, saveLead } from './backups'

const first = 'assignments/dongli-2022-audit-bureau.xlsx'

describe('a backup on demand', () => {
  it('holds what the ledger holds, is told as verified, and the window hears of it', async () => {
    const service = await aBureauWithLead()
    const { backup, second } = await service.call('backup.create', {})
    expect(second).toBe('none')
    expect(backup).toMatchObject({ place: 'own', name: '000001-manual.db', state: 'verified' })
    expect(backup.side?.bureau).toBe('东丽区审计局')
    expect(dumpOfFile(ownFile(service, backup.name))).toEqual(dumpOf(service.store().connection))
    expect(service.announced.flat()).toContain('backup')
    const overview = await service.call('backup.overview', {})
    expect(overview.last).toEqual(backup)
    expect(overview.changesSince).toBe(0)
    await saveLead(service, '第二条')
    expect((await service.call('backup.overview', {})).changesSince).toBe(1)
  })

  it('of a large ledger is checked in a thread of its own, and saves go on during the copy and the check', async () => {
    const service = await aBureauWithLead()
    grow(service, 2000)
    let stage = ''
    const saves = new Map<string, number>()
    const progress = { isDone: false }
    const taking = service.call('backup.create', {}, { onEvent: (event) => (stage = event.stage) }).finally(() => {
      progress.isDone = true
    })
    while (!progress.isDone) {
      await saveLead(service, '边备份边填')
      saves.set(stage, (saves.get(stage) ?? 0) + 1)
    }
    const { backup } = await taking
    // Large enough for the thread, and for the disk to be asked in between.
    expect(backup.bytes).toBeGreaterThan(20 * 1024 * 1024)
    expect(saves.get('copying')).toBeGreaterThan(5)
    expect(saves.get('checking')).toBeGreaterThan(1)
    expect((await service.call('backup.verify', { place: 'own', name: backup.name })).state).toBe('verified')
    expect(await ownBackups(service)).toEqual([['000001-manual.db', 'verified']])
  }, 60_000)

  it('two at once are taken one after the other, with two numbers', async () => {
    const service = await aBureauWithLead()
    const taken = await Promise.all([takeBackup(service.context, 'manual'), takeBackup(service.context, 'year')])
    expect(taken.map((each) => valueOf(each).name)).toEqual(['000001-manual.db', '000002-year.db'])
  })

  it('a folder that cannot be written is said, and the ledger goes on', async () => {
    const service = await aBureauWithLead()
    writeFileSync(backupsFolder(service.folder), 'a file in the way')
    expect((await refusalOf(service.call('backup.create', {}))).code).toBe('backupFailed')
    await saveLead(service, '第二条')
  })

  it('without a ledger there is nothing to back up', async () => {
    const service = await aService()
    expect((await refusalOf(service.call('backup.create', {}))).code).toBe('notInitialised')
    expect(readdirSync(service.folder)).not.toContain('backups')
  })
})

describe('a backup before something', () => {
  it('is taken when something was written since, and not again until something is', async () => {
    const service = await aBureauWithLead()
    expect(valueOf(await backupBefore(service.context, 'import'))?.name).toBe('000001-import.db')
    expect(valueOf(await backupBefore(service.context, 'mass-change'))).toBeNull()
    await saveLead(service, '第二条')
    expect(valueOf(await backupBefore(service.context, 'mass-change'))?.name).toBe('000002-mass-change.db')
  })

  it('one that is gone or damaged does not count', async () => {
    const service = await aBureauWithLead()
    valueOf(await backupBefore(service.context, 'import'))
    writeFileSync(ownFile(service, '000001-import.db'), 'short')
    expect(valueOf(await backupBefore(service.context, 'import'))?.name).toBe('000002-import.db')
    rmSync(ownFile(service, '000002-import.db'))
    expect(valueOf(await backupBefore(service.context, 'import'))?.name).toBe('000003-import.db')
  })

  it('comes before every import, with the ledger as it was then', async () => {
    const service = await aBureauWithLead()
    const before = dumpOf(service.store().connection)
    await importOf(service, first)
    expect(await ownBackups(service)).toEqual([['000001-import.db', 'verified']])
    expect(dumpOfFile(ownFile(service, '000001-import.db'))).toEqual(before)
  })

  it('without it nothing is imported', async () => {
    const service = await aBureauWithLead()
    const before = dumpOf(service.store().connection)
    writeFileSync(backupsFolder(service.folder), 'a file in the way')
    expect((await refusalOf(importOf(service, first))).code).toBe('backupFailed')
    expect(dumpOf(service.store().connection)).toEqual(before)
  })
})

describe('the backup of a day', () => {
  const morning = '2022-06-30T08:30:00.000+08:00'
  it('is taken at the first start of a day with changes, once', async () => {
    const service = await aBureauWithLead()
    expect(valueOf(await takeDaily(at(service.context, morning)))?.name).toBe('000001-daily.db')
    await saveLead(service, '第二条')
    expect(valueOf(await takeDaily(at(service.context, '2022-06-30T13:00:00.000+08:00')))).toBeNull()
    expect(valueOf(await takeDaily(at(service.context, '2022-07-01T08:30:00.000+08:00')))?.name).toBe('000002-daily.db')
    expect(valueOf(await takeDaily(at(service.context, '2022-07-02T08:30:00.000+08:00')))).toBeNull()
  })

  it('another backup of the same day that holds everything is enough', async () => {
    const service = await aBureauWithLead()
    valueOf(await takeBackup(at(service.context, morning), 'manual'))
    expect(valueOf(await takeDaily(at(service.context, morning)))).toBeNull()
  })

  it('is not taken of a ledger in which nothing was written yet', async () => {
    const service = await aService()
    expect(codeOf(await takeDaily(service.context))).toBe('notInitialised')
  })

  // Source: reliability 3 row 22.
  it.each(['2021-05-26T08:30:00.000+08:00', '2052-06-30T08:30:00.000+08:00'])(
    'with a clock at %s it gets the next number, and nothing is removed because of its date',
    async (wrong) => {
      const service = await aBureauWithLead()
      for (let index = 1; index <= 12; index += 1) {
        await saveLead(service, `线索${index}`)
        const now = `2022-06-${String(index).padStart(2, '0')}T08:30:00.000+08:00`
        valueOf(await takeDaily(at(service.context, now)))
      }
      await saveLead(service, '时钟不对的那天')
      expect(valueOf(await takeDaily(at(service.context, wrong)))?.name).toBe('000013-daily.db')
      await saveLead(service, '时钟改回来')
      expect(valueOf(await takeDaily(at(service.context, '2022-06-13T08:30:00.000+08:00')))?.name).toBe(
        '000014-daily.db',
      )
      expect((await ownBackups(service)).map(([name]) => Number(name.slice(0, 6)))).toEqual(
        Array.from({ length: 14 }, (_, index) => 14 - index),
      )
    },
    30_000,
  )
})

it('old backups go, the ones with the name of an earlier version stay', async () => {
  const service = await aBureauWithLead()
  mkdirSync(backupsFolder(service.folder))
  const earlier = '20220630-093000-before-migration-v5.db'
  writeFileSync(ownFile(service, earlier), 'content')
  for (let index = 0; index < 14; index += 1)
    valueOf(await takeBackup(at(service.context, '2022-06-30T08:30:00.000+08:00'), 'manual'))
  const names = (await ownBackups(service)).map(([name]) => name)
  expect(names).toHaveLength(11)
  expect(names[0]).toBe('000014-manual.db')
  expect(names.at(-2)).toBe('000005-manual.db')
  expect(names.at(-1)).toBe(earlier)
  // The side files of those that went are gone too.
  const files = readdirSync(backupsFolder(service.folder)).filter((name) => name.endsWith('.json'))
  expect(files).toHaveLength(11)
}, 30_000)

it('works in a folder with Chinese characters and spaces', async () => {
  const service = await aBureau({ folder: path.join(aFolder(), '中文 路径') })
  expect((await service.call('backup.create', {})).backup.state).toBe('verified')
})
