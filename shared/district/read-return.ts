import { err, ok, type Result } from '../core/result'
import type { ReportedLine } from '../exchange/lines'
import { problem, type CellContext, type CellProblem } from '../tables/cells/parsed-cell'
import { settleQuantity } from '../tables/cells/quantity'
import { planColumns, rowUnit, type ColumnPlan } from '../tables/columns'
import { issueAt } from '../tables/drafts'
import { headerKey } from '../tables/header-key'
import { cellAt, isBlank, textAt } from '../tables/merges'
import type { FieldValue } from '../tables/reading'
import { keyText, lineText } from '../tables/text-forms'
import type { SheetGrid, WorkbookGrid } from '../tables/workbook'
import { returnTemplateText as words } from '../terms/district'
import { issueText } from '../terms/tables'
import { besideLabel, readAbout, type ReturnAbout } from './read-return-about'
import type { ReturnField } from './return-field'
import { figureColumns, recordColumns, type ReturnColumn } from './return-template'
import { figureLine, recordLineOf, type ReturnValues } from './template-lines'

/** A filled 填报表 as it was read; nothing of it has been believed yet. */
export interface ReturnReading extends ReturnAbout {
  readonly lines: readonly ReportedLine[]
  /** What is wrong, each with its cell: `明细!H12：…`; the file can only be taken when there is nothing. */
  readonly problems: readonly string[]
}

/** A sheet cannot be told by fewer known headers than this. */
const leastHeaders = 4
/** Rows searched for the header. */
const headerRows = 20

interface Reading {
  readonly sheet: SheetGrid
  readonly context: CellContext
  readonly problems: string[]
}

function sheetOf(grid: WorkbookGrid, name: string): SheetGrid | null {
  return grid.sheets.find((sheet) => keyText(sheet.name) === keyText(name)) ?? null
}

/** The columns of a sheet by its header row; null when it has none. */
function plansOf(
  { sheet, context }: Reading,
  columns: readonly ReturnColumn[],
): { readonly headerRow: number; readonly plans: readonly ColumnPlan[] } | null {
  const byLabel = new Map(columns.map(({ field }) => [headerKey(words.columns[field]), field]))
  for (let headerRow = 0; headerRow < Math.min(sheet.rows.length, headerRows); headerRow += 1) {
    const matches = (sheet.rows[headerRow] ?? []).flatMap((cell, index) => {
      const header = cell ? lineText(cell.text) : ''
      const field = byLabel.get(headerKey(header))
      return field === undefined ? [] : [{ index, header, leaf: header, field, isSerial: false }]
    })
    if (matches.length < leastHeaders) continue
    const fields = columns.map(({ field, reading }) => ({ field, reading, headers: [words.columns[field]] }))
    return { headerRow, plans: planColumns({ fields }, matches, context) }
  }
  return null
}

function note({ sheet, problems }: Reading, row: number, plan: ColumnPlan, text: string): void {
  problems.push(words.cell(sheet.name, `${plan.letters}${row}`, text))
}

function noteProblems(
  reading: Reading,
  row: number,
  plan: ColumnPlan,
  value: string,
  found: readonly CellProblem[],
): void {
  for (const each of found)
    if (each.severity === 'error') note(reading, row, plan, issueText(issueAt(row, plan, value, each)))
}

/** The values of one row; what cannot be read is noted. */
function valuesOf(reading: Reading, index: number, plans: readonly ColumnPlan[]): ReturnValues {
  const { sheet } = reading
  const values: Partial<Record<ReturnField, FieldValue>> = {}
  for (const plan of plans) {
    const cell = cellAt(sheet, index, plan.index)
    if (!cell || isBlank(cell)) continue
    if (plan.definition.reading.kind === 'quantity') continue
    const parsed = plan.read(cell)
    // The definition's fields are those of the columns.
    values[plan.definition.field as ReturnField] = parsed.value
    noteProblems(reading, index + 1, plan, textAt(sheet, index, plan.index), parsed.problems)
  }
  // Numbers last: they are in the unit of their row.
  for (const plan of plans) {
    const cell = cellAt(sheet, index, plan.index)
    if (!cell || isBlank(cell) || plan.definition.reading.kind !== 'quantity') continue
    const number = plan.readNumber(cell)
    const settled = settleQuantity(number, {
      row: rowUnit(values.unit),
      header: plan.unit,
      sheet: null,
      isMoney: false,
    })
    values[plan.definition.field as ReturnField] = settled.value
    const unreadable = settled.value === null && settled.problems.length === 0 && number.words !== null
    const problems = unreadable ? [problem('numberInvalid', 'error')] : settled.problems
    const errors = problems.map((each) => (settled.value === null ? { ...each, severity: 'error' as const } : each))
    noteProblems(reading, index + 1, plan, textAt(sheet, index, plan.index), errors)
  }
  return values
}

/** The rows below the header that say more than their 行标识. */
function filledRows(
  reading: Reading,
  columns: readonly ReturnColumn[],
): readonly { readonly row: number; readonly values: ReturnValues; readonly plans: readonly ColumnPlan[] }[] | null {
  const found = plansOf(reading, columns)
  if (!found) return null
  const { headerRow, plans } = found
  const telling = plans.filter(({ definition }) => definition.field !== 'key')
  const rows = []
  for (let index = headerRow + 1; index < reading.sheet.rows.length; index += 1) {
    if (telling.every((plan) => isBlank(cellAt(reading.sheet, index, plan.index)))) continue
    rows.push({ row: index + 1, values: valuesOf(reading, index, plans), plans })
  }
  return rows
}

function planOf(plans: readonly ColumnPlan[], field: ReturnField): ColumnPlan | undefined {
  return plans.find(({ definition }) => definition.field === field)
}

/** Lines of a sheet; a row without 行标识 is known by its row, and two rows never share one. */
function linesOf(
  reading: Reading,
  rows: NonNullable<ReturnType<typeof filledRows>>,
  lineOf: (id: string, values: ReturnValues) => ReportedLine | null,
  needed: ReturnField,
): readonly ReportedLine[] {
  const taken = new Map<string, number>()
  return rows.flatMap(({ row, values, plans }) => {
    const key = values.key
    const id = typeof key === 'string' && key !== '' ? key : `row${row}`
    const line = lineOf(id, values)
    const [keyPlan, neededPlan] = [planOf(plans, 'key'), planOf(plans, needed)]
    if (neededPlan && isBlank(cellAt(reading.sheet, row - 1, neededPlan.index)))
      note(reading, row, neededPlan, words.notFilled)
    if (!line) return []
    const first = taken.get(line.key)
    taken.set(line.key, first ?? row)
    if (first !== undefined && keyPlan)
      noteProblems(reading, row, keyPlan, id, [problem('keyRepeated', 'error', { firstRow: first })])
    return [line]
  })
}

/** Reads a filled 填报表; `templateNotRecognised` for a workbook that is none. Its name is never asked. */
export function readReturn(grid: WorkbookGrid, fileName: string): Result<ReturnReading> {
  const missing = (what: string): Result<never> => err('templateNotRecognised', { file: fileName, missing: what })
  const { sheets } = words
  const [about, figures, records] = [sheets.about, sheets.figures, sheets.records].map((name) => sheetOf(grid, name))
  if (!about) return missing(sheets.about)
  if (!figures) return missing(sheets.figures)
  if (!records) return missing(sheets.records)
  const stated = besideLabel(about, words.about.period)
  if (stated.address === '' || besideLabel(about, words.about.unit).address === '')
    return missing(words.missingPart(sheets.about, words.about.unit))
  const problems: string[] = []
  const year = Number(/\d{4}/.exec(stated.cell?.text ?? '')?.[0] ?? 2000)
  const context: CellContext = { year, is1904: grid.is1904, isUntyped: grid.format === 'csv' }
  const figureReading = { sheet: figures, context, problems }
  const recordReading = { sheet: records, context, problems }
  const figureRows = filledRows(figureReading, figureColumns)
  if (!figureRows) return missing(words.missingPart(sheets.figures, words.columns.cumulative))
  const recordRows = filledRows(recordReading, recordColumns)
  if (!recordRows) return missing(words.missingPart(sheets.records, words.columns.kind))
  const read = readAbout(about, context, problems)
  const lines = [
    ...linesOf(figureReading, figureRows, figureLine, 'label'),
    ...linesOf(recordReading, recordRows, recordLineOf, 'kind'),
  ]
  return ok({ ...read, lines, problems })
}
