import { invariant } from '../../shared/core/assert'
import type { DocumentBlock, DocumentSection, TextRun } from '../../shared/reports/model'
import { plainSection, plainText } from '../../shared/reports/plain-text'
import type { ReportBlock, ReportPart, ReportPreview } from '../../shared/reports/preview-contract'
import type { ReportParts } from './period'

/** Records that a figure lists; the list of the room shows the rest. */
const LISTED_RECORDS = 100

function part({ text, source, edit }: TextRun): ReportPart {
  return {
    text,
    figure: source && {
      place: source.place,
      explanation: source.formula,
      records: source.records.slice(0, LISTED_RECORDS),
      recordCount: source.records.length,
    },
    edit,
  }
}

function block(each: DocumentBlock): ReportBlock {
  switch (each.kind) {
    case 'heading':
      return each
    case 'paragraph':
      return {
        kind: 'paragraph',
        sentences: each.sentences.map(({ place, runs }) => ({ place, parts: runs.map(part) })),
      }
    case 'table': {
      const { title, columns, rows } = each.table
      return {
        kind: 'table',
        title,
        columns: columns.map(({ label, align }) => ({ label, align })),
        rows: rows.map((row) => [...row]),
      }
    }
  }
}

/** The draft as the page shows it. */
export function presentPreview({ report, sections, edits }: ReportParts): ReportPreview {
  const { document } = report
  invariant(document, 'a report with a document')
  const recordsOf = ({ stream }: DocumentSection): number =>
    sections.find((section) => section.stream === stream)?.records.length ?? 0
  const shown = document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((each) => {
      if (each.kind !== 'paragraph') return []
      return each.sentences.flatMap(({ runs }) => runs.flatMap(({ edit }) => edit?.id ?? []))
    })
  return {
    titleLines: [...document.titleLines],
    addressee: document.addressee,
    periodEnd: report.period.end,
    asOf: report.asOf,
    sections: document.sections.map((section) => ({
      stream: section.stream,
      isNilTicked: edits.some(({ kind, place }) => kind === 'nil' && place === section.stream),
      recordCount: recordsOf(section),
      blocks: section.blocks.map(block),
      text: plainSection(section),
    })),
    annexes: document.annexes.map(({ mark, table }) => ({ mark, title: table.title, rows: table.rows.length })),
    editNotes: [...document.editNotes],
    unit: document.signature.unit,
    signedOn: document.signature.signedOn,
    text: plainText(report),
    checkCode: report.checkCode,
    warnings: report.warnings.map(({ kind, stream, text, record, place }) => ({
      kind,
      stream,
      text,
      record,
      place: place ?? null,
    })),
    lostEdits: edits
      .filter(({ id, kind }) => kind !== 'nil' && !shown.includes(id))
      .map(({ id, value, reason }) => ({ id, value, reason })),
  }
}
