import type { ReadDb, WriteDb } from '../../db/access'
import { readFinding, toFindingRecord, updateFinding } from '../../db/repositories/findings'
import { readFindingsOfMeasure, toMeasureRecord, updateMeasure, type MeasureRow } from '../../db/repositories/measures'
import type { IsoDate } from '../../shared/core/dates'
import { ok, type Result } from '../../shared/core/result'
import { isSettled } from '../../shared/rectification/lifecycle'
import { judgeMeasure, measureAfter } from '../../shared/rectification/measure-life'
import type { FindingRecord, MeasureStatus } from '../../shared/rectification/record'
import { refusalInWords } from '../../shared/terms/rectification-refusals'
import type { Context } from '../context'
import { findingFactsOf } from './facts'
import { actorOf } from './seat'

/** The findings that a measure serves and that are not closed. */
export function openFindingsOf(db: ReadDb, measureId: string): FindingRecord[] {
  return readFindingsOfMeasure(db, measureId)
    .flatMap((id) => readFinding(db, id) ?? [])
    .map(toFindingRecord)
    .filter((finding) => !isSettled(finding))
}

/** Findings count as edited with what belongs to them, so that undoing their import asks first. */
export function touchFindings(context: Context, db: WriteDb, findings: readonly Pick<FindingRecord, 'id'>[]): void {
  for (const { id } of findings) updateFinding(db, id, { updatedAt: context.now() })
}

/** A measure takes a status, judged and written; the caller holds the transaction. */
export function changeMeasure(
  context: Context,
  db: WriteDb,
  row: MeasureRow,
  change: { readonly status: MeasureStatus; readonly on: IsoDate; readonly result: string },
): Result<Record<string, never>> {
  const measure = toMeasureRecord(row)
  const open = openFindingsOf(db, measure.id)
  const doers = new Set(open.flatMap((finding) => [...findingFactsOf(db, finding).doers]))
  const facts = { isOpen: open.length > 0, doers }
  const refusal = judgeMeasure(measure, facts, actorOf(context, db), change, context.today())
  if (refusal) return { ok: false, error: refusalInWords(refusal) }
  updateMeasure(db, measure.id, { ...measureAfter(measure, change, context.actor()), updatedAt: context.now() })
  touchFindings(context, db, open)
  return ok({})
}
