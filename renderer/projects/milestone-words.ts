import type { ProjectDetail } from '../../shared/projects/contract'
import { lightText } from '../text/app'
import { projectsText, stageText as text } from '../text/projects'

type Milestone = ProjectDetail['milestones'][number]

/** How a milestone stands, in words beside its light. */
export function milestoneWords({ light, plannedOn, actualOn, isGap, slippedWorkdays, isEstimated }: Milestone): string {
  const estimated = isEstimated ? projectsText.estimatedShort : ''
  const slipped = slippedWorkdays ?? 0
  if (isGap) return text.gap
  if (actualOn !== null) {
    if (plannedOn === null) return text.done
    if (slipped === 0) return text.doneOnTime
    return (slipped > 0 ? text.doneLate(slipped) : text.doneEarly(-slipped)) + estimated
  }
  if (plannedOn === null) return text.none
  if (light === 'overdue') return text.late(slipped) + estimated
  return light === 'none' ? text.notYet : lightText[light].word + estimated
}
