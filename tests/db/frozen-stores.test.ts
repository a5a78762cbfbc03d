import Database from 'better-sqlite3'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { backupsFolder, listBackups } from '../../db/backup-files'
import { verifyChain } from '../../db/journal'
import { migrations } from '../../db/migrations'
import { openStore, storeFile } from '../../db/open'
import { verifyRows } from '../../db/verify-rows'
import { aFolder, aService, copyOfStore, dumpOf, fixture, openOptions, reopened, sha256Of } from '../builders'
import { recordTables } from './every-table'

const versions = readdirSync(fixture('stores'))
  .flatMap((name) => /^v(\d+)\.db\.gz$/.exec(name)?.[1] ?? [])
  .map(Number)
  .toSorted((left, right) => left - right)

/** Of the only account that frozen stores from version 6 on have. */
const frozenPin = '24681357'

/** A data folder with the store as a program of that version left it. */
function aFrozenStore(version: number): string {
  const folder = aFolder()
  writeFileSync(storeFile(folder), gunzipSync(readFileSync(fixture(`stores/v${version}.db.gz`))))
  return folder
}

function rowsOf(connection: Database.Database, table: string): Record<string, unknown>[] {
  return connection.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY rowid`).all()
}

const journalTables = ['journal_entry', 'journal_change']

it('every version of the store but the present one is frozen; the fixture is never changed, the program is', () => {
  const earlier = Array.from({ length: migrations.length - 1 }, (_, index) => index + 1)
  expect(versions.filter((version) => version < migrations.length)).toEqual(earlier)
})

describe.each(versions)('row 21: a store of version %i', (version) => {
  it('says its version, has rows in every table of records, and its chain holds', () => {
    const store = copyOfStore(aFrozenStore(version))
    expect(store.pragma('user_version', { simple: true })).toBe(version)
    const empty = recordTables({ connection: store }).filter((table) => rowsOf(store, table).length === 0)
    expect(empty).toEqual([])
    expect(verifyChain(store)).toMatchObject({ isWhole: true })
  })

  it('opens, is taken to the present version, and keeps every value of every row', async () => {
    const folder = aFrozenStore(version)
    const before = copyOfStore(folder)
    const tables = [...recordTables({ connection: before }), ...journalTables]
    const store = await reopened(folder)
    expect(store.schemaVersion).toBe(migrations.length)
    for (const table of tables) {
      const kept = rowsOf(before, table)
      const now = rowsOf(store.connection, table)
      // Columns that came later stand beside those of that time.
      const columns = Object.keys(kept[0] ?? {})
      const narrowed = now.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])))
      expect({ table, rows: narrowed }).toEqual({ table, rows: kept })
    }
    expect(verifyChain(store.connection)).toEqual(verifyChain(before))
    expect(store.connection.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(store.connection.pragma('foreign_key_check')).toEqual([])
  })

  it('what was taken forward is what the journal says of it', async () => {
    const store = await reopened(aFrozenStore(version))
    const check = verifyRows(store)
    for (;;) {
      const step = check.next()
      if (!step.done) continue
      expect(step.value).toEqual([])
      return
    }
  })

  it('can be worked with: the program starts on it and its check finds the data whole', async () => {
    const service = await aService({ folder: aFrozenStore(version) })
    const { isOn, names } = await service.call('access.state', {})
    // A PIN of that time still opens the door.
    if (isOn) await service.call('access.signIn', { name: names[0] ?? '', pin: frozenPin })
    expect(await service.call('settings.get', {})).toMatchObject({ state: 'ready', readOnly: null })
    expect(await service.call('settings.check', {})).toMatchObject({ integrity: 'ok', journal: { chainOk: true } })
    expect(service.incidents).toEqual([])
  })
})

describe.each(versions.filter((version) => version < migrations.length))('the upgrade from version %i', (version) => {
  it('is behind a backup that holds the same rows in the same version', async () => {
    const folder = aFrozenStore(version)
    const before = dumpOf(copyOfStore(folder))
    await reopened(folder)
    const [backup, ...others] = await listBackups(backupsFolder(folder))
    expect(others).toEqual([])
    expect(backup).toMatchObject({ state: 'verified', side: { reason: 'migration', schemaVersion: version } })
    const copy = new Database(path.join(backupsFolder(folder), String(backup?.name)), { readonly: true })
    expect(dumpOf(copy)).toEqual(before)
    copy.close()
  })

  it('that fails at its last statement leaves the same bytes', async () => {
    const folder = aFrozenStore(version)
    const before = sha256Of(storeFile(folder))
    const failing = [
      ...migrations,
      {
        name: '9999_fails',
        statements: ['CREATE TABLE late (id text) STRICT', 'UPDATE bureau SET missing_column = 1'],
      },
    ]
    await expect(openStore(openOptions(folder, { migrations: failing }))).rejects.toThrow('missing_column')
    expect(sha256Of(storeFile(folder))).toBe(before)
    // Nothing of it stands in the way of a program whose steps are right.
    expect((await reopened(folder)).schemaVersion).toBe(migrations.length)
  })
})
