import type { Store } from '../../db/access'
import type { GridCheck, GridEdit, GridIssue, GridOutcome } from '../../shared/tables/grid-contract'
import { gridText, gridTexts, type GridTexts } from '../../shared/tables/grid-fields'
import { readGridLines } from '../../shared/tables/grid-reader'
import { isSameValue, type PlannedChange, type PlannedRow, type StoredItem } from '../../shared/tables/plan'
import type { CellIssue, TableRow } from '../../shared/tables/reading'
import { hasVisibleText } from '../../shared/tables/text-forms'
import { changedMeanwhileText, gridIssueText, gridPlace, keyInStoreText, recordGoneText } from '../../shared/terms/grid'
import { fieldLabel } from '../../shared/terms/tables'
import type { GridLedger } from './grid-ledger'
import { judgeRows } from './judge-rows'
import { keyClashes, type KeyClash } from './grid-keys'
import { gridSnapshot } from './grid-snapshot'
import type { ImportScope } from './importer'

/** A row that was judged, and how it would be written. */
export interface JudgedRow {
  readonly check: GridCheck
  /** Null for rows that are not written. */
  readonly planned: PlannedRow | null
}

/** An edit beside the record it is of. */
interface OpenRow {
  readonly edit: GridEdit
  readonly item: StoredItem | null
  readonly stored: GridTexts
  readonly texts: GridTexts
  /** Fields whose text is not the one that was loaded. */
  readonly touched: ReadonlySet<string>
}

/** Judges the rows of a grid against the store as it is now; nothing is written. */
export function judgeGrid(
  ledger: GridLedger,
  store: Store,
  scope: ImportScope,
  edits: readonly GridEdit[],
): readonly JudgedRow[] {
  const { items, existing } = gridSnapshot(ledger, store, scope)
  const open = edits.map((edit) => openRow(ledger, edit, items))
  const read = open.filter((each) => each.touched.size > 0 && !isGone(each))
  const rows = readTexts(ledger, scope, read, ({ texts }) => texts)
  const before = readTexts(ledger, scope, read, ({ stored }) => stored)
  const keyed = read.flatMap(({ edit, item }) => {
    const row = rows.get(edit.row)
    return row ? [{ row, item }] : []
  })
  const clashes = keyClashes(ledger.importer, scope, existing, keyed)
  return open.map((each) => {
    const { row } = each.edit
    return judgeRow(ledger, scope, each, { row: rows.get(row), before: before.get(row), clash: clashes.get(row) })
  })
}

/** Rows read by the engine, by row number. */
function readTexts(
  { kind, definition, fields, importer }: GridLedger,
  scope: ImportScope,
  open: readonly OpenRow[],
  textsOf: (row: OpenRow) => GridTexts,
): ReadonlyMap<number, TableRow> {
  const lines = open.map((each) => ({ row: each.edit.row, texts: textsOf(each) }))
  const read = readGridLines(definition, fields, lines, scope)
  const placeOf = (field: string) => ({ letters: '', column: fieldLabel(kind, field) })
  return new Map(judgeRows(importer, read, scope, placeOf).map((row) => [row.row, row]))
}

function openRow({ fields }: GridLedger, edit: GridEdit, items: ReadonlyMap<string, StoredItem>): OpenRow {
  const item = edit.id === null ? null : (items.get(edit.id) ?? null)
  const stored = item ? gridTexts(fields, item.values) : {}
  const loaded = edit.id === null ? {} : edit.loaded
  const touched = fields.flatMap(({ field }) => {
    const text = edit.texts[field]
    const before = loaded[field] ?? ''
    const isTouched = text !== undefined && text !== before && (hasVisibleText(text) || hasVisibleText(before))
    return isTouched ? [field] : []
  })
  return { edit, item, stored, texts: { ...stored, ...edit.texts }, touched: new Set(touched) }
}

function isGone({ edit, item }: OpenRow): boolean {
  return edit.id !== null && item === null
}

/** What the engine made of a row: of its texts now, and of those that are stored. */
interface ReadRow {
  readonly row: TableRow | undefined
  readonly before: TableRow | undefined
  readonly clash: KeyClash | undefined
}

function judgeRow(ledger: GridLedger, scope: ImportScope, open: OpenRow, read: ReadRow): JudgedRow {
  const { edit, item, touched } = open
  const { row, before, clash } = read
  const answer = (outcome: GridOutcome, issues: GridIssue[], planned: PlannedRow | null = null): JudgedRow => ({
    check: {
      row: edit.row,
      outcome,
      issues,
      normalised: row ? normalisedTexts(ledger, open, row, before) : {},
      stored: isChangedMeanwhile(open) ? { ...open.stored } : null,
    },
    planned,
  })
  if (touched.size > 0 && isGone(open)) return answer('rejected', [rowIssue(edit.row, 'recordGone', recordGoneText)])
  if (!row) return answer(edit.id === null ? 'blank' : 'unchanged', [])
  const issues = [
    ...(isChangedMeanwhile(open) ? [rowIssue(edit.row, 'changedMeanwhile', changedMeanwhileText)] : []),
    ...cellIssues(open, row),
    ...clashIssues(ledger, edit.row, row, clash),
  ]
  if (issues.some(({ severity }) => severity === 'error')) return answer('rejected', issues)
  const changes = item ? changesOf(ledger, item, row, before, touched) : []
  const outcome = item === null ? 'added' : changes.length > 0 ? 'updated' : 'unchanged'
  const key = ledger.importer.keyOf(row, scope)
  return answer(outcome, issues, { row, key, outcome, id: item?.id ?? null, changes })
}

/** The store's texts are not those that the person saw, so saving would overwrite another's change. */
function isChangedMeanwhile({ edit, item, stored, touched }: OpenRow): boolean {
  if (!item || touched.size === 0) return false
  return Object.entries(stored).some(([field, text]) => (edit.loaded[field] ?? '') !== text)
}

function rowIssue(row: number, code: 'changedMeanwhile' | 'recordGone', text: string): GridIssue {
  return { row, field: null, code, severity: 'error', place: gridPlace(row, ''), text, suggestion: null }
}

function cellIssues({ item, touched }: OpenRow, row: TableRow): readonly GridIssue[] {
  return row.issues
    .filter(({ code }) => code !== 'keyRepeated')
    .map((issue) => {
      // What the store already holds stays as it is; only what is typed now has to be right.
      const isKept = item !== null && issue.field !== null && !touched.has(issue.field)
      if (isKept) return toGridIssue({ ...issue, severity: 'warning' })
      // A file may be of a later day; what is typed now cannot be.
      return toGridIssue(issue.code === 'dayInFuture' ? { ...issue, severity: 'error' } : issue)
    })
}

function toGridIssue(issue: CellIssue): GridIssue {
  const { row, field, code, severity, column, suggestion } = issue
  return { row, field, code, severity, place: gridPlace(row, column), text: gridIssueText(issue), suggestion }
}

function clashIssues(
  { kind, definition, fields }: GridLedger,
  number: number,
  row: TableRow,
  clash: KeyClash | undefined,
): readonly GridIssue[] {
  if (!clash || row.issues.some(({ code }) => code === 'keyMissing')) return []
  const field = definition.keyFields.find((each) => row.originals[each] !== undefined) ?? fields[0]?.field ?? ''
  const place = gridPlace(number, fieldLabel(kind, field))
  const base = { row: number, field, severity: 'error', place, suggestion: null } as const
  if (clash.kind === 'store') return [{ ...base, code: 'keyInStore', text: keyInStoreText(clash.title) }]
  const value = row.originals[field] ?? ''
  const params = { firstRow: clash.firstRow }
  const column = fieldLabel(kind, field)
  const text = gridIssueText({ ...base, letters: '', column, value, code: 'keyRepeated', params })
  return [{ ...base, code: 'keyRepeated', text }]
}

/**
 * Fields that typing has changed: those that read otherwise than what is stored does, the ones included that the engine
 * fills in from others (several names in one cell), and emptied ones that could not be read before.
 */
function changesOf(
  { fields }: GridLedger,
  item: StoredItem,
  row: TableRow,
  before: TableRow | undefined,
  touched: ReadonlySet<string>,
): readonly PlannedChange[] {
  return fields.flatMap(({ field }): PlannedChange[] => {
    const from = item.values[field] ?? null
    const to = row.values[field] ?? null
    const isRead = !isSameValue(before?.values[field] ?? null, to)
    return isRead || (touched.has(field) && !isSameValue(from, to)) ? [{ field, from, to }] : []
  })
}

/**
 * Cells that the ledger writes in another form than they are typed in (`2022.3.31` as `2022-03-31`), and those that the
 * engine fills in from others.
 */
function normalisedTexts(
  { fields }: GridLedger,
  { touched, texts }: OpenRow,
  row: TableRow,
  before: TableRow | undefined,
): Record<string, string> {
  const wrong = new Set(row.issues.flatMap(({ field, severity }) => (severity === 'error' && field ? [field] : [])))
  return Object.fromEntries(
    fields.flatMap((each): [string, string][] => {
      const value = row.values[each.field] ?? null
      const isMade = touched.has(each.field) || !isSameValue(before?.values[each.field] ?? null, value)
      if (!isMade || wrong.has(each.field)) return []
      const text = gridText(each, value)
      return text === '' || text === (texts[each.field] ?? '') ? [] : [[each.field, text]]
    }),
  )
}
