import Database from 'better-sqlite3'
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { backupsFolder } from '../../../db/backup-files'
import { migrations } from '../../../db/migrations'
import { storeFile } from '../../../db/open'
import { readPlan, stagedStore, writePlan, type RestorePlan } from '../../../db/restore'
import { keepBytes, keptFile } from '../../../electron/core/attachment-store'
import { journalTailMissing } from '../../../electron/backup/tail-check'
import { aBureau, aFolder, aService, filesBelow, fixture, refusalOf, sha256Of, valueOf, writing } from '../../builders'
import { attachment } from '../../../db/schema/attachments'
import { damage } from '../../db/damage'
import { aBureauWithLead, dumpOfFile, granted, ownFile, saveLead } from './backups'
import {
  aLedgerWithBackup,
  identityOf,
  isChainWhole,
  lastEntry,
  quarantined,
  recordsOf,
  storeHashes,
  titles,
  withoutMarks,
} from './restoring'

vi.setConfig({ testTimeout: 30_000 })

const keyOf = ({
  place,
  name,
}: {
  readonly place: 'own' | 'second' | { readonly folder: string }
  readonly name: string
}) => ({
  place,
  name,
})

describe('restoring a backup', () => {
  it('acceptance 4: every record is as it was when the backup was taken, and what was there is a verified backup', async () => {
    const { service, backup, first, later } = await aLedgerWithBackup()
    const { restored, before } = await service.call('backup.restore', keyOf(backup))
    expect(restored.name).toBe(backup.name)
    expect(recordsOf(service.store())).toEqual(first)
    expect(before).toMatchObject({ state: 'verified', side: { reason: 'restore' } })
    expect(withoutMarks(dumpOfFile(ownFile(service, before?.name ?? '')))).toEqual(later)
    expect(existsSync(path.join(service.folder, 'restore.json'))).toBe(false)
    expect(await service.call('settings.get', {})).toMatchObject({ state: 'ready', readOnly: null })
    // It is held and written as before.
    await saveLead(service, '第四条')
    expect(titles(service.store())).toEqual(['第一条', '第四条'])
  })

  it('the journal says so in one entry, goes on as a chain, and Ctrl+Z does not take it back', async () => {
    const { service, backup } = await aLedgerWithBackup()
    await service.call('backup.restore', keyOf(backup))
    expect(lastEntry(service.store())).toEqual({
      intent: 'backup.restored',
      params: { name: backup.name, at: backup.side?.at },
    })
    expect(isChainWhole(service.store())).toBe(true)
    // What was given up is no cut-off tail.
    expect(await journalTailMissing(service.store(), service.folder)).toBeNull()
    const { entry } = await service.call('core.undoLast', {})
    expect(entry.intent).toBe('exchange.makeKey')
  })

  it('this PC has a new name among its colleagues and goes on with its sequence', async () => {
    const { service, backup } = await aLedgerWithBackup()
    const before = identityOf(service)
    await service.call('backup.restore', keyOf(backup))
    const after = identityOf(service)
    expect(after.device).not.toBe(before.device)
    expect({ ...after, device: '' }).toEqual({ ...before, device: '' })
    expect(after.sequence).toBe(41)
  })

  it('the files that were replaced lie in quarantine as they were', async () => {
    const { service, backup, later } = await aLedgerWithBackup()
    await service.call('backup.restore', keyOf(backup))
    expect(withoutMarks(dumpOfFile(path.join(quarantined(service.folder, 1), 'ledger.db')))).toEqual(later)
  })

  it('whoever was signed in is asked again, and nothing that was opened of the old ledger stays open', async () => {
    const { service, backup } = await aLedgerWithBackup()
    service.context.session.accountId = 'somebody'
    await service.call('backup.restore', keyOf(backup))
    expect(service.context.session.accountId).toBeNull()
    expect(service.announced.flat()).toEqual(expect.arrayContaining(['investment', 'settings', 'access', 'backup']))
  })
})

describe('a backup that is not what it was', () => {
  it('one flipped bit: refused, marked, and nothing is touched', async () => {
    const { service, backup, later } = await aLedgerWithBackup()
    const file = ownFile(service, backup.name)
    const bytes = readFileSync(file)
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const refused = await refusalOf(service.call('backup.restore', keyOf(backup)))
    expect(refused).toEqual({ code: 'backupDamaged', params: { detail: 'sha256' } })
    expect(recordsOf(service.store())).toEqual(later)
    expect(existsSync(path.join(service.folder, 'quarantine'))).toBe(false)
    expect((await service.call('backup.list', { place: 'own' })).map(({ state }) => state)).toEqual(['damaged'])
  })

  it('of a newer program, of another program, or gone: each is said', async () => {
    const { service } = await aLedgerWithBackup()
    const { folder, token } = granted(service)
    const newer = path.join(folder, '000007-manual.db')
    copyFileSync(ownFile(service, '000001-manual.db'), newer)
    const tool = new Database(newer)
    tool.pragma(`user_version = ${migrations.length + 1}`)
    tool.close()
    const foreign = new Database(path.join(folder, '000008-manual.db'))
    foreign.exec('CREATE TABLE theirs (a)')
    foreign.close()
    const codes = await Promise.all(
      ['000007-manual.db', '000008-manual.db', '000009-manual.db'].map(async (name) => {
        const { code } = await refusalOf(service.call('backup.restore', { place: { folder: token }, name }))
        return code
      }),
    )
    expect(codes).toEqual(['storeNewer', 'backupDamaged', 'backupNotFound'])
    expect(titles(service.store())).toHaveLength(3)
  })

  it('that cannot be taken to this version: what was there is back, and the person is told', async () => {
    const { service, later } = await aLedgerWithBackup()
    const { folder, token } = granted(service)
    const file = path.join(folder, '000007-manual.db')
    writeFileSync(file, gunzipSync(readFileSync(fixture('stores/v3.db.gz'))))
    const tool = new Database(file)
    tool.pragma('journal_mode = DELETE')
    // The step to version 4 makes a table of this name.
    tool.exec('CREATE TABLE rect_program (id text)')
    tool.close()
    const refused = await refusalOf(
      service.call('backup.restore', { place: { folder: token }, name: '000007-manual.db' }),
    )
    expect(refused.code).toBe('restoreFailed')
    expect(recordsOf(service.store())).toEqual(later)
    expect(lastEntry(service.store()).intent).toBe('investment.save')
    expect(await readPlan(service.folder)).toBeNull()
    expect(filesBelow(quarantined(service.folder, 1))).toContain('refused.db')
    expect((await service.call('backup.overview', {})).revert).toBeNull()
  })
})

describe('a backup from elsewhere', () => {
  it('of an earlier version is taken to this one, behind a backup of its own', async () => {
    const { service } = await aLedgerWithBackup()
    const { folder, token } = granted(service)
    writeFileSync(path.join(folder, '000007-manual.db'), gunzipSync(readFileSync(fixture('stores/v5.db.gz'))))
    await service.call('backup.restore', { place: { folder: token }, name: '000007-manual.db' })
    expect(service.store().schemaVersion).toBe(migrations.length)
    expect(lastEntry(service.store())).toMatchObject({ intent: 'backup.restored' })
    const list = await service.call('backup.list', { place: 'own' })
    expect(list.map(({ name }) => name)).toEqual(['000003-migration.db', '000002-restore.db', '000001-manual.db'])
  })

  it('brings the attachments that are not here, and no false one', async () => {
    const other = await aBureau()
    const texts = ['甲', '乙', '丙'].map((text) => Buffer.from(text))
    const digests = await Promise.all(texts.map(async (bytes) => valueOf(await keepBytes(other.folder, bytes))))
    writing(other.store(), (db) => {
      for (const [index, sha256] of digests.entries()) {
        const about = {
          id: `a${index}`,
          room: 'investment',
          recordId: 'l',
          fileName: `${index}.txt`,
          size: 3,
          addedBy: '',
        }
        db.insert(attachment)
          .values({ ...about, sha256, addedAt: '', isSample: false })
          .run()
      }
    })
    await other.call('backup.create', {})
    const [present = '', missing = '', altered = ''] = digests
    writeFileSync(keptFile(other.folder, altered), '丁')

    const { service } = await aLedgerWithBackup()
    valueOf(await keepBytes(service.folder, texts[0] ?? new Uint8Array()))
    const { token } = granted(service, backupsFolder(other.folder))
    await service.call('backup.restore', { place: { folder: token }, name: '000001-manual.db' })
    expect(readFileSync(keptFile(service.folder, missing), 'utf8')).toBe('乙')
    expect(existsSync(keptFile(service.folder, present))).toBe(true)
    expect(existsSync(keptFile(service.folder, altered))).toBe(false)
  })
})

describe('a store that cannot be opened', () => {
  it('missing: the backup is restored and nothing is there to go back to', async () => {
    const { service, backup, first } = await aLedgerWithBackup()
    service.close()
    rmSync(storeFile(service.folder))
    const again = await aService({ folder: service.folder })
    expect(again.context.storeState()).toMatchObject({ kind: 'refused', failure: { code: 'storeMissing' } })
    expect(await again.call('backup.restore', keyOf(backup))).toMatchObject({ before: null })
    expect(recordsOf(again.store())).toEqual(first)
    expect((await refusalOf(again.call('backup.revert', {}))).code).toBe('nothingToRevert')
  })

  it('damaged: it goes to quarantine byte for byte', async () => {
    const { service, backup, first } = await aLedgerWithBackup()
    service.close()
    damage(storeFile(service.folder), 'header')
    const damaged = sha256Of(storeFile(service.folder))
    const again = await aService({ folder: service.folder })
    expect(again.context.storeState()).toMatchObject({ kind: 'refused', failure: { code: 'storeDamaged' } })
    expect(await again.call('backup.restore', keyOf(backup))).toMatchObject({ before: null })
    expect(recordsOf(again.store())).toEqual(first)
    // 1 is the copy that was made when the damage was found.
    expect(sha256Of(path.join(quarantined(service.folder, 1), 'ledger.db'))).toBe(damaged)
    expect(sha256Of(path.join(quarantined(service.folder, 2), 'ledger.db'))).toBe(damaged)
  })

  it('held by a colleague: refused, and neither file nor lock is touched', async () => {
    const { service, backup } = await aLedgerWithBackup()
    service.store().connection.pragma('wal_checkpoint(TRUNCATE)')
    const second = await aService({ folder: service.folder })
    expect(second.context.storeState()).toMatchObject({ kind: 'refused', failure: { code: 'storeLocked' } })
    const before = storeHashes(service.folder)
    expect((await refusalOf(second.call('backup.restore', keyOf(backup)))).code).toBe('storeLocked')
    expect(storeHashes(service.folder)).toEqual(before)
    expect(await readPlan(service.folder)).toBeNull()
    await saveLead(service, '第四条')
    expect(titles(service.store())).toHaveLength(4)
  })
})

describe('row 6: the program ended in the middle of a restore', () => {
  const plan: RestorePlan = {
    format: 1,
    kind: 'restore',
    number: 1,
    name: '000001-manual.db',
    of: '2022-06-01T09:00:00+08:00',
    at: '2022-06-30T09:30:00+08:00',
    actor: '值班员',
    backup: null,
    highest: 1,
    device: 'a-new-device',
    isExact: false,
    step: 'replacing',
  }

  /** A data folder as the end of the program left it; `until` makes the state from the plan on. */
  async function broken(step: RestorePlan['step'], until: (folder: string, backup: string) => void) {
    const ledger = await aLedgerWithBackup()
    const { service, backup } = ledger
    service.close()
    await writePlan(service.folder, { ...plan, step })
    until(service.folder, ownFile(service, backup.name))
    const again = await aService({ folder: service.folder })
    expect(await readPlan(service.folder)).toBeNull()
    expect(existsSync(stagedStore(service.folder))).toBe(false)
    expect(await again.call('settings.get', {})).toMatchObject({ state: 'ready', readOnly: null })
    return { ...ledger, again }
  }

  it.each<[string, (folder: string, backup: string) => void]>([
    ['before the copy', () => {}],
    ['with half a copy', (folder) => writeFileSync(stagedStore(folder), 'half')],
    ['with the whole copy', (folder, backup) => copyFileSync(backup, stagedStore(folder))],
  ])('copying, %s: nothing has happened', async (_name, until) => {
    const { again, later } = await broken('copying', until)
    expect(recordsOf(again.store())).toEqual(later)
    expect(lastEntry(again.store()).intent).toBe('investment.save')
    expect(identityOf(again).device).not.toBe(plan.device)
    expect(existsSync(path.join(again.folder, 'quarantine'))).toBe(false)
  })

  const aside = (folder: string): void => {
    mkdirSync(quarantined(folder, 1), { recursive: true })
    renameSync(storeFile(folder), path.join(quarantined(folder, 1), 'ledger.db'))
  }
  const placed = (folder: string, backup: string): void => {
    aside(folder)
    copyFileSync(backup, storeFile(folder))
  }

  it.each<[string, (folder: string, backup: string) => void]>([
    ['before the old store is moved', (folder, backup) => copyFileSync(backup, stagedStore(folder))],
    [
      'with the old store aside and its log still there',
      (folder, backup) => {
        copyFileSync(backup, stagedStore(folder))
        aside(folder)
        writeFileSync(`${storeFile(folder)}-wal`, 'the old log')
      },
    ],
    ['with the copy in its place', placed],
  ])('replacing, %s: the backup is restored', async (_name, until) => {
    const { again, first } = await broken('replacing', until)
    expect(recordsOf(again.store())).toEqual(first)
    expect(lastEntry(again.store())).toEqual({ intent: 'backup.restored', params: { name: plan.name, at: plan.of } })
    expect(isChainWhole(again.store())).toBe(true)
    expect(identityOf(again)).toMatchObject({ device: plan.device, sequence: 41 })
    // And it can be gone back to.
    await again.call('backup.revert', {})
    expect(titles(again.store())).toHaveLength(3)
  })

  it('replacing, with the entry written and the plan still there: it is not entered twice', async () => {
    const { again } = await broken('replacing', placed)
    const folder = again.folder
    again.close()
    await writePlan(folder, plan)
    const third = await aService({ folder })
    const count = third
      .store()
      .connection.prepare("SELECT count(*) FROM journal_entry WHERE intent = 'backup.restored'")
    expect(count.pluck().get()).toBe(1)
    expect(identityOf(third).device).toBe(plan.device)
  })

  it('undoing: what was there comes back', async () => {
    const { again, later } = await broken('undoing', (folder, backup) => {
      placed(folder, backup)
      damage(storeFile(folder), 'header')
    })
    expect(recordsOf(again.store())).toEqual(later)
    expect(existsSync(path.join(quarantined(again.folder, 1), 'refused.db'))).toBe(true)
  })

  it('a copy that is no store: what was there comes back', async () => {
    const { again, later } = await broken('replacing', (folder) => {
      aside(folder)
      writeFileSync(storeFile(folder), 'no store'.repeat(1000))
    })
    expect(recordsOf(again.store())).toEqual(later)
  })

  it('and another program holds the copy just now: it waits, and goes on later', async () => {
    const { service, backup, first } = await aLedgerWithBackup()
    service.close()
    await writePlan(service.folder, plan)
    placed(service.folder, ownFile(service, backup.name))
    const holder = new Database(storeFile(service.folder))
    holder.exec('BEGIN EXCLUSIVE')
    const again = await aService({ folder: service.folder })
    expect(again.context.storeState()).toMatchObject({ kind: 'refused', failure: { code: 'storeLocked' } })
    expect(await readPlan(service.folder)).not.toBeNull()
    holder.exec('COMMIT')
    holder.close()
    await again.call('backup.reopen', {})
    expect(recordsOf(again.store())).toEqual(first)
    expect(await readPlan(service.folder)).toBeNull()
  })
})

it('a copy of the whole data folder restores on another PC with its own files', async () => {
  const first = await aBureauWithLead()
  await first.call('backup.create', {})
  first.close()
  const moved = path.join(aFolder(), 'data')
  cpSync(first.folder, moved, { recursive: true })
  const second = await aService({ folder: moved })
  await saveLead(second, '第二条')
  await second.call('backup.restore', { place: 'own', name: '000001-manual.db' })
  expect(titles(second.store())).toEqual(['第一条'])
})
