import type { CellStyle } from 'hucre'
import { invariant } from '../../shared/core/assert'
import type { RowKind, SheetColumn } from '../../shared/reports/model'
import { reportFonts } from '../../shared/terms/fonts'

const thin = { style: 'thin', color: { rgb: '000000' } } as const
const border = { top: thin, right: thin, bottom: thin, left: thin } as const

export const titleStyle: CellStyle = {
  font: { name: reportFonts.title, size: 18 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
export const headingLeftStyle: CellStyle = {
  font: { name: reportFonts.sheet, size: 11 },
  alignment: { horizontal: 'left', vertical: 'center' },
}
export const headingRightStyle: CellStyle = {
  font: { name: reportFonts.sheet, size: 11 },
  alignment: { horizontal: 'right', vertical: 'center' },
}
export const headerStyle: CellStyle = {
  font: { name: reportFonts.sheet, size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } },
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
export const noteStyle: CellStyle = {
  font: { name: reportFonts.sheet, size: 10 },
  alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
}
export const footerStyle: CellStyle = {
  font: { name: reportFonts.sheet, size: 11 },
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
}

/** Text cells carry the text format, so that a code typed over stays text. */
const textFormat = '@'

/** Numbers keep a blank's width off the border; the format does it, as an indent to the right is not kept everywhere. */
const blankAfter = '_ '

function numberFormat(column: SheetColumn): string {
  switch (column.type) {
    case 'text':
    case 'code':
      return textFormat
    case 'integer':
      return '0'
    case 'decimal':
    case 'percent':
      return `${column.decimals === null ? 'General' : `0.${'0'.repeat(column.decimals)}`}${blankAfter}`
    case 'date':
      return 'yyyy-m-d'
  }
}

function horizontal(column: SheetColumn, isText: boolean): 'left' | 'center' | 'right' {
  if (column.type === 'text') return column.width <= 16 ? 'center' : 'left'
  if (column.type === 'code' || column.type === 'date' || isText) return 'center'
  return column.type === 'integer' ? 'center' : 'right'
}

/** Words keep off the border before them; 其中 rows stand in further. Unit: levels of the cell format. */
export function indentOf(column: SheetColumn, kind: RowKind, isText: boolean): number {
  if (horizontal(column, isText) !== 'left') return 0
  return kind === 'part' ? 2 : 1
}

function build(column: SheetColumn, kind: RowKind, isText: boolean): CellStyle {
  const indent = indentOf(column, kind, isText)
  return {
    font: { name: reportFonts.sheet, size: 11, ...(kind === 'total' ? { bold: true } : {}) },
    border,
    numFmt: isText ? textFormat : numberFormat(column),
    alignment: {
      horizontal: horizontal(column, isText),
      vertical: 'center',
      wrapText: true,
      ...(indent > 0 ? { indent } : {}),
    },
  }
}

/** Gives the style of a data cell; `isText` marks words in a number column. */
export type DataStyles = (columnIndex: number, kind: RowKind, isText: boolean) => CellStyle

/** The styles of a sheet's columns: one object per look, made once, as there are many cells. */
export function dataStyles(columns: readonly SheetColumn[]): DataStyles {
  const built = columns.map(() => new Map<string, CellStyle>())
  return (columnIndex, kind, isText) => {
    const column = columns[columnIndex]
    const looks = built[columnIndex]
    invariant(column && looks, 'a column of this sheet')
    const key = isText ? `${kind}/text` : kind
    const known = looks.get(key)
    if (known) return known
    const style = build(column, kind, isText)
    looks.set(key, style)
    return style
  }
}
