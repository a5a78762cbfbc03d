import type { ReadDb, WriteDb } from '../../db/access'
import {
  deletePart,
  insertPart,
  readPartRecords,
  readPartsOf,
  updatePart,
  type FindingPartRow,
  idOfCycle,
} from '../../db/repositories/finding-parts'
import { readClosureNumbers } from '../../db/repositories/closure-numbers'
import { readMeasuresOf } from '../../db/repositories/measures'
import { readBureau } from '../../db/repositories/settings'
import { yearOf, type IsoDate } from '../../shared/core/dates'
import { addMonths, dueOf, usualDueOn } from '../../shared/rectification/clocks'
import { nextClosureNumber } from '../../shared/rectification/closure-number'
import { emptyCycle } from '../../shared/rectification/empty-records'
import type { FindingRecord, ProgramRecord } from '../../shared/rectification/record'
import type { Cycle } from '../../shared/rectification/part-records'
import type { Context } from '../context'
import { buildClosureForm } from './closure-form'
import { programOf } from './facts'

/** The row of a finding's cycle, or null: an imported finding may have none. */
export function cycleOf(db: ReadDb, findingId: string, seq: number): Cycle | null {
  return readPartRecords(db, 'cycle', findingId).find((cycle) => cycle.seq === seq) ?? null
}

/** Writes what is new of the finding's present cycle, as a row of its own where there is none. */
function saveCycle(
  context: Context,
  db: WriteDb,
  { id, cycle, isSample }: FindingRecord,
  fields: Partial<FindingPartRow<'cycle'>>,
): void {
  const known = cycleOf(db, id, cycle)
  if (known) return updatePart(db, 'cycle', known.id, fields)
  const about = { id: idOfCycle(db, id, cycle, context.newId), findingId: id, seq: cycle, closureForm: null, isSample }
  insertPart(db, 'cycle', { ...emptyCycle, ...about, ...fields })
}

/** The deadline that a finding without one takes. */
export function usualDeadline(context: Context, db: ReadDb, finding: FindingRecord): IsoDate | null {
  return finding.dueOn ?? usualDueOn(programOf(db, finding), finding.rectType, context.calendars())
}

/** 整改中 begins: the deadline is fixed from here on. */
export function startCycle(context: Context, db: WriteDb, finding: FindingRecord, on: IsoDate): Partial<FindingRecord> {
  const dueOn = usualDeadline(context, db, finding)
  saveCycle(context, db, finding, { startedOn: on, dueOn })
  return { dueOn, originalDueOn: dueOn }
}

/** An approved extension moves the deadline of the open cycle. */
export function moveDeadline(context: Context, db: WriteDb, finding: FindingRecord, dueOn: IsoDate): void {
  saveCycle(context, db, finding, { dueOn })
}

/** When it is looked at again: by the programme's clock, and within a year where a measure goes on for good. */
function lookBackDay(context: Context, db: ReadDb, program: ProgramRecord, finding: FindingRecord, on: IsoDate) {
  const clock = program.clocks.lookBack
  const planned = clock === null ? null : dueOf(clock, on, context.calendars()).dueOn
  const isContinuing = readMeasuresOf(db, finding.id).some(({ measure }) => measure.status === 'longTerm')
  const year = isContinuing ? addMonths(on, 12) : null
  if (planned === null || year === null) return planned ?? year
  return planned < year ? planned : year
}

/** 销号: number, signed form, and the next look-back. The store keeps the cycle unchanged from here on. */
export function closeCycle(
  context: Context,
  db: WriteDb,
  finding: FindingRecord,
  on: IsoDate,
  by: string,
): Partial<FindingRecord> {
  const bureau = readBureau(db)?.name ?? ''
  const closureFormNo = nextClosureNumber(bureau, yearOf(on), readClosureNumbers(db))
  const closing = { closedOn: on, closedBy: by, closureFormNo }
  const closed: FindingRecord = { ...finding, ...closing, state: 'closed' }
  const form = buildClosureForm(db, closed, null, context.today())
  saveCycle(context, db, finding, { dueOn: finding.dueOn, closedOn: on, closureFormNo, closureForm: form })
  const plannedOn = lookBackDay(context, db, programOf(db, finding), finding, on)
  if (plannedOn !== null) {
    const open = { sampleId: null, doneOn: null, doneBy: '', result: null, note: '' }
    const about = { id: context.newId(), findingId: finding.id, plannedOn, isSample: finding.isSample }
    insertPart(db, 'lookBack', { ...open, ...about })
  }
  return closing
}

/** 重启: the closed cycle stays, a new one begins with a deadline of its own and without submission or 认定. */
export function reopenCycle(
  context: Context,
  db: WriteDb,
  finding: FindingRecord,
  input: { readonly on: IsoDate; readonly text: string; readonly docNo: string; readonly newDueOn: IsoDate | null },
): Partial<FindingRecord> {
  const { closedOn, closureFormNo, dueOn: oldDueOn } = finding
  // A 销号 that came with a ledger becomes the end of its cycle.
  if (!cycleOf(db, finding.id, finding.cycle)?.closedOn)
    saveCycle(context, db, finding, { dueOn: oldDueOn, closedOn, closureFormNo })
  // What was planned for the closed cycle is planned anew when the finding is closed again; a draw stays as it was drawn.
  for (const { id, doneOn, sampleId } of readPartsOf(db, 'lookBack', finding.id))
    if (doneOn === null && sampleId === null) deletePart(db, 'lookBack', id)
  const { clocks } = programOf(db, finding)
  const usual = usualDueOn({ feedbackOn: input.on, clocks }, finding.rectType, context.calendars())
  const dueOn = input.newDueOn ?? usual
  const next = { ...finding, cycle: finding.cycle + 1 }
  const reopened = { reopenReason: input.text.trim(), reopenBasis: input.docNo.trim() }
  saveCycle(context, db, next, { startedOn: input.on, dueOn, ...reopened })
  return {
    cycle: next.cycle,
    reopenCount: finding.reopenCount + 1,
    dueOn,
    originalDueOn: dueOn,
    extensionCount: 0,
    submittedOn: null,
    submittedBy: '',
    proposedState: null,
    proposedBy: '',
    determinedOn: null,
    determinedBy: '',
    closedOn: null,
    closedBy: '',
    closureFormNo: '',
  }
}
