import type { Result } from '../../shared/core/result'
import type { Report } from '../../shared/reports/model'
import type { Context } from '../context'
import { clockStamp } from '../core/clock'
import { runJob } from '../jobs/run-job'
import { exportReport, type ExportedFile, type ReportFormat, type ReportWriter } from './export-report'

/** Makes a report's bytes in a worker thread. */
export function workerWriter(context: Context): ReportWriter {
  return async (format, model) => {
    const outcome = await runJob(
      'writeReport',
      { format, report: model },
      { workerFile: context.jobsFile, timeoutMs: 300_000 },
    )
    if (!outcome.ok) throw new Error(`writing ${format} ended: ${outcome.reason}`)
    return outcome.output
  }
}

/** Writes a report in a worker thread, so that the service goes on answering. */
export function exportInFolder(
  context: Context,
  report: Report,
  folder: string,
  formats: readonly ReportFormat[],
): Promise<Result<readonly ExportedFile[]>> {
  const target = { folder, formats, stamp: clockStamp(context.now()) }
  return exportReport(report, target, workerWriter(context))
}
