import { planColumns } from './columns'
import type { FieldDefinition, TableDefinition } from './definition'
import { readDraft } from './drafts'
import { gridLabel, type GridTexts } from './grid-fields'
import { indexMerges } from './merges'
import { warnOfOutliers } from './outliers'
import type { TableRow } from './reading'
import { makeRecords } from './records'
import { settleNumbers } from './settle'
import type { Cell, SheetGrid } from './workbook'

/** One row of the grid; `row` is the number that the person sees. */
export interface GridLine {
  readonly row: number
  readonly texts: GridTexts
}

const noFixes: ReadonlyMap<number, ReadonlyMap<string, string>> = new Map()

/** Reads the rows of a grid as the import reads those of a file: one record per line, with remarks on its cells. */
export function readGridLines(
  definition: TableDefinition,
  fields: readonly FieldDefinition[],
  lines: readonly GridLine[],
  options: { readonly year: number; readonly mode: 'bureau' | 'district' },
): readonly TableRow[] {
  const matches = fields.map((each, index) => {
    const label = gridLabel(definition.kind, each)
    return { index, header: label, leaf: label, field: each.field, isSerial: false }
  })
  const plans = planColumns(definition, matches, { year: options.year, is1904: false, isUntyped: false })
  const sheet = sheetOf(fields, lines)
  const merges = indexMerges(sheet)
  const drafts = lines.map(({ row }) => readDraft(sheet, merges, plans, noFixes, row - 1, false))
  settleNumbers(drafts, plans, null)
  warnOfOutliers(drafts, plans)
  return makeRecords(drafts, definition, plans, { title: '', sheet: '', year: options.year }, options.mode)
}

function sheetOf(fields: readonly FieldDefinition[], lines: readonly GridLine[]): SheetGrid {
  const last = lines.reduce((most, { row }) => Math.max(most, row), 0)
  const rows = Array.from({ length: last }, (): (Cell | undefined)[] => [])
  for (const { row, texts } of lines) rows[row - 1] = fields.map(({ field }) => cellOf(texts[field] ?? ''))
  return { name: '', isHidden: false, rows, hiddenRows: [], hiddenColumns: [], merges: [] }
}

function cellOf(text: string): Cell | undefined {
  return text === '' ? undefined : { kind: 'text', text }
}
