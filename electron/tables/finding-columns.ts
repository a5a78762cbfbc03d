import type { FindingRow } from '../../db/repositories/findings'
import type { ProgramRow } from '../../db/repositories/rect-programs'
import { parseMoney } from '../../shared/core/money'
import { emptyFinding, unclaimedWay, usualKind } from '../../shared/rectification/empty-records'
import { partedOutcome } from '../../shared/rectification/ledger-texts'
import {
  amountClasses,
  findingKinds,
  rectSources,
  rectTypes,
  type FindingRecord,
  type FindingState,
  type StatusWord,
} from '../../shared/rectification/record'
import { ledgerStatus } from '../../shared/rectification/status-words'
import type { FieldValue, TableRow } from '../../shared/tables/reading'
import type { ComparedField } from './finding-items'
import type { WordReader } from './finding-programs'
import { originOf, textOf, textOrNull, type ImportWriting } from './importer'

/** Texts that are columns of the finding. */
const textFields = [
  'no',
  'aspect',
  'keyIssue',
  'category',
  'title',
  'detail',
  'auditee',
  'legalBasis',
  'auditSuggestion',
  'standard',
  'leader',
  'leadUnit',
  'units',
  'handler',
  'progress',
  'result',
  'reasonNotDone',
  'nextStep',
  'mechanism',
  'evidenceText',
  'determinedBy',
  'remark',
] as const satisfies readonly (ComparedField & keyof FindingRow)[]

type Columns = Partial<FindingRow>

/** Which fields a row sets: all that it fills in for a new finding, the changed ones for a known one. */
export type IsSet = (field: ComparedField) => boolean

function choice<T extends string>(values: readonly T[], value: FieldValue | undefined): T | null {
  return values.find((known) => known === value) ?? null
}

function flag(value: FieldValue | undefined): boolean | null {
  return typeof value === 'boolean' ? value : null
}

/** Columns that come straight from their cell. */
export function plainColumns(row: TableRow, isSet: IsSet): Columns {
  const { values } = row
  const texts = Object.fromEntries(textFields.filter(isSet).map((field) => [field, textOf(row, field)]))
  const kind = choice(findingKinds, values['kind'])
  return {
    ...texts,
    ...(isSet('kind') && kind !== null ? { kind } : {}),
    ...(isSet('amount') ? { amount: parseMoney(textOf(row, 'amount'), 'tenThousand') } : {}),
    ...(isSet('amountClass') ? { amountClass: choice(amountClasses, values['amountClass']) } : {}),
    ...(isSet('rectType') ? { rectType: choice(rectTypes, values['rectType']) } : {}),
    ...(isSet('isRecurrence') ? { isRecurrence: flag(values['isRecurrence']) } : {}),
    ...(isSet('isPublic') ? { isPublic: flag(values['isPublic']) } : {}),
    ...(isSet('determinedOn') ? { determinedOn: textOrNull(row, 'determinedOn') } : {}),
  }
}

type Way = Pick<FindingRow, 'state' | 'status' | 'statusLabel' | 'closedOn'>

/** Where a finding stands by the words and days of its row; `newWord` is one that its programme does not know yet. */
export function wayOf(
  row: TableRow,
  before: FindingRecord | null,
  vocabulary: readonly StatusWord[],
  readWord: WordReader,
): { readonly way: Way; readonly newWord: StatusWord | null } {
  const label = textOf(row, 'status') || (before ? ledgerStatus(before) : '')
  const closedOn = textOrNull(row, 'closedOn') ?? before?.closedOn ?? null
  const word = label === '' ? null : readWord(label, vocabulary)
  if (closedOn !== null) {
    const isDone = word?.status === 'done' || word?.status === 'promoted'
    const status = isDone ? word.status : 'done'
    const way: Way = { state: 'closed', status, statusLabel: isDone ? word.label : '', closedOn }
    return { way, newWord: isDone ? word.newWord : null }
  }
  if (word) {
    const { state, status } = word
    return { way: { state, status, statusLabel: word.label, closedOn }, newWord: word.newWord }
  }
  // Without a word: a row with leader, unit and measures is a plan that is being carried out.
  const isPlanned = ['leader', 'leadUnit', 'measures'].every((field) => textOf(row, field) !== '')
  const state: FindingState = isPlanned ? 'rectifying' : 'unclaimed'
  return { way: { state, status: unclaimedWay.status, statusLabel: '', closedOn }, newWord: null }
}

type Due = Pick<FindingRow, 'dueOn' | 'originalDueOn' | 'extensionCount'>

/** The deadlines of a row: the first one and, where it was extended, the one that holds. */
export function dueOf(row: TableRow, before: FindingRecord | null): Due {
  const first = textOrNull(row, 'dueOn') ?? before?.originalDueOn ?? before?.dueOn ?? null
  const count = before?.extensionCount ?? 0
  const extended = textOrNull(row, 'extendedTo') ?? (count > 0 ? (before?.dueOn ?? null) : null)
  if (extended === null || first === null)
    return { dueOn: extended ?? first, originalDueOn: first, extensionCount: count }
  const isFurther = count > 0 && before?.dueOn != null && extended > before.dueOn
  return { dueOn: extended, originalDueOn: first, extensionCount: Math.max(1, isFurther ? count + 1 : count) }
}

/** 整改进展 and 整改成效 from the one column that says both. */
export function outcomeColumns(row: TableRow, before: Pick<FindingRow, 'progress' | 'result'>, state: string): Columns {
  const text = textOf(row, 'outcome')
  return text === '' ? {} : partedOutcome(text, before, state === 'completed' || state === 'closed')
}

/** A row as a finding that is not in the ledger yet. */
export function newFindingRow(
  row: TableRow,
  program: ProgramRow,
  position: number,
  way: Way,
  writing: ImportWriting,
): FindingRow {
  const kind = choice(findingKinds, row.values['kind']) ?? usualKind(choice(rectSources, program.source) ?? 'special')
  const isFilled: IsSet = (field) => (row.values[field] ?? null) !== null
  return {
    ...emptyFinding(kind),
    ...unclaimedWay,
    ...plainColumns(row, isFilled),
    ...outcomeColumns(row, { progress: '', result: '' }, way.state),
    ...way,
    ...dueOf(row, null),
    id: writing.newId(),
    programId: program.id,
    position,
    ...originOf(writing, row.row),
  }
}
