import type { Calendars } from '../core/calendar'
import type { IsoDate } from '../core/dates'
import { lightOf, slippage, type LightDays, type LightName } from './lights'
import type { ProjectRecord } from './record'
import { datedStages, plannedDays, stageDays, stageRank, type DatedStage } from './stages'

/** A point of a project's life: when it was to be, when it was, and what that means today. */
export interface Milestone {
  readonly stage: DatedStage
  readonly plannedOn: IsoDate | null
  readonly actualOn: IsoDate | null
  /** Passed by stage although its day was never written down. */
  readonly isGap: boolean
  readonly light: LightName
  /** Unit: working days; positive = late, up to today while it is open. Null when not planned or without a day. */
  readonly slippedWorkdays: number | null
  readonly isEstimated: boolean
}

/** Still expected: the project runs, is in the pool and has not come so far. */
function isOpen(project: ProjectRecord, stage: DatedStage): boolean {
  return project.exit === null && project.leavePoolOn === null && stageRank(stage) > stageRank(project.stage)
}

/** Planned and actual days of one project with their lights. Unit: working days. Source: product C2. */
export function milestonesOf(
  project: ProjectRecord,
  today: IsoDate,
  days: LightDays,
  calendars: Calendars,
): readonly Milestone[] {
  return datedStages.map((stage): Milestone => {
    const plannedOn = project[plannedDays[stage]]
    const actualOn = project[stageDays[stage]]
    const open = actualOn === null && isOpen(project, stage)
    const until = actualOn ?? (open && plannedOn !== null && plannedOn < today ? today : null)
    const slipped = plannedOn === null || until === null ? null : slippage(plannedOn, until, calendars)
    const light = open ? lightOf(plannedOn, days) : actualOn === null ? 'none' : 'normal'
    return {
      stage,
      plannedOn,
      actualOn,
      isGap: actualOn === null && stageRank(stage) <= stageRank(project.stage),
      light,
      slippedWorkdays: slipped?.workdays ?? null,
      isEstimated: (slipped?.isEstimated ?? false) || (open && plannedOn !== null && days.isEstimated),
    }
  })
}

/** The milestone to show in the list: the one whose day is up first, else the next that has no plan. */
export function nextMilestone(project: ProjectRecord, milestones: readonly Milestone[]): Milestone | null {
  const open = milestones.filter(({ stage, actualOn }) => actualOn === null && isOpen(project, stage))
  const [first] = open.toSorted((left, right) =>
    (left.plannedOn ?? '9999') < (right.plannedOn ?? '9999') ? -1 : left.plannedOn === right.plannedOn ? 0 : 1,
  )
  return first ?? null
}
