import type { ProjectRow } from '../../shared/projects/contract'
import { projectBandLabels, projectStageLabels, projectStateLabel } from '../../shared/terms/projects'
import { Figure } from '../components/amount'
import type { DataColumn } from '../components/data-table'
import { Light } from '../components/light'
import { SampleFlag } from '../components/sample-flag'
import { listText as text } from '../text/projects'
import { amountShown } from '../components/typed-amount'

function NameCell({ row }: { readonly row: ProjectRow }) {
  const { project, isImported, isInPool } = row
  return (
    <span title={project.name}>
      <SampleFlag {...project} word={text.sample} hint={text.sampleHint} className="project-flag" />
      {isImported && (
        <span className="project-flag" title={text.importedHint}>
          {text.imported}
        </span>
      )}
      {!isInPool && (
        <span className="project-flag" title={text.leftHint(project.leavePoolOn ?? '')}>
          {text.left}
        </span>
      )}
      {project.name}
    </span>
  )
}

function nextOf({ next }: ProjectRow): string {
  if (!next) return text.none
  return `${projectStageLabels[next.stage]} ${next.plannedOn ?? text.noPlan}`
}

/** The columns of 项目台账. */
export const ledgerColumns: readonly DataColumn<ProjectRow>[] = [
  {
    key: 'name',
    title: text.columns.name,
    width: 180,
    isSortable: true,
    isFixed: true,
    render: (row) => <NameCell row={row} />,
  },
  { key: 'owner', title: text.columns.owner, width: 130, render: ({ project }) => project.owner },
  {
    key: 'band',
    title: text.columns.band,
    width: 112,
    render: ({ band }) => (band === null ? text.none : projectBandLabels[band]),
  },
  {
    key: 'totalInvestment',
    title: text.columns.totalInvestment,
    width: 138,
    align: 'right',
    isSortable: true,
    render: ({ project }) => <Figure text={amountShown(project.totalInvestment)} />,
  },
  {
    key: 'annualPlan',
    title: text.columns.annualPlan,
    width: 130,
    align: 'right',
    render: ({ project }) => <Figure text={amountShown(project.annualPlan)} />,
  },
  {
    key: 'investedYtd',
    title: text.columns.investedYtd,
    width: 130,
    align: 'right',
    render: ({ project }) => <Figure text={amountShown(project.investedYtd)} />,
  },
  {
    key: 'rate',
    title: text.columns.rate,
    width: 60,
    align: 'right',
    render: ({ planRate }) => <Figure text={planRate} />,
  },
  { key: 'stage', title: text.columns.stage, width: 46, render: ({ project }) => projectStateLabel(project) },
  { key: 'next', title: text.columns.next, width: 122, render: nextOf },
  { key: 'light', title: text.columns.light, width: 76, render: ({ light }) => <Light state={light} /> },
  {
    key: 'problems',
    title: text.columns.problems,
    width: 46,
    align: 'right',
    render: ({ openProblems }) => (openProblems === 0 ? text.none : String(openProblems)),
  },
]
