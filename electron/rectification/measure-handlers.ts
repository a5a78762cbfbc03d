import type { ReadDb, WriteDb } from '../../db/access'
import { readEvidenceOf, updateEvidence } from '../../db/repositories/evidence'
import { readPartsOf } from '../../db/repositories/finding-parts'
import { readFinding, toFindingRecord } from '../../db/repositories/findings'
import {
  deleteUnservedMeasures,
  insertMeasure,
  linkMeasure,
  readFindingsOfMeasure,
  readMeasure,
  unlinkMeasure,
  updateMeasure,
  type MeasureRow,
} from '../../db/repositories/measures'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers, Input } from '../../shared/ipc/procedure'
import type { rectificationContract } from '../../shared/rectification/contract'
import { emptyMeasure } from '../../shared/rectification/empty-records'
import { isSettled } from '../../shared/rectification/lifecycle'
import type { FindingRecord } from '../../shared/rectification/record'
import type { MeasureFields } from '../../shared/rectification/part-records'
import { measureStatusLabels } from '../../shared/terms/rectification'
import { openedStore, writeIntent, type Context } from '../context'
import { changeMeasure, openFindingsOf, touchFindings } from './measure-status'
import { trimmed } from './trimmed'

type MeasureCalls = Pick<
  typeof rectificationContract,
  'rectification.saveMeasure' | 'rectification.removeMeasure' | 'rectification.setMeasureStatus'
>

/** Unit: characters. */
const quoteLength = 40

function findingsOf(db: ReadDb, ids: Iterable<string>): FindingRecord[] {
  return [...ids].flatMap((id) => readFinding(db, id) ?? []).map(toFindingRecord)
}

/** Why a measure cannot leave a finding, or null: what belonged to a closed cycle stays. */
function refusedUnlink(db: ReadDb, finding: FindingRecord, measureId: string): Result<never> | null {
  if (isSettled(finding)) return err('findingNotEditable')
  const reopening = readPartsOf(db, 'step', finding.id).findLast(({ kind }) => kind === 'reopen')
  // Ids are made in the order of time: this one was there when the cycle was closed.
  return reopening && measureId < reopening.id ? err('measureOfClosed') : null
}

/** Takes a measure off a finding; evidence that named it proves the finding from now on. */
function unlink(db: WriteDb, findingId: string, measureId: string): void {
  for (const { evidence } of readEvidenceOf(db, findingId))
    if (evidence.measureId === measureId) updateEvidence(db, evidence.id, { measureId: null })
  unlinkMeasure(db, findingId, measureId)
}

/** The columns that a save changes; a verified measure that says something else is to be verified again. */
function changedColumns(before: MeasureRow, given: Partial<MeasureFields>): Partial<MeasureRow> {
  const isOther = given.text !== undefined && given.text !== before.text && before.verifiedOn !== null
  const status = before.status === 'verified' ? 'done' : before.status
  return { ...given, ...(isOther ? { status, verifiedBy: '', verifiedOn: null } : {}) }
}

interface Linking {
  readonly added: readonly FindingRecord[]
  readonly removed: readonly FindingRecord[]
}

/** Which findings the measure joins and leaves, or why it may not. */
function linkingOf(
  db: ReadDb,
  stored: MeasureRow | null,
  wanted: ReadonlySet<string>,
): Result<Linking & { readonly programId: string }> {
  const linked = new Set(stored ? readFindingsOfMeasure(db, stored.id) : [])
  const findings = findingsOf(db, wanted)
  const programId = stored?.programId ?? findings[0]?.programId
  if (programId === undefined || findings.length < wanted.size) return err('notFound')
  if (findings.some((finding) => finding.programId !== programId)) return err('notFound')
  const added = findings.filter(({ id }) => !linked.has(id))
  if (added.some(isSettled)) return err('findingNotEditable')
  const removed = findingsOf(db, linked).filter(({ id }) => !wanted.has(id))
  for (const finding of stored ? removed : []) {
    const refusal = refusedUnlink(db, finding, stored?.id ?? '')
    if (refusal) return refusal
  }
  return ok({ added, removed, programId })
}

function saveMeasure(
  context: Context,
  input: Input<MeasureCalls['rectification.saveMeasure']>,
): Result<{ readonly id: string }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { read } = store.value
  const stored = input.id === null ? null : readMeasure(read, input.id)
  if (input.id !== null && !stored) return err('notFound')
  if (stored && openFindingsOf(read, stored.id).length === 0) return err('measureOfClosed')
  const linking = linkingOf(read, stored, new Set(input.findingIds))
  if (!linking.ok) return linking
  // The contract's optional fields are those of the record, some of them not given.
  const given = trimmed(input.fields as Partial<MeasureFields>)
  const text = given.text ?? stored?.text ?? ''
  if (text === '') return err('measureNeedsText')
  const { added, removed, programId } = linking.value
  const isSample = added[0]?.isSample ?? false
  const now = context.now()
  const id = stored?.id ?? context.newId()
  return writeIntent(context, 'rectification.saveMeasure', { title: text.slice(0, quoteLength) }, (db) => {
    if (stored) updateMeasure(db, id, { ...changedColumns(stored, given), updatedAt: now })
    else {
      const about = { id, programId, batchId: null, sourceRow: null, isSample, createdAt: now, updatedAt: now }
      insertMeasure(db, { ...emptyMeasure, ...given, ...about })
    }
    for (const finding of added)
      linkMeasure(db, { id: context.newId(), findingId: finding.id, measureId: id, isSample: finding.isSample })
    for (const finding of removed) unlink(db, finding.id, id)
    touchFindings(context, db, [...openFindingsOf(db, id), ...removed])
    return ok({ id })
  })
}

/** 整改措施. */
export const measureHandlers: Handlers<MeasureCalls, Context> = {
  'rectification.saveMeasure': (context, input) => saveMeasure(context, input),

  'rectification.removeMeasure': (context, { id, findingId }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const { read } = store.value
    const measure = readMeasure(read, id)
    const [finding] = findingsOf(read, [findingId])
    if (!measure || !finding || !readFindingsOfMeasure(read, id).includes(findingId)) return err('notFound')
    const refusal = refusedUnlink(read, finding, id)
    if (refusal) return refusal
    const params = { title: measure.text.slice(0, quoteLength) }
    return writeIntent(context, 'rectification.removeMeasure', params, (db) => {
      unlink(db, findingId, id)
      deleteUnservedMeasures(db, [id])
      touchFindings(context, db, [finding])
      return ok({})
    })
  },

  'rectification.setMeasureStatus': (context, { id, ...change }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const measure = readMeasure(store.value.read, id)
    if (!measure) return err('notFound')
    const params = { title: measure.text.slice(0, quoteLength), step: measureStatusLabels[change.status] }
    return writeIntent(context, 'rectification.setMeasureStatus', params, (db) =>
      changeMeasure(context, db, measure, change),
    )
  },
}
