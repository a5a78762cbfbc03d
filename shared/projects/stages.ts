import type { IsoDate } from '../core/dates'
import { projectStages, type ProjectRecord, type ProjectStage } from './record'

/** The stages that have a day of their own; 储备 and 在建 have none. */
export const datedStages = ['signed', 'started', 'completed', 'inProduction', 'fullCapacity'] as const
export type DatedStage = (typeof datedStages)[number]

export const stageDays = {
  signed: 'signedOn',
  started: 'startedOn',
  completed: 'completedOn',
  inProduction: 'productionOn',
  fullCapacity: 'fullCapacityOn',
} as const satisfies Record<DatedStage, keyof ProjectRecord>

export const plannedDays = {
  signed: 'plannedSign',
  started: 'plannedStart',
  completed: 'plannedFinish',
  inProduction: 'plannedProduction',
  fullCapacity: 'plannedFullCapacity',
} as const satisfies Record<DatedStage, keyof ProjectRecord>

export type StageDays = Readonly<Pick<ProjectRecord, (typeof stageDays)[DatedStage]>>

/** 0 for 储备 to 6 for 达产. */
export function stageRank(stage: ProjectStage): number {
  return projectStages.indexOf(stage)
}

/** The stage's own day; null for one that has none. */
export function isDatedStage(stage: ProjectStage): stage is DatedStage {
  return datedStages.some((dated) => dated === stage)
}

/** Stages that have been reached although their day is not known. */
export function gapsOf(project: StageDays & Pick<ProjectRecord, 'stage'>): readonly DatedStage[] {
  return datedStages.filter(
    (dated) => stageRank(dated) <= stageRank(project.stage) && project[stageDays[dated]] === null,
  )
}

/** The first pair of stage days that runs backwards; null when none does. Source: domain §3 Project. */
export function firstBackwards(days: StageDays): {
  readonly earlier: DatedStage
  readonly earlierOn: IsoDate
  readonly later: DatedStage
  readonly laterOn: IsoDate
} | null {
  let before: { readonly stage: DatedStage; readonly on: IsoDate } | null = null
  for (const stage of datedStages) {
    const on = days[stageDays[stage]]
    if (on === null) continue
    if (before && on < before.on) return { earlier: before.stage, earlierOn: before.on, later: stage, laterOn: on }
    before = { stage, on }
  }
  return null
}
