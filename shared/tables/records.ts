import { problem } from './cells/parsed-cell'
import type { ColumnPlan } from './columns'
import type { RowContext, SpreadRecord, TableDefinition } from './definition'
import { issueAt, type Draft } from './drafts'
import type { CellIssue, FieldValue, RowPart, TableRow } from './reading'

/** Makes the records of the rows: completes, checks and keys them. */
export function makeRecords(
  drafts: readonly Draft[],
  definition: TableDefinition,
  plans: readonly ColumnPlan[],
  context: RowContext,
  mode: 'bureau' | 'district',
): readonly TableRow[] {
  const planOf = new Map(plans.map((plan) => [plan.definition.field, plan]))
  const firstRows = new Map<string, number>()
  return drafts.flatMap((draft) => {
    addRowIssues(draft, definition, planOf)
    const { joined, parts } = partsOf(draft, definition)
    return spreadOf(joined, definition, context).map((spread) => {
      const values = recordValues(definition, spread.values, context)
      const issues = issuesOf(draft, definition, spread)
      for (const remark of definition.check?.(values) ?? []) {
        const plan = planOf.get(remark.field) ?? null
        issues.push(issueAt(draft.row, plan, draft.originals[remark.field] ?? '', { ...remark, suggestion: null }))
      }
      issues.push(...keyIssues(draft, definition, planOf, definition.keyOf(values, mode), firstRows, issues))
      const about = { row: draft.row, isHidden: draft.isHidden, values, originals: originalsOf(draft, spread), issues }
      return parts ? { ...about, parts } : about
    })
  })
}

/** A row with the values of those below it, and what each of them adds. */
function partsOf(
  draft: Draft,
  { below }: TableDefinition,
): { readonly joined: Draft; readonly parts?: readonly RowPart[] } {
  const rows = [draft, ...(draft.below ?? [])]
  if (!below || rows.length === 1) return { joined: draft }
  const { values, parts } = below.join(rows.map((row) => row.values))
  return {
    joined: { ...draft, values },
    parts: rows.map(({ row, originals }, index) => ({ row, originals, values: parts[index] ?? {} })),
  }
}

function spreadOf(draft: Draft, definition: TableDefinition, context: RowContext): readonly SpreadRecord[] {
  if (definition.spread) return definition.spread({ row: draft.row, values: draft.values }, context)
  return [{ values: draft.values, from: [] }]
}

function recordValues(
  definition: TableDefinition,
  values: Readonly<Record<string, FieldValue>>,
  context: RowContext,
): Readonly<Record<string, FieldValue>> {
  const record: Record<string, FieldValue> = {}
  for (const field of definition.recordFields) record[field] = values[field] ?? null
  return definition.complete && !definition.spread ? definition.complete(record, context) : record
}

function addRowIssues(draft: Draft, definition: TableDefinition, planOf: ReadonlyMap<string, ColumnPlan>): void {
  for (const { isHidden, row } of [draft, ...(draft.below ?? [])])
    if (isHidden) draft.issues.push(issueAt(row, null, '', problem('rowHidden', 'warning')))
  // What is wrong with a row that adds to the one above is known by then.
  if (draft.issues.some(({ code }) => code === 'notOfMeasure' || code === 'required')) return
  for (const { field, isRequired } of definition.fields) {
    if (isRequired !== true || (draft.values[field] ?? null) !== null) continue
    const isRejected = draft.issues.some((issue) => issue.field === field && issue.severity === 'error')
    if (isRejected) continue
    draft.issues.push({ ...issueAt(draft.row, planOf.get(field) ?? null, '', problem('required', 'error')), field })
  }
}

/** A record made of some columns of its row carries only their remarks, and those of the row itself. */
function issuesOf(draft: Draft, definition: TableDefinition, spread: SpreadRecord): CellIssue[] {
  if (!definition.spread) return [draft, ...(draft.below ?? [])].flatMap(({ issues }) => issues)
  const own = new Set(spread.from.map(([field]) => field))
  return draft.issues.filter((issue) => issue.field === null || own.has(issue.field))
}

function originalsOf(draft: Draft, spread: SpreadRecord): Readonly<Record<string, string>> {
  if (spread.from.length === 0) return draft.originals
  return Object.fromEntries(
    spread.from.flatMap(([from, to]) => {
      const text = draft.originals[from]
      return text === undefined ? [] : [[to, text] as const]
    }),
  )
}

function keyIssues(
  draft: Draft,
  definition: TableDefinition,
  planOf: ReadonlyMap<string, ColumnPlan>,
  key: string | null,
  firstRows: Map<string, number>,
  issues: readonly CellIssue[],
): readonly CellIssue[] {
  if (issues.some(({ code }) => code === 'unitNotOurs')) return []
  const fields = definition.keyFields
  const field = fields.find((each) => draft.originals[each] !== undefined) ?? fields[0] ?? ''
  const plan = planOf.get(field) ?? null
  if (key === null) {
    if (issues.some(({ severity }) => severity === 'error')) return []
    return [{ ...issueAt(draft.row, plan, '', problem('keyMissing', 'error')), field }]
  }
  const first = firstRows.get(key)
  if (first === undefined) {
    firstRows.set(key, draft.row)
    return []
  }
  return [issueAt(draft.row, plan, draft.originals[field] ?? '', problem('keyRepeated', 'error', { firstRow: first }))]
}
