import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { writeXlsx } from '../../electron/reports/write-xlsx'
import { toLeadRecord } from '../../db/repositories/investment'
import { endOfMonth, isoDate } from '../../shared/core/dates'
import { leadLedger } from '../../shared/reports/lead-ledger'
import { benchDay, benchLead, benchYear } from './data'
import { compare, timed, type Repeats } from './measure'
import type { Line } from './table'
import { bareDatabase, leadSchema, makeFolder, makeWorkspace, removeFolder, type Workspace } from './workspace'

const rowCount = 10_000
export const openChoice = { kind: null, sheet: null, headerRows: null, mapping: null }

/** A ledger of leads as the program itself writes it: the district's columns, styled, with a sheet about the file. */
export async function ledgerFile(folder: string, leads: number): Promise<string> {
  const start = isoDate(benchYear, 1, 1)
  if (!start) throw new Error('a year')
  const report = leadLedger({
    bureau: '东丽区审计局',
    year: benchYear,
    period: { start, end: endOfMonth(benchYear, 12) },
    asOf: benchDay,
    exportedAt: `${benchDay} 09:00`,
    preparedOn: benchDay,
    leads: Array.from({ length: leads }, (_, index) => toLeadRecord(benchLead(index, `lead-${index}`))),
    totalCount: leads,
    filters: [],
  })
  const file = path.join(folder, `ledger-${leads}.xlsx`)
  writeFileSync(file, await writeXlsx(report))
  return file
}

/** Preview and confirm as the window asks for them. */
export async function importFile({ call }: Workspace, file: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file))
  const preview = await call('tables.open', { fileName: path.basename(file), bytes, choice: openChoice })
  await call('tables.confirm', { session: preview.session, tables: [0], rows: 'all', withdraw: false })
}

type BareRow = readonly unknown[]

function rowsOf(workspace: Workspace): readonly BareRow[] {
  return workspace.store.connection.prepare<[], BareRow>('SELECT * FROM lead').raw().all()
}

function bareInsert(schema: readonly string[], rows: readonly BareRow[], folder: string): Promise<number> {
  const database = bareDatabase(path.join(folder, 'bare.db'))
  for (const statement of schema) database.exec(statement)
  return timed(() => {
    const insert = database.prepare(`INSERT INTO lead VALUES (${rows[0]?.map(() => '?').join(', ')})`)
    database.transaction(() => {
      for (const row of rows) insert.run(...row)
    })()
  }).finally(() => database.close())
}

/** Parse, check, journal and commit of a ledger, against its plain reading and a plain insert of the same rows. */
export async function importLine(repeats: Repeats): Promise<Line> {
  const work = makeFolder()
  const file = await ledgerFile(work, rowCount)
  const first = await makeWorkspace(0)
  await importFile(first, file)
  const [schema, rows] = [leadSchema(first.store), rowsOf(first)]
  if (rows.length !== rowCount) throw new Error(`imported ${rows.length} of ${rowCount} rows`)
  first.close()
  removeFolder(first.folder)
  const ours = async (): Promise<number> => {
    const workspace = await makeWorkspace(0)
    const taken = await timed(() => importFile(workspace, file))
    workspace.close()
    removeFolder(workspace.folder)
    return taken
  }
  const baseline = async (): Promise<number> => {
    const folder = makeFolder()
    const read = await timed(() => readXlsx(new Uint8Array(readFileSync(file))))
    const inserted = await bareInsert(schema, rows, folder)
    removeFolder(folder)
    return read + inserted
  }
  const figures = await compare(ours, baseline, repeats)
  removeFolder(work)
  return {
    what: 'import 10,000 rows of a ledger (parse, check, journal, commit)',
    baseline: 'read of the same workbook + bare insert of the same rows',
    figures,
    ratioBudget: 1.6,
  }
}
