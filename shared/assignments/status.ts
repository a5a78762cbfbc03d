import type { IsoDate } from '../core/dates'
import { comparePoints, parsePoints } from '../core/points'
import type { AssignmentStatus } from './contract'

export interface AssignmentFacts {
  readonly participation: string
  readonly withdrawnOn: string | null
  readonly target: string | null
  readonly actual: string | null
  readonly dueOn: string | null
  readonly progressText: string
}

/** Derived, never stored. Overdue means that the day has passed and the target is not reached. Source: domain 任务 states. */
export function statusOf(facts: AssignmentFacts, asOf: IsoDate): AssignmentStatus {
  if (facts.withdrawnOn !== null && facts.withdrawnOn <= asOf) return 'withdrawn'
  if (facts.participation === 'excluded') return 'excluded'
  if (isReached(facts)) return 'done'
  if (facts.dueOn !== null && facts.dueOn < asOf) return 'overdue'
  return hasBegun(facts) ? 'inProgress' : 'notStarted'
}

function isReached({ target, actual }: AssignmentFacts): boolean {
  const full = target === null ? null : parsePoints(target)
  const done = actual === null ? null : parsePoints(actual)
  return full !== null && done !== null && comparePoints(done, full) >= 0
}

function hasBegun({ actual, progressText }: AssignmentFacts): boolean {
  const done = actual === null ? null : parsePoints(actual)
  return (done !== null && done.n !== 0n) || progressText !== ''
}
