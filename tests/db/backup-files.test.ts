import { mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import {
  backupName,
  findBackup,
  listBackups,
  markDamaged,
  newestVerified,
  nextBackupNumber,
  removeBackup,
  writeSide,
} from '../../db/backup-files'
import { writeBackupState } from '../../db/backup-state'
import type { BackupReason, BackupSide } from '../../shared/backup/contract'
import { newBackupState } from '../../shared/backup/state'
import { aFolder } from '../builders'

function aSide(number: number, reason: BackupReason, bytes: number): BackupSide {
  return {
    format: 1,
    number,
    reason,
    at: '2022-06-30T09:30:00.000+08:00',
    bytes,
    sha256: 'a'.repeat(64),
    schemaVersion: 6,
    appVersion: '1',
    bureau: '东丽区审计局',
    journal: { entries: 1, hash: 'b' },
    counts: {},
    attachments: { count: 0, missing: 0, sha256: '' },
  }
}

async function put(folder: string, number: number, reason: BackupReason = 'daily'): Promise<string> {
  const file = path.join(folder, backupName(number, reason))
  writeFileSync(file, 'content')
  await writeSide(file, aSide(number, reason, 7))
  return file
}

it('lists the newest first by number, whatever the names sort like, and nothing that is not ours', async () => {
  const folder = aFolder()
  for (const number of [2, 1_000_000, 10, 999_999]) await put(folder, number)
  mkdirSync(path.join(folder, '000099-daily.db'))
  for (const name of ['my copy.db', '000050-other.db', 'state.json', '000051-daily.db.tmp'])
    writeFileSync(path.join(folder, name), '')
  expect((await listBackups(folder)).map(({ name }) => name)).toEqual([
    '1000000-daily.db',
    '999999-daily.db',
    '000010-daily.db',
    '000002-daily.db',
  ])
})

it('a folder that is not there has no backups and gives the first number', async () => {
  const folder = path.join(aFolder(), 'backups')
  expect(await listBackups(folder)).toEqual([])
  expect(await nextBackupNumber(folder)).toBe(1)
})

it('says what can be told without reading a backup through', async () => {
  const folder = aFolder()
  await put(folder, 1)
  const short = await put(folder, 2)
  truncateSync(short, 3)
  const marked = await put(folder, 3)
  await markDamaged(marked, true)
  writeFileSync(path.join(folder, '000004-daily.db'), 'no side file')
  const other = await put(folder, 5)
  await writeSide(other, aSide(6, 'daily', 7))
  const torn = await put(folder, 7)
  writeFileSync(torn.replace('.db', '.json'), '{"format":1,')
  const list = await listBackups(folder)
  expect(list.map(({ number, state }) => [number, state])).toEqual([
    [7, 'unproven'],
    [5, 'damaged'],
    [4, 'unproven'],
    [3, 'damaged'],
    [2, 'damaged'],
    [1, 'verified'],
  ])
  expect(newestVerified(list)?.number).toBe(1)
  await markDamaged(marked, false)
  expect((await findBackup(folder, '000003-daily.db'))?.state).toBe('verified')
})

it('a number is never given twice: not that of a leftover, of a side file alone, or of one that was removed', async () => {
  const folder = aFolder()
  await put(folder, 1)
  expect(await nextBackupNumber(folder)).toBe(2)
  writeFileSync(path.join(folder, '000007-import.db.tmp'), '')
  expect(await nextBackupNumber(folder)).toBe(8)
  writeFileSync(path.join(folder, '000009-import.json'), '')
  expect(await nextBackupNumber(folder)).toBe(10)
  await writeBackupState(folder, { ...newBackupState, highest: 20 })
  for (const name of readdirSync(folder)) if (name !== 'state.json') rmSync(path.join(folder, name))
  expect(await nextBackupNumber(folder)).toBe(21)
  expect(await nextBackupNumber(folder, 30)).toBe(31)
})

it('backups with the name of an earlier version are listed last, unproven, and take no number', async () => {
  const folder = aFolder()
  writeFileSync(path.join(folder, '20220630-093000-before-migration-v5.db'), 'content')
  expect(await nextBackupNumber(folder)).toBe(1)
  await put(folder, 1)
  const list = await listBackups(folder)
  expect(list.map(({ name, number, state }) => [name, number, state])).toEqual([
    ['000001-daily.db', 1, 'verified'],
    ['20220630-093000-before-migration-v5.db', 0, 'unproven'],
  ])
})

it('a backup goes with everything beside it', async () => {
  const folder = aFolder()
  const file = await put(folder, 1)
  await markDamaged(file, true)
  await put(folder, 2)
  await removeBackup(file)
  expect(readdirSync(folder).toSorted()).toEqual(['000002-daily.db', '000002-daily.json'])
})
