import { utils, write, type Range } from '@e965/xlsx'
import path from 'node:path'
import { noFindingFilter, type FindingFilter } from '../../../shared/rectification/finding-rows'
import type { RectLedgerForm } from '../../../shared/rectification/paper-contract'
import type { ReadingChoice } from '../../../shared/tables/contract'
import { aFolder, bytesOf, openChoice, type Service } from '../../builders'

type CellInput = string | number | null

/** A workbook of one sheet, as a bureau would write it. */
export function aWorkbook(
  rows: readonly (readonly CellInput[])[],
  { merges = [], sheet = 'Sheet1' }: { readonly merges?: readonly string[]; readonly sheet?: string } = {},
): Uint8Array<ArrayBuffer> {
  const grid = utils.aoa_to_sheet(rows.map((row) => [...row]))
  grid['!merges'] = merges.map((range): Range => utils.decode_range(range))
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, grid, sheet)
  return new Uint8Array(write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
}

/** Opens a table in the preview. */
export function opened(service: Service, bytes: Uint8Array<ArrayBuffer>, choice: Partial<ReadingChoice> = {}) {
  return service.call('tables.open', { fileName: '台账.xlsx', bytes, choice: { ...openChoice, ...choice } })
}

/** Opens a table and confirms its good rows. */
export async function imported(service: Service, bytes: Uint8Array<ArrayBuffer>, rows: 'all' | 'valid' = 'all') {
  const preview = await opened(service, bytes)
  const tables = preview.tables.map((_, index) => index)
  const { batches } = await service.call('tables.confirm', { session: preview.session, tables, rows, withdraw: true })
  return { preview, batches }
}

/** All rows of the first table of a preview. */
export async function rowsOf(service: Service, session: string) {
  return (await service.call('tables.rows', { session, table: 0, outcomes: [], offset: 0, limit: 500 })).rows
}

/** Writes a ledger and reads the file. */
export async function exported(service: Service, form: RectLedgerForm, filter: Partial<FindingFilter> = {}) {
  const folder = aFolder()
  service.context.grants.set('ledgers', folder)
  const result = await service.call('rectification.export', {
    form,
    filter: { ...noFindingFilter, ...filter },
    sort: { by: 'position', descending: false },
    folder: 'ledgers',
  })
  return { ...result, bytes: bytesOf(path.join(folder, result.file.fileName)) }
}
