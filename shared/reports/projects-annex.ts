import type { IsoDate } from '../core/dates'
import { projectsText } from '../terms/report-projects'
import { reportTerms } from '../terms/reports'
import { shortDate, stackedLines } from './annex-cells'
import { tenThousand } from './cells'
import { framed } from './frame'
import type { ProjectsFacts, ReportedProject } from './projects-facts'
import { coordinationWords, percentCell, permitWords, problemWords, stageWords } from './projects-sheets'
import type { ReportSection } from './section'
import { fillText } from './sentences'

function annexRow(reported: ReportedProject, index: number): readonly string[] {
  const { row } = reported
  const { project } = row
  const { startedOn, plannedFinish } = projectsText
  const dated = (template: string, on: IsoDate | null): string =>
    on === null ? '' : fillText(template, { on: shortDate(on) })
  return [
    String(index + 1),
    project.name,
    stackedLines(project.owner, project.site),
    tenThousand(project.totalInvestment) ?? reportTerms.none,
    tenThousand(project.annualPlan) ?? reportTerms.none,
    tenThousand(project.investedYtd) ?? reportTerms.none,
    percentCell(row.planRate) ?? reportTerms.none,
    stageWords(row),
    stackedLines(dated(startedOn, project.startedOn), dated(plannedFinish, project.plannedFinish)),
    stackedLines(project.leaderSponsor, project.steward),
    stackedLines(permitWords(reported) ?? '', project.physicalProgress),
    stackedLines(problemWords(reported) ?? '', coordinationWords(reported) ?? ''),
  ]
}

/** The projects of the year on landscape pages. */
export function projectsAnnexes(facts: ProjectsFacts): ReportSection['annexes'] {
  if (facts.projects.length === 0) return []
  const labels = projectsText.annexColumns
  const [left, center, right] = ['left', 'center', 'right'] as const
  return [
    {
      table: {
        title: framed(facts, projectsText.annexTitle),
        columns: [
          { label: reportTerms.serialNo, share: 42, align: center },
          { label: labels.project, share: 105, align: left },
          { label: labels.place, share: 85, align: left },
          { label: labels.total, share: 75, align: right },
          { label: labels.plan, share: 75, align: right },
          { label: labels.invested, share: 75, align: right },
          { label: labels.rate, share: 58, align: right },
          { label: labels.stage, share: 55, align: center },
          { label: labels.days, share: 118, align: center },
          { label: labels.people, share: 85, align: center },
          { label: labels.progress, share: 120, align: left },
          { label: labels.problems, share: 120, align: left },
        ],
        rows: facts.projects.map(annexRow),
      },
      notes: [framed(facts, projectsText.annexNote)],
    },
  ]
}
