import type { WriteDb } from '../../db/access'
import {
  insertFinding,
  readFinding,
  toFindingRecord,
  updateFinding,
  type FindingRow,
} from '../../db/repositories/findings'
import { invariant } from '../../shared/core/assert'
import { treatments } from '../../shared/rectification/record'
import { findingTableFields } from '../../shared/tables/field-names'
import type { PlannedRow } from '../../shared/tables/plan'
import type { TableRow } from '../../shared/tables/reading'
import { dueOf, newFindingRow, outcomeColumns, plainColumns, wayOf } from './finding-columns'
import {
  comparedFields,
  findingKey,
  measureRowsField,
  readFindingItems,
  titleKey,
  type ComparedField,
} from './finding-items'
import { writeDuties } from './finding-measure-rows'
import { addMeasures, followFinding, replaceMeasures } from './finding-measure-writer'
import { writeAccountability, writeAmounts, writePoints, writeReferrals, writeRules } from './finding-part-writer'
import { programsOf } from './finding-programs'
import { writeClosedCycle, writeExtension } from './finding-way-writer'
import { textOf, type Importer, type ImportWriting } from './importer'
import { meetFindings } from './meet-findings'

function add(db: WriteDb, { row }: PlannedRow, writing: ImportWriting): void {
  const programs = programsOf(db, writing)
  const program = programs.ensure(row, writing.year)
  const { way, newWord } = wayOf(row, null, program.vocabulary, programs.readWord)
  const finding = newFindingRow(row, program, programs.nextPlace(program.id), way, writing)
  insertFinding(db, finding)
  if (newWord) programs.keepWord(program.id, newWord)
  const owner = { id: finding.id, isNew: true }
  addMeasures(db, finding, textOf(row, 'measures'), row.row, writing)
  writeDuties(db, finding.id, row, writing)
  writePoints(db, owner, row, writing)
  writeAmounts(db, owner, row, writing)
  writeRules(db, owner, row, writing)
  writeAccountability(db, owner, row, writing)
  writeReferrals(db, owner, row, writing, finding.determinedOn ?? writing.today)
  writeExtension(db, null, finding, writing)
  writeClosedCycle(db, finding, writing)
}

/** Fields that move the finding on its way. */
const wayFields: readonly ComparedField[] = ['status', 'closedOn']
const amountFields: readonly ComparedField[] = ['requiredAmount', ...treatments]
const referralFields: readonly ComparedField[] = ['referralCases', 'referralPersons', 'referralAmount']

function columnsAfter(
  db: WriteDb,
  stored: FindingRow,
  { row, changes }: PlannedRow,
  writing: ImportWriting,
): FindingRow {
  const changed = new Set(changes.map(({ field }) => field))
  const before = toFindingRecord(stored)
  const programs = programsOf(db, writing)
  const vocabulary = programs.byId(stored.programId)?.vocabulary ?? []
  const isMoved = wayFields.some((field) => changed.has(field))
  const { way, newWord } = isMoved ? wayOf(row, before, vocabulary, programs.readWord) : { way: {}, newWord: null }
  if (newWord) programs.keepWord(stored.programId, newWord)
  const moved = { ...stored, ...way }
  return {
    ...moved,
    ...plainColumns(row, (field) => changed.has(field)),
    ...(changed.has('outcome') ? outcomeColumns(row, stored, moved.state) : {}),
    ...(changed.has('dueOn') || changed.has('extendedTo') ? dueOf(row, before) : {}),
    isSample: writing.isSample,
    updatedAt: writing.now,
  }
}

function update(db: WriteDb, id: string, planned: PlannedRow, writing: ImportWriting): void {
  const before = readFinding(db, id)
  invariant(before, 'a finding that is updated')
  const { row, changes } = planned
  const hasChanged = (fields: readonly string[]): boolean => changes.some(({ field }) => fields.includes(field))
  const after = columnsAfter(db, before, planned, writing)
  updateFinding(db, id, changedColumns(before, after))
  const owner = { id, isNew: false }
  if (hasChanged(['measures'])) replaceMeasures(db, after, textOf(row, 'measures'), row.row, writing)
  followFinding(db, before, after, writing)
  if (hasChanged(['measures', measureRowsField])) writeDuties(db, id, row, writing)
  if (hasChanged(['points'])) writePoints(db, owner, row, writing)
  if (hasChanged(amountFields)) writeAmounts(db, owner, row, writing)
  if (hasChanged(['rulesMade', 'ruleNames'])) writeRules(db, owner, row, writing)
  if (hasChanged(['accountable'])) writeAccountability(db, owner, row, writing)
  if (hasChanged(referralFields)) writeReferrals(db, owner, row, writing, after.determinedOn ?? writing.today)
  if (hasChanged(['dueOn', 'extendedTo'])) writeExtension(db, before, after, writing)
  if (hasChanged(wayFields)) writeClosedCycle(db, after, writing)
}

function changedColumns(before: FindingRow, after: FindingRow): Partial<FindingRow> {
  // The keys of a row are its columns.
  const keys = (Object.keys(after) as (keyof FindingRow)[]).filter((key) => before[key] !== after[key])
  return Object.fromEntries(keys.map((key) => [key, after[key]]))
}

function titleOf(row: TableRow): string {
  return textOf(row, 'title')
}

/** 整改台账 of audits and inspections. An empty cell leaves what is recorded; a finding that was closed is never changed. */
export const findingImporter: Importer = {
  kind: 'findings',
  fields: comparedFields,
  // Findings go their way by steps; a grid would go around them.
  editable: [],
  mappable: findingTableFields.filter((field) => field !== 'outcome'),
  doesBlankKeep: true,
  keyOf: findingKey,
  alternativeKeyOf: titleKey,
  titleOf,
  codeOf: (row) => textOf(row, 'no') || titleOf(row),
  scopeTitle: (reading) => reading.title,
  existing: readFindingItems,
  meet: meetFindings,
  add,
  update,
}
