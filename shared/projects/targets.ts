import type { IsoDate } from '../core/dates'
import { targetMilestonePatterns, targetScopePatterns } from '../terms/projects'
import { bandOf, isAboveHundredMillion } from './bands'
import type { ProjectRecord } from './record'

/** The group of projects that a target counts. */
export const targetScopes = ['aboveHundredMillion', 'from5000', 'from500'] as const
export type TargetScope = (typeof targetScopes)[number]

/** What must have happened in the year; any = they are in the ledger. */
export const targetMilestones = ['started', 'completed', 'signed', 'reserve', 'any'] as const
export type TargetMilestone = (typeof targetMilestones)[number]

export interface ProjectTarget {
  readonly scope: TargetScope
  readonly milestone: TargetMilestone
}

/** Reads an assignment's words as a number of projects of a band; null when it counts something else. */
export function readTarget(words: string): ProjectTarget | null {
  const text = words.normalize('NFKC').replace(/[\s,]/g, '')
  const scope = targetScopes.find((known) => targetScopePatterns[known].test(text))
  if (!scope) return null
  const milestone = targetMilestones.find((known) => targetMilestonePatterns[known].test(text)) ?? 'any'
  return { scope, milestone }
}

function isInScope({ totalInvestment }: ProjectRecord, scope: TargetScope): boolean {
  if (scope === 'aboveHundredMillion') return isAboveHundredMillion(totalInvestment)
  return bandOf(totalInvestment) === scope
}

function hasHappened(project: ProjectRecord, milestone: TargetMilestone, from: IsoDate, to: IsoDate): boolean {
  const within = (on: IsoDate | null): boolean => on !== null && on >= from && on <= to
  switch (milestone) {
    case 'started':
      return within(project.startedOn)
    case 'completed':
      return within(project.completedOn)
    case 'signed':
      return within(project.signedOn)
    case 'reserve':
      return project.stage === 'reserve'
    case 'any':
      return true
  }
}

/** How many projects meet a target in a span of days. */
export function countTarget(
  projects: readonly ProjectRecord[],
  { scope, milestone }: ProjectTarget,
  from: IsoDate,
  to: IsoDate,
): number {
  return projects.filter((project) => isInScope(project, scope) && hasHappened(project, milestone, from, to)).length
}
