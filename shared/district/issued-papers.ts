import { assignmentCells, assignmentColumns } from '../assignments/ledger'
import type { YearCalendar } from '../core/calendar'
import { endOfMonth, isoDate, type IsoDate } from '../core/dates'
import type { RulesPayload } from '../exchange/payloads'
import { column } from '../reports/cells'
import type { Report, ReportSheet } from '../reports/model'
import { fillText } from '../reports/sentences'
import { formatChineseDate } from '../terms/dates'
import { issueTerms as words } from '../terms/district-papers'
import { reportTerms } from '../terms/reports'
import type { UnitShare } from './split'

/** Who sends it out, and on which day. */
export interface Issue {
  readonly district: string
  readonly issuedOn: IsoDate
  readonly year: number
}

function issuedReport({ district, issuedOn, year }: Issue, subject: string, sheets: readonly ReportSheet[]): Report {
  return {
    kind: 'issuedTable',
    bureau: district,
    subject,
    periodLabel: String(year),
    period: { start: isoDate(year, 1, 1) ?? issuedOn, end: endOfMonth(year, 12) },
    asOf: issuedOn,
    preparedOn: issuedOn,
    sheets,
    document: null,
    warnings: [],
    checkCode: '',
  }
}

function plainSheet(parts: Pick<ReportSheet, 'name' | 'title' | 'columns'> & Partial<ReportSheet>): ReportSheet {
  return { heading: [], rows: [], notes: [], footer: [], isContent: true, ...parts }
}

/** 任务分解表 of one unit in the layout that its import reads; the title stays, as a re-issue is known by it. Source: layout A1. */
export function assignmentReport({ unit, tables }: UnitShare, issue: Issue): Report {
  const heading = [
    { label: words.responsibleUnit, value: unit.name },
    { label: words.issuer, value: issue.district },
  ]
  return issuedReport(
    issue,
    words.tableSubject,
    tables.map(({ title, sheet, assignments }) =>
      plainSheet({
        name: sheet,
        title: title === '' ? sheet : title,
        heading,
        columns: assignmentColumns,
        rows: assignments.map((each, index) => ({
          kind: 'data',
          cells: [String(index + 1), ...assignmentCells(each)],
        })),
      }),
    ),
  )
}

/** 考核规则 for people: the documents, then each with its components and clauses. */
export function rulesReport({ schemes, awards }: RulesPayload, issue: Issue): Report {
  const [number, name, category, version, docRef, from] = words.rulesColumns
  const rows = [
    ...schemes.map((scheme) => [
      scheme.name,
      scheme.appliesTo.label,
      scheme.version,
      scheme.docRef,
      scheme.effectiveFrom,
    ]),
    ...awards.map((plan) => [plan.name, words.award, plan.version, plan.docRef, plan.effectiveFrom]),
  ]
  const [part, max, clause] = words.componentColumns
  const columns = [column(part, 'text', 26), column(max, 'decimal', 10), column(clause, 'text', 100)]
  const details = [
    ...schemes.map((scheme) => ({
      name: scheme.appliesTo.label,
      title: scheme.name,
      rows: scheme.components.map((each) => [
        each.name,
        'max' in each && typeof each.max === 'string' ? each.max : null,
        each.clause,
      ]),
    })),
    ...awards.map((plan) => ({
      name: words.award,
      title: plan.name,
      rows: [...plan.composite, ...plan.single].map((award) => [award.name, null, award.clause]),
    })),
  ]
  return issuedReport(issue, words.rulesSubject, [
    plainSheet({
      name: words.rulesSubject,
      title: fillText(words.rulesTitle, { year: issue.year }),
      columns: [
        column(number, 'integer', 7),
        column(name, 'text', 50),
        column(category, 'text', 30),
        column(version, 'code', 10),
        column(docRef, 'text', 30),
        column(from, 'date', 14),
      ],
      rows: rows.map((cells, index) => ({ kind: 'data', cells: [String(index + 1), ...cells] })),
    }),
    ...details.map((each) =>
      plainSheet({ ...each, columns, rows: each.rows.map((cells) => ({ kind: 'data', cells })) }),
    ),
  ])
}

/** 放假安排 for people: every day off and every weekend day worked. */
export function calendarReport(years: readonly YearCalendar[], issue: Issue): Report {
  const [year, day, what, source] = words.calendarColumns
  const title = fillText(words.calendarTitle, { years: years.map((each) => each.year).join(reportTerms.enumeration) })
  const rows = years.flatMap((each) =>
    [...each.off.map((on) => ({ on, what: words.off })), ...each.makeUp.map((on) => ({ on, what: words.makeUp }))]
      .toSorted((left, right) => (left.on < right.on ? -1 : 1))
      .map(({ on, what: state }) => [String(each.year), formatChineseDate(on), state, each.source]),
  )
  return issuedReport(issue, words.calendarSubject, [
    plainSheet({
      name: words.calendarSubject,
      title,
      columns: [
        column(year, 'integer', 8),
        column(day, 'text', 18),
        column(what, 'text', 10),
        column(source, 'text', 60),
      ],
      rows: rows.map((cells) => ({ kind: 'data', cells })),
    }),
  ])
}
