import { assertNever } from '../../shared/core/assert'
import type { Report } from '../../shared/reports/model'
import type { ReportFormat } from './export-report'

/** The bytes of a report in one format. */
export async function writeReport(format: ReportFormat, report: Report): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return (await import('./write-xlsx')).writeXlsx(report)
    case 'docx':
      return (await import('./write-docx')).writeDocx(report)
    default:
      return assertNever(format)
  }
}
