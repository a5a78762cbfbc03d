import Database from 'better-sqlite3'
import { spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backupsFolder } from '../../db/backup-files'
import { backUp } from '../../db/backup'
import { isBehindBackup } from '../../db/behind'
import { migrations } from '../../db/migrations'
import { logFile, openStore, storeFile } from '../../db/open'
import { openReadOnly } from '../../db/open-read-only'
import { keepDamaged, listQuarantine } from '../../db/quarantine'
import { refusalOfWrite, WritesStopped } from '../../db/refusal'
import { lead } from '../../db/schema/investment'
import type { Store } from '../../db/access'
import { journalTailMissing } from '../../electron/backup/tail-check'
import {
  aFolder,
  aStore,
  codeOf,
  leadValues,
  openOptions,
  reopened,
  root,
  sha256Of,
  valueOf,
  writing,
} from '../builders'
import { damage, type DamageKind } from './damage'

const NOW = '2022-06-30T09:30:00+08:00'

function leads(store: Store): number {
  return Number(store.connection.prepare('SELECT count(*) FROM lead').pluck().get())
}

function fill(store: Store, from: number, count: number): void {
  writing(store, (db) => {
    for (let index = from; index < from + count; index += 1)
      db.insert(lead)
        .values(leadValues(`lead-${index}`, { remark: '备注'.repeat(50) }))
        .run()
  })
}

/** A folder as it is found after the program was killed: the first leads in the store, the later ones only in its log. */
async function aKilledStore(): Promise<string> {
  const live = await aStore()
  fill(live, 0, 200)
  live.connection.pragma('wal_checkpoint(TRUNCATE)')
  fill(live, 200, 50)
  const folder = aFolder()
  for (const of of [storeFile, logFile]) copyFileSync(of(path.dirname(live.file)), of(folder))
  writeFileSync(path.join(folder, 'lock'), '{}')
  return folder
}

function hashes(folder: string): string[] {
  return [storeFile, logFile].map((of) => (existsSync(of(folder)) ? sha256Of(of(folder)) : '-'))
}

/** Copies for reading that this process has made and not removed. */
function copiesLeft(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`sizhua-readonly-${process.pid}-`))
}

const kinds: readonly DamageKind[] = ['zeroPage', 'garbagePage', 'truncated', 'zeroed']

describe('rows 15 and 16: a damaged store with saves that are only in its log', () => {
  it.each(kinds)(
    '%s: refused, and neither the store nor its log loses a byte, however often it is tried',
    async (kind) => {
      const folder = await aKilledStore()
      damage(storeFile(folder), kind)
      const before = hashes(folder)
      for (let tries = 0; tries < 2; tries += 1)
        expect(codeOf(await openStore(openOptions(folder)))).toBe('storeDamaged')
      expect(hashes(folder)).toEqual(before)
    },
  )

  it('a header that is destroyed and that the log still has is no loss: the log puts it back', async () => {
    const folder = await aKilledStore()
    damage(storeFile(folder), 'header')
    expect(leads(await reopened(folder))).toBe(250)
  })

  it('a newer store is refused with its log untouched', async () => {
    const live = await aStore()
    fill(live, 0, 5)
    live.connection.pragma(`user_version = ${migrations.length + 1}`)
    const folder = aFolder()
    for (const of of [storeFile, logFile]) copyFileSync(of(path.dirname(live.file)), of(folder))
    const before = hashes(folder)
    expect(codeOf(await openStore(openOptions(folder)))).toBe('storeNewer')
    expect(hashes(folder)).toEqual(before)
  })

  it('an empty file beside a log is damage: the log would be taken for a leftover and deleted', async () => {
    const folder = await aKilledStore()
    truncateSync(storeFile(folder), 0)
    const before = hashes(folder)
    expect(codeOf(await openStore(openOptions(folder)))).toBe('storeDamaged')
    expect(codeOf(await openStore(openOptions(folder, { create: true })))).toBe('storeDamaged')
    expect(hashes(folder)).toEqual(before)
  })

  it('is copied aside once for each state of it', async () => {
    const folder = await aKilledStore()
    damage(storeFile(folder), 'header')
    const kept = await keepDamaged(folder, NOW)
    expect(hashes(kept)).toEqual(hashes(folder))
    expect(await keepDamaged(folder, NOW)).toBe(kept)
    damage(storeFile(folder), 'zeroPage')
    expect(await keepDamaged(folder, NOW)).not.toBe(kept)
    expect((await listQuarantine(folder)).map(({ about }) => about?.kind)).toEqual(['damaged', 'damaged'])
  })

  it('one that is sound opens with what was only in its log', async () => {
    const store = await reopened(await aKilledStore())
    expect(leads(store)).toBe(250)
    const folder = path.dirname(store.file)
    store.close()
    expect(readdirSync(folder)).toEqual(['ledger.db'])
  })
})

describe('row 18: the log is gone or another one', () => {
  it('deleted: opens at the last checkpoint, and the newest backup tells what is missing', async () => {
    const folder = await aKilledStore()
    const whole = await reopened(folder)
    fill(whole, 250, 1)
    const taken = await backUp({
      connection: whole.connection,
      dataFolder: folder,
      reason: 'daily',
      at: NOW,
      appVersion: '0',
    })
    expect(taken.ok).toBe(true)
    expect(await journalTailMissing(whole, folder)).toBeNull()
    whole.close()

    const cut = await aKilledStore()
    rmSync(logFile(cut))
    copyBackups(folder, cut)
    expect(await isBehindBackup(cut)).toBe(true)
    const store = await reopened(cut)
    expect(leads(store)).toBe(200)
    // The same journal up to its first entry; the backup knows of more.
    expect(await journalTailMissing(store, cut)).toMatchObject({ source: 'backup', entries: 3, present: 1 })
  })

  it('swapped for the log of another ledger: never a mixture of the two, and the start notices', async () => {
    const folder = await aKilledStore()
    const whole = await reopened(folder)
    valueOf(
      await backUp({ connection: whole.connection, dataFolder: folder, reason: 'daily', at: NOW, appVersion: '0' }),
    )
    whole.close()
    const other = await aStore()
    fill(other, 900, 40)
    copyFileSync(logFile(path.dirname(other.file)), logFile(folder))
    // SQLite takes it: the other log holds every page of the other ledger.
    expect(await isBehindBackup(folder)).toBe(true)
    const store = await reopened(folder)
    expect(leads(store)).toBe(40)
    expect(await journalTailMissing(store, folder)).toMatchObject({ source: 'backup' })
  })

  it('swapped for one that is no log: opens at the last checkpoint', async () => {
    const folder = await aKilledStore()
    writeFileSync(logFile(folder), new Uint8Array(64 * 1024).fill(0x5a))
    expect(leads(await reopened(folder))).toBe(200)
  })
})

function copyBackups(from: string, to: string): void {
  const target = backupsFolder(to)
  spawnSync('cp', ['-r', backupsFolder(from), target])
}

describe('row 11: another program holds the file', () => {
  /** A closed store with three leads, held by another process for as long as is said. */
  async function aHeldStore(seconds: number): Promise<string> {
    const folder = aFolder()
    const store = await aStore(folder)
    fill(store, 0, 3)
    store.close()
    const holder = spawn(process.execPath, ['-e', holdingScript(storeFile(folder), seconds * 1000)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: root,
    })
    const ended = new Promise((resolve) => holder.once('exit', resolve))
    onTestFinished(async () => {
      holder.kill('SIGKILL')
      await ended
    })
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    return folder
  }

  it('for a second: it is waited for', async () => {
    expect(leads(await reopened(await aHeldStore(1)))).toBe(3)
  }, 30_000)

  it('for ten seconds: it is told, and never taken for damage', async () => {
    const folder = await aHeldStore(10)
    const before = sha256Of(storeFile(folder))
    const opened = await openStore(openOptions(folder))
    expect(opened).toEqual({ ok: false, error: { code: 'storeLocked', params: { holder: '-', since: '-' } } })
    expect(sha256Of(storeFile(folder))).toBe(before)
  }, 30_000)

  it('a note that a killed program left behind names nobody', async () => {
    const folder = aFolder()
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    await aStore(folder)
    writeFileSync(path.join(folder, 'lock'), JSON.stringify({ holder: '招商组组长', pid, since: NOW }))
    const refused = await openStore(openOptions(folder))
    expect(refused).toEqual({ ok: false, error: { code: 'storeLocked', params: { holder: '-', since: '-' } } })
  }, 10_000)
})

/** Any tool on the file, in the journal mode that the file has: a transaction that excludes everybody. */
function holdingScript(file: string, milliseconds: number): string {
  return `
    const Database = require('better-sqlite3')
    const connection = new Database(${JSON.stringify(file)})
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.exec('BEGIN EXCLUSIVE')
    console.log('held')
    setTimeout(() => { connection.exec('COMMIT'); connection.close() }, ${milliseconds})`
}

describe('opening for reading only', () => {
  const reason = { code: 'storeDamaged', params: { detail: '-' } } as const

  it('shows a damaged store as far as it can be read, refuses every write, and changes nothing', async () => {
    const folder = await aKilledStore()
    damage(storeFile(folder), 'garbagePage')
    const before = hashes(folder)
    const store = valueOf(openReadOnly({ folder, reason }))
    expect(store.readOnly).toEqual(reason)
    expect(store.connection.prepare('SELECT count(*) FROM journal_entry').pluck().get()).toBeGreaterThan(0)
    expect(() => writing(store, (db) => db.insert(lead).values(leadValues('new')).run())).toThrow(WritesStopped)
    expect(refusalOfWrite(new WritesStopped())).toEqual({ code: 'storeReadOnly', params: {} })
    // Also past the funnel.
    expect(() => store.connection.exec("DELETE FROM lead WHERE id = 'lead-1'")).toThrow('readonly')
    store.close()
    expect(hashes(folder)).toEqual(before)
    expect(copiesLeft()).toEqual([])
  })

  it('says so where nothing can be read', async () => {
    const folder = await aKilledStore()
    damage(storeFile(folder), 'zeroed')
    expect(codeOf(openReadOnly({ folder, reason }))).toBe('storeDamaged')
    expect(copiesLeft()).toEqual([])
  })

  it('row 20: shows a newer store that has all we know, and refuses one that lacks a column', async () => {
    const newer = {
      code: 'storeNewer',
      params: { found: migrations.length + 1, known: migrations.length, app: '' },
    } as const
    const folder = aFolder()
    const store = await aStore(folder)
    fill(store, 0, 2)
    store.connection.exec('ALTER TABLE lead ADD COLUMN colour text')
    store.connection.pragma(`user_version = ${migrations.length + 1}`)
    store.close()
    const before = hashes(folder)
    const shown = valueOf(openReadOnly({ folder, reason: newer }))
    expect([leads(shown), shown.schemaVersion, shown.readOnly?.code]).toEqual([2, migrations.length + 1, 'storeNewer'])
    shown.close()
    expect(hashes(folder)).toEqual(before)

    const tool = new Database(storeFile(folder))
    tool.exec('ALTER TABLE lead DROP COLUMN remark')
    tool.close()
    expect(openReadOnly({ folder, reason: newer })).toMatchObject({
      ok: false,
      error: { code: 'storeNewer', params: { detail: 'lead.remark' } },
    })
  })

  it('row 13: shows a copy of a store that a colleague has open', async () => {
    const folder = aFolder()
    const holder = await aStore(folder)
    fill(holder, 0, 4)
    const locked = { code: 'storeLocked', params: { holder: '二楼的同事', since: '2022-06-30 08:00' } } as const
    // A process of its own: in this one, closing the copied file would let go of the lock.
    const copied = aFolder()
    spawnSync('cp', ['-r', `${folder}/.`, copied])
    const store = valueOf(openReadOnly({ folder: copied, reason: locked }))
    expect(leads(store)).toBe(4)
    store.close()
  })
})

describe('row 8: a disk that fails while the program runs', () => {
  /** A write that SQLite refuses with a code, as it comes from the driver. */
  function failing(code: string) {
    return () => {
      throw new Database.SqliteError(`made by the test: ${code}`, code)
    }
  }

  it.each(['SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_READ'])(
    '%s: from then on it is only read, and says why',
    async (code) => {
      const store = await aStore()
      fill(store, 0, 3)
      expect(() => writing(store, failing(code))).toThrow(code)
      expect(store.readOnly).toEqual({ code: 'diskFailing', params: { detail: code } })
      expect(() => writing(store, (db) => db.insert(lead).values(leadValues('new')).run())).toThrow(WritesStopped)
      expect(leads(store)).toBe(3)
      store.close()
      expect(leads(await reopened(path.dirname(store.file)))).toBe(3)
    },
  )

  it('row 7: a full disk is no reason: the next save is tried again', async () => {
    const store = await aStore()
    expect(() => writing(store, failing('SQLITE_FULL'))).toThrow('SQLITE_FULL')
    expect(store.readOnly).toBeNull()
    fill(store, 0, 1)
    expect(leads(store)).toBe(1)
  })

  it('row 16: damage that a write meets stops the writing too', async () => {
    const store = await aStore()
    expect(() => writing(store, failing('SQLITE_CORRUPT_INDEX'))).toThrow('SQLITE_CORRUPT')
    expect(store.readOnly).toEqual({ code: 'storeDamaged', params: { detail: 'SQLITE_CORRUPT_INDEX' } })
  })

  it('and the lock is let go when such a store is closed', async () => {
    const store = await aStore()
    store.stopWriting({ code: 'diskFailing', params: { detail: 'EIO' } })
    store.close()
    expect(existsSync(path.join(path.dirname(store.file), 'lock'))).toBe(false)
    expect(statSync(store.file).size).toBeGreaterThan(0)
    expect(readFileSync(store.file).subarray(0, 15).toString()).toBe('SQLite format 3')
  })
})
