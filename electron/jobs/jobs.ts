import { writeReportJob } from '../reports/write-report-job'
import { readWorkbookJob } from '../tables/read-workbook-job'
import { writeErrorRowsJob } from '../tables/write-error-rows'

/** Every job that runs in a worker thread: `(input, context) => output`. A new one is one line here. */
export const jobs = {
  readWorkbook: readWorkbookJob,
  writeErrorRows: writeErrorRowsJob,
  writeReport: writeReportJob,
}

export type JobName = keyof typeof jobs
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0]
export type JobOutput<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>
