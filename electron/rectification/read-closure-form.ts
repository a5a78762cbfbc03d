import type { ReadDb } from '../../db/access'
import { readPartsOf } from '../../db/repositories/finding-parts'
import { readFinding, toFindingRecord } from '../../db/repositories/findings'
import { err, ok, type Result } from '../../shared/core/result'
import { closureFormSchema, type ClosureForm } from '../../shared/rectification/paper-contract'
import type { Context } from '../context'
import { buildClosureForm } from './closure-form'
import { cycleOf } from './cycles'

/** 对账销号单 of a finding's cycle: as it was signed, else what it would say today. */
export function closureFormOf(context: Context, db: ReadDb, findingId: string, seq: number): Result<ClosureForm> {
  const row = readFinding(db, findingId)
  if (!row) return err('notFound')
  const cycle = cycleOf(db, findingId, seq)
  if (!cycle && seq !== row.cycle) return err('notFound')
  const signed = readPartsOf(db, 'cycle', findingId).find((each) => each.seq === seq)?.closureForm ?? null
  if (signed !== null) return ok(closureFormSchema.parse(signed))
  return ok(buildClosureForm(db, toFindingRecord(row), cycle, context.today()))
}
