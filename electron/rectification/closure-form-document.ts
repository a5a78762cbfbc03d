import {
  AlignmentType,
  BorderStyle,
  Document,
  HeightRule,
  LineRuleType,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import type { ClosureForm } from '../../shared/rectification/paper-contract'
import { cleanText } from '../../shared/reports/clean-text'
import { fillText } from '../../shared/reports/sentences'
import { closureFormPaper as words } from '../../shared/terms/closure-form-paper'
import { reportFonts } from '../../shared/terms/fonts'
import { reportTerms } from '../../shared/terms/reports'
import { documentStyles, fontOf, page, textWidthPortrait, typeSize } from '../reports/document-styles'

/** The form is ruled on so many equal columns; each cell spans some of them. */
const gridColumns = 24
const gridWidth = Math.floor(textWidthPortrait / gridColumns)
const tableWidth = gridWidth * gridColumns
const cellPadding = 70
/** Unit: twips, 1.25 lines of 小五. */
const lineHeight = 230
/** Room to sign in. Unit: twips. */
const signatureHeight = 1_300
/** Digits of a file's digest that are enough to tell it from another. */
const digestDigits = 12

interface Cell {
  readonly text: string
  readonly span: number
  readonly isLabel?: boolean
  readonly align?: 'left' | 'center' | 'right'
  /** `start` begins a cell over several rows, `on` continues it. */
  readonly merge?: 'start' | 'on'
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const merges = { start: VerticalMergeType.RESTART, on: VerticalMergeType.CONTINUE } as const

function run(text: string, font: string, size: number): TextRun {
  return new TextRun({ text, font: fontOf(font), size, characterSpacing: 0 })
}

function cellOf({ text, span, isLabel = false, align, merge }: Cell): TableCell {
  const font = isLabel ? reportFonts.heading : reportFonts.body
  return new TableCell({
    columnSpan: span,
    width: { size: span * gridWidth, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(merge ? { verticalMerge: merges[merge] } : {}),
    children: cleanText(text)
      .split('\n')
      .map(
        (line) =>
          new Paragraph({
            alignment: alignments[align ?? (isLabel ? 'center' : 'left')],
            spacing: { line: lineHeight, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 },
            children: [run(line, font, typeSize.annexTable)],
          }),
      ),
  })
}

function rowOf(cells: readonly Cell[], height = 0): TableRow {
  return new TableRow({
    ...(height > 0 ? { height: { value: height, rule: HeightRule.ATLEAST } } : {}),
    // A row of one page or more has to be split; no such row is a plain one.
    cantSplit: cells.every(({ text }) => text.length < 600),
    children: cells.map(cellOf),
  })
}

const labelSpan = 3
const valueSpan = gridColumns / 2 - labelSpan

function pair(label: string, value: string): readonly Cell[] {
  return [
    { text: label, span: labelSpan, isLabel: true },
    { text: value || reportTerms.none, span: valueSpan },
  ]
}

function wide(label: string, value: string): TableRow {
  return rowOf([
    { text: label, span: labelSpan, isLabel: true },
    { text: value || reportTerms.none, span: gridColumns - labelSpan },
  ])
}

/** A list inside the form: its name beside its own header and rows. */
function listRows(
  label: string,
  columns: readonly { readonly label: string; readonly span: number; readonly align: 'left' | 'center' | 'right' }[],
  lines: readonly (readonly string[])[],
): readonly TableRow[] {
  if (lines.length === 0) return [wide(label, words.none)]
  const head = columns.map(({ label: text, span }): Cell => ({ text, span, isLabel: true }))
  const name = (merge: 'start' | 'on'): Cell => ({
    text: merge === 'start' ? label : '',
    span: labelSpan,
    isLabel: true,
    merge,
  })
  return [
    rowOf([name('start'), ...head]),
    ...lines.map((line) =>
      rowOf([name('on'), ...columns.map(({ span, align }, index): Cell => ({ text: line[index] ?? '', span, align }))]),
    ),
  ]
}

type Align = 'left' | 'center' | 'right'

function columnsOf(labels: readonly string[], spans: readonly number[], aligns: readonly Align[]) {
  return labels.map((label, index) => ({ label, span: spans[index] ?? 1, align: aligns[index] ?? 'left' }))
}

function factRows(form: ClosureForm): readonly TableRow[] {
  const { rows } = words
  const source = fillText(words.sourceOf, { program: form.programTitle, source: form.source })
  const finding = form.detail === '' ? form.title : `${form.title}\n${form.detail}`
  return [
    rowOf([...pair(rows.source, source), ...pair(rows.docNo, form.docNo)]),
    rowOf([...pair(rows.findingNo, form.findingNo), ...pair(rows.rectType, form.rectType)]),
    wide(rows.finding, finding),
    rowOf([...pair(rows.amount, form.amountText), ...pair(rows.leader, form.leader)]),
    rowOf([...pair(rows.leadUnit, form.leadUnit), ...pair(rows.handler, form.handler)]),
    rowOf([...pair(rows.due, form.dueText), ...pair(rows.timeliness, form.timelinessText)]),
    wide(rows.result, form.result),
    ...(form.rules.length === 0 ? [] : [wide(rows.rules, form.rules.join('\n'))]),
  ]
}

function listsOf(form: ClosureForm): readonly TableRow[] {
  const { rows } = words
  const numbered = (index: number): string => String(index + 1)
  return [
    ...listRows(
      rows.measures,
      columnsOf(words.measureColumns, [2, 7, 3, 5, 4], ['center', 'left', 'center', 'center', 'left']),
      form.measures.map((each) => [String(each.number), each.text, each.status, each.doneOn, each.evidence]),
    ),
    ...listRows(
      rows.amounts,
      columnsOf(words.amountColumns, [2, 8, 4, 4, 3], ['center', 'left', 'right', 'right', 'center']),
      form.amounts.map((each, index) => [
        numbered(index),
        each.treatment,
        each.required || reportTerms.none,
        each.done || reportTerms.none,
        each.unit || words.money,
      ]),
    ),
    ...listRows(
      rows.evidence,
      columnsOf(words.evidenceColumns, [2, 8, 3, 3, 5], ['center', 'left', 'center', 'right', 'center']),
      form.evidence.map((each, index) => [
        numbered(index),
        each.fileName,
        each.kind,
        each.size,
        each.digest.slice(0, digestDigits),
      ]),
    ),
  ]
}

/** Who did it and who checked it, with room to sign and the day. */
function signatureRows(form: ClosureForm): readonly TableRow[] {
  const people = [
    [form.submittedBy, form.submittedOn],
    [form.unitHead, ''],
    [form.verifiedBy, form.verifiedOn],
    [form.closedBy, form.closedOn],
  ]
  const span = gridColumns / people.length
  return [
    rowOf(words.signatureColumns.map((text): Cell => ({ text, span, isLabel: true }))),
    rowOf(
      people.map(([name = '', on = '']): Cell => ({
        text: `${name}\n${words.sign}\n\n${on || words.noDate}`,
        span,
      })),
      signatureHeight,
    ),
  ]
}

function lineOf(left: string, right: string): Paragraph {
  return new Paragraph({
    spacing: { line: 320, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 },
    tabStops: [{ type: TabStopType.RIGHT, position: tableWidth }],
    children: [
      run(left, reportFonts.body, typeSize.table),
      new TextRun({ children: [new Tab()] }),
      run(right, reportFonts.body, typeSize.table),
    ],
  })
}

function formTable(form: ClosureForm): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  return new Table({
    width: { size: tableWidth, type: WidthType.DXA },
    columnWidths: Array.from({ length: gridColumns }, () => gridWidth),
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { top: 40, bottom: 40, left: cellPadding, right: cellPadding, marginUnitType: WidthType.DXA },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [...factRows(form), ...listsOf(form), ...signatureRows(form)],
  })
}

/** 对账销号单 on A4, an ordinary one on a single page. Source: 对账销号单 of domain §3, fonts of GB/T 9704-2012. */
export async function closureFormDocument(form: ClosureForm): Promise<Uint8Array> {
  const code = `${reportTerms.checkCode}${reportTerms.colon}${form.checkCode}`
  const cycle = fillText(words.cycle, { cycle: form.cycle, count: form.reopenCount })
  const file = new Document({
    title: `${words.subject} ${cleanText(form.no)}`,
    creator: cleanText(form.bureau),
    styles: documentStyles,
    sections: [
      {
        properties: {
          page: {
            size: { width: page.shortSide, height: page.longSide },
            margin: { ...page.margin, top: 1_134, bottom: 1_134 },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 0, after: 160 },
            children: [run(words.title, reportFonts.title, typeSize.title)],
          }),
          lineOf(`${words.unit}${cleanText(form.bureau)}`, `${words.no}${cleanText(form.no) || words.noNumber}`),
          formTable(form),
          lineOf(cycle, code),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

/** The job `writeClosureForm`: from the form to the bytes of its document. */
export function writeClosureFormJob(input: { readonly form: ClosureForm }): Promise<Uint8Array> {
  return closureFormDocument(input.form)
}
