import type { ProjectsFacts } from '../reports/projects-facts'
import { stageWords } from '../reports/projects-sheets'
import type { ReportedLine } from './lines'
import { enterpriseOf, recordLine, tenThousandText, type EvidenceOf } from './record-line'

/** The projects of the year; amounts and stages are those of the ledger. */
export function projectLines(facts: ProjectsFacts, evidenceOf: EvidenceOf): readonly ReportedLine[] {
  return facts.projects.map(({ row }) => {
    const { project } = row
    return recordLine({
      stream: 'projects',
      kind: 'project',
      id: project.id,
      label: project.name,
      status: stageWords(row),
      happenedOn: project.enterPoolOn,
      evidence: evidenceOf(project.id),
      enterprise: enterpriseOf(project.owner),
      detail: {
        totalInvestment: tenThousandText(project.totalInvestment),
        annualPlan: tenThousandText(project.annualPlan),
        investedYtd: tenThousandText(project.investedYtd),
        stage: project.stage,
        startedOn: project.startedOn,
        completedOn: project.completedOn,
      },
    })
  })
}
