import type { ReadingOptions, WorkbookReading } from '../../shared/tables/reading'
import { readTables } from '../../shared/tables/read-tables'
import type { JobContext } from '../jobs/job-progress'
import { readWorkbookFile } from './read-workbook'

export interface ReadWorkbookInput {
  /** Path of the file; never one that the renderer named. */
  readonly file: string
  readonly options: ReadingOptions
}

/** The job `readWorkbook`: from a file to rows with their values and remarks. */
export async function readWorkbookJob(input: ReadWorkbookInput, context: JobContext): Promise<WorkbookReading> {
  const grid = await readWorkbookFile(input.file, context.report)
  return grid.ok ? readTables(grid.value, input.options) : { ok: false, ...grid.error }
}
