import { unitOfCell, type Unit } from './cells/unit'
import { readChoice, readYesNo } from './cells/choice'
import { readCode } from './cells/code'
import { readDate } from './cells/date'
import { readDue } from './cells/due'
import { readInteger } from './cells/integer'
import { readMonth } from './cells/month'
import { readNumber, type NumberReading } from './cells/number'
import { emptyCell, type CellContext, type ParsedCell } from './cells/parsed-cell'
import { readText } from './cells/text'
import type { FieldDefinition, FieldReading, TableDefinition } from './definition'
import type { ColumnMatch } from './header-band'
import { headerUnit } from './header-key'
import type { Cell } from './workbook'

/** A column that is read, with everything about it decided once. */
export interface ColumnPlan {
  readonly index: number
  readonly letters: string
  readonly leaf: string
  readonly definition: FieldDefinition
  readonly unit: Unit | null
  /** Reads one cell; equal cells are read once. */
  readonly read: (cell: Cell) => ParsedCell
  readonly readNumber: (cell: Cell) => NumberReading
}

const rememberedCells = 5000

/** Spreadsheet letters of a zero-based column: 0 = A, 26 = AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  }
  return letters
}

/** Every column that names a field, with its reader. */
export function planColumns(
  definition: Pick<TableDefinition, 'fields'>,
  matches: readonly ColumnMatch[],
  context: CellContext,
): readonly ColumnPlan[] {
  return matches.flatMap((match) => {
    const field = definition.fields.find((each) =>
      each.column === undefined ? each.field === match.field : each.column === match.index,
    )
    if (!field) return []
    return [
      {
        index: match.index,
        letters: columnLetters(match.index),
        leaf: match.leaf,
        definition: field,
        unit: field.unit === undefined ? headerUnit(match.header) : field.unit,
        read: remembered((cell) => readCell(cell, field.reading, context)),
        readNumber: remembered(readNumber),
      },
    ]
  })
}

function remembered<T>(read: (cell: Cell) => T): (cell: Cell) => T {
  const known = new Map<string, T>()
  return (cell) => {
    const key = `${cell.kind}${cell.kind === 'number' && cell.isPercent ? '%' : ' '}${cell.text}`
    const before = known.get(key)
    if (before !== undefined) return before
    const value = read(cell)
    if (known.size < rememberedCells) known.set(key, value)
    return value
  }
}

function readCell(cell: Cell, reading: FieldReading, context: CellContext): ParsedCell {
  switch (reading.kind) {
    case 'text':
      return readText(cell, reading)
    case 'code':
      return readCode(cell, reading.maxLength)
    case 'integer':
      return readInteger(cell, reading.maximum)
    case 'date':
      return readDate(cell, context)
    case 'due':
      return readDue(cell, context)
    case 'month':
      return readMonth(cell, context)
    case 'choice':
      return readChoice(cell, reading.choice, reading.learns ? context.learned : undefined)
    case 'yesNo':
      return readYesNo(cell)
    case 'quantity':
    case 'ignored':
      return emptyCell
  }
}

/** The unit that a row's own unit cell names. */
export function rowUnit(value: unknown): Unit | null {
  return typeof value === 'string' ? unitOfCell(value) : null
}
