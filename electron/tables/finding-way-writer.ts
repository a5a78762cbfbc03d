import type { WriteDb } from '../../db/access'
import {
  idOfCycle,
  insertPart,
  readPartsOf,
  updatePart,
  type FindingPartRow,
} from '../../db/repositories/finding-parts'
import type { FindingRow } from '../../db/repositories/findings'
import { emptyCycle } from '../../shared/rectification/empty-records'
import type { ImportWriting } from './importer'

function newExtension(
  finding: FindingRow,
  oldDueOn: string,
  newDueOn: string,
  writing: ImportWriting,
): FindingPartRow<'extension'> {
  return {
    id: writing.newId(),
    findingId: finding.id,
    cycle: finding.cycle,
    // The ledger does not say when; no later than the deadline that was to be extended.
    appliedOn: oldDueOn < writing.today ? oldDueOn : writing.today,
    appliedBy: '',
    reason: '',
    oldDueOn,
    newDueOn,
    decision: 'approved',
    decidedBy: '',
    decidedOn: null,
    docNo: '',
    isSample: writing.isSample,
  }
}

/** The extension that both deadlines of a row tell of; moved days correct what an earlier import recorded. */
export function writeExtension(
  db: WriteDb,
  before: FindingRow | null,
  after: FindingRow,
  writing: ImportWriting,
): void {
  const { dueOn, originalDueOn, extensionCount } = after
  if (extensionCount === 0 || dueOn === null || originalDueOn === null) return
  const countBefore = before?.extensionCount ?? 0
  if (extensionCount > countBefore) {
    const from = countBefore === 0 ? originalDueOn : (before?.dueOn ?? originalDueOn)
    insertPart(db, 'extension', newExtension(after, from, dueOn, writing))
    return
  }
  const approved = readPartsOf(db, 'extension', after.id).filter(
    ({ decision, cycle }) => decision === 'approved' && cycle === after.cycle,
  )
  const [first, last] = [approved[0], approved.at(-1)]
  if (first && first.oldDueOn !== originalDueOn) updatePart(db, 'extension', first.id, { oldDueOn: originalDueOn })
  if (last && last.newDueOn !== dueOn) updatePart(db, 'extension', last.id, { newDueOn: dueOn })
}

/** 销号 in a ledger that was kept elsewhere: a closed cycle without a 销号单 of this program. */
export function writeClosedCycle(db: WriteDb, finding: FindingRow, writing: ImportWriting): void {
  const { id, cycle: seq, dueOn, closedOn, state } = finding
  if (state !== 'closed') return
  const known = readPartsOf(db, 'cycle', id).find((cycle) => cycle.seq === seq)
  if (known) {
    updatePart(db, 'cycle', known.id, { closedOn, dueOn })
    return
  }
  const about = {
    id: idOfCycle(db, id, seq, writing.newId),
    findingId: id,
    seq,
    closureForm: null,
    isSample: writing.isSample,
  }
  insertPart(db, 'cycle', { ...emptyCycle, ...about, dueOn, closedOn })
}
