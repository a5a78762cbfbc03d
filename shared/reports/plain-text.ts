import { formatChineseDate } from '../terms/dates'
import { reportTerms } from '../terms/reports'
import { cleanText } from './clean-text'
import type { DocumentBlock, DocumentSection, DocumentTable, Report } from './model'
import { fillText, sentencesText } from './sentences'

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
      return [`${indent}${sentencesText(block.sentences)}`]
    case 'table':
      return tableLines(block.table)
  }
}

/** One chapter for 复制到OA: a work stream by itself. */
export function plainSection({ blocks }: DocumentSection): string {
  return blocks.flatMap(blockLines).map(cleanText).join('\n')
}

/** 「附件：1. …」, the further ones below it. */
export function annexLines(titles: readonly string[]): readonly string[] {
  const [only] = titles
  if (only === undefined) return []
  const head = `${reportTerms.annex}${reportTerms.colon}`
  if (titles.length === 1) return [`${head}${only}`]
  return titles.map((title, index) => {
    const text = fillText(reportTerms.annexItem, { number: index + 1, title })
    return index === 0 ? `${head}${text}` : `${'\u3000'.repeat(head.length)}${text}`
  })
}

/** The text for 复制到OA, one string per paragraph: no styles, no tables, no stray characters. */
export function plainParagraphs(report: Report): readonly string[] {
  const { document } = report
  if (!document) return []
  return [
    document.title,
    ...(document.captions ?? []),
    ...(document.addressee ? [`${document.addressee}${reportTerms.colon}`] : []),
    ...document.sections.flatMap(({ blocks }) => blocks).flatMap(blockLines),
    ...annexLines(document.annexes.map(({ table }) => table.title)).map((line) => `${indent}${line}`),
    ...document.editNotes.map((note) => `${indent}${note}`),
    document.signature.unit,
    formatChineseDate(document.signature.signedOn),
    `${reportTerms.checkCode}${reportTerms.colon}${report.checkCode}`,
  ].map(cleanText)
}

/** The whole text, paragraphs separated by line breaks. */
export function plainText(report: Report): string {
  return plainParagraphs(report).join('\n')
}
