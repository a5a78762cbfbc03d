import type { IsoDate } from '../core/dates'
import type { FindingRecord, FindingState, StatusWord } from './record'
import type { Extension, FindingStep, FindingStepKind } from './part-records'
import { statusAfter } from './status'

/** What is kept of a finding's way. */
export interface FindingHistory {
  /** In their order. */
  readonly steps: readonly FindingStep[]
  /** Approved ones. */
  readonly extensions: readonly Extension[]
}

const determined: ReadonlySet<FindingState> = new Set(['completed', 'basicallyDone', 'phasedDone', 'longTerm'])

function isAfter(day: IsoDate | null, asOf: IsoDate): boolean {
  return day !== null && day > asOf
}

/** The state that the finding's own days allow, for one whose steps nobody kept. */
function stateByDays(finding: FindingRecord, asOf: IsoDate): FindingState {
  const { state, submittedOn, determinedOn, closedOn } = finding
  if (state === 'closed' && isAfter(closedOn, asOf))
    return determinedOn !== null && determinedOn <= asOf ? 'completed' : 'rectifying'
  if ((state === 'closed' || determined.has(state)) && isAfter(determinedOn, asOf)) return 'rectifying'
  const isUndetermined = determinedOn === null && closedOn === null
  if ((state === 'awaitingDetermination' || isUndetermined) && isAfter(submittedOn, asOf)) return 'rectifying'
  return state
}

/** The last day of a kind of step by then. */
function lastOn(steps: readonly FindingStep[], kind: FindingStepKind, asOf: IsoDate): IsoDate | null {
  return steps.findLast((step) => step.kind === kind && step.on <= asOf)?.on ?? null
}

function dayBy(own: IsoDate | null, before: IsoDate | null, asOf: IsoDate): IsoDate | null {
  return own === null || isAfter(own, asOf) ? before : own
}

/** The deadline before the extensions that were approved later. */
function deadlineAsOf({ dueOn, extensionCount }: FindingRecord, history: FindingHistory, asOf: IsoDate) {
  const later = history.extensions.filter(({ decidedOn }) => isAfter(decidedOn, asOf))
  const [first] = later
  return { dueOn: first?.oldDueOn ?? dueOn, extensionCount: Math.max(0, extensionCount - later.length) }
}

/**
 * A finding as it stood at the end of a day, as far as days are known: what was submitted, determined, closed, extended
 * or reopened later had not happened yet. What has no day is taken as it is now.
 */
export function findingAsOf(
  finding: FindingRecord,
  history: FindingHistory,
  vocabulary: readonly StatusWord[],
  asOf: IsoDate,
): FindingRecord {
  const { steps } = history
  const later = steps.find(({ on }) => on > asOf)
  const state = later ? later.from : stateByDays(finding, asOf)
  const deadline = deadlineAsOf(finding, history, asOf)
  if (state === finding.state && !later) return { ...finding, ...deadline, ...daysNow(finding, asOf) }
  return {
    ...finding,
    ...deadline,
    state,
    ...statusAfter(state, finding, vocabulary),
    submittedOn: dayBy(finding.submittedOn, lastOn(steps, 'submit', asOf), asOf),
    determinedOn: dayBy(finding.determinedOn, lastOn(steps, 'confirm', asOf), asOf),
    closedOn: state === 'closed' ? dayBy(finding.closedOn, lastOn(steps, 'close', asOf), asOf) : null,
  }
}

function daysNow({ submittedOn, determinedOn, closedOn }: FindingRecord, asOf: IsoDate) {
  const known = (day: IsoDate | null): IsoDate | null => (isAfter(day, asOf) ? null : day)
  return { submittedOn: known(submittedOn), determinedOn: known(determinedOn), closedOn: known(closedOn) }
}
