import type { FieldValue, TableReading, TableRow } from './reading'
import type { ImportCounts, RowOutcome } from './contract'

/** What the store holds of one item, in the same fields and forms as the table engine gives. */
export interface StoredItem {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly values: Readonly<Record<string, FieldValue>>
  /** In the scope of this table: left out of it means 拟撤销. */
  readonly isInScope: boolean
  /** Fields that no table changes any more. */
  readonly locked?: ReadonlySet<string>
}

export interface PlannedChange {
  readonly field: string
  readonly from: FieldValue
  readonly to: FieldValue
}

export interface PlannedRow {
  readonly row: TableRow
  readonly key: string
  readonly outcome: 'added' | 'updated' | 'unchanged' | 'rejected'
  /** The stored item it meets, or null for a new one. */
  readonly id: string | null
  readonly changes: readonly PlannedChange[]
}

export interface Plan {
  readonly rows: readonly PlannedRow[]
  readonly withdrawn: readonly { readonly key: string; readonly item: StoredItem }[]
  readonly counts: ImportCounts
}

export interface PlanRules {
  /** Identifies an item across files; '' when the row has nothing to be known by. */
  readonly keyOf: (row: TableRow) => string
  /** Fields that are compared and written. */
  readonly fields: readonly string[]
  /** An empty cell leaves what is stored: true for a bureau's own ledgers, false for the district's word. */
  readonly doesBlankKeep: boolean
  readonly existing: ReadonlyMap<string, StoredItem>
}

/** Compares a table with the store: what would be added, changed, left, or is missing. Nothing is written. */
export function planTable(reading: TableReading, rules: PlanRules): Plan {
  const seen = new Set<string>()
  const rows = reading.rows.map((row): PlannedRow => {
    const key = rules.keyOf(row)
    seen.add(key)
    const stored = rules.existing.get(key)
    if (row.issues.some((issue) => issue.severity === 'error')) {
      return { row, key, outcome: 'rejected', id: stored?.id ?? null, changes: [] }
    }
    if (!stored) return { row, key, outcome: 'added', id: null, changes: [] }
    const changes = rules.fields.flatMap((field): PlannedChange[] => {
      const to = row.values[field] ?? null
      const from = stored.values[field] ?? null
      if (isSameValue(from, to) || (rules.doesBlankKeep && isBlank(to)) || stored.locked?.has(field)) return []
      return [{ field, from, to }]
    })
    return { row, key, outcome: changes.length > 0 ? 'updated' : 'unchanged', id: stored.id, changes }
  })
  const withdrawn = [...rules.existing]
    .filter(([key, item]) => item.isInScope && !seen.has(key))
    .map(([key, item]) => ({ key, item }))
  return { rows, withdrawn, counts: countRows(rows, withdrawn.length, reading.skipped.length) }
}

function isBlank(value: FieldValue): boolean {
  return value === null || value === ''
}

/** Two readings of a deadline are the same when the day is; words only count where no day was read. */
export function isSameValue(left: FieldValue, right: FieldValue): boolean {
  if (isBlank(left) && isBlank(right)) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right
  if (left.dueOn !== null && right.dueOn !== null) return left.dueOn === right.dueOn
  return left.dueOn === right.dueOn && left.text === right.text
}

/** Counts are of Excel rows: a row that holds several indicators counts once, a finding over three rows three times. */
function countRows(rows: readonly PlannedRow[], withdrawn: number, skipped: number): ImportCounts {
  const byRow = new Map<number, RowOutcome>()
  for (const { row, outcome } of rows)
    for (const { row: number } of row.parts ?? [row]) {
      const before = byRow.get(number)
      byRow.set(number, before === undefined || before === outcome ? outcome : worse(before, outcome))
    }
  const of = (outcome: RowOutcome): number => [...byRow.values()].filter((value) => value === outcome).length
  return {
    read: byRow.size,
    added: of('added'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    withdrawn,
    rejected: of('rejected'),
    skipped,
  }
}

function worse(left: RowOutcome, right: RowOutcome): RowOutcome {
  return left === 'rejected' || right === 'rejected' ? 'rejected' : 'updated'
}
