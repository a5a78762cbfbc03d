import { formatChineseDate } from '../terms/dates'
import { districtPapers as words } from '../terms/district-papers'
import { reportTerms } from '../terms/reports'
import { column, filled } from '../reports/cells'
import { periodText } from '../reports/frame'
import type { LabelledValue, Report, ReportSheet, SheetColumn, SheetRow } from '../reports/model'
import { fillText } from '../reports/sentences'
import { unitRemark } from './bulletin'
import { districtReport, ofPeriod, paperSubject, reportPeriodOf, type PublishedPaper } from './paper-frame'
import { awardTitle } from './publication'
import type { CategoryRanking, PublishedResult } from './record'

function headingOf({ district, period, asOf }: PublishedResult, unit: string): readonly LabelledValue[] {
  return [
    { label: words.reading.district, value: district },
    { label: reportTerms.statisticsPeriod, value: periodText({ period: reportPeriodOf(period) }) },
    { label: reportTerms.dataCutOff, value: formatChineseDate(asOf) },
    { label: reportTerms.unitIs, value: unit },
  ]
}

interface SheetContent {
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow['cells'][]
  readonly notes?: readonly string[]
}

function sheetOf(result: PublishedResult, { name, title, unit, columns, rows, notes = [] }: SheetContent): ReportSheet {
  return {
    name,
    title,
    heading: headingOf(result, unit),
    columns,
    rows: rows.map((cells) => ({ kind: 'data', cells })),
    notes,
    footer: [],
    isContent: true,
  }
}

/** The components of the category's scheme, as its units name them. */
function componentsOf({ units }: CategoryRanking): readonly { readonly id: string; readonly name: string }[] {
  return [...new Map(units.flatMap(({ components }) => components).map(({ id, name }) => [id, { id, name }])).values()]
}

function categorySheet(result: PublishedResult, category: CategoryRanking): ReportSheet {
  const components = componentsOf(category)
  const labels = words.rankingColumns
  const { period, asOf } = result
  return sheetOf(result, {
    name: category.label,
    title: ofPeriod(period, asOf, words.sheets.categoryTitle, { label: category.label }),
    unit: words.unitsAre.points,
    columns: [
      column(labels.place, 'integer', 7),
      column(labels.unit, 'text', 26),
      column(labels.score, 'decimal', 10, 2),
      column(labels.max, 'decimal', 8),
      ...components.map(({ name }) => column(name, 'decimal', 11)),
      column(labels.before, 'integer', 10),
      column(labels.remark, 'text', 40),
    ],
    rows: category.units.map((unit) => [
      unit.rank === null ? reportTerms.none : String(unit.rank),
      unit.unit,
      unit.score,
      unit.max,
      ...components.map(({ id }) => unit.components.find((each) => each.id === id)?.points ?? null),
      unit.before === null ? null : String(unit.before),
      filled(unitRemark(unit)),
    ]),
    notes:
      category.scheme === null ? [words.categoryNoScheme] : [fillText(words.tieRule, { rule: category.tieBreakRule })],
  })
}

function awardSheet(result: PublishedResult): ReportSheet {
  const { period, asOf, awards } = result
  const [title, place, unit, value, reason, clause] = words.awardColumns
  return sheetOf(result, {
    name: words.sheets.awards,
    title: ofPeriod(period, asOf, words.sheets.awardsTitle),
    unit: words.unitsAre.asNamed,
    columns: [
      column(title, 'text', 24),
      column(place, 'integer', 10),
      column(unit, 'text', 26),
      column(value, 'decimal', 14),
      column(reason, 'text', 44),
      column(clause, 'text', 40),
    ],
    rows: awards.flatMap((award) => [
      ...award.winners.map((winner) => [
        awardTitle(award),
        String(winner.place),
        winner.unit,
        winner.value,
        filled(winner.reason),
        award.clause,
      ]),
      ...award.excluded.map((each) => [
        awardTitle(award),
        words.awardExcludedPlace,
        each.unit,
        null,
        each.reason,
        award.clause,
      ]),
    ]),
    notes:
      awards.length === 0
        ? [words.awardsNone]
        : [words.awardsAreProposals, ...awards.map(({ note }) => note).filter((note) => note !== '')],
  })
}

function totalSheet(result: PublishedResult): ReportSheet {
  const { period, asOf, totals, funnel } = result
  const [label, value, unit, formula] = words.totalColumns
  return sheetOf(result, {
    name: words.sheets.totals,
    title: ofPeriod(period, asOf, words.sheets.totalsTitle),
    unit: words.unitsAre.asNamed,
    columns: [
      column(label, 'text', 34),
      column(value, 'decimal', 16),
      column(unit, 'text', 12),
      column(formula, 'text', 60),
    ],
    rows: [
      ...totals.map((total) => [total.label, total.value, total.unit, filled(total.formula)]),
      ...funnel.map((step) => [
        fillText(words.funnelPart, { label: words.funnelLead, value: step.label }),
        step.value,
        null,
        null,
      ]),
    ],
  })
}

function returnSheet(result: PublishedResult): ReportSheet {
  const { period, asOf, returns } = result
  const [number, unit, state] = words.returnColumns
  const rows = [
    ...returns.late.map((name) => [name, words.late]),
    ...returns.missing.map((name) => [name, words.missing]),
  ]
  const counts = {
    expected: returns.expected,
    onTime: returns.onTime,
    late: returns.late.length,
    missing: returns.missing.length,
  }
  return sheetOf(result, {
    name: words.sheets.returns,
    title: ofPeriod(period, asOf, words.sheets.returnsTitle),
    unit: words.unitsAre.count,
    columns: [column(number, 'integer', 8), column(unit, 'text', 32), column(state, 'text', 16)],
    rows: rows.map((cells, index) => [String(index + 1), ...cells]),
    notes: [fillText(words.returnNote, counts)],
  })
}

function readingSheet({ result, kind, version, objectionsUntil, changeNote }: PublishedPaper): ReportSheet {
  const said = words.reading
  const [label, content] = words.readingColumns
  const schemes = result.categories.flatMap((category): (readonly [string, string])[] =>
    category.scheme === null
      ? []
      : [
          [fillText(said.scheme, { label: category.label }), fillText(said.schemeText, category.scheme)],
          [fillText(said.tieRule, { label: category.label }), category.tieBreakRule],
        ],
  )
  const rows: readonly (readonly [string, string])[] = [
    [said.kind, fillText(words.versionCaption, { kind: words.kinds[kind], version })],
    ...(objectionsUntil === null ? [] : [[said.objections, formatChineseDate(objectionsUntil)] as const]),
    ...(changeNote === '' ? [] : [[said.change, changeNote] as const]),
    ...schemes,
  ]
  return sheetOf(result, {
    name: words.sheets.readings,
    title: words.sheets.readingsTitle,
    unit: words.unitsAre.asNamed,
    columns: [column(label, 'text', 34), column(content, 'text', 90)],
    rows,
    notes: [words.rounding],
  })
}

function changeSheet({ result, version, changes }: PublishedPaper): readonly ReportSheet[] {
  if (version === 1) return []
  const versions = { before: version - 1, version }
  const widths = [8, 28, 14, 24, 24]
  return [
    sheetOf(result, {
      name: words.sheets.changes,
      title: fillText(words.changesAnnex, { version: version - 1 }),
      unit: words.unitsAre.asNamed,
      columns: words.changesColumns.map((label, index) =>
        column(fillText(label, versions), index === 0 ? 'integer' : 'text', widths[index] ?? 20),
      ),
      rows: changes.map(({ unit, what, from, to }, index) => [String(index + 1), unit, what, from, to]),
      notes: changes.length === 0 ? [words.changesNone] : [],
    }),
  ]
}

/** 排名 as a workbook: a sheet for each category, then 奖项, 全区情况, 报送情况, 口径 and what differs from the version before. */
export function rankingReport(paper: PublishedPaper): Report {
  const { result, publishedOn, checkCode } = paper
  const listed = result.categories.filter(({ units }) => units.length > 0)
  return districtReport(
    {
      kind: 'ranking',
      bureau: result.district,
      subject: paperSubject(words.rankingSubject, paper),
      period: result.period,
      asOf: result.asOf,
      preparedOn: publishedOn,
      checkCode,
    },
    {
      sheets: [
        ...listed.map((category) => categorySheet(result, category)),
        awardSheet(result),
        totalSheet(result),
        returnSheet(result),
        readingSheet(paper),
        ...changeSheet(paper),
      ],
      document: null,
    },
  )
}
