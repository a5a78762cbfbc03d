import type { ReadDb } from '../../db/access'
import { readAllParts, readSteppedFindings } from '../../db/repositories/finding-parts'
import { readFindings, toFindingRecord } from '../../db/repositories/findings'
import { readAllMeasures, type MeasureRow } from '../../db/repositories/measures'
import { codeText, findingValues, type LedgerParts } from '../../shared/rectification/ledger-values'
import { measureRowsText } from '../../shared/rectification/measure-rows'
import { treatments, type FindingRecord } from '../../shared/rectification/record'
import { findingTableFields, type FindingTableField } from '../../shared/tables/field-names'
import type { StoredItem } from '../../shared/tables/plan'
import type { FieldValue, TableRow } from '../../shared/tables/reading'
import { keyText } from '../../shared/tables/text-forms'
import { textOf } from './importer'

/** What says which programme a row belongs to, and columns that are read into others. */
const unwritten: ReadonlySet<FindingTableField> = new Set([
  'programTitle',
  'docNo',
  'source',
  'originYears',
  'responsibleUnit',
  'doneAmount',
])
/** Who does each measure and by when, where each has a row of its own. */
export const measureRowsField = 'measureRows'
export const comparedFields = [
  ...findingTableFields.filter((field) => !unwritten.has(field)),
  measureRowsField,
] as const
export type ComparedField = (typeof comparedFields)[number]

/** A sum without any row is zero, so that a column of zeros says nothing new. */
const sumFields: readonly ComparedField[] = ['requiredAmount', ...treatments, 'referralAmount']
const countFields: readonly ComparedField[] = ['rulesMade', 'accountable', 'referralCases', 'referralPersons']

const referralFields: readonly ComparedField[] = ['referralCases', 'referralPersons', 'referralAmount']
const wayFields: readonly ComparedField[] = ['status', 'determinedBy', 'determinedOn', 'closedOn', ...referralFields]
const dueFields: readonly ComparedField[] = ['dueOn', 'extendedTo']
const workFields: readonly ComparedField[] = ['measures', measureRowsField, 'requiredAmount', ...treatments]

const all: ReadonlySet<string> = new Set(comparedFields)
const none: ReadonlySet<string> = new Set()

/** What the program itself has brought further than a table can say. */
function lockedFields({ state }: FindingRecord, hasSteps: boolean): ReadonlySet<string> {
  if (state === 'closed') return all
  if (!hasSteps) return none
  const isDueFixed = state !== 'unclaimed' && state !== 'planning'
  const isJudged = state === 'awaitingDetermination' || state === 'completed' || state === 'referred'
  return new Set([...wayFields, ...(isDueFixed ? dueFields : []), ...(isJudged ? workFields : [])])
}

interface FindingParts extends LedgerParts {
  readonly measures: readonly MeasureRow[]
}

/** What belongs to each finding, read at once for exports and imports. */
export function readLedgerParts(db: ReadDb): (findingId: string) => FindingParts {
  const [points, amounts, rules] = [readAllParts(db, 'point'), readAllParts(db, 'amount'), readAllParts(db, 'rule')]
  const [accountability, referrals] = [readAllParts(db, 'accountability'), readAllParts(db, 'referral')]
  const { ofFinding } = readAllMeasures(db)
  return (id) => ({
    points: (points.get(id) ?? []).toSorted((left, right) => left.position - right.position),
    measures: ofFinding.get(id) ?? [],
    // Treatments and amounts are only written from the records themselves.
    amounts: (amounts.get(id) ?? []) as LedgerParts['amounts'],
    rules: rules.get(id) ?? [],
    accountability: accountability.get(id) ?? [],
    referrals: (referrals.get(id) ?? []) as LedgerParts['referrals'],
  })
}

function comparable(finding: FindingRecord, parts: FindingParts): Readonly<Record<string, FieldValue>> {
  const values: Record<string, FieldValue> = {
    ...findingValues(finding, parts),
    [measureRowsField]: measureRowsText(parts.measures),
  }
  for (const field of sumFields) values[field] ??= '0'
  for (const field of countFields) values[field] ??= 0
  return values
}

function joined(...parts: readonly (FieldValue | undefined)[]): string {
  return parts.map((part) => (typeof part === 'string' ? keyText(part) : '')).join('/')
}

type Named = Readonly<Record<'no' | 'title' | 'kind' | 'aspect' | 'keyIssue', FieldValue | undefined>>

/** By its number, else by what it says and where. */
function ownKey({ no, title, kind, aspect, keyIssue }: Named): string {
  return typeof no === 'string' && no !== '' ? `no:${keyText(no)}` : `full:${joined(title, kind, aspect, keyIssue)}`
}

function namedOf({ values }: TableRow): Named {
  const { no, title, kind, aspect, keyIssue } = values
  return { no, title, kind, aspect, keyIssue }
}

/** The key of a row within its programme, which `meet` has found. */
export function findingKey(row: TableRow): string {
  return `${textOf(row, 'programId') || textOf(row, 'programKey')}|${ownKey(namedOf(row))}`
}

/** A row by its title alone: one without a number may be any finding of that title, one with a number only an unnumbered one. */
export function titleKey(row: TableRow): string {
  const kind = textOf(row, 'no') === '' ? 'title' : 'unnumbered'
  return `${textOf(row, 'programId')}|${kind}:${keyText(textOf(row, 'title'))}`
}

/** Every finding by all keys that a row may meet it under; a title that several bear is no key. */
export function readFindingItems(db: ReadDb): ReadonlyMap<string, StoredItem> {
  const partsOf = readLedgerParts(db)
  const stepped = readSteppedFindings(db)
  const items = new Map<string, StoredItem>()
  const titled = new Map<string, StoredItem | null>()
  for (const row of readFindings(db)) {
    const finding = toFindingRecord(row)
    const values = comparable(finding, partsOf(row.id))
    const { no, title } = finding
    const locked = lockedFields(finding, stepped.has(row.id))
    const item: StoredItem = { id: row.id, code: codeText(no) ?? title, title, values, isInScope: false, locked }
    const { kind, aspect, keyIssue } = values
    items.set(`${row.programId}|${ownKey({ no: codeText(no), title, kind, aspect, keyIssue })}`, item)
    const keys = [`title:${keyText(title)}`, ...(no === '' ? [`unnumbered:${keyText(title)}`] : [])]
    for (const key of keys.map((each) => `${row.programId}|${each}`)) titled.set(key, titled.has(key) ? null : item)
  }
  for (const [key, item] of titled) if (item) items.set(key, item)
  return items
}
