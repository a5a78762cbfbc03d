import type { IsoDate } from '../../shared/core/dates'
import type { ProjectDetail } from '../../shared/projects/contract'
import { plannedDays, stageRank, type DatedStage } from '../../shared/projects/stages'
import { projectStageLabels } from '../../shared/terms/projects'
import { DateField } from '../components/date-field'
import { useFailure } from '../components/failure-notice'
import { Light } from '../components/light'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { stageText as text } from '../text/projects'
import { milestoneWords } from './milestone-words'
import type { ProjectEditing } from './project-editing'

interface MilestonesTableProps {
  readonly editing: ProjectEditing
  readonly today: IsoDate
}

/** The day of a stage that was reached, which may be filled in or corrected. */
function ActualDay({
  detail,
  stage,
  today,
}: {
  readonly detail: ProjectDetail
  readonly stage: DatedStage
  readonly today: IsoDate
}) {
  const done = useDone()
  const fail = useFailure()
  const value = detail.milestones.find((milestone) => milestone.stage === stage)?.actualOn ?? null
  if (stageRank(stage) > stageRank(detail.project.stage)) return <span className="soft">{text.notYet}</span>
  const save = async (on: IsoDate | null): Promise<void> => {
    try {
      await call('projects.setStageDay', { id: detail.project.id, stage, on })
      done()
    } catch (error) {
      fail(error)
    }
  }
  return (
    <DateField
      value={value}
      today={today}
      width={190}
      label={`${projectStageLabels[stage]} ${text.actual}`}
      onChange={(on) => void save(on)}
    />
  )
}

/** Planned and actual days of one project with their lights. */
export function MilestonesTable({ editing, today }: MilestonesTableProps) {
  const { detail } = editing
  return (
    <section className="section">
      <h2>{text.milestones}</h2>
      <table className="ledger project-milestones">
        <thead>
          <tr>
            <th>{text.milestone}</th>
            <th>{text.planned}</th>
            <th>{text.actual}</th>
            <th>{text.state}</th>
          </tr>
        </thead>
        <tbody>
          {detail.milestones.map((milestone) => (
            <tr key={milestone.stage}>
              <td>{projectStageLabels[milestone.stage]}</td>
              <td>
                <DateField
                  value={milestone.plannedOn}
                  today={today}
                  width={190}
                  label={`${projectStageLabels[milestone.stage]} ${text.planned}`}
                  onChange={(on) => void editing.save({ [plannedDays[milestone.stage]]: on })}
                />
              </td>
              <td>
                <ActualDay detail={detail} stage={milestone.stage} today={today} />
              </td>
              <td>
                {milestone.light === 'none' ? (
                  <span className="soft">{milestoneWords(milestone)}</span>
                ) : (
                  <Light state={milestone.light} text={milestoneWords(milestone)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
