import type { CellIssueCode, FieldValue } from '../reading'
import type { Cell } from '../workbook'

/** A remark on a cell before its place in the file is known. */
export interface CellProblem {
  readonly code: CellIssueCode
  readonly severity: 'error' | 'warning'
  readonly params: Readonly<Record<string, string | number>>
  readonly suggestion: string | null
}

export interface ParsedCell {
  readonly value: FieldValue
  readonly problems: readonly CellProblem[]
}

/** What a whole sheet decides for its cells. */
export interface CellContext {
  readonly year: number
  readonly is1904: boolean
  /** In CSV a number has no type of its own. */
  readonly isUntyped: boolean
  /** Words that the caller knows beside the closed lists of columns that learn. */
  readonly learned?: readonly string[]
}

const none: readonly CellProblem[] = []

export const emptyCell: ParsedCell = { value: null, problems: none }

export function parsed(value: FieldValue, problems: readonly CellProblem[] = none): ParsedCell {
  return { value, problems }
}

export function problem(
  code: CellIssueCode,
  severity: 'error' | 'warning',
  params: Readonly<Record<string, string | number>> = {},
  suggestion: string | null = null,
): CellProblem {
  return { code, severity, params, suggestion }
}

export function rejected(
  code: CellIssueCode,
  params: Readonly<Record<string, string | number>> = {},
  suggestion: string | null = null,
): ParsedCell {
  return { value: null, problems: [problem(code, 'error', params, suggestion)] }
}

/** Formulas without a result and `#REF!` say nothing in any column; null means the cell can be read. */
export function unreadable(cell: Cell): ParsedCell | null {
  if (cell.kind === 'formula') return rejected('formulaWithoutValue')
  if (cell.kind === 'error') return rejected('cellError')
  return null
}

/** The original text as a person sees it in the file. */
export function originalText(cell: Cell): string {
  return cell.kind === 'number' && cell.isPercent ? percentText(cell.text) : cell.text
}

function percentText(text: string): string {
  const value = Number(text) * 100
  return Number.isFinite(value) ? `${Number(value.toPrecision(12))}%` : text
}
