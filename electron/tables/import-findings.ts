import type { ReadDb, WriteDb } from '../../db/access'
import {
  insertFinding,
  readFinding,
  toFindingRecord,
  updateFinding,
  type FindingRow,
} from '../../db/repositories/findings'
import { invariant } from '../../shared/core/assert'
import { treatments } from '../../shared/rectification/record'
import { readableStatusWords } from '../../shared/rectification/status-words'
import type { RowRemark } from '../../shared/tables/definition'
import { findingTableFields } from '../../shared/tables/field-names'
import { isSameValue, type PlannedRow, type StoredItem } from '../../shared/tables/plan'
import type { TableRow } from '../../shared/tables/reading'
import { valueText } from '../../shared/terms/tables'
import { dueOf, newFindingRow, outcomeColumns, plainColumns, wayOf } from './finding-columns'
import { comparedFields, findingKey, readFindingItems, titleKey, type ComparedField } from './finding-items'
import { addMeasures, followFinding, replaceMeasures } from './finding-measure-writer'
import { writeAccountability, writeAmounts, writePoints, writeReferrals, writeRules } from './finding-part-writer'
import {
  programFinder,
  programKey,
  programOfRow,
  programsOf,
  readProgramsAndWords,
  type WordReader,
} from './finding-programs'
import { writeClosedCycle, writeExtension } from './finding-way-writer'
import { textOf, textOrNull, type Importer, type ImportScope, type ImportWriting, type MetRow } from './importer'

/** A cell that says otherwise than a field which no table changes any more. */
function lockedRemarks(row: TableRow, { locked, values }: StoredItem): readonly RowRemark[] {
  if (!locked || locked.size === 0) return []
  const code = locked.has('title') ? 'findingClosed' : 'findingAhead'
  return comparedFields.flatMap((field): RowRemark[] => {
    const value = row.values[field] ?? null
    const stored = values[field] ?? null
    if (!locked.has(field) || value === null || value === '' || isSameValue(value, stored)) return []
    const params = { stored: valueText('findings', field, stored) }
    return [{ field: field === 'outcome' ? 'progress' : field, code, severity: 'warning', params }]
  })
}

/** Status and days against one another, with what is stored where the row says nothing. */
function wayRemarks(
  row: TableRow,
  stored: StoredItem | undefined,
  readWord: (label: string) => ReturnType<WordReader>,
  { today }: ImportScope,
): readonly RowRemark[] {
  const remarks: RowRemark[] = []
  const [label, closedOn, extendedTo] = [
    textOf(row, 'status'),
    textOrNull(row, 'closedOn'),
    textOrNull(row, 'extendedTo'),
  ]
  const word = label === '' ? null : readWord(label)
  // A word that the finding bears already needs no explanation.
  if (label !== '' && !word && stored?.values['status'] !== label) {
    const params = { value: label, allowed: readableStatusWords.allowed }
    remarks.push({ field: 'status', code: 'choiceUnknown', severity: 'error', params })
  }
  if (closedOn !== null && word && word.status !== 'done' && word.status !== 'promoted')
    remarks.push({ field: 'closedOn', code: 'closedNotDone', severity: 'error', params: { status: label } })
  const known = stored?.values['dueOn']
  const dueOn = textOrNull(row, 'dueOn') ?? (typeof known === 'string' ? known : null)
  if (extendedTo !== null && dueOn === null)
    remarks.push({ field: 'dueOn', code: 'required', severity: 'error', params: {} })
  else if (extendedTo !== null && textOf(row, 'dueOn') === '' && (dueOn ?? '') >= extendedTo)
    remarks.push({
      field: 'extendedTo',
      code: 'extensionNotLater',
      severity: 'error',
      params: { dueOn: dueOn ?? '' },
    })
  for (const field of ['determinedOn', 'closedOn'] as const)
    if (textOf(row, field) > today) remarks.push({ field, code: 'dayInFuture', severity: 'warning', params: { today } })
  return remarks
}

/** Finds the programme of every row, and says where a row and the ledger do not agree. */
function meet(
  db: ReadDb,
  rows: readonly TableRow[],
  scope: ImportScope,
  existing: ReadonlyMap<string, StoredItem>,
): readonly MetRow[] {
  const { programs, readWord } = readProgramsAndWords(db)
  const { find } = programFinder(programs)
  return rows.map((row) => {
    const named = programOfRow(row)
    const program = find(named)
    const values = { ...row.values, programId: program?.id ?? '', programKey: programKey(named) }
    const met = { ...row, values }
    const stored = existing.get(findingKey(met)) ?? existing.get(titleKey(met))
    const locked = stored ? lockedRemarks(met, stored) : []
    const isOpen = !stored?.locked?.has('status')
    const read = (label: string) => readWord(label, program?.vocabulary ?? [])
    return { values, remarks: [...locked, ...(isOpen ? wayRemarks(met, stored, read, scope) : [])] }
  })
}

function add(db: WriteDb, { row }: PlannedRow, writing: ImportWriting): void {
  const programs = programsOf(db, writing)
  const program = programs.ensure(row, writing.year)
  const { way, newWord } = wayOf(row, null, program.vocabulary, programs.readWord)
  const finding = newFindingRow(row, program, programs.nextPlace(program.id), way, writing)
  insertFinding(db, finding)
  if (newWord) programs.keepWord(program.id, newWord)
  const owner = { id: finding.id, isNew: true }
  addMeasures(db, finding, textOf(row, 'measures'), row.row, writing)
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
  meet,
  add,
  update,
}
