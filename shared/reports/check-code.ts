import { invariant } from '../core/assert'
import { reportTerms } from '../terms/reports'
import type { CellContent, DocumentBlock, Report, ReportSheet } from './model'
import { sentencesText } from './sentences'

/** SHA-256 of UTF-8 text as lower-case hexadecimal; the caller brings it, as this floor has no cryptography. */
export type Sha256Hex = (text: string) => string

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** JSON with sorted keys and no spaces: equal data gives equal text on every PC. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}

function cellJson(cell: CellContent): Json {
  return cell === null || typeof cell === 'string' ? cell : cell.value
}

function sheetJson(sheet: ReportSheet): Json {
  return {
    name: sheet.name,
    title: sheet.title,
    heading: sheet.heading.map(({ label, value }) => [label, value]),
    columns: sheet.columns.map(({ group, label }) => [group, label]),
    rows: sheet.rows.map((row) => row.cells.map(cellJson)),
    notes: sheet.notes,
  }
}

function blockJson(block: DocumentBlock): Json {
  switch (block.kind) {
    case 'heading':
      return ['heading', block.level, block.text]
    case 'paragraph':
      return ['paragraph', sentencesText(block.sentences)]
    case 'table':
      return ['table', block.table.title, block.table.columns.map((column) => column.label), block.table.rows]
  }
}

/**
 * What the 核对码 stands for: every word and number a reader sees, but not record ids, widths, the day of
 * printing or who signs, so that two PCs with the same data agree.
 */
export function canonicalContent(report: Report): string {
  const { document } = report
  return canonicalJson({
    kind: report.kind,
    bureau: report.bureau,
    period: [report.period.start, report.period.end],
    asOf: report.asOf,
    sheets: report.sheets.filter((sheet) => sheet.isContent).map(sheetJson),
    document: document && {
      title: document.title,
      ...(document.captions ? { captions: document.captions } : {}),
      addressee: document.addressee,
      blocks: document.sections.flatMap(({ blocks }) => blocks).map(blockJson),
      editNotes: document.editNotes,
      annexes: document.annexes.map((annex) => [annex.mark, annex.table.title, annex.table.rows, annex.notes]),
      unit: document.signature.unit,
    },
  })
}

/** Eight digits from a digest: its first 15 hexadecimal places as a number, modulo 10⁸. */
export function checkCodeOf(digestHex: string): string {
  invariant(/^[0-9a-f]{64}$/.test(digestHex), 'a SHA-256 digest in hexadecimal')
  const digits = (BigInt(`0x${digestHex.slice(0, 15)}`) % 100_000_000n).toString().padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

function withCodeRow(sheet: ReportSheet, code: string): ReportSheet {
  if (sheet.isContent) return sheet
  return { ...sheet, rows: [...sheet.rows, { kind: 'data', cells: [reportTerms.checkCode, code] }] }
}

/**
 * The report with its 核对码 filled in, also on the sheet about the file. `content` is what the code stands for where the
 * report says more than that, e.g. the same without names of people, so that both have one code.
 */
export function withCheckCode(report: Report, sha256: Sha256Hex, content: Report = report): Report {
  const checkCode = checkCodeOf(sha256(canonicalContent(content)))
  return { ...report, checkCode, sheets: report.sheets.map((sheet) => withCodeRow(sheet, checkCode)) }
}
