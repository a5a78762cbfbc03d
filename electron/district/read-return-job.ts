import { Buffer } from 'node:buffer'
import type { Result } from '../../shared/core/result'
import { readReturn, type ReturnReading } from '../../shared/district/read-return'
import type { JobContext } from '../jobs/job-progress'
import { readWorkbookBytes } from '../tables/read-workbook'

export interface ReadReturnInput {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** The job `readReturn`: from the bytes of a filled 填报表 to what it reports. */
export async function readReturnJob(
  { fileName, bytes }: ReadReturnInput,
  context: JobContext,
): Promise<Result<ReturnReading>> {
  const grid = await readWorkbookBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), context.report)
  return grid.ok ? readReturn(grid.value, fileName) : grid
}
