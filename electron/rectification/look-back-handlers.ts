import type { WriteDb } from '../../db/access'
import { deletePart, insertPart, readPart, readPartRecords, updatePart } from '../../db/repositories/finding-parts'
import { readFinding, toFindingRecord } from '../../db/repositories/findings'
import { namesIn } from '../../db/repositories/person-names'
import {
  insertLookBackSample,
  readClosedIds,
  readFindingNames,
  readLookBackNames,
  type LookBackName,
} from '../../db/repositories/rect-follow-up'
import type { ReadDb } from '../../db/access'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers, Input, Output } from '../../shared/ipc/procedure'
import type { followUpContract, LookBackRow } from '../../shared/rectification/follow-up-contract'
import type { FindingRecord } from '../../shared/rectification/record'
import type { LookBack } from '../../shared/rectification/part-records'
import { drawn } from '../../shared/rectification/sampling'
import { openedStore, writeIntent, type Context } from '../context'
import { findingNameOf } from './finding-name'

type Calls = Pick<
  typeof followUpContract,
  | 'rectification.lookBacks'
  | 'rectification.planLookBack'
  | 'rectification.recordLookBack'
  | 'rectification.removeLookBack'
  | 'rectification.drawSample'
>
type State = Input<Calls['rectification.lookBacks']>['state']

function rowOf(row: LookBackName, today: IsoDate): LookBackRow {
  const { id, findingId, plannedOn, sampleId, doneOn, doneBy, result, note, closedOn } = row
  const own = { id, findingId, plannedOn, sampleId, doneOn, doneBy, result, note }
  return { ...own, finding: findingNameOf(row), closedOn, isDue: doneOn === null && plannedOn <= today }
}

function wantedBy(state: State, today: IsoDate): Parameters<typeof readLookBackNames>[1] {
  return {
    isDone: state === 'all' ? null : state === 'done',
    dueOn: state === 'due' ? today : null,
  }
}

function findingOf(db: ReadDb, id: string): Result<FindingRecord> {
  const row = readFinding(db, id)
  return row ? ok(toFindingRecord(row)) : err('notFound')
}

/** A closed finding and a day that is not before its 销号; else the refusal. */
function closedBy(finding: FindingRecord, day: IsoDate): Result<FindingRecord> {
  if (finding.state !== 'closed') return err('lookBackNotClosed', { title: finding.title })
  if (finding.closedOn !== null && day < finding.closedOn)
    return err('findingDayTooEarly', { on: day, last: finding.closedOn })
  return ok(finding)
}

/** Who did the work that is looked back at: 承办人, and who submitted the last cycle that was closed. */
function doersOf(db: ReadDb, finding: FindingRecord): ReadonlySet<string> {
  const seq = readPartRecords(db, 'cycle', finding.id).findLast((cycle) => cycle.closedOn !== null)?.seq
  const submitters = readPartRecords(db, 'step', finding.id)
    .filter(({ kind, cycle }) => kind === 'submit' && cycle === seq)
    .map(({ by }) => by)
  return new Set([...namesIn(finding.handler), ...namesIn(finding.submittedBy), ...submitters])
}

function plan(
  context: Context,
  db: WriteDb,
  finding: Pick<FindingRecord, 'id' | 'isSample'>,
  plannedOn: IsoDate,
  sampleId: string | null,
): string {
  // The same day a second time is the same look-back.
  const known = readPartRecords(db, 'lookBack', finding.id).find(
    (each) => each.doneOn === null && each.plannedOn === plannedOn,
  )
  if (known) return known.id
  const id = context.newId()
  const open = { doneOn: null, doneBy: '', result: null, note: '', isSample: finding.isSample }
  insertPart(db, 'lookBack', { id, findingId: finding.id, plannedOn, sampleId, ...open })
  return id
}

/** The look-back of that id with its finding. */
function storedLookBack(
  context: Context,
  id: string,
): Result<{ readonly read: ReadDb; readonly lookBack: LookBack; readonly finding: FindingRecord }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { read } = store.value
  const row = readPart(read, 'lookBack', id)
  const lookBack = row && readPartRecords(read, 'lookBack', row.findingId).find((each) => each.id === id)
  if (!lookBack) return err('notFound')
  const finding = findingOf(read, lookBack.findingId)
  return finding.ok ? ok({ read, lookBack, finding: finding.value }) : finding
}

function drawSample(
  context: Context,
  input: Input<Calls['rectification.drawSample']>,
): Result<Output<Calls['rectification.drawSample']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { read } = store.value
  const seed = input.seed.trim()
  const pool = readClosedIds(read, input.programIds)
  if (pool.length === 0) return err('sampleEmpty')
  const ids = drawn(pool, input.percent, seed)
  const names = readFindingNames(read, ids)
  const shown = ids.flatMap((id) => {
    const row = names.get(id)
    return row ? [findingNameOf(row)] : []
  })
  if (!input.isKept) return ok({ pool: pool.length, drawn: shown, sampleId: null })
  const params = { count: ids.length, value: seed }
  return writeIntent(context, 'rectification.drawSample', params, (db) => {
    const sampleId = context.newId()
    const about = { drawnOn: context.today(), drawnBy: context.actor(), seed, percent: input.percent, pool }
    insertLookBackSample(db, { id: sampleId, ...about, isSample: false })
    for (const id of ids) {
      const finding = findingOf(db, id)
      if (finding.ok) plan(context, db, finding.value, input.plannedOn, sampleId)
    }
    return ok({ pool: pool.length, drawn: shown, sampleId })
  })
}

/** 回头看. */
export const lookBackHandlers: Handlers<Calls, Context> = {
  'rectification.lookBacks': (context, { state }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const today = context.today()
    return ok(readLookBackNames(store.value.read, wantedBy(state, today)).map((row) => rowOf(row, today)))
  },

  'rectification.planLookBack': (context, { findingId, plannedOn }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const finding = findingOf(store.value.read, findingId)
    if (!finding.ok) return finding
    const closed = closedBy(finding.value, plannedOn)
    if (!closed.ok) return closed
    const params = { title: closed.value.title, value: plannedOn }
    return writeIntent(context, 'rectification.planLookBack', params, (db) =>
      ok({ id: plan(context, db, closed.value, plannedOn, null) }),
    )
  },

  'rectification.recordLookBack': (context, { id, doneOn, result, note }) => {
    const stored = storedLookBack(context, id)
    if (!stored.ok) return stored
    const { read, lookBack, finding } = stored.value
    const today = context.today()
    if (doneOn > today) return err('findingDayInFuture', { on: doneOn, today })
    // A result that is put right may belong to a finding that was reopened because of it.
    const closed = lookBack.doneOn === null ? closedBy(finding, doneOn) : ok(finding)
    if (!closed.ok) return closed
    const actor = context.actor()
    if (doersOf(read, finding).has(actor)) return err('lookBackByDoer')
    return writeIntent(context, 'rectification.recordLookBack', { title: finding.title }, (db) => {
      updatePart(db, 'lookBack', id, { doneOn, doneBy: actor, result, note: note.trim() })
      return ok({})
    })
  },

  'rectification.removeLookBack': (context, { id }) => {
    const stored = storedLookBack(context, id)
    if (!stored.ok) return stored
    const { lookBack, finding } = stored.value
    if (lookBack.doneOn !== null) return err('lookBackDone')
    const params = { title: finding.title, value: lookBack.plannedOn }
    return writeIntent(context, 'rectification.removeLookBack', params, (db) => {
      deletePart(db, 'lookBack', id)
      return ok({})
    })
  },

  'rectification.drawSample': (context, input) => drawSample(context, input),
}
