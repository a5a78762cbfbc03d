import type { WriteDb } from '../../db/access'
import { insertAttachment } from '../../db/repositories/attachments'
import { findEnterprise } from '../../db/repositories/enterprises'
import { insertEvidence } from '../../db/repositories/evidence'
import { insertPart, readPartsOf, updatePart } from '../../db/repositories/finding-parts'
import { insertFinding, readFinding, toFindingRecord } from '../../db/repositories/findings'
import { insertMeasure, linkMeasure, readMeasure } from '../../db/repositories/measures'
import { readProjects } from '../../db/repositories/projects'
import { readEntryOfVoucher, updateRevenueEntry } from '../../db/repositories/revenue'
import { invariant } from '../../shared/core/assert'
import type { IsoDate } from '../../shared/core/dates'
import type { Result } from '../../shared/core/result'
import { emptyCycle, emptyFinding, emptyMeasure, unclaimedWay } from '../../shared/rectification/empty-records'
import type { FindingFields, FindingRecord, MeasureStatus, ProgramRecord } from '../../shared/rectification/record'
import type { SampleFinding, SampleMeasure, SampleStep } from '../../shared/settings/sample-rectification'
import type { Context } from '../context'
import { changeMeasure } from '../rectification/measure-status'
import { insertStep, recordStep } from '../rectification/record-step'

/** Kept files of the sample's evidence: digest and size by what they say. */
export type SampleFiles = ReadonlyMap<string, { readonly sha256: string; readonly size: number }>

/** Something that happened on a day; of one day the lower order comes first. */
export interface SampleEvent {
  readonly on: IsoDate
  readonly order: number
  readonly run: () => void
}

const orders = { measure: 0, evidence: 1, verified: 2, lookBack: 3, step: 4 } as const

interface Basis {
  readonly program: ProgramRecord
  readonly position: number
  /** Who holds 整改督查岗. */
  readonly verifier: string
  readonly files: SampleFiles
}

interface Writing {
  readonly context: Context
  readonly db: WriteDb
  readonly basis: Basis
  readonly sample: SampleFinding
  readonly findingId: string
}

/** The program as it was on a day, with somebody else at it. */
function contextOn(context: Context, on: IsoDate, by: string): Context {
  return { ...context, today: () => on, now: () => `${on}T10:00:00+08:00`, actor: () => by }
}

/** The sample keeps the rules that it shows. */
function allowed(result: Result<unknown>, what: string): void {
  invariant(result.ok, `sample: ${what}: ${result.ok ? '' : JSON.stringify(result.error)}`)
}

/** Writes a finding as it was entered, and gives what happened to it since. */
export function writeSampleFinding(
  context: Context,
  db: WriteDb,
  basis: Basis,
  sample: SampleFinding,
): readonly SampleEvent[] {
  const findingId = context.newId()
  const writing: Writing = { context, db, basis, sample, findingId }
  insertFinding(db, { ...startOf(writing), batchId: null, sourceRow: null })
  writeParts(writing)
  const entry = readEntryOfVoucher(db, sample.revenueVoucher, '')
  if (entry) updateRevenueEntry(db, entry.id, { findingId, findingText: sample.title })
  const measureIds: string[] = []
  return [
    ...sample.measures.flatMap((measure) => measureEvents(writing, measure, measureIds)),
    ...evidenceEvents(writing, measureIds),
    ...sample.lookBacks.map((lookBack) => ({
      on: lookBack.doneOn,
      order: orders.lookBack,
      run: () => {
        const planned = readPartsOf(db, 'lookBack', findingId).find(({ doneOn }) => doneOn === null)
        invariant(planned, `sample: a look-back of ${sample.title}`)
        updatePart(db, 'lookBack', planned.id, lookBack)
      },
    })),
    ...sample.steps.map((step) => ({ on: step.on, order: orders.step, run: () => takeStep(writing, step) })),
  ]
}

function startOf({ context, db, basis, sample, findingId }: Writing): FindingRecord {
  const now = context.now()
  const { program, position } = basis
  const fields = fieldsOf(db, sample)
  const dueOn = sample.firstDueOn ?? fields.dueOn
  const about = { id: findingId, programId: program.id, position, isSample: true, createdAt: now, updatedAt: now }
  const start: FindingRecord = { ...unclaimedWay, ...fields, ...about, dueOn, originalDueOn: dueOn }
  if (!sample.ledger) return start
  const { closedOn, closureFormNo } = sample.ledger
  const word = program.vocabulary.find(({ status }) => status === 'done')
  return { ...start, state: 'closed', status: 'done', statusLabel: word?.label ?? '', closedOn, closureFormNo }
}

/** The fields of a finding, with what it is about among the sample's own records. */
function fieldsOf(db: WriteDb, sample: SampleFinding): FindingFields {
  const { project, enterprise } = sample
  const empty = emptyFinding(sample.kind)
  // Only what the fields of a finding are called is taken from the sample; the rest of it is written elsewhere.
  const given = Object.fromEntries(Object.entries(sample).filter(([name]) => Object.hasOwn(empty, name)))
  return {
    ...empty,
    ...given,
    projectId: project === '' ? null : (readProjects(db).find(({ name }) => name === project)?.id ?? null),
    enterpriseId: enterprise === '' ? null : (findEnterprise(db, enterprise, '')?.id ?? null),
  }
}

function writeParts({ context, db, sample, findingId }: Writing): void {
  const own = () => ({ id: context.newId(), findingId, isSample: true })
  let position = 0
  for (const { items, ...point } of sample.points) {
    const row = { ...point, ...own(), parentId: null, position: (position += 1) }
    insertPart(db, 'point', row)
    for (const item of items)
      insertPart(db, 'point', { ...item, ...own(), parentId: row.id, position: (position += 1) })
  }
  for (const amount of sample.amounts) insertPart(db, 'amount', { ...amount, ...own() })
  for (const rule of sample.rules) insertPart(db, 'rule', { ...rule, ...own() })
  for (const each of sample.accountability) insertPart(db, 'accountability', { ...each, ...own() })
  if (sample.ledger) {
    const about = { ...own(), seq: 1, dueOn: sample.dueOn ?? null, closureForm: null }
    insertPart(db, 'cycle', { ...emptyCycle, ...sample.ledger, ...about })
  }
}

/** A measure is there from its day on, is reported done by whoever does it, and verified by another. */
function measureEvents(writing: Writing, measure: SampleMeasure, ids: string[]): SampleEvent[] {
  const { context, db, basis, sample } = writing
  const id = context.newId()
  ids.push(id)
  const by = measure.handler || (sample.handler ?? '')
  const change = (on: IsoDate, actor: string, status: MeasureStatus) => () => {
    const row = readMeasure(db, id)
    invariant(row, 'the measure was written')
    const changed = changeMeasure(contextOn(context, on, actor), db, row, { status, on, result: measure.result })
    allowed(changed, `${measure.text} ${status}`)
  }
  const { addedOn, doneOn, verifiedOn, isStarted } = measure
  // Of a finding that a ledger brought closed, the measures come as they are.
  if (sample.ledger) {
    writeMeasure(writing, measure, id, 'verified')
    return []
  }
  const start = isStarted ? 'inProgress' : 'notStarted'
  if (addedOn === null) writeMeasure(writing, measure, id, start)
  return [
    ...(addedOn === null
      ? []
      : [{ on: addedOn, order: orders.measure, run: () => writeMeasure(writing, measure, id, start) }]),
    ...(doneOn === null
      ? []
      : [{ on: doneOn, order: orders.measure, run: change(doneOn, by, measure.isLongTerm ? 'longTerm' : 'done') }]),
    ...(verifiedOn === null
      ? []
      : [{ on: verifiedOn, order: orders.verified, run: change(verifiedOn, basis.verifier, 'verified') }]),
  ]
}

function writeMeasure(
  { context, db, basis, sample, findingId }: Writing,
  measure: SampleMeasure,
  id: string,
  status: MeasureStatus,
): void {
  const now = context.now()
  const { text, unit, handler, dueOn, doneOn, verifiedOn, result } = measure
  const isSettled = status === 'verified'
  const doneBy = handler || (sample.handler ?? '')
  insertMeasure(db, {
    ...emptyMeasure,
    ...(isSettled ? { doneOn, doneBy, result, verifiedBy: basis.verifier, verifiedOn } : {}),
    id,
    programId: basis.program.id,
    text,
    unit,
    handler,
    dueOn,
    status,
    batchId: null,
    sourceRow: null,
    isSample: true,
    createdAt: now,
    updatedAt: now,
  })
  linkMeasure(db, { id: context.newId(), findingId, measureId: id, isSample: true })
}

function evidenceEvents({ context, db, basis, sample, findingId }: Writing, ids: readonly string[]): SampleEvent[] {
  return sample.evidence.map(({ fileName, kind, measure, addedOn, cycle, note, text }) => ({
    on: addedOn,
    order: orders.evidence,
    run: () => {
      const file = basis.files.get(text)
      invariant(file, `sample: the file ${fileName}`)
      const attachmentId = context.newId()
      const measureId = measure === null ? null : (ids[measure - 1] ?? null)
      const then = contextOn(context, addedOn, sample.handler ?? '')
      const about = { room: 'rectification', recordId: findingId, fileName, ...file, isSample: true }
      insertAttachment(db, { ...about, id: attachmentId, addedAt: then.now(), addedBy: then.actor() })
      const proof = { findingId, measureId, attachmentId, kind, note, cycle, isSample: true }
      insertEvidence(db, { id: context.newId(), ...proof })
    },
  }))
}

function takeStep({ context, db, findingId }: Writing, { event, by, on, ...step }: SampleStep): void {
  const row = readFinding(db, findingId)
  invariant(row, 'the finding was written')
  const finding = toFindingRecord(row)
  const then = contextOn(context, on, by)
  if (event === 'progress') return insertStep(then, db, finding, { ...step, kind: 'progress', to: finding.state, on })
  allowed(recordStep(then, db, finding, { ...step, event, on }), `${finding.title}, ${event} on ${on}`)
}
