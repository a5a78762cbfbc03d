import type { NewBatch } from '../../db/repositories/tables'
import { readBureau } from '../../db/repositories/settings'
import { err, ok, type Result } from '../../shared/core/result'
import { openedStore, type Context } from '../context'
import { keptFile, readKept } from '../core/attachment-store'
import type { PreviewScope } from './preview'
import { readTablesOfFile } from './read-tables-of-file'

export interface SourceRow {
  readonly fileName: string
  readonly sheet: string
  readonly row: number
  readonly cells: { readonly header: string; readonly letters: string; readonly text: string }[]
}

/** The row of the kept original that a record came from, cell by cell as it was written. */
export async function readSourceRow(
  context: Context,
  batch: NewBatch,
  row: number,
  scope: PreviewScope,
): Promise<Result<SourceRow>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const bureau = readBureau(store.value.read)
  // Refuses an original that is missing or was altered.
  const kept = readKept(context.dataFolder, batch.sha256, batch.fileName)
  if (!kept.ok) return kept
  const options = {
    kind: batch.kind,
    sheet: batch.sheet,
    headerRows: batch.headerRows,
    mapping: null,
    fixes: [],
    year: batch.year,
    mode: 'district' as const,
    unitNames: bureau ? [bureau.name] : [],
  }
  const reading = await readTablesOfFile(
    { file: keptFile(context.dataFolder, batch.sha256), options },
    { workerFile: context.jobsFile, signal: scope.signal as AbortSignal },
  )
  if (!reading.ok) return err(reading.code, reading.params)
  const table = reading.tables.find((candidate) => candidate.sheet === batch.sheet)
  const source = table?.rows.flatMap((each) => each.parts ?? [each]).find((candidate) => candidate.row === row)
  if (!table || !source) return err('notFound')
  const cells = table.columns.flatMap(({ header, letters, field }) => {
    const text = field === null ? '' : (source.originals[field] ?? '')
    return text === '' ? [] : [{ header, letters, text }]
  })
  return ok({ fileName: batch.fileName, sheet: batch.sheet, row, cells })
}
