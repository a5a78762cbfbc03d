import { readdirSync } from 'node:fs'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import path from 'node:path'
import { readFileSync } from 'node:fs'
import type { Cell, CellStyle } from 'hucre'
import { leadsPerYear, benchYear } from './data'
import { compare, timed, type Repeats } from './measure'
import type { Line } from './table'
import { makeFolder, removeFolder, type Workspace } from './workspace'

const thin = { style: 'thin', color: { rgb: '000000' } } as const
const border = { top: thin, right: thin, bottom: thin, left: thin } as const
const text: CellStyle = { border, numFmt: '@', alignment: { horizontal: 'center', vertical: 'center', wrapText: true } }
const day: CellStyle = { ...text, numFmt: 'yyyy-m-d' }

/** The cells of the exported ledger, ready to be written. */
async function cellsOf(file: string): Promise<Map<string, Partial<Cell>>> {
  const [sheet] = (await readXlsx(new Uint8Array(readFileSync(file)))).sheets
  const cells = new Map<string, Partial<Cell>>()
  for (const [row, values] of (sheet?.rows ?? []).entries()) {
    for (const [column, value] of values.entries()) {
      cells.set(`${row},${column}`, { value, style: value instanceof Date ? day : text })
    }
  }
  return cells
}

/** A ledger from the button to the file, against the writer library on the same cells. */
export async function ledgerLine(
  workspace: Workspace,
  repeats: Repeats,
  ledger: {
    readonly what: string
    readonly ratioBudget: number
    /** Writes it into a granted folder. */
    readonly write: (folder: string) => Promise<void>
  },
): Promise<Line> {
  const folder = makeFolder()
  workspace.context.grants.set('bench', folder)
  await ledger.write('bench')
  const cells = await cellsOf(path.join(folder, readdirSync(folder).find((name) => name.endsWith('.xlsx')) ?? ''))
  const figures = await compare(
    () => timed(() => ledger.write('bench')),
    () => timed(() => writeXlsx({ sheets: [{ name: 'ledger', rows: [], cells }] })),
    repeats,
  )
  removeFolder(folder)
  const { what, ratioBudget } = ledger
  return { what, baseline: 'the writer library alone on the same cells', figures, ratioBudget }
}

/** The ledger of a year of leads. */
export function exportLine(workspace: Workspace, repeats: Repeats): Promise<Line> {
  return ledgerLine(workspace, repeats, {
    what: 'export of a 10,000-row ledger to xlsx',
    ratioBudget: 1.3,
    write: async (folder) => {
      const filter = { text: '', states: [], classes: [], year: benchYear }
      const sort = { by: 'filedOn', descending: false } as const
      const { exported } = await workspace.call('reports.exportLeads', { filter, sort, folder })
      if (exported !== leadsPerYear) throw new Error(`exported ${exported} rows`)
    },
  })
}
