import Database from 'better-sqlite3'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrations, type Migration } from '../../db/migrations'
import { openStore, storeFile } from '../../db/open'
import { lead } from '../../db/schema/investment'
import { aFolder, aStore, dumpOf, dumpOfFolder, leadValues, openOptions, root, sha256Of, writing } from '../builders'

const nextStep: Migration = {
  name: '9999_next',
  statements: ['ALTER TABLE lead ADD COLUMN colour text', "UPDATE lead SET colour = 'red'"],
}
const brokenStep: Migration = {
  name: '9999_broken',
  statements: ['UPDATE lead SET title = upper(title)', 'CREATE TABLE half (a) STRICT'],
}
const orphaningStep: Migration = {
  name: '9999_orphans',
  statements: [
    "INSERT INTO follow_up (id, lead_id, happened_on, way, text, created_at, is_sample) VALUES ('f', 'nobody', '2022-01-01', '', '', '', 0)",
  ],
}

/** A closed store of the version before a step that this program does not know yet. */
async function anOldStore(): Promise<string> {
  const folder = aFolder()
  const store = await aStore(folder)
  writing(store, (db) => {
    for (const id of ['a', 'b']) db.insert(lead).values(leadValues(id)).run()
  })
  store.close()
  return folder
}

function backups(folder: string): string[] {
  return readdirSync(path.join(folder, 'backups')).filter((name) => name.endsWith('.db'))
}

describe('row 21: an older store', () => {
  it('is copied and checked first, then taken to the new version with its data', async () => {
    const folder = await anOldStore()
    const before = dumpOfFolder(folder)
    const opened = await openStore(openOptions(folder, { migrations: [...migrations, nextStep] }))
    if (!opened.ok) throw new Error(opened.error.code)
    expect(opened.value.schemaVersion).toBe(migrations.length + 1)
    expect(opened.value.connection.pragma('user_version', { simple: true })).toBe(migrations.length + 1)
    expect(opened.value.connection.prepare('SELECT colour FROM lead').pluck().all()).toEqual(['red', 'red'])
    // A rebuild of tables runs with them off; they must hold again afterwards.
    expect(opened.value.connection.pragma('foreign_keys', { simple: true })).toBe(1)
    opened.value.close()

    const [backup, ...others] = backups(folder)
    expect(others).toEqual([])
    expect(backup).toBe('000001-migration.db')
    const copy = new Database(path.join(folder, 'backups', String(backup)), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete')
    expect(dumpOf(copy)).toEqual(before)
    copy.close()
  })

  it('a store of the present version is opened without a backup', async () => {
    const folder = await anOldStore()
    const opened = await openStore(openOptions(folder))
    if (opened.ok) opened.value.close()
    expect(readdirSync(folder)).toEqual(['ledger.db'])
  })

  it.each([
    ['fails half way', brokenStep, 'missing datatype'],
    ['leaves broken references', orphaningStep, 'broken references'],
  ])('a step that %s leaves the old version with the same bytes, and the store free', async (_name, step, reason) => {
    const folder = await anOldStore()
    const before = { dump: dumpOfFolder(folder), file: sha256Of(storeFile(folder)) }
    await expect(openStore(openOptions(folder, { migrations: [...migrations, step] }))).rejects.toThrow(reason)
    expect(dumpOfFolder(folder)).toEqual(before.dump)
    expect(sha256Of(storeFile(folder))).toBe(before.file)
    expect(backups(folder)).toHaveLength(1)
    const again = await openStore(openOptions(folder))
    expect(again.ok).toBe(true)
    if (again.ok) again.value.close()
  })

  it('without a backup there is no upgrade', async () => {
    const folder = await anOldStore()
    const before = sha256Of(storeFile(folder))
    writeFileSync(path.join(folder, 'backups'), 'a file in the way')
    const refused = await openStore(openOptions(folder, { migrations: [...migrations, nextStep] }))
    expect(refused).toMatchObject({ ok: false, error: { code: 'backupFailed' } })
    expect(sha256Of(storeFile(folder))).toBe(before)
  })
})

/** Every table of the schema, so that a new one cannot be forgotten here. */
const modules = import.meta.glob<Record<string, unknown>>('../../db/schema/*.ts', { eager: true })
const tables = Object.values(modules).flatMap((module) =>
  Object.values(module).filter((value): value is SQLiteTable => is(value, SQLiteTable)),
)

describe('the schema and the migrations say the same', () => {
  it('every table is STRICT and all are known to the program', async () => {
    const { connection } = await aStore()
    const found = connection
      .prepare<[], { name: string; strict: number }>("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
      .all()
      .filter(({ name }) => !name.startsWith('sqlite_'))
    expect(found.filter(({ strict }) => strict !== 1)).toEqual([])
    expect(found.map(({ name }) => name).toSorted()).toEqual(
      tables.map((table) => getTableConfig(table).name).toSorted(),
    )
  })

  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))('columns of %s', async (name, table) => {
    const { connection } = await aStore()
    const { columns, indexes, primaryKeys } = getTableConfig(table)
    const keyed = new Set([...columns.filter(({ primary }) => primary), ...primaryKeys.flatMap((key) => key.columns)])
    const found = connection.pragma(`table_info("${name}")`) as {
      readonly name: string
      readonly type: string
      readonly notnull: number
      readonly pk: number
    }[]
    expect(
      found.map((column) => [column.name, column.type.toLowerCase(), column.notnull === 1, column.pk > 0]),
    ).toEqual(columns.map((column) => [column.name, column.getSQLType(), column.notNull, keyed.has(column)]))
    const indexNames = connection
      .prepare("SELECT name FROM pragma_index_list(?) WHERE origin = 'c' ORDER BY name")
      .pluck()
      .all(name)
    expect(indexNames).toEqual(indexes.map((index) => index.config.name).toSorted())
  })

  it('drizzle-kit finds nothing to generate', () => {
    const folder = aFolder()
    const out = path.join(folder, 'migrations')
    mkdirSync(out)
    cpSync(path.join(root, 'db/migrations'), out, { recursive: true })
    const before = readdirSync(out).toSorted()
    const kit = path.join(root, 'node_modules/drizzle-kit/bin.cjs')
    const options = ['--dialect=sqlite', '--schema=./db/schema/*.ts', `--out=${path.relative(root, out)}`]
    const ran = spawnSync(process.execPath, [kit, 'generate', ...options], { cwd: root, encoding: 'utf8' })
    expect(ran.stdout + ran.stderr).toContain('No schema changes')
    expect(readdirSync(out).toSorted()).toEqual(before)
  }, 60_000)
})
