import type { Report } from '../../shared/reports/model'
import type { ReportFormat } from './export-report'
import { writeReport } from './write-report'

export interface ReportOrder {
  readonly format: ReportFormat
  readonly report: Report
}

/** The job `writeReports`: many small files in one thread, whose start costs more than each of them. */
export async function writeReportsJob(input: { readonly orders: readonly ReportOrder[] }): Promise<Uint8Array[]> {
  const files: Uint8Array[] = []
  for (const { format, report } of input.orders) files.push(await writeReport(format, report))
  return files
}
