import type { checkBackupJob } from '../backup/check-job'
import type { testRestoreJob } from '../backup/self-test-job'
import type { readReturnJob } from '../district/read-return-job'
import type { writeClosureFormJob } from '../rectification/closure-form-document'
import type { writeReportJob } from '../reports/write-report-job'
import type { writeReportsJob } from '../reports/write-reports-job'
import type { readWorkbookJob } from '../tables/read-workbook-job'
import type { writeErrorRowsJob } from '../tables/write-error-rows'

/**
 * Every job that runs in a worker thread: `(input, context) => output`. A new one is one entry here.
 * A thread lives for one job, so each job loads only what it needs.
 */
export const jobs = {
  readWorkbook: async (...order: Parameters<typeof readWorkbookJob>) =>
    (await import('../tables/read-workbook-job')).readWorkbookJob(...order),
  checkBackup: async (...order: Parameters<typeof checkBackupJob>) =>
    (await import('../backup/check-job')).checkBackupJob(...order),
  testRestore: async (...order: Parameters<typeof testRestoreJob>) =>
    (await import('../backup/self-test-job')).testRestoreJob(...order),
  readReturn: async (...order: Parameters<typeof readReturnJob>) =>
    (await import('../district/read-return-job')).readReturnJob(...order),
  writeErrorRows: async (...order: Parameters<typeof writeErrorRowsJob>) =>
    (await import('../tables/write-error-rows')).writeErrorRowsJob(...order),
  writeReport: async (...order: Parameters<typeof writeReportJob>) =>
    (await import('../reports/write-report-job')).writeReportJob(...order),
  writeReports: async (...order: Parameters<typeof writeReportsJob>) =>
    (await import('../reports/write-reports-job')).writeReportsJob(...order),
  writeClosureForm: async (...order: Parameters<typeof writeClosureFormJob>) =>
    (await import('../rectification/closure-form-document')).writeClosureFormJob(...order),
}

export type JobName = keyof typeof jobs
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0]
export type JobOutput<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>
