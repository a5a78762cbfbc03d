import type { WorkbookReading } from '../../shared/tables/reading'
import type { RunJobOptions } from '../jobs/run-job'
import { runJob } from '../jobs/run-job'
import type { ReadWorkbookInput } from './read-workbook-job'

const READING_TIMEOUT_MS = 60_000

/** Reads a workbook in a guarded thread: cancelled, too slow and too large are codes like any other refusal. */
export async function readTablesOfFile(input: ReadWorkbookInput, options: RunJobOptions): Promise<WorkbookReading> {
  const outcome = await runJob('readWorkbook', input, { timeoutMs: READING_TIMEOUT_MS, ...options })
  if (outcome.ok) return outcome.output
  switch (outcome.reason) {
    case 'cancelled':
      return { ok: false, code: 'cancelled', params: {} }
    case 'timedOut':
      return { ok: false, code: 'fileTimedOut', params: {} }
    case 'outOfMemory':
      return { ok: false, code: 'fileExpandsTooMuch', params: {} }
  }
}
