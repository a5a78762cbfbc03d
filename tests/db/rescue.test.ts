import Database from 'better-sqlite3'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { backUp } from '../../db/backup'
import { verifyChain } from '../../db/journal'
import { migrations } from '../../db/migrations'
import { blankStore } from '../../db/migrate'
import { openStore, storeFile } from '../../db/open'
import { rescueStore, type RescuedTable, type RescueOrder } from '../../db/rescue'
import { dropOrphans } from '../../db/rescue-mend'
import { lead } from '../../db/schema/investment'
import {
  aFolder,
  codeOf,
  dumpOf,
  leadValues,
  openOptions,
  reopened,
  sha256Of,
  valueOf,
  writing,
  type Dump,
} from '../builders'
import { damage, type DamageKind } from './damage'
import { fillEveryTable, recordTables } from './every-table'

const LEADS = 400

vi.setConfig({ testTimeout: 30_000 })

interface Full {
  readonly folder: string
  readonly dump: Dump
  readonly backup: RescueOrder['backup']
}

let madeOnce: Promise<Full> | undefined

/** A closed store with rows in every table, many leads of many sizes, and a backup of it; made once, then copied. */
async function aFullStore(): Promise<Full> {
  madeOnce ??= makeFullStore()
  const made = await madeOnce
  const folder = path.join(aFolder(), 'data')
  cpSync(made.folder, folder, { recursive: true })
  return { ...made, folder }
}

async function makeFullStore(): Promise<Full> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sizhua-test-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const store = valueOf(await openStore(openOptions(folder, { create: true })))
  fillEveryTable(store)
  for (let start = 0; start < LEADS; start += 50)
    writing(store, (db) => {
      for (let index = start; index < start + 50; index += 1)
        db.insert(lead)
          .values(leadValues(`lead-${String(index).padStart(3, '0')}`, { remark: `备注${index}`.repeat(index % 40) }))
          .run()
    })
  const dump = dumpOf(store.connection)
  const taken = valueOf(
    await backUp({ connection: store.connection, dataFolder: folder, reason: 'daily', at: '', appVersion: '0' }),
  )
  store.close()
  return { folder, dump, backup: { file: taken.file, counts: taken.found.counts } }
}

/** Pages of a table or index: the leaves in order, or the root. */
function pagesOf(folder: string, name: string, which: 'leaf' | 'root'): number[] {
  const tool = new Database(storeFile(folder), { readonly: true })
  const pages =
    which === 'root'
      ? tool.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().all(name)
      : tool
          .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path")
          .pluck()
          .all(name)
  tool.close()
  for (const suffix of ['-wal', '-shm']) rmSync(storeFile(folder) + suffix, { force: true })
  return pages
}

/** Damages one leaf in the middle of a table, as its name comes in a list of them. */
function damageLeaf(folder: string, table: string, kind: DamageKind): void {
  const leaves = pagesOf(folder, table, 'leaf')
  damage(storeFile(folder), kind, leaves[Math.floor(leaves.length / 2)])
}

async function rescueOf({ folder, backup }: Full, withBackup = true) {
  const target = aFolder()
  const before = sha256Of(storeFile(folder))
  const rescued = await rescueStore({ dataFolder: folder, folder: target, backup: withBackup ? backup : null })
  // Whatever comes of it, the damaged one stays as it is.
  expect(sha256Of(storeFile(folder))).toBe(before)
  return { rescued, target }
}

function ofTable(tables: readonly RescuedTable[], name: string): RescuedTable {
  const found = tables.find(({ table }) => table === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

async function dumpOfRescued(folder: string): Promise<Dump> {
  const store = await reopened(folder)
  expect(store.connection.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(store.connection.pragma('foreign_key_check')).toEqual([])
  expect(verifyChain(store.connection)).toMatchObject({ isWhole: true })
  return dumpOf(store.connection)
}

describe('what can be read is kept, all of it', () => {
  it('a store that is sound comes out as it was, table by table', async () => {
    const full = await aFullStore()
    const { rescued, target } = await rescueOf(full)
    const { tables, isJournalWhole } = valueOf(rescued)
    expect(isJournalWhole).toBe(true)
    expect(tables.filter(({ lost }) => lost > 0)).toEqual([])
    expect(
      Object.fromEntries(recordTables(await reopened(target)).map((name) => [name, ofTable(tables, name).read])),
    ).toEqual(Object.fromEntries(Object.entries(full.dump).map(([name, rows]) => [name, rows.length])))
  })

  it.each<[string, (folder: string) => void]>([
    ['the header is destroyed', (folder) => damage(storeFile(folder), 'header')],
    ['a leaf is garbage', (folder) => damageLeaf(folder, 'lead', 'garbagePage')],
    ['a leaf is zeroed', (folder) => damageLeaf(folder, 'lead', 'zeroPage')],
    ['the root is zeroed', (folder) => damage(storeFile(folder), 'zeroPage', pagesOf(folder, 'lead', 'root')[0])],
    ['an index is garbage', (folder) => damageLeaf(folder, 'sqlite_autoindex_lead_1', 'garbagePage')],
  ])('%s: every row comes back, from the table or from the journal', async (_name, harm) => {
    const full = await aFullStore()
    harm(full.folder)
    const { rescued, target } = await rescueOf(full, false)
    expect(valueOf(rescued).tables.filter(({ lost }) => lost > 0)).toEqual([])
    expect(await dumpOfRescued(target)).toEqual(full.dump)
  })

  it('the first page is garbage: a backup says where the tables begin', async () => {
    const full = await aFullStore()
    damage(storeFile(full.folder), 'garbagePage', 1)
    expect(codeOf((await rescueOf(full, false)).rescued)).toBe('storeDamaged')
    const { rescued, target } = await rescueOf(full)
    expect(valueOf(rescued).tables.filter(({ lost }) => lost > 0)).toEqual([])
    expect(await dumpOfRescued(target)).toEqual(full.dump)
  })
})

describe('what is lost is counted', () => {
  it('a leaf of the leads and one of the journal: every other row, and the journal as far as it is whole', async () => {
    const full = await aFullStore()
    damageLeaf(full.folder, 'lead', 'garbagePage')
    damageLeaf(full.folder, 'journal_change', 'garbagePage')
    const { rescued, target } = await rescueOf(full)
    const { tables, isJournalWhole } = valueOf(rescued)
    expect(isJournalWhole).toBe(false)
    const leads = ofTable(tables, 'lead')
    expect(leads.lost).toBeGreaterThan(0)
    expect(leads.read + leads.lost).toBe(full.dump['lead']?.length)
    expect(ofTable(tables, 'journal_entry').lost).toBeGreaterThan(0)
    const kept = await dumpOfRescued(target)
    // Not one row that was read is another than it was.
    for (const [table, rows] of Object.entries(kept))
      expect(full.dump[table]).toEqual(expect.arrayContaining([...rows]))
    expect(kept['lead']).toHaveLength(leads.read)
    // No other table lost a row.
    const lost = tables.filter((each) => each.lost > 0 && !each.table.startsWith('journal_'))
    expect(lost.map(({ table }) => table)).toEqual(['lead'])
  })

  it('a table of which nothing is left is known from the backup', async () => {
    const full = await aFullStore()
    for (const name of ['lead', 'sqlite_autoindex_lead_1', 'journal_change'])
      damage(storeFile(full.folder), 'zeroPage', pagesOf(full.folder, name, 'root')[0])
    const { rescued } = await rescueOf(full)
    expect(ofTable(valueOf(rescued).tables, 'lead')).toEqual({
      table: 'lead',
      read: 0,
      lost: full.dump['lead']?.length,
    })
  })

  it.each([20, 40, 60, 80])('cut off after %i percent: opens with what was before the cut', async (percent) => {
    const full = await aFullStore()
    const pages = Number(new Database(storeFile(full.folder)).pragma('page_count', { simple: true }))
    damage(storeFile(full.folder), 'truncated', Math.floor((pages * percent) / 100))
    const { rescued, target } = await rescueOf(full)
    const { tables } = valueOf(rescued)
    expect(tables.some(({ read }) => read > 0)).toBe(true)
    const kept = await dumpOfRescued(target)
    for (const [table, rows] of Object.entries(kept)) {
      const before = new Map(full.dump[table]?.map((row) => [row['id'], row]))
      // A value is as it was, or empty because it referred to what was cut off.
      for (const row of rows)
        for (const [column, value] of Object.entries(row))
          expect([before.get(row['id'])?.[column], null]).toContainEqual(value)
    }
  })

  it('a file of zeros is said to be lost, and nothing is made', async () => {
    const full = await aFullStore()
    damage(storeFile(full.folder), 'zeroed')
    const { rescued, target } = await rescueOf(full, false)
    expect(codeOf(rescued)).toBe('storeDamaged')
    expect(readdirSync(target)).toEqual([])
  })
})

describe('a store of an earlier version', () => {
  it('is rescued into the present one', async () => {
    const folder = aFolder()
    const store = valueOf(await openStore(openOptions(folder, { create: true, migrations: migrations.slice(0, -1) })))
    fillEveryTable(store)
    const before = dumpOf(store.connection)
    store.close()
    damage(storeFile(folder), 'header')
    const target = aFolder()
    valueOf(await rescueStore({ dataFolder: folder, folder: target, backup: null }))
    const kept = await dumpOfRescued(target)
    for (const [table, rows] of Object.entries(before)) expect(kept[table]).toMatchObject([...rows])
  })
})

describe('what refers to a lost row', () => {
  it('lets go of the reference where it may be empty, and goes where it may not, with what hangs on it', () => {
    const store = blankStore(migrations)
    store.pragma('foreign_keys = OFF')
    store.exec("INSERT INTO person (id, name, is_sample, section_id) VALUES ('p', '组员', 0, 'gone')")
    store.exec(
      "INSERT INTO follow_up (id, lead_id, happened_on, way, text, created_at, is_sample) VALUES ('f', 'gone', '2022-01-01', '', '', '', 0)",
    )
    dropOrphans(store)
    expect(store.pragma('foreign_key_check')).toEqual([])
    expect(store.prepare('SELECT section_id FROM person').pluck().all()).toEqual([null])
    expect(store.prepare('SELECT count(*) FROM follow_up').pluck().get()).toBe(0)
    store.close()
  })
})
