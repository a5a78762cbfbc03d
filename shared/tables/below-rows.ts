import { problem } from './cells/parsed-cell'
import type { ColumnPlan } from './columns'
import type { BelowRows, TableDefinition } from './definition'
import { issueAt, type Draft } from './drafts'
import { cellAt, isBlank, type Merges } from './merges'
import type { SheetGrid } from './workbook'

export interface SheetPlaces {
  readonly sheet: SheetGrid
  readonly merges: Merges
  readonly plans: readonly ColumnPlan[]
  readonly serial: number | null
}

/** Hangs the rows that only add to a record on the row that begins it; other rows stay as they are. */
export function foldBelow(drafts: readonly Draft[], { below }: TableDefinition, places: SheetPlaces): readonly Draft[] {
  if (!below) return drafts
  const folded: { readonly head: Draft; readonly rows: Draft[] }[] = []
  for (const draft of drafts) {
    const above = folded.at(-1)
    if (above && isBelow(draft, above.head, above.rows.at(-1) ?? above.head, below, places)) above.rows.push(draft)
    else folded.push({ head: draft, rows: [] })
  }
  return folded.map(({ head, rows }) => (rows.length === 0 ? head : { ...head, below: rows }))
}

function isBelow(draft: Draft, head: Draft, last: Draft, below: BelowRows, places: SheetPlaces): boolean {
  const { own, title, added, needed } = below
  const isOwn = own.some((field) => draft.originals[field] !== undefined)
  if (isOwn || head.originals[title] === undefined) return false
  const filled = places.plans.filter((plan) => isFilled(draft, plan, places))
  const others = filled.filter(({ definition }) => !added.includes(definition.field))
  const isWhole = others.length === 0 && filled.some(({ definition }) => definition.field === needed)
  if (!isHeldBy(head, draft, title, places)) return isWhole && draft.row === last.row + 1 && !hasSerial(draft, places)
  if (!isWhole) tellWhatIsWrong(draft, head, others, places.plans, needed)
  return isWhole
}

/** The merge says whose row it is: what does not belong in it, or is missing, is told cell by cell. */
function tellWhatIsWrong(
  draft: Draft,
  head: Draft,
  others: readonly ColumnPlan[],
  plans: readonly ColumnPlan[],
  needed: string,
): void {
  for (const plan of others) {
    const value = draft.originals[plan.definition.field] ?? ''
    draft.issues.push(issueAt(draft.row, plan, value, problem('notOfMeasure', 'error', { firstRow: head.row })))
  }
  const missing = plans.find(({ definition }) => definition.field === needed)
  if (others.length === 0 && missing) draft.issues.push(issueAt(draft.row, missing, '', problem('required', 'error')))
}

/** Filled in by the row itself, or typed anew; not by a merge from above. */
function isFilled(draft: Draft, { index, definition }: ColumnPlan, { sheet, merges }: SheetPlaces): boolean {
  if (draft.originals[definition.field] === undefined) return false
  const row = draft.row - 1
  const range = merges.at(row, index)
  return !isBlank(cellAt(sheet, row, index)) || range?.left !== index || range.top === row
}

function isHeldBy(head: Draft, draft: Draft, title: string, { merges, plans }: SheetPlaces): boolean {
  const plan = plans.find(({ definition }) => definition.field === title)
  const range = plan && merges.at(draft.row - 1, plan.index)
  return range !== undefined && range.top === head.row - 1
}

function hasSerial(draft: Draft, { sheet, serial }: SheetPlaces): boolean {
  return serial !== null && !isBlank(cellAt(sheet, draft.row - 1, serial))
}
