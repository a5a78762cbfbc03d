import type { Preview, PreviewIssue, PreviewRow, PreviewTable, RowOutcome } from '../../shared/tables/contract'
import type { CellIssue } from '../../shared/tables/reading'
import { fieldLabel, issueText, skipReasonText, valueText } from '../../shared/terms/tables'
import { importers } from './importers'
import type { PreviewedTable, PreviewSession } from './sessions'

/** A preview as the window shows it; rows are asked for page by page. */
export function presentPreview(session: PreviewSession): Preview {
  return {
    session: session.id,
    fileName: session.fileName,
    format: session.workbook.format,
    encoding: session.workbook.encoding,
    sheets: session.workbook.sheets.map((sheet) => ({ ...sheet })),
    tables: session.tables.map(presentTable),
  }
}

function presentTable({ reading, scope, plan, isMappingRemembered }: PreviewedTable): PreviewTable {
  const warnings = plan.rows.reduce(
    (sum, { row }) => sum + row.issues.filter((issue) => issue.severity === 'warning').length,
    0,
  )
  return {
    kind: reading.kind,
    sheet: reading.sheet,
    headerRows: [...reading.headerRows],
    title: reading.title,
    year: scope.year,
    columns: reading.columns.map(({ index, letters, header, field }) => ({ index, letters, header, field })),
    fields: importers[reading.kind].mappable.map((field) => ({ field, label: fieldLabel(reading.kind, field) })),
    isMappingRemembered,
    counts: plan.counts,
    warningCount: warnings + reading.issues.length,
    issues: reading.issues.map(presentIssue),
  }
}

export function presentIssue(issue: CellIssue): PreviewIssue {
  return { ...issue, text: issueText(issue) }
}

/** Rows of one table in the order of the file, then what the file no longer holds; filtered by outcome. */
export function presentRows(table: PreviewedTable, outcomes: readonly RowOutcome[]): PreviewRow[] {
  const { reading, plan } = table
  const importer = importers[reading.kind]
  const planned = plan.rows.flatMap(({ row, outcome, key, changes }): PreviewRow[] => {
    const [first, ...below] = row.parts ?? [row]
    const isOwn = ({ row: number }: CellIssue): boolean => !below.some((part) => part.row === number)
    const about = { outcome, key, title: importer.titleOf(row), reason: '' }
    return [
      {
        ...about,
        row: row.row,
        originals: { ...(first ?? row).originals },
        changes: changes.map(({ field, from, to }) => ({
          field,
          label: fieldLabel(reading.kind, field),
          from: nullable(valueText(reading.kind, field, from)),
          to: nullable(valueText(reading.kind, field, to)),
        })),
        issues: row.issues.filter(isOwn).map(presentIssue),
      },
      ...below.map((part) => ({
        ...about,
        row: part.row,
        originals: { ...part.originals },
        changes: [],
        issues: row.issues.filter((issue) => issue.row === part.row).map(presentIssue),
      })),
    ]
  })
  const skipped = reading.skipped.map(({ row, reason, text }): PreviewRow => ({
    ...blankRow(row, 'skipped'),
    title: text,
    reason: skipReasonText(reason),
  }))
  const withdrawn = plan.withdrawn.map(({ key, item }): PreviewRow => ({
    ...blankRow(0, 'withdrawn'),
    key,
    title: item.title,
  }))
  const inFile = [...planned, ...skipped].toSorted((left, right) => left.row - right.row)
  const all = [...inFile, ...withdrawn]
  return outcomes.length === 0 ? all : all.filter((row) => outcomes.includes(row.outcome))
}

function blankRow(row: number, outcome: RowOutcome): PreviewRow {
  return { row, outcome, key: '', title: '', originals: {}, changes: [], issues: [], reason: '' }
}

function nullable(text: string): string | null {
  return text === '' ? null : text
}
