import { addDays, type IsoDate } from '../core/dates'
import type { AssesseeCategory } from '../core/schemas'
import { formatChineseDate } from '../terms/dates'
import { frameTerms, reportTerms } from '../terms/reports'
import type { LabelledValue, ReportSheet, SheetColumn, SheetRow } from './model'
import { periodName, thisPeriod, type ReportPeriod } from './period'
import { fillText } from './sentences'

/** Who signs the tables of one stream. */
export interface ReportSigners {
  readonly preparedBy: string
  readonly checkedBy: string
  readonly approvedBy: string
  readonly phone: string
}

/** What every part of a report stands in. */
export interface ReportFrame {
  readonly bureau: string
  /** 考核对象类别, for the sentence that says that its scheme is missing. */
  readonly category: AssesseeCategory
  readonly period: ReportPeriod
  /** 数据截止: nothing after this day is counted. */
  readonly asOf: IsoDate
  readonly preparedOn: IsoDate
}

/** 「2022年三季度（2022年7月1日至2022年9月30日）」. */
export function periodText({ period }: Pick<ReportFrame, 'period'>): string {
  return fillText(reportTerms.period, {
    year: period.year,
    period: periodName(period),
    start: formatChineseDate(period.start),
    end: formatChineseDate(period.end),
  })
}

/** The words that titles and sentences of a period share. */
export function frameWords({ period, asOf }: Pick<ReportFrame, 'period' | 'asOf'>): Readonly<Record<string, string>> {
  return {
    year: String(period.year),
    period: periodName(period),
    current: thisPeriod(period),
    before: formatChineseDate(addDays(period.start, -1)),
    asOf: formatChineseDate(asOf),
  }
}

/** A sentence of the terms with the period's own words in it. */
export function framed(frame: Pick<ReportFrame, 'period' | 'asOf'>, template: string): string {
  return fillText(template, { ...frameWords(frame) })
}

/** 「7月、8月」. */
export function monthList(months: readonly number[]): string {
  return months.map((month) => fillText(reportTerms.month, { month })).join(reportTerms.enumeration)
}

/** A sheet of the report before heading and footer are put to it. */
export interface SheetParts {
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  readonly notes: readonly string[]
}

function heading(frame: ReportFrame, unit: string): readonly LabelledValue[] {
  return [
    { label: reportTerms.reportingUnit, value: frame.bureau },
    { label: reportTerms.statisticsPeriod, value: periodText(frame) },
    { label: reportTerms.dataCutOff, value: formatChineseDate(frame.asOf) },
    { label: reportTerms.unitIs, value: unit },
  ]
}

function footer(frame: ReportFrame, signers: ReportSigners): readonly LabelledValue[] {
  return [
    { label: reportTerms.preparedBy, value: signers.preparedBy },
    { label: reportTerms.checkedBy, value: signers.checkedBy },
    { label: reportTerms.approvedBy, value: signers.approvedBy },
    { label: reportTerms.preparedOn, value: formatChineseDate(frame.preparedOn) },
    { label: reportTerms.phone, value: signers.phone },
  ]
}

/** A sheet with title, 填报单位, 统计期间, 数据截止, 单位 above and the signatures below. Source: layout B. */
export function reportSheet(frame: ReportFrame, signers: ReportSigners, parts: SheetParts): ReportSheet {
  const { unit, ...rest } = parts
  return {
    ...rest,
    title: framed(frame, parts.title),
    heading: heading(frame, unit),
    columns: parts.columns.map((column) => ({ ...column, label: framed(frame, column.label) })),
    footer: footer(frame, signers),
    isContent: true,
  }
}

/** Rows numbered from 1 by their first cell. */
export function numberedRows(rows: readonly SheetRow['cells'][]): readonly SheetRow[] {
  return rows.map((cells, index) => ({ kind: 'data', cells: [String(index + 1), ...cells] }))
}

/** The rows with a 合计 line below; `sums` gives the value of each column that is added up. */
export function withTotal(
  rows: readonly SheetRow[],
  width: number,
  sums: Readonly<Record<number, string>>,
): readonly SheetRow[] {
  if (rows.length === 0) return rows
  const cells = Array.from({ length: width }, (_, index): SheetRow['cells'][number] => {
    if (index === 0) return reportTerms.total
    const value = sums[index]
    return value === undefined ? null : { value, sumOf: [0, rows.length - 1] }
  })
  return [...rows, { kind: 'total', cells }]
}

/** A sentence for a table without rows. */
export function emptyNote(frame: ReportFrame, rows: readonly unknown[]): readonly string[] {
  return rows.length === 0 ? [framed(frame, frameTerms.noRows)] : []
}
