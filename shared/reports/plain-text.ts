import { formatChineseDate } from '../terms/dates'
import { reportTerms } from '../terms/reports'
import { cleanText } from './clean-text'
import type { DocumentBlock, DocumentTable, Report } from './model'
import { runsText } from './sentences'

const indent = '\u3000\u3000'

/** Rows of a table as numbered lines, since an OA text box keeps no columns. */
function tableLines(table: DocumentTable): string[] {
  const [first, ...others] = table.columns
  return [
    `${indent}${table.title}`,
    ...table.rows.map((row, index) => {
      const rest = others
        .map((column, place) => ({ label: column.label, value: row[place + 1] ?? '' }))
        .filter(({ value }) => value !== '' && value !== reportTerms.none)
        .map(({ label, value }) => `${label}${value}`)
      const head = first ? (row[0] ?? '') : ''
      return `${indent}${index + 1}. ${[head, ...rest].join(reportTerms.comma)}${reportTerms.fullStop}`
    }),
  ]
}

function blockLines(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${indent}${block.text}`]
    case 'paragraph':
      return [`${indent}${runsText(block.runs)}`]
    case 'table':
      return tableLines(block.table)
    case 'list':
      return [`${indent}${block.title}`, ...block.items.map((item, index) => `${indent}${index + 1}. ${item}`)]
  }
}

/** The text for 复制到OA, one string per paragraph: no styles, no tables, no stray characters. */
export function plainParagraphs(report: Report): readonly string[] {
  const { document } = report
  if (!document) return []
  return [
    document.title,
    ...(document.addressee ? [`${document.addressee}${reportTerms.colon}`] : []),
    ...document.blocks.flatMap(blockLines),
    ...document.annexes.map((annex) => `${indent}${annex.mark}${reportTerms.colon}${annex.table.title}`),
    document.signature.unit,
    formatChineseDate(document.signature.signedOn),
    `${reportTerms.checkCode}${reportTerms.colon}${report.checkCode}`,
  ].map(cleanText)
}

/** The whole text, paragraphs separated by line breaks. */
export function plainText(report: Report): string {
  return plainParagraphs(report).join('\n')
}
