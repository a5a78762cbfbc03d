import type { Store } from '../../db/access'
import { deleteAttachmentsOf } from '../../db/repositories/attachments'
import { readEnterpriseName, readProjectName } from '../../db/repositories/finding-links'
import { readFindingByNo } from '../../db/repositories/finding-list'
import { deleteFinding, readPartsOf } from '../../db/repositories/finding-parts'
import {
  insertFinding,
  nextPosition,
  readFinding,
  toFindingRecord,
  updateFinding,
  type FindingRow,
} from '../../db/repositories/findings'
import { deleteUnservedMeasures, readMeasuresOf } from '../../db/repositories/measures'
import { readProgram, toProgramRecord } from '../../db/repositories/rect-programs'
import { err, ok, type Result } from '../../shared/core/result'
import type { Input, Output } from '../../shared/ipc/procedure'
import { usualDueOn } from '../../shared/rectification/clocks'
import type { rectificationContract } from '../../shared/rectification/contract'
import { emptyFinding, unclaimedWay, usualKind, usualRectType } from '../../shared/rectification/empty-records'
import { isSettled } from '../../shared/rectification/lifecycle'
import type { FindingFields, FindingRecord, ProgramRecord } from '../../shared/rectification/record'
import { openedStore, writeIntent, type Context } from '../context'
import { trimmed } from './trimmed'

type Calls = typeof rectificationContract
type Answer<K extends keyof Calls> = Result<Output<Calls[K]>>
type Given = ReturnType<typeof trimmed<FindingFields>>

/** A finding at the beginning of its way, at the end of its programme. */
function newFinding(context: Context, store: Store, program: ProgramRecord, given: Given): FindingRecord {
  const now = context.now()
  const kind = given.kind ?? usualKind(program.source)
  return {
    ...emptyFinding(kind),
    ...unclaimedWay,
    ...given,
    kind,
    rectType: given.rectType === undefined ? usualRectType(kind) : given.rectType,
    id: context.newId(),
    programId: program.id,
    position: nextPosition(store.read, program.id),
    isSample: program.isSample,
    createdAt: now,
    updatedAt: now,
  }
}

/** Without a deadline of its own a finding whose 整改类型 is chosen takes the one of its programme's clock. Source: product F2. */
function withDeadline(context: Context, program: ProgramRecord, finding: FindingRecord, given: Given): FindingRecord {
  const isChosen = given.dueOn === undefined && finding.dueOn === null && given.rectType !== undefined
  const dueOn = isChosen ? usualDueOn(program, finding.rectType, context.calendars()) : finding.dueOn
  return { ...finding, dueOn, originalDueOn: finding.extensionCount === 0 ? dueOn : finding.originalDueOn }
}

/** Until the plan is approved the deadline may be written; later it only moves by an extension. */
function isDueFixed({ state, dueOn }: FindingRecord): boolean {
  return dueOn !== null && state !== 'unclaimed' && state !== 'planning'
}

/** Why the fields cannot stand, or null. */
function refusedFields(store: Store, before: FindingRecord | null, after: FindingRecord): Result<never> | null {
  const { read } = store
  if (before && isSettled(before)) return err('findingNotEditable')
  if (before && isDueFixed(before) && after.dueOn !== before.dueOn)
    return err('findingDueByExtension', { dueOn: before.dueOn ?? '' })
  if (after.title === '') return err('findingNeedsTitle')
  if (after.no !== '' && after.no !== before?.no) {
    const taken = readFindingByNo(read, after.programId, after.no)
    if (taken && taken.id !== after.id) return err('findingNoTaken', { no: after.no, title: taken.title })
  }
  if (after.projectId !== null && after.projectId !== before?.projectId && !readProjectName(read, after.projectId))
    return err('notFound')
  const { enterpriseId } = after
  if (enterpriseId !== null && enterpriseId !== before?.enterpriseId && !readEnterpriseName(read, enterpriseId))
    return err('notFound')
  return null
}

/** Saves what people write of a new or known finding. */
export function saveFinding(
  context: Context,
  input: Input<Calls['rectification.saveFinding']>,
): Answer<'rectification.saveFinding'> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { read } = store.value
  const stored = input.id === null ? null : readFinding(read, input.id)
  const row = readProgram(read, input.programId)
  if (!row || (input.id !== null && stored?.programId !== row.id)) return err('notFound')
  if (stored && input.expectedUpdatedAt !== null && stored.updatedAt !== input.expectedUpdatedAt)
    return err('changedMeanwhile')
  const program = toProgramRecord(row)
  const given: Given = trimmed(input.fields)
  const before = stored && toFindingRecord(stored)
  const written: FindingRecord = before
    ? { ...before, ...given, updatedAt: context.now() }
    : newFinding(context, store.value, program, given)
  const finding = withDeadline(context, program, written, before ? given : { ...given, rectType: written.rectType })
  const refusal = refusedFields(store.value, before, finding)
  if (refusal) return refusal
  return writeIntent(context, 'rectification.saveFinding', { title: finding.title }, (db) => {
    if (before) updateFinding(db, finding.id, finding)
    else insertFinding(db, { ...finding, batchId: null, sourceRow: null })
    return ok({ id: finding.id })
  })
}

/** A 销号 stays, also one that was reopened since. */
function hasClosedCycle(store: Store, { id, state }: FindingRow): boolean {
  return state === 'closed' || readPartsOf(store.read, 'cycle', id).some(({ closedOn }) => closedOn !== null)
}

/** Deletes findings with all that belongs to them, and the measures that then serve none, as one step. */
export function removeFindings(
  context: Context,
  { ids }: Input<Calls['rectification.removeFindings']>,
): Answer<'rectification.removeFindings'> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { read } = store.value
  const known = [...new Set(ids)].flatMap((id) => readFinding(read, id) ?? [])
  if (known.length === 0) return err('notFound')
  if (known.some((row) => hasClosedCycle(store.value, row))) return err('closedFindingStays')
  const params = { title: known[0]?.title ?? '', count: known.length }
  return writeIntent(context, 'rectification.removeFindings', params, (db) => {
    const measures = new Set(known.flatMap(({ id }) => readMeasuresOf(db, id).map(({ measure }) => measure.id)))
    for (const { id } of known) {
      deleteFinding(db, id)
      deleteAttachmentsOf(db, id)
    }
    deleteUnservedMeasures(db, [...measures])
    return ok({ removed: known.length })
  })
}
