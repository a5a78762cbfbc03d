import type { ProjectDetail } from '../../shared/projects/contract'
import { projectStages, type ProjectStage } from '../../shared/projects/record'
import { stageRank } from '../../shared/projects/stages'
import { projectStageLabels } from '../../shared/terms/projects'
import { drawerText as text } from '../text/projects'

function dayOf(detail: ProjectDetail, stage: ProjectStage): string | null {
  if (stage === 'reserve') return detail.project.enterPoolOn
  return detail.milestones.find((milestone) => milestone.stage === stage)?.actualOn ?? null
}

/** 储备→签约→开工→在建→竣工→投产→达产 with the day of each, as far as it has come. */
export function StageLine({ detail }: { readonly detail: ProjectDetail }) {
  const now = stageRank(detail.project.stage)
  return (
    <ol className="stage-line" aria-label={text.stageLine}>
      {projectStages.map((stage) => {
        const rank = stageRank(stage)
        const on = dayOf(detail, stage)
        const isGap = detail.milestones.some((milestone) => milestone.stage === stage && milestone.isGap)
        const state = rank > now ? 'open' : isGap ? 'gap' : rank === now ? 'now' : 'done'
        return (
          <li
            key={stage}
            className={`stage-step stage-step-${state}`}
            {...(rank === now ? { 'aria-current': 'step' } : {})}
          >
            <span aria-hidden="true">{text.stageSigns[state]}</span>
            <span className={rank === now ? 'stage-now' : ''}>{projectStageLabels[stage]}</span>
            <span className="stage-date">{on ?? (isGap ? text.gap : rank === now ? text.present : '')}</span>
          </li>
        )
      })}
    </ol>
  )
}
