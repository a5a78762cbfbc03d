import type { Report } from '../../shared/reports/model'
import type { ReportFormat } from './export-report'
import { writeReport } from './write-report'

/** The job `writeReport`: from a report to the bytes of one file. */
export function writeReportJob(input: { readonly format: ReportFormat; readonly report: Report }): Promise<Uint8Array> {
  return writeReport(input.format, input.report)
}
