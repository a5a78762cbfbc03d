import { assertNever } from '../../shared/core/assert'
import type { Report } from '../../shared/reports/model'
import type { ReportFormat } from './export-report'
import { writeDocx } from './write-docx'
import { writeXlsx } from './write-xlsx'

/** The bytes of a report in one format. */
export function writeReport(format: ReportFormat, report: Report): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return writeXlsx(report)
    case 'docx':
      return writeDocx(report)
    default:
      return assertNever(format)
  }
}
