import { formatMoney, type Fen } from '../core/money'
import { sumOf } from '../revenue/progress'
import { projectBandLabels, permitKindLabels, projectStateLabel } from '../terms/projects'
import { projectsText } from '../terms/report-projects'
import { reportTerms } from '../terms/reports'
import { column, filled, tenThousand } from './cells'
import { emptyNote, numberedRows, reportSheet, withTotal } from './frame'
import type { CellContent, ReportSheet, SheetColumn } from './model'
import type { ProjectsFacts, ReportedProject } from './projects-facts'

const labels = projectsText.columns

/** Source: layout B2 抓项目. */
const projectColumns: readonly SheetColumn[] = [
  column(reportTerms.serialNo, 'integer', 6),
  column(labels.name, 'text', 15),
  column(labels.owner, 'text', 11),
  column(labels.site, 'text', 9),
  column(labels.content, 'text', 15),
  column(labels.totalInvestment, 'decimal', 9),
  column(labels.band, 'text', 9),
  column(labels.annualPlan, 'decimal', 9),
  column(labels.investedYtd, 'decimal', 10),
  column(labels.planRate, 'percent', 8, 1),
  column(labels.stage, 'text', 7),
  column(labels.enterPoolOn, 'date', 11),
  column(labels.startedOn, 'date', 11),
  column(labels.plannedFinish, 'date', 11),
  column(labels.leaderSponsor, 'text', 9),
  column(labels.steward, 'text', 8),
  column(labels.permitText, 'text', 14),
  column(labels.physicalProgress, 'text', 12),
  column(labels.problemText, 'text', 13),
  column(labels.coordinationText, 'text', 12),
  column(labels.remark, 'text', 10),
]
const totalInvestmentColumn = 5
const annualPlanColumn = 7
const investedColumn = 8

/** Texts of a record and of its parts as one; null when there are none. */
function together(...texts: readonly string[]): string | null {
  return texts.filter((text) => text !== '').join(reportTerms.semicolon) || null
}

/** 手续办理情况 in words: as the ledger has it, then single permits. */
export function permitWords({ row, permits }: ReportedProject): string | null {
  const { blocked, done, running } = reportTerms.permit
  const parts = permits.map(({ kind, issuedOn, blocked: why }) => {
    const state = issuedOn !== null ? done : why === '' ? running : `${blocked}${why}`
    return `${permitKindLabels[kind]}${state}`
  })
  return together(row.project.permitText, ...parts)
}

export function problemWords({ row, problems }: ReportedProject): string | null {
  return together(row.project.problemText, ...problems.map(({ text }) => text))
}

export function coordinationWords({ row, problems }: ReportedProject): string | null {
  return together(row.project.coordinationText, ...problems.map(({ askUnit }) => askUnit))
}

/** The stage, and whether the project has left the pool. */
export function stageWords({ project, isInPool }: ReportedProject['row']): string {
  return isInPool ? projectStateLabel(project) : `${projectStateLabel(project)}${reportTerms.leftPool}`
}

/** A percent without its sign, as a percent column has it; null where there is none. */
export function percentCell(percent: string | null): string | null {
  return percent === null ? null : percent.replace('%', '')
}

function cellsOf(reported: ReportedProject): readonly CellContent[] {
  const { project, band, planRate } = reported.row
  return [
    filled(project.name),
    filled(project.owner),
    filled(project.site),
    filled(project.content),
    tenThousand(project.totalInvestment),
    band && projectBandLabels[band],
    tenThousand(project.annualPlan),
    tenThousand(project.investedYtd),
    percentCell(planRate),
    stageWords(reported.row),
    project.enterPoolOn,
    project.startedOn,
    project.plannedFinish,
    filled(project.leaderSponsor),
    filled(project.steward),
    permitWords(reported),
    filled(project.physicalProgress),
    problemWords(reported),
    coordinationWords(reported),
    filled(project.remark),
  ]
}

/** The sheet of 抓项目. Source: layout B2. */
export function projectsSheet(facts: ProjectsFacts): ReportSheet {
  const rows = numberedRows(facts.projects.map(cellsOf))
  const total = (amounts: readonly (Fen | null)[]): string => formatMoney(sumOf(amounts), 'tenThousand')
  const projects = facts.projects.map(({ row }) => row.project)
  return reportSheet(facts, facts.signers, {
    name: projectsText.sheetName,
    title: projectsText.sheetTitle,
    unit: projectsText.unit,
    columns: projectColumns,
    rows: withTotal(rows, projectColumns.length, {
      [totalInvestmentColumn]: total(projects.map(({ totalInvestment }) => totalInvestment)),
      [annualPlanColumn]: total(projects.map(({ annualPlan }) => annualPlan)),
      [investedColumn]: total(projects.map(({ investedYtd }) => investedYtd)),
    }),
    notes: [...emptyNote(facts, rows), ...projectsText.readings],
  })
}
