import { describe, expect, test } from 'vitest'
import { sharedSchemas } from '../../db/repositories/shared-rows'
import { isQuiet, keptTables, sharedTables } from '../../shared/exchange/shared-tables'
import { mergedFieldLabel, mergedRecordName } from '../../shared/terms/merge'
import { aStore } from '../builders'

describe('which tables travel between PCs', () => {
  test('every table of the store either travels or says why it does not', async () => {
    const { connection } = await aStore()
    const tables = connection
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all()
    expect([...Object.keys(sharedTables), ...Object.keys(keptTables)].toSorted()).toEqual(tables)
  })

  test('columns that go together, quiet ones and signed ones are columns of their table', async () => {
    const schemas = sharedSchemas(await aStore())
    const unknown = Object.entries(sharedTables).flatMap(([table, { together = [], quiet = [], seal }]) => {
      const signed = seal && seal.columns !== 'all' ? [...seal.columns, ...(seal.by === '' ? [] : [seal.by])] : []
      const known = new Set(['id', ...(schemas.get(table)?.columns.keys() ?? [])])
      return [...together.flat(), ...quiet, ...signed].filter((column) => !known.has(column))
    })
    expect(unknown).toEqual([])
  })

  test('what the store keeps signed is what merging keeps signed', async () => {
    const { connection } = await aStore()
    const triggers = connection
      .prepare<[], { table: string; sql: string }>(
        "SELECT tbl_name AS \"table\", sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%_keep' AND tbl_name NOT LIKE 'journal_%'",
      )
      .all()
    expect(triggers.length).toBeGreaterThan(0)
    for (const { table, sql } of triggers) {
      const list = /BEFORE UPDATE OF (.*?) ON/.exec(sql)?.[1]
      const columns = list === undefined ? 'all' : list.split(',').map((name) => name.trim().replaceAll('`', ''))
      const by = /WHEN OLD\.`(\w+)` IS NOT NULL/.exec(sql)?.[1] ?? ''
      expect([table, sharedTables[table]?.seal]).toEqual([table, { by, columns }])
    }
  })

  test('every record and every column that can be in dispute has the office’s word', async () => {
    const unnamed = [...sharedSchemas(await aStore()).values()].flatMap(({ table, columns }) =>
      [...columns.keys()]
        .filter((column) => !isQuiet(sharedTables[table] ?? {}, column) && !column.endsWith('_key'))
        .filter((column) => mergedFieldLabel(table, column) === null)
        .map((column) => `${table}.${column}`),
    )
    expect(unnamed).toEqual([])
    expect(Object.keys(sharedTables).filter((table) => mergedRecordName(table) === table)).toEqual([])
  })
})
