import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { cleanText } from '../../shared/reports/clean-text'
import type { DocumentTable } from '../../shared/reports/model'
import { reportFonts } from '../../shared/terms/fonts'
import { fontOf } from './document-styles'
import { lineCount } from './sheet-layout'

interface TableLook {
  /** Unit: twips. */
  readonly width: number
  /** Unit: half points. */
  readonly size: number
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** Whole twips that add up to the table's width. */
export function columnWidths(table: DocumentTable, width: number): readonly number[] {
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0)
  const widths = table.columns.map((column) => Math.floor((width * column.share) / shares))
  const rest = width - widths.reduce((sum, part) => sum + part, 0)
  return widths.map((part, index) => (index === widths.length - 1 ? part + rest : part))
}

/** Unit: twips, 1.3 lines of the table's own type. */
function lineHeight(look: TableLook): number {
  return Math.round(look.size * 13)
}

function cell(
  text: string,
  width: number,
  align: 'left' | 'center' | 'right',
  look: TableLook,
  font: string,
): TableCell {
  const lines = cleanText(text).split('\n')
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: lines.map(
      (line) =>
        new Paragraph({
          alignment: alignments[align],
          // Rows grow with their text.
          spacing: { line: lineHeight(look), lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 },
          children: [new TextRun({ text: line, font: fontOf(font), size: look.size, characterSpacing: 0 })],
        }),
    ),
  })
}

/** Unit: twips. Rows up to here stay whole; one that may not fit a page has to be split. */
const wholeRowLimit = 6_000
const cellPadding = 140

/** Unit: twips. Half-width characters are a quarter of the type size in half points wide. */
function rowHeight(texts: readonly string[], widths: readonly number[], look: TableLook): number {
  const lines = texts.map((text, index) => {
    const room = ((widths[index] ?? 0) - cellPadding) / (look.size * 5)
    return lineCount(text, room + 1)
  })
  return Math.max(1, ...lines) * lineHeight(look)
}

/** A ruled table whose header repeats on each page and whose rows stay whole where they can. */
export function documentTable(table: DocumentTable, look: TableLook): Table {
  const widths = columnWidths(table, look.width)
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const row = (texts: readonly string[], isHeader: boolean): TableRow =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: rowHeight(texts, widths, look) <= wholeRowLimit,
      children: table.columns.map((column, index) =>
        cell(
          texts[index] ?? '',
          widths[index] ?? 0,
          isHeader ? 'center' : column.align,
          look,
          isHeader ? reportFonts.heading : reportFonts.body,
        ),
      ),
    })
  return new Table({
    width: { size: look.width, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { top: 40, bottom: 40, left: cellPadding / 2, right: cellPadding / 2, marginUnitType: WidthType.DXA },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      row(
        table.columns.map((column) => column.label),
        true,
      ),
      ...table.rows.map((texts) => row(texts, false)),
    ],
  })
}
