import type { ProgramRow } from '../../db/repositories/rect-programs'
import { emptyProgram } from '../../shared/rectification/empty-records'
import type { ProgramFields } from '../../shared/rectification/record'

/** A programme for the store: what is given, else the usual clocks, words and rounding of its source. */
export function newProgram(
  fields: Partial<ProgramFields> & Pick<ProgramFields, 'source'>,
  stamp: Pick<ProgramRow, 'id' | 'batchId' | 'isSample'> & { readonly now: string },
): ProgramRow {
  const { id, batchId, isSample, now } = stamp
  return {
    ...emptyProgram(fields.source),
    ...fields,
    noticeText: '',
    id,
    batchId,
    isSample,
    createdAt: now,
    updatedAt: now,
  }
}
