import type { Fen } from '../core/money'
import { originYearsText } from '../rectification/statistics-groups'
import type { AmountTotal, StatisticsGroup } from '../rectification/statistics-contract'
import { rectSourceLabels, rectTypeLabels, timelinessText, treatmentLabels } from '../terms/rectification'
import { moneyUnitWord } from '../terms/rectification-statistics'
import { rectificationText as words } from '../terms/report-rectification'
import { reportTerms } from '../terms/reports'
import { shortDate } from './annex-cells'
import { column, filled, tenThousand } from './cells'
import { emptyNote, framed, numberedRows, reportSheet } from './frame'
import type { CellContent, DocumentTable, ReportSheet, SheetColumn, SheetRow } from './model'
import type { RectificationFacts, RectificationItem } from './rectification-facts'
import {
  closedInPeriod,
  doneInPeriod,
  extendedItems,
  groupsOf,
  openItems,
  tallied,
  type RectificationGroup,
} from './rectification-lines'
import type { ReportSection } from './section'
import { fillText } from './sentences'

const { programSheet, openSheet, amountSheet } = words

const countColumns = [
  'total',
  'denominator',
  'done',
  'promoted',
  'basicallyDone',
  'phasedDone',
  'inProgress',
  'longTerm',
  'notDone',
  'inPeriod',
  'closed',
  'extended',
  'overdue',
] as const
type CountColumn = (typeof countColumns)[number]

const programColumns: readonly SheetColumn[] = [
  column(reportTerms.serialNo, 'integer', 6),
  column(programSheet.columns.program, 'text', 34),
  column(programSheet.columns.source, 'text', 12),
  column(programSheet.columns.years, 'text', 12),
  ...countColumns.map((key) => column(programSheet.columns[key], 'integer', 10)),
  column(programSheet.columns.rate, 'percent', 10),
  column(programSheet.columns.fraction, 'text', 12),
]
const firstCount = 4

/** Whatever a status is counted as, it stands in its own column. */
function countsOf(
  facts: RectificationFacts,
  { group, items, tally }: Pick<RectificationGroup, 'group' | 'items' | 'tally'>,
): Readonly<Record<CountColumn, number>> {
  const own: Pick<
    StatisticsGroup,
    'done' | 'promoted' | 'basicallyDone' | 'phasedDone' | 'inProgress' | 'longTerm' | 'notDone' | 'overdue' | 'total'
  > = group
  const ofThese = { ...facts, items }
  return {
    ...own,
    denominator: tally.denominator,
    inPeriod: doneInPeriod(ofThese).length,
    closed: closedInPeriod(ofThese).length,
    extended: extendedItems(ofThese).length,
  }
}

function percentCell(rate: string): string {
  return rate.replace('%', '')
}

function programCells(facts: RectificationFacts, each: RectificationGroup): readonly CellContent[] {
  const program = each.items[0]?.program
  const counts = countsOf(facts, each)
  return [
    each.label,
    program ? rectSourceLabels[program.source] : null,
    program ? filled(originYearsText(program.originYears)) : null,
    ...countColumns.map((key) => String(counts[key])),
    percentCell(each.rate.rate),
    each.rate.fraction,
  ]
}

/** 合计: real sums of the counts, and the rate of all of them together. */
function totalRow(facts: RectificationFacts, rows: number): SheetRow {
  const { rate } = tallied(facts, facts.items)
  const groups = groupsOf(facts, 'program').map((each) => countsOf(facts, each))
  const sums = countColumns.map((key): CellContent => {
    const value = groups.reduce((sum, counts) => sum + counts[key], 0)
    return { value: String(value), sumOf: [0, rows - 1] }
  })
  const before = Array.from({ length: firstCount - 1 }, () => null)
  return { kind: 'total', cells: [reportTerms.total, ...before, ...sums, percentCell(rate.rate), rate.fraction] }
}

function mixedNotes(facts: RectificationFacts): readonly string[] {
  return groupsOf(facts, 'program')
    .filter(({ tally }) => tally.isMixed)
    .map(({ label, tally: { done, promoted } }) =>
      fillText(programSheet.mixedNote, { label, own: done - promoted, promoted }),
    )
}

function programsSheet(facts: RectificationFacts): ReportSheet {
  const rows = numberedRows(groupsOf(facts, 'program').map((each) => programCells(facts, each)))
  return reportSheet(facts, facts.signers, {
    name: programSheet.name,
    title: programSheet.title,
    unit: programSheet.unit,
    columns: programColumns,
    rows: rows.length === 0 ? rows : [...rows, totalRow(facts, rows.length)],
    notes: [...mixedNotes(facts), ...emptyNote(facts, rows)],
  })
}

const openColumns: readonly SheetColumn[] = [
  column(reportTerms.serialNo, 'integer', 6),
  column(openSheet.columns.program, 'text', 24),
  column(openSheet.columns.no, 'code', 10),
  column(openSheet.columns.title, 'text', 36),
  column(openSheet.columns.leadUnit, 'text', 14),
  column(openSheet.columns.leader, 'text', 12),
  column(openSheet.columns.rectType, 'text', 12),
  column(openSheet.columns.status, 'text', 12),
  column(openSheet.columns.original, 'date', 12),
  column(openSheet.columns.extensions, 'integer', 8),
  column(openSheet.columns.due, 'date', 12),
  column(openSheet.columns.timing, 'text', 16),
  column(openSheet.columns.reason, 'text', 26),
  column(openSheet.columns.next, 'text', 26),
]

function openCells({ finding, program, statusText, timeliness }: RectificationItem): readonly CellContent[] {
  const { dueOn, originalDueOn, extensionCount, rectType } = finding
  return [
    program.title,
    filled(finding.no),
    finding.title,
    filled(finding.leadUnit),
    filled(finding.leader),
    rectType === null ? null : rectTypeLabels[rectType],
    statusText,
    extensionCount === 0 ? null : (originalDueOn ?? dueOn),
    String(extensionCount),
    dueOn,
    filled(timelinessText(timeliness, extensionCount)),
    filled(finding.reasonNotDone),
    filled(finding.nextStep),
  ]
}

function openItemsSheet(facts: RectificationFacts): ReportSheet {
  const rows = numberedRows(openItems(facts).map(openCells))
  return reportSheet(facts, facts.signers, {
    name: openSheet.name,
    title: openSheet.title,
    unit: openSheet.unit,
    columns: openColumns,
    rows,
    notes: emptyNote(facts, rows),
  })
}

const amountColumns: readonly SheetColumn[] = [
  column(reportTerms.serialNo, 'integer', 6),
  column(amountSheet.columns.treatment, 'text', 22),
  column(amountSheet.columns.unit, 'text', 10),
  column(amountSheet.columns.required, 'decimal', 16),
  column(amountSheet.columns.done, 'decimal', 16),
  column(amountSheet.columns.rate, 'percent', 12),
  column(amountSheet.columns.fraction, 'text', 20),
  column(amountSheet.columns.findings, 'integer', 14),
]

function amountCells(total: AmountTotal): readonly CellContent[] {
  const { treatment, unit, requiredFen, doneFen, required, done, rate, fraction, findings } = total
  const cell = (money: Fen | null, other: string | null): CellContent => (unit === '' ? tenThousand(money) : other)
  return [
    treatmentLabels[treatment],
    unit || moneyUnitWord,
    cell(requiredFen, required),
    cell(doneFen, done),
    percentCell(rate),
    fraction,
    String(findings),
  ]
}

/** Amounts by treatment and unit; there is no sum, as units are never added up. */
function amountsSheet(facts: RectificationFacts): readonly ReportSheet[] {
  const { amounts } = facts.statistics
  if (amounts.length === 0) return []
  return [
    reportSheet(facts, facts.signers, {
      name: amountSheet.name,
      title: amountSheet.title,
      unit: amountSheet.unit,
      columns: amountColumns,
      rows: numberedRows(amounts.map(amountCells)),
      notes: facts.asOf < facts.preparedOn ? [words.warnings.amounts] : [],
    }),
  ]
}

/** Programmes and figures, open items, amounts. Source: layout B heading and footer. */
export function rectificationSheets(facts: RectificationFacts): readonly ReportSheet[] {
  return [programsSheet(facts), openItemsSheet(facts), ...amountsSheet(facts)]
}

/** Figures by programme, inside the text. */
export function programTable(facts: RectificationFacts): DocumentTable {
  const [first, ...labels] = words.table.columns
  return {
    title: framed(facts, words.table.title),
    columns: [
      { label: first, share: 240, align: 'left' },
      ...labels.map((label, index) => ({
        label,
        share: index === labels.length - 1 ? 250 : 90,
        align: 'center' as const,
      })),
    ],
    rows: groupsOf(facts, 'program').map(({ label, tally, rate, group }) => [
      label,
      String(tally.denominator),
      String(tally.done - tally.promoted),
      String(tally.promoted),
      String(tally.denominator - tally.done),
      String(group.overdue),
      fillText(words.table.rate, { ...rate }),
    ]),
  }
}

/** Rows that a landscape annex holds before the text refers to the sheet. */
const annexRows = 60

/** Open items on landscape pages, extended ones with both dates. */
export function rectificationAnnexes(facts: RectificationFacts): ReportSection['annexes'] {
  const open = openItems(facts)
  if (open.length === 0) return []
  const { columns } = openSheet
  const day = (on: RectificationItem['finding']['dueOn']): string => (on === null ? reportTerms.none : shortDate(on))
  const rows = open
    .slice(0, annexRows)
    .map(({ finding, program, statusText, timeliness }, index) => [
      String(index + 1),
      program.title,
      finding.no === '' ? finding.title : `${finding.no} ${finding.title}`,
      finding.leadUnit || reportTerms.none,
      statusText,
      finding.extensionCount === 0 ? reportTerms.none : day(finding.originalDueOn ?? finding.dueOn),
      day(finding.dueOn),
      timelinessText(timeliness, finding.extensionCount) || reportTerms.none,
      finding.nextStep || reportTerms.none,
    ])
  const left = open.length - rows.length
  const head = (label: string, share: number, align: 'left' | 'center') => ({ label, share, align })
  return [
    {
      table: {
        title: openSheet.annexTitle,
        columns: [
          head(reportTerms.serialNo, 42, 'center'),
          head(columns.program, 150, 'left'),
          head(columns.title, 205, 'left'),
          head(columns.leadUnit, 90, 'left'),
          head(columns.status, 80, 'center'),
          head(columns.original, 105, 'center'),
          head(columns.due, 105, 'center'),
          head(columns.timing, 110, 'center'),
          head(columns.next, 180, 'left'),
        ],
        rows,
      },
      notes: [
        framed(facts, openSheet.annexNote),
        ...(left === 0 ? [] : [fillText(openSheet.annexRest, { count: left, sheet: openSheet.name })]),
      ],
    },
  ]
}
