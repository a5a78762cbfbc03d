import { err, ok, type Result } from '../../shared/core/result'
import type { CellIssue } from '../../shared/tables/reading'
import type { Context } from '../context'
import { runJob } from '../jobs/run-job'
import type { PreviewedTable, PreviewSession } from './sessions'

/** The rejected rows as a workbook in the layout of the original, with what is wrong in a last column. */
export async function writeErrorRows(
  context: Context,
  session: PreviewSession,
  { reading, plan }: PreviewedTable,
  words: { readonly label: string; readonly textOf: (issue: CellIssue) => string },
): Promise<Result<Uint8Array>> {
  const columnOf = new Map(reading.columns.map((column) => [column.letters, column.index]))
  const rejected = plan.rows.filter((row) => row.outcome === 'rejected')
  if (rejected.length === 0) return err('nothingToImport')
  const rows = rejected.flatMap(({ row }) =>
    // A record goes with all its rows, so that the corrected file brings it whole.
    (row.parts ?? [row]).map((part) => {
      const isOwn = (issue: CellIssue): boolean => row.parts === undefined || issue.row === part.row
      const errors = row.issues.filter((issue) => issue.severity === 'error' && isOwn(issue))
      return {
        row: part.row,
        firstRow: row.row,
        columns: errors.flatMap((issue) => columnOf.get(issue.letters) ?? []),
        message: errors.map(words.textOf).join('\n'),
      }
    }),
  )
  const { headerRows, sheet } = reading
  const input = { file: session.file, sheet, headerRows, rows, label: words.label }
  const outcome = await runJob('writeErrorRows', input, { workerFile: context.jobsFile })
  if (!outcome.ok) return err(outcome.reason === 'cancelled' ? 'cancelled' : 'fileTimedOut')
  return outcome.output.ok ? ok(outcome.output.value) : outcome.output
}
