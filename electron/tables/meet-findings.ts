import type { ReadDb } from '../../db/access'
import { readFindings, type FindingRow } from '../../db/repositories/findings'
import { readAllMeasures, type MeasureRow } from '../../db/repositories/measures'
import { grouped } from '../../shared/core/grouped'
import { measureRowsText } from '../../shared/rectification/measure-rows'
import { readableStatusWords } from '../../shared/rectification/status-words'
import type { RowRemark } from '../../shared/tables/definition'
import { isSameValue, type StoredItem } from '../../shared/tables/plan'
import type { FieldValue, TableRow } from '../../shared/tables/reading'
import { keyText } from '../../shared/tables/text-forms'
import { valueText } from '../../shared/terms/tables'
import { comparedFields, findingKey, measureRowsField, titleKey, type ComparedField } from './finding-items'
import { toldMeasures } from './finding-measure-rows'
import { numberIn } from './finding-numbers'
import { programFinder, programKey, programOfRow, readProgramsAndWords, type WordReader } from './finding-programs'
import { textOf, textOrNull, type ImportScope, type MetRow } from './importer'

/** Where a compared field stands in the table. */
const columnOf: Readonly<Partial<Record<ComparedField, string>>> = { outcome: 'progress', measureRows: 'measures' }

/** A cell that says otherwise than a field which no table changes any more. */
function lockedRemarks(row: TableRow, { locked, values }: StoredItem): readonly RowRemark[] {
  if (!locked || locked.size === 0) return []
  const code = locked.has('title') ? 'findingClosed' : 'findingAhead'
  return comparedFields.flatMap((field): RowRemark[] => {
    const value = row.values[field] ?? null
    const stored = values[field] ?? null
    if (!locked.has(field) || value === null || value === '' || isSameValue(value, stored)) return []
    const params = { stored: valueText('findings', field, stored) }
    return [{ field: columnOf[field] ?? field, code, severity: 'warning', params }]
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

/** The number of a row as its programme writes it, where that has the finding under the other way of writing it. */
function numberFinder(findings: readonly FindingRow[], rows: readonly TableRow[]): (row: TableRow) => FieldValue {
  const numbersOf = <T>(items: readonly T[], programOf: (item: T) => string, noOf: (item: T) => string) =>
    new Map([...grouped(items, programOf)].map(([id, own]) => [id, new Set(own.map(noOf).filter((no) => no !== ''))]))
  const held = numbersOf(
    findings,
    ({ programId }) => programId,
    ({ no }) => keyText(no),
  )
  const told = numbersOf(
    rows,
    (row) => textOf(row, 'programId'),
    (row) => keyText(textOf(row, 'no')),
  )
  const none: ReadonlySet<string> = new Set()
  return (row) => {
    const [id, no] = [textOf(row, 'programId'), keyText(textOf(row, 'no'))]
    const known = held.get(id) ?? none
    const found = no === '' || known.has(no) ? null : numberIn(known, no, told.get(id) ?? none)
    return found ?? row.values['no'] ?? null
  }
}

/** Finds the programme of every row, and says where a row and the ledger do not agree. */
export function meetFindings(
  db: ReadDb,
  rows: readonly TableRow[],
  scope: ImportScope,
  existing: ReadonlyMap<string, StoredItem>,
): readonly MetRow[] {
  const { programs, readWord } = readProgramsAndWords(db)
  const { find } = programFinder(programs)
  const measuresOf = rows.some(({ parts }) => parts) ? readAllMeasures(db).ofFinding : new Map<string, MeasureRow[]>()
  const placed = rows.map((row) => {
    const named = programOfRow(row)
    const program = find(named)
    const values = { ...row.values, programId: program?.id ?? '', programKey: programKey(named) }
    return { row: { ...row, values }, program }
  })
  const numberOf = numberFinder(
    readFindings(db),
    placed.map(({ row }) => row),
  )
  return placed.map(({ row, program }) => {
    const values = { ...row.values, no: numberOf(row) }
    const keyed = { ...row, values }
    const stored = existing.get(findingKey(keyed)) ?? existing.get(titleKey(keyed))
    const told = toldMeasures(row, measuresOf.get(stored?.id ?? '') ?? [])
    const met = told ? { ...keyed, values: { ...values, [measureRowsField]: measureRowsText(told) } } : keyed
    const locked = stored ? lockedRemarks(met, stored) : []
    const isOpen = !stored?.locked?.has('status')
    const read = (label: string) => readWord(label, program?.vocabulary ?? [])
    return { values: met.values, remarks: [...locked, ...(isOpen ? wayRemarks(met, stored, read, scope) : [])] }
  })
}
