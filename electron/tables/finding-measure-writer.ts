import type { WriteDb } from '../../db/access'
import { readEvidenceOf } from '../../db/repositories/evidence'
import {
  deleteUnservedMeasures,
  insertMeasure,
  insertMeasureLink,
  orderMeasures,
  readFindingsOfMeasure,
  readMeasuresOf,
  unlinkMeasure,
  updateMeasure,
  type MeasureRow,
} from '../../db/repositories/measures'
import type { FindingRow } from '../../db/repositories/findings'
import { emptyMeasure } from '../../shared/rectification/empty-records'
import { isMeasureDone } from '../../shared/rectification/lifecycle'
import { splitItems } from '../../shared/rectification/measure-text'
import type { FindingState, FindingStatus, MeasureStatus } from '../../shared/rectification/record'
import { cleanText } from '../../shared/tables/text-forms'
import { originOf, type ImportWriting } from './importer'

type Owner = Pick<
  FindingRow,
  'id' | 'programId' | 'leader' | 'leadUnit' | 'handler' | 'dueOn' | 'state' | 'status' | 'determinedOn' | 'closedOn'
>

/** How far a measure is, told by its finding: the ledger has no column for it. */
function statusOf(owner: Owner): MeasureStatus {
  // States and statuses are only written from the closed lists.
  const [state, status] = [owner.state as FindingState, owner.status as FindingStatus]
  if (state === 'closed') return 'verified'
  switch (status) {
    case 'done':
    case 'promoted':
      return 'done'
    case 'longTerm':
      return 'longTerm'
    case 'basicallyDone':
    case 'phasedDone':
    case 'inProgress':
      return state === 'unclaimed' || state === 'planning' ? 'notStarted' : 'inProgress'
    case 'notDone':
      return 'notStarted'
  }
}

function newMeasure(owner: Owner, text: string, sourceRow: number, writing: ImportWriting): MeasureRow {
  const status = statusOf(owner)
  return {
    ...emptyMeasure,
    ...originOf(writing, sourceRow),
    id: writing.newId(),
    programId: owner.programId,
    text,
    leader: owner.leader,
    unit: owner.leadUnit,
    handler: owner.handler,
    dueOn: owner.dueOn,
    status,
    doneOn: status === 'done' || status === 'verified' ? (owner.determinedOn ?? owner.closedOn) : null,
  }
}

/** The measures of a cell for a finding that has none yet. */
export function addMeasures(db: WriteDb, owner: Owner, cell: string, sourceRow: number, writing: ImportWriting): void {
  splitItems(cell).forEach((text, index) => {
    const measure = newMeasure(owner, text, sourceRow, writing)
    insertMeasure(db, measure)
    insertMeasureLink(db, {
      id: writing.newId(),
      findingId: owner.id,
      measureId: measure.id,
      position: index + 1,
      isSample: writing.isSample,
    })
  })
}

/**
 * The measures of a cell in place of those before: equal words are the same measure, others in their order take the
 * new words, so that evidence stays with them. One that is proved by files is never taken away.
 */
export function replaceMeasures(
  db: WriteDb,
  owner: Owner,
  cell: string,
  sourceRow: number,
  writing: ImportWriting,
): void {
  const left = readMeasuresOf(db, owner.id).map(({ measure }) => measure)
  const items = splitItems(cell)
  const chosen: (string | null)[] = items.map((text) => {
    const index = left.findIndex((measure) => cleanText(measure.text) === text)
    return index < 0 ? null : (left.splice(index, 1)[0]?.id ?? null)
  })
  items.forEach((text, index) => {
    if (chosen[index] !== null) return
    const own = left.findIndex((measure) => readFindingsOfMeasure(db, measure.id).length === 1)
    const [taken] = own < 0 ? [] : left.splice(own, 1)
    if (taken) updateMeasure(db, taken.id, { text, updatedAt: writing.now })
    chosen[index] = taken?.id ?? linkNew(db, owner, text, sourceRow, writing)
  })
  const proved = new Set(readEvidenceOf(db, owner.id).map(({ evidence }) => evidence.measureId))
  const gone = left.filter(({ id }) => !proved.has(id)).map(({ id }) => id)
  for (const id of gone) unlinkMeasure(db, owner.id, id)
  deleteUnservedMeasures(db, gone)
  const kept = left.filter(({ id }) => proved.has(id)).map(({ id }) => id)
  orderMeasures(db, owner.id, [...chosen.filter((id) => id !== null), ...kept])
}

function linkNew(db: WriteDb, owner: Owner, text: string, sourceRow: number, writing: ImportWriting): string {
  const measure = newMeasure(owner, text, sourceRow, writing)
  insertMeasure(db, measure)
  const link = { id: writing.newId(), findingId: owner.id, measureId: measure.id, isSample: writing.isSample }
  insertMeasureLink(db, { ...link, position: readMeasuresOf(db, owner.id).length + 1 })
  return measure.id
}

/** Measures follow a deadline that the ledger moved, and a finding that it calls done or closed. */
export function followFinding(db: WriteDb, before: Owner, after: Owner, writing: ImportWriting): void {
  const isMoved = before.dueOn !== after.dueOn
  const status = statusOf(after)
  const isAhead = isMeasureDone(status) && (before.status !== after.status || before.state !== after.state)
  if (!isMoved && !isAhead) return
  for (const { measure } of readMeasuresOf(db, after.id)) {
    // As above.
    const isOpen = !isMeasureDone(measure.status as MeasureStatus)
    const becomes = isAhead && (isOpen || (status === 'verified' && measure.status === 'done'))
    const fields: Partial<MeasureRow> = {
      ...(isMoved && measure.dueOn === before.dueOn ? { dueOn: after.dueOn } : {}),
      ...(becomes ? { status, doneOn: measure.doneOn ?? after.determinedOn ?? after.closedOn } : {}),
    }
    if (Object.keys(fields).length > 0) updateMeasure(db, measure.id, { ...fields, updatedAt: writing.now })
  }
}
