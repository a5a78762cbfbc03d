import { rmSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { backupsFolder } from '../../../db/backup-files'
import { storeFile } from '../../../db/open'
import { attachment } from '../../../db/schema/attachments'
import { keepBytes, keptFile } from '../../../electron/core/attachment-store'
import { aBureau, aService, refusalOf, sha256Of, valueOf, writing, type Service } from '../../builders'
import { damage } from '../../db/damage'
import { aBureauWithLead, granted, saveLead } from './backups'
import { aLedgerWithBackup, recordsOf } from './restoring'

vi.setConfig({ testTimeout: 30_000 })

const own = (service: Service, name: string) => service.call('backup.previewRestore', { place: 'own', name })

describe('before restoring', () => {
  it('says what differs and which entries would be lost, newest first, and writes nothing', async () => {
    const { service, backup, later } = await aLedgerWithBackup()
    const preview = await own(service, backup.name)
    expect(preview.backup).toEqual(backup)
    expect(preview.isOfOtherStore).toBe(false)
    expect(preview.differences).toEqual([
      { table: 'journal_change', inBackup: 3, now: 5 },
      { table: 'journal_entry', inBackup: 3, now: 5 },
      { table: 'lead', inBackup: 1, now: 3 },
    ])
    expect(preview.lost?.count).toBe(2)
    expect(preview.lost?.newest.map(({ id, intent, params }) => [id, intent, params['title']])).toEqual([
      [5, 'investment.save', '第三条'],
      [4, 'investment.save', '第二条'],
    ])
    expect(preview.missingAttachments).toBe(0)
    expect(recordsOf(service.store())).toEqual(later)
  })

  it('names the newest 50 of many, and counts all', async () => {
    const service = await aBureauWithLead()
    const { backup } = await service.call('backup.create', {})
    for (let index = 0; index < 60; index += 1) await saveLead(service, `又一条${index}`)
    const { lost } = await own(service, backup.name)
    expect([lost?.count, lost?.newest.length, lost?.newest[0]?.params['title']]).toEqual([60, 50, '又一条59'])
  })

  it('a backup of this very moment loses nothing', async () => {
    const service = await aBureauWithLead()
    const { backup } = await service.call('backup.create', {})
    expect(await own(service, backup.name)).toMatchObject({
      differences: [],
      lost: { count: 0, newest: [] },
      isOfOtherStore: false,
    })
  })

  it('a backup of another computer, and one of before a restore, are no earlier state of this ledger', async () => {
    const { service, backup } = await aLedgerWithBackup()
    const other = await aBureauWithLead()
    await other.call('backup.create', {})
    const { token } = granted(service, backupsFolder(other.folder))
    const place = { folder: token }
    expect(await service.call('backup.previewRestore', { place, name: '000001-manual.db' })).toMatchObject({
      isOfOtherStore: true,
      lost: null,
    })
    const { before } = await service.call('backup.restore', { place: 'own', name: backup.name })
    expect(await own(service, before?.name ?? '')).toMatchObject({ isOfOtherStore: true, lost: null })
    expect(await own(service, backup.name)).toMatchObject({ isOfOtherStore: false, lost: { count: 1 } })
  })

  it('counts attachments that lie neither here nor beside the backup', async () => {
    const service = await aBureau()
    const digests = await Promise.all(
      ['甲', '乙'].map(async (text) => valueOf(await keepBytes(service.folder, Buffer.from(text)))),
    )
    writing(service.store(), (db) => {
      for (const sha256 of digests) {
        const about = {
          id: sha256,
          room: 'investment',
          recordId: 'l',
          fileName: 'a',
          size: 3,
          addedBy: '',
          addedAt: '',
        }
        db.insert(attachment)
          .values({ ...about, sha256, isSample: false })
          .run()
      }
    })
    const { backup } = await service.call('backup.create', {})
    rmSync(keptFile(service.folder, digests[0] ?? ''))
    expect((await own(service, backup.name)).missingAttachments).toBe(1)
  })

  it('a damaged backup is refused', async () => {
    const { service, backup } = await aLedgerWithBackup()
    damage(`${backupsFolder(service.folder)}/${backup.name}`, 'garbagePage')
    expect((await refusalOf(own(service, backup.name))).code).toBe('backupDamaged')
  })
})

describe('while the ledger is not open', () => {
  async function withoutStore(harm: (file: string) => void) {
    const { service, backup } = await aLedgerWithBackup()
    service.close()
    harm(storeFile(service.folder))
    const again = await aService({ folder: service.folder })
    expect(again.context.storeState().kind).toBe('refused')
    return { again, backup }
  }

  it('damaged but readable: what would be lost is read from a copy, and the store stays as it is', async () => {
    const { again, backup } = await withoutStore((file) => damage(file, 'truncated', 60))
    const before = sha256Of(storeFile(again.folder))
    const { differences, isOfOtherStore } = await own(again, backup.name)
    expect(isOfOtherStore).toBe(false)
    expect(differences.length).toBeGreaterThan(0)
    expect(sha256Of(storeFile(again.folder))).toBe(before)
  })

  it.each<[string, (file: string) => void]>([
    ['not readable at all', (file) => damage(file, 'zeroed')],
    ['missing', (file) => rmSync(file)],
  ])('%s: the backup is shown, and nothing is said of what cannot be known', async (_name, harm) => {
    const { again, backup } = await withoutStore(harm)
    const preview = await own(again, backup.name)
    expect(preview).toMatchObject({ lost: null, isOfOtherStore: false })
    expect(preview.differences.every(({ now }) => now === null)).toBe(true)
    expect(preview.differences).toContainEqual({ table: 'lead', inBackup: 1, now: null })
  })
})
