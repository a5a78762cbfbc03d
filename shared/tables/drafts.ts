import type { ColumnPlan } from './columns'
import type { NumberReading } from './cells/number'
import { originalText, type CellProblem } from './cells/parsed-cell'
import { cellAt, isBlank, type Merges } from './merges'
import type { CellIssue, FieldValue, ReadingOptions } from './reading'
import type { Cell, SheetGrid } from './workbook'

/** A row while it is being read. */
export interface Draft {
  /** Excel row number, from 1. */
  readonly row: number
  readonly isHidden: boolean
  readonly values: Record<string, FieldValue>
  readonly originals: Record<string, string>
  readonly issues: CellIssue[]
  /** Numbers whose units are settled once the whole column is known. */
  readonly numbers: Map<ColumnPlan, NumberReading>
  /** The rows below that add to this one. */
  readonly below?: readonly Draft[]
}

export type Fixes = ReadonlyMap<number, ReadonlyMap<string, string>>

/** Cells of one sheet typed anew, by Excel row and field. */
export function indexFixes(fixes: ReadingOptions['fixes'], sheet: string): Fixes {
  const byRow = new Map<number, Map<string, string>>()
  for (const { sheet: where, row, field, text } of fixes) {
    if (where !== sheet) continue
    const fields = byRow.get(row) ?? new Map<string, string>()
    fields.set(field, text)
    byRow.set(row, fields)
  }
  return byRow
}

export function issueAt(
  row: number,
  plan: ColumnPlan | null,
  value: string,
  { code, severity, params, suggestion }: CellProblem,
): CellIssue {
  return {
    row,
    letters: plan?.letters ?? '',
    column: plan?.leaf ?? '',
    field: plan?.definition.field ?? null,
    value,
    code,
    severity,
    params,
    suggestion,
  }
}

/** Reads every planned cell of one row. */
export function readDraft(
  sheet: SheetGrid,
  merges: Merges,
  plans: readonly ColumnPlan[],
  fixes: Fixes,
  index: number,
  isHidden: boolean,
): Draft {
  const row = index + 1
  const draft: Draft = { row, isHidden, values: {}, originals: {}, issues: [], numbers: new Map() }
  const typed = fixes.get(row)
  for (const plan of plans) {
    const { field, reading } = plan.definition
    draft.values[field] = null
    const cell = typedCell(typed?.get(field)) ?? ownCell(sheet, merges, plan, index)
    if (!cell || isBlank(cell)) continue
    const original = originalText(cell)
    draft.originals[field] = original
    if (reading.kind === 'quantity') {
      draft.numbers.set(plan, plan.readNumber(cell))
      continue
    }
    const { value, problems } = plan.read(cell)
    draft.values[field] = value
    for (const each of problems) draft.issues.push(issueAt(row, plan, original, each))
  }
  return draft
}

function typedCell(text: string | undefined): Cell | undefined {
  return text === undefined ? undefined : { kind: 'text', text }
}

function ownCell(sheet: SheetGrid, merges: Merges, plan: ColumnPlan, row: number): Cell | undefined {
  const own = cellAt(sheet, row, plan.index)
  if (plan.definition.fillsDown !== true || (own && !isBlank(own))) return own
  const range = merges.at(row, plan.index)
  return range && range.left === plan.index ? cellAt(sheet, range.top, range.left) : own
}
