import { formatChineseDate } from '../terms/dates'
import { ledgerTerms, periodReportTerms, periodTerms, reportTerms, summaryHeaders } from '../terms/reports'
import { column } from './cells'
import { heading, paragraph, plain } from './document-blocks'
import { editNote, editWarnings, withEdits, type EditedSections, type ReportEdit } from './edits'
import { frameWords, periodText, reportSheet, type ReportFrame, type ReportSigners } from './frame'
import { cutOffWarning } from './investment-gaps'
import type {
  DocumentAnnex,
  DocumentSection,
  DocumentTable,
  Report,
  ReportSheet,
  ReportWarning,
  SheetRow,
} from './model'
import type { ReportSection } from './section'
import { fillText } from './sentences'

export interface PeriodReportFacts extends ReportFrame {
  /** 主送; empty for none. */
  readonly addressee: string
  /** In the order of the text. */
  readonly sections: readonly ReportSection[]
  readonly edits: readonly ReportEdit[]
  /** Local day and time of the export, already as text. */
  readonly exportedAt: string
}

/** 本期无新增 holds while no record of the period speaks against it. */
export function isNilHeld({ stream, records }: ReportSection, edits: readonly ReportEdit[]): boolean {
  return records.length === 0 && edits.some(({ kind, place }) => kind === 'nil' && place === stream)
}

function documentSection(section: ReportSection, edits: readonly ReportEdit[]): DocumentSection {
  const { stream } = section
  const isNil = isNilHeld(section, edits)
  const nil = [paragraph(plain(`${stream}.nil`, periodReportTerms.nil))]
  return {
    stream,
    isNil,
    blocks: [heading(1, periodReportTerms.sections[stream]), ...(isNil ? nil : section.blocks)],
  }
}

const nobody: ReportSigners = { preparedBy: '', checkedBy: '', approvedBy: '', phone: '' }

/** All streams on one sheet. */
function summarySheet(facts: PeriodReportFacts): ReportSheet {
  const rows = facts.sections.flatMap((section) =>
    section.summary.map((line) => ({ ...line, stream: periodReportTerms.streams[section.stream] })),
  )
  const dash = reportTerms.none
  return reportSheet(facts, nobody, {
    name: periodReportTerms.summarySheet,
    title: periodReportTerms.summaryTitle,
    unit: periodReportTerms.summaryUnit,
    columns: [
      column(reportTerms.serialNo, 'integer', 6),
      column(periodReportTerms.summaryColumns.stream, 'text', 14),
      column(summaryHeaders.indicator, 'text', 34),
      column(summaryHeaders.target, 'decimal', 13),
      column(summaryHeaders.inPeriod, 'decimal', 13),
      column(summaryHeaders.inYear, 'decimal', 13),
      column(periodReportTerms.summaryColumns.rate, 'percent', 12),
      column(reportTerms.remark, 'text', 40),
    ],
    rows: rows.map((line, index): SheetRow => ({
      kind: 'data',
      cells: [
        String(index + 1),
        line.stream,
        line.name,
        line.target ?? dash,
        line.inPeriod ?? dash,
        line.inYear ?? dash,
        line.rate ?? dash,
        line.remark,
      ],
    })),
    notes: [],
  })
}

/** A stream's sheets; a nil return is said under the first of them. */
function sheetsOf(section: ReportSection, edits: readonly ReportEdit[]): readonly ReportSheet[] {
  if (!isNilHeld(section, edits)) return section.sheets
  return section.sheets.map((sheet, index) =>
    index === 0 ? { ...sheet, notes: [periodReportTerms.nil, ...sheet.notes] } : sheet,
  )
}

/** What was written by hand, and the 口径 of the streams. */
function explanations(facts: PeriodReportFacts, edited: EditedSections): readonly (readonly [string, string])[] {
  const readings = facts.sections.flatMap(({ stream, readings: own }) =>
    own.map((text) => [`${periodReportTerms.streams[stream]}${periodReportTerms.reading}`, text] as const),
  )
  const edits = edited.applied.map((edit) => [periodReportTerms.edit, editNote(edit)] as const)
  const scope = edits.length > 0 ? [[periodReportTerms.edit, periodReportTerms.editScope] as const] : []
  return [...edits, ...scope, ...readings]
}

function aboutSheet(facts: PeriodReportFacts, sheets: readonly ReportSheet[], edited: EditedSections): ReportSheet {
  const entry = (label: string, value: string): SheetRow => ({ kind: 'data', cells: [label, value] })
  const counts = sheets.map(({ name, rows }) =>
    fillText(periodReportTerms.sheetRows, { name, count: rows.filter(({ kind }) => kind === 'data').length }),
  )
  return {
    name: ledgerTerms.aboutName,
    title: ledgerTerms.aboutTitle,
    heading: [],
    columns: [column(ledgerTerms.item, 'text', 18), column(ledgerTerms.content, 'text', 100)],
    rows: [
      entry(ledgerTerms.bureau, facts.bureau),
      entry(reportTerms.statisticsPeriod, periodText(facts)),
      entry(reportTerms.dataCutOff, formatChineseDate(facts.asOf)),
      entry(ledgerTerms.filter, ledgerTerms.noFilter),
      entry(ledgerTerms.countLabel, counts.join(reportTerms.enumeration)),
      ...explanations(facts, edited).map(([label, value]) => entry(label, value)),
      entry(ledgerTerms.exportedAt, facts.exportedAt),
    ],
    notes: [],
    footer: [],
    isContent: false,
  }
}

/** 「附件N　说明」: what was written by hand, and how it was counted. */
function aboutAnnex(facts: PeriodReportFacts, edited: EditedSections): DocumentTable | null {
  const all = explanations(facts, edited)
  if (facts.period.kind === 'month' && edited.applied.length === 0) return null
  const kinds = [...new Set(all.map(([label]) => label))]
  const rows = kinds.map((label) => [label, all.flatMap(([own, text]) => (own === label ? [text] : [])).join('\n')])
  const [number, kind, content] = periodReportTerms.annexColumns
  return {
    title: periodReportTerms.annexTitle,
    columns: [
      { label: number, share: 50, align: 'center' },
      { label: kind, share: 160, align: 'center' },
      { label: content, share: 790, align: 'left' },
    ],
    rows: rows.map((row, index) => [String(index + 1), ...row]),
  }
}

function annexesOf(facts: PeriodReportFacts, edited: EditedSections): readonly DocumentAnnex[] {
  const about = aboutAnnex(facts, edited)
  const parts = [
    ...facts.sections.filter((section) => !isNilHeld(section, facts.edits)).flatMap(({ annexes }) => annexes),
    ...(about === null ? [] : [{ table: about, notes: [] }]),
  ]
  return parts.map((annex, index) => ({
    ...annex,
    mark: parts.length === 1 ? reportTerms.annex : `${reportTerms.annex}${index + 1}`,
  }))
}

/** A nil return that later records speak against. */
function brokenNils({ sections, edits }: PeriodReportFacts): readonly ReportWarning[] {
  return sections.flatMap(({ stream, records }) => {
    const isTicked = edits.some(({ kind, place }) => kind === 'nil' && place === stream)
    if (!isTicked || records.length === 0) return []
    const values = { stream: periodReportTerms.streams[stream], count: records.length }
    return [
      {
        kind: 'edit' as const,
        stream,
        text: fillText(periodReportTerms.nilBrokenWarning, values),
        record: records[0] ?? null,
      },
    ]
  })
}

/** The report of a quarter or a month: one model for the workbook, the document and the OA text. */
export function periodReport(facts: PeriodReportFacts): Report {
  const { sections, edits, period } = facts
  const edited = withEdits(
    sections.map((section) => documentSection(section, edits)),
    edits,
  )
  const { report, subject } = periodTerms[period.kind]
  const words = { ...frameWords(facts), bureau: facts.bureau, report }
  const titleLines = periodReportTerms.titleLines.map((line) => fillText(line, words))
  const sheets = [summarySheet(facts), ...sections.flatMap((section) => sheetsOf(section, edits))]
  return {
    kind: 'period',
    bureau: facts.bureau,
    subject,
    periodLabel: period.key,
    period: { start: period.start, end: period.end },
    asOf: facts.asOf,
    preparedOn: facts.preparedOn,
    sheets: [...sheets, aboutSheet(facts, sheets, edited)],
    document: {
      title: titleLines.join(''),
      titleLines,
      addressee: facts.addressee,
      sections: edited.sections,
      annexes: annexesOf(facts, edited),
      editNotes: edited.applied.map(editNote),
      signature: { unit: facts.bureau, signedOn: facts.preparedOn },
    },
    warnings: [
      ...cutOffWarning(facts),
      ...sections.filter((section) => !isNilHeld(section, edits)).flatMap(({ warnings }) => warnings),
      ...brokenNils(facts),
      ...editWarnings(edited),
    ],
    checkCode: '',
  }
}
