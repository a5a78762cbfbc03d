import { endOfMonth, isoDate, type IsoDate, type Period } from '../core/dates'
import { formatMoney } from '../core/money'
import { points, rateOf } from '../core/points'
import { bandOf } from '../projects/bands'
import type { DispatchRow, ProjectRecord } from '../projects/record'
import { formatChineseDate } from '../terms/dates'
import { projectTableLabels } from '../terms/project-tables'
import { projectBandLabels, projectReportTerms, projectStateLabel } from '../terms/projects'
import { reportTerms } from '../terms/reports'
import { column, filled, tenThousand } from './cells'
import { aboutSheet, ledgerHeading, type LedgerFrame } from './ledger-frame'
import type { CellContent, Report, ReportSheet, SheetColumn } from './model'
import { fillText } from './sentences'

const labels = projectTableLabels

function amountLabel(label: string): string {
  return fillText(projectReportTerms.amountLabel, { label })
}

/** The columns of layout B2; 签约, 竣工 and 出库时间 are there so that importing it back loses nothing. */
export const projectColumns: readonly SheetColumn[] = [
  column(reportTerms.serialNo, 'integer', 6),
  column(labels.name, 'text', 20),
  column(labels.owner, 'text', 16),
  column(labels.site, 'text', 12),
  column(labels.content, 'text', 20),
  column(amountLabel(labels.totalInvestment), 'decimal', 11),
  column(labels.band, 'text', 14),
  column(amountLabel(labels.annualPlan), 'decimal', 11),
  column(amountLabel(labels.investedYtd), 'decimal', 11),
  column(labels.planRate, 'percent', 9, 1),
  column(labels.stage, 'text', 8),
  column(labels.enterPoolOn, 'date', 11),
  column(labels.signedOn, 'date', 11),
  column(labels.startedOn, 'date', 11),
  column(labels.plannedFinish, 'date', 11),
  column(labels.completedOn, 'date', 11),
  column(labels.leavePoolOn, 'date', 11),
  column(labels.leaderSponsor, 'text', 10),
  column(labels.steward, 'text', 10),
  column(labels.permitText, 'text', 20),
  column(labels.physicalProgress, 'text', 16),
  column(labels.problemText, 'text', 18),
  column(labels.coordinationText, 'text', 16),
  column(labels.remark, 'text', 16),
]

function planRate({ investedYtd, annualPlan }: ProjectRecord): string {
  if (annualPlan === null || investedYtd === null) return reportTerms.none
  const format = { decimals: 1, mode: 'halfUp', trailingZeros: false } as const
  const rate = rateOf(
    points(formatMoney(investedYtd, 'tenThousand')),
    points(formatMoney(annualPlan, 'tenThousand')),
    format,
  )
  return rate?.percent.slice(0, -1) ?? reportTerms.none
}

/** Cells of one project in the order of `projectColumns`. */
export function projectCells(project: ProjectRecord, serialNo: number): readonly CellContent[] {
  const band = bandOf(project.totalInvestment)
  return [
    String(serialNo),
    filled(project.name),
    filled(project.owner),
    filled(project.site),
    filled(project.content),
    tenThousand(project.totalInvestment),
    band === null ? null : projectBandLabels[band],
    tenThousand(project.annualPlan),
    tenThousand(project.investedYtd),
    planRate(project),
    projectStateLabel(project),
    project.enterPoolOn,
    project.signedOn,
    project.startedOn,
    project.plannedFinish,
    project.completedOn,
    project.leavePoolOn,
    filled(project.leaderSponsor),
    filled(project.steward),
    filled(project.permitText),
    filled(project.physicalProgress),
    filled(project.problemText),
    filled(project.coordinationText),
    filled(project.remark),
  ]
}

interface LedgerAbout {
  readonly bureau: string
  readonly year: number
  readonly asOf: IsoDate
  readonly preparedOn: IsoDate
}

export interface ProjectLedgerFacts extends LedgerAbout, LedgerFrame {
  /** The rows of the current filter, in the order of the screen. */
  readonly projects: readonly ProjectRecord[]
}

function periodOf(year: number, asOf: IsoDate): Period {
  return { start: isoDate(year, 1, 1) ?? asOf, end: endOfMonth(year, 12) }
}

function ledgerReport(
  about: LedgerAbout,
  kind: Report['kind'],
  subject: string,
  periodLabel: string,
  sheets: readonly ReportSheet[],
): Report {
  const { bureau, year, asOf, preparedOn } = about
  const rest = { document: null, warnings: [], checkCode: '' }
  return { kind, bureau, subject, periodLabel, period: periodOf(year, asOf), asOf, preparedOn, sheets, ...rest }
}

/** The projects of the current filter as layout B2, with a sheet that says what it holds. */
export function projectLedger(facts: ProjectLedgerFacts): Report {
  const sheet: ReportSheet = {
    name: projectReportTerms.ledgerSheet,
    title: fillText(projectReportTerms.ledgerTitle, { year: facts.year }),
    heading: ledgerHeading(facts),
    columns: projectColumns,
    rows: facts.projects.map((project, index) => ({ kind: 'data', cells: projectCells(project, index + 1) })),
    notes: [],
    footer: [],
    isContent: true,
  }
  return ledgerReport(facts, 'projectLedger', projectReportTerms.ledgerSubject, String(facts.year), [
    sheet,
    aboutSheet(facts, facts.projects.length, projectReportTerms.readings),
  ])
}

export interface DispatchFacts extends LedgerAbout {
  /** The sheet that it is compared with; null for the first. */
  readonly lastOn: IsoDate | null
  readonly rows: readonly (DispatchRow & { readonly changes: readonly string[] })[]
}

/** What a sheet is compared with, in words. */
export function comparedText(lastOn: IsoDate | null): string {
  const { dispatchSince, dispatchFirst } = projectReportTerms
  return lastOn === null ? dispatchFirst : fillText(dispatchSince, { on: formatChineseDate(lastOn) })
}

/** 半月调度 as a workbook: how each project stands and what changed since the sheet before. */
export function dispatchReport(facts: DispatchFacts): Report {
  const words = projectReportTerms
  const { columns } = words
  const sheet: ReportSheet = {
    name: words.dispatchSheet,
    title: fillText(words.dispatchTitle, { on: formatChineseDate(facts.asOf) }),
    heading: [
      { label: reportTerms.reportingUnit, value: facts.bureau },
      { label: words.comparedWith, value: comparedText(facts.lastOn) },
    ],
    columns: [
      column(reportTerms.serialNo, 'integer', 6),
      column(columns.project, 'text', 22),
      column(columns.stage, 'text', 8),
      column(columns.pool, 'text', 8),
      column(columns.invested, 'decimal', 12),
      column(columns.progress, 'text', 24),
      column(columns.problems, 'text', 26),
      column(columns.changes, 'text', 36),
    ],
    rows: facts.rows.map((row, index) => ({
      kind: 'data',
      cells: [
        String(index + 1),
        row.name,
        projectStateLabel(row),
        row.isInPool ? words.inPool : words.left,
        tenThousand(row.investedYtd),
        filled(row.physicalProgress),
        filled(row.openProblems.join(reportTerms.semicolon)),
        row.changes.length > 0
          ? row.changes.join(reportTerms.semicolon)
          : facts.lastOn === null
            ? null
            : words.noChange,
      ],
    })),
    notes: [],
    footer: [],
    isContent: true,
  }
  return ledgerReport(facts, 'projectDispatch', words.dispatchSubject, facts.asOf.replaceAll('-', ''), [sheet])
}
