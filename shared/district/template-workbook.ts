import type { IsoDate } from '../core/dates'
import { lineChapters, type ReportedLine } from '../exchange/lines'
import { column } from '../reports/cells'
import type { CellContent, Report, ReportSheet, SheetRow } from '../reports/model'
import type { ReportPeriod } from '../reports/period'
import { recordKindWords, returnTemplateText as words } from '../terms/district'
import { chapterLabels } from '../terms/exchange-lines'
import { reportTerms } from '../terms/reports'
import type { ReturnField } from './return-field'
import { figureColumns, preparedKey, preparedRecords, recordColumns, type ReturnColumn } from './return-template'

/** A number that the unit is asked for. */
export type AskedFigure = Pick<ReportedLine, 'stream' | 'label' | 'unit' | 'target'> & { readonly code: string }

/** What the 填报表 of one unit says before the unit fills it in; '' for a unit that names itself. */
export interface TemplateFacts {
  readonly unit: string
  readonly office: string
  readonly period: ReportPeriod
  readonly today: IsoDate
  readonly figures: readonly AskedFigure[]
}

type Cells = Readonly<Partial<Record<ReturnField, string | null>>>

function row(columns: readonly ReturnColumn[], cells: Cells): SheetRow {
  return { kind: 'data', cells: columns.map(({ field }): CellContent => cells[field] ?? null) }
}

function sheet(
  about: Pick<ReportSheet, 'name' | 'title' | 'notes'>,
  columns: readonly ReturnColumn[],
  rows: readonly Cells[],
): ReportSheet {
  return {
    ...about,
    heading: [],
    columns: columns.map(({ field, type, width }) => column(words.columns[field], type, width)),
    rows: rows.map((cells) => row(columns, cells)),
    footer: [],
    isContent: true,
  }
}

function aboutSheet({ unit, period }: TemplateFacts): ReportSheet {
  const { about, aboutColumns } = words
  const lines: readonly (readonly [string, string | null])[] = [
    [about.unit, unit || null],
    [about.period, period.key],
    [about.preparedOn, null],
    [about.preparedBy, null],
    [about.phone, null],
    ...lineChapters.map((chapter) => [words.nil(chapterLabels[chapter]), null] as const),
  ]
  const kinds = Object.values(recordKindWords)
    .map(([first]) => first)
    .join(reportTerms.enumeration)
  return {
    name: words.sheets.about,
    title: words.aboutTitle,
    heading: [],
    columns: [column(aboutColumns.item, 'text', 30), column(aboutColumns.content, 'text', 60)],
    rows: lines.map(([label, value]) => ({ kind: 'data', cells: [label, value] })),
    notes: words.aboutNotes.map((note) => note.replace('{kinds}', kinds)),
    footer: [],
    isContent: true,
  }
}

/** 填报表 as a workbook: 填报说明, 指标, 明细. */
export function templateWorkbook(facts: TemplateFacts): Report {
  const { sheets, figuresTitle, recordsTitle, figuresNotes, recordsNotes } = words
  const { unit, office, period, today } = facts
  const asked = facts.figures.map(({ code, stream, label, unit: counted, target }): Cells => ({
    key: code,
    stream: chapterLabels[stream],
    label,
    unit: counted,
    target,
  }))
  const prepared = Array.from({ length: preparedRecords }, (_, index): Cells => ({ key: preparedKey(index + 1) }))
  return {
    kind: 'returnTemplate',
    bureau: unit || office,
    subject: words.subject,
    periodLabel: period.key,
    period,
    asOf: today,
    preparedOn: today,
    sheets: [
      aboutSheet(facts),
      sheet({ name: sheets.figures, title: figuresTitle, notes: figuresNotes }, figureColumns, asked),
      sheet({ name: sheets.records, title: recordsTitle, notes: recordsNotes }, recordColumns, prepared),
    ],
    document: null,
    warnings: [],
    checkCode: '',
  }
}
