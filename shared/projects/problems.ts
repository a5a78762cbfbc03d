import type { Calendars } from '../core/calendar'
import type { IsoDate } from '../core/dates'
import { addWorkdays } from '../core/workdays'
import { lightOf, type LightDays, type LightName } from './lights'
import type { ProjectProblem } from './record'

/** 已提出, 已吹哨, 已报到, 已协调, 已办结. */
export const problemStates = ['raised', 'whistled', 'reported', 'coordinated', 'solved'] as const
export type ProblemState = (typeof problemStates)[number]

export const problemDays = {
  raised: 'raisedOn',
  whistled: 'whistledOn',
  reported: 'reportedOn',
  coordinated: 'coordinatedOn',
  solved: 'solvedOn',
} as const satisfies Record<ProblemState, keyof ProjectProblem>

export type ProblemDays = Readonly<Pick<ProjectProblem, (typeof problemDays)[ProblemState]>>

/** How far a problem has come: the last step that has its day. */
export function problemState(problem: ProblemDays): ProblemState {
  return problemStates.findLast((state) => problem[problemDays[state]] !== null) ?? 'raised'
}

export type ProblemRefusal =
  | {
      readonly kind: 'order'
      readonly earlier: ProblemState
      readonly earlierOn: IsoDate
      readonly later: ProblemState
      readonly laterOn: IsoDate
    }
  | { readonly kind: 'future'; readonly state: ProblemState; readonly on: IsoDate }
  /** 报到 and 协调 answer a whistle. */
  | { readonly kind: 'whistleMissing'; readonly state: ProblemState }
  | { readonly kind: 'unitMissing' }

/** What is wrong with the days of a problem; null when nothing is. Source: product C3, 街道吹哨、部门报到. */
export function checkProblem(
  problem: ProblemDays & { readonly askUnit: string },
  today: IsoDate,
): ProblemRefusal | null {
  let before: { readonly state: ProblemState; readonly on: IsoDate } | null = null
  for (const state of problemStates) {
    const on = problem[problemDays[state]]
    if (on === null) continue
    if (on > today) return { kind: 'future', state, on }
    if (before && on < before.on)
      return { kind: 'order', earlier: before.state, earlierOn: before.on, later: state, laterOn: on }
    if ((state === 'reported' || state === 'coordinated') && problem.whistledOn === null)
      return { kind: 'whistleMissing', state }
    before = { state, on }
  }
  return problem.whistledOn !== null && problem.askUnit.trim() === '' ? { kind: 'unitMissing' } : null
}

export interface WhistleClock {
  /** Null without a whistle. */
  readonly replyDueOn: IsoDate | null
  /** Only while the answer is awaited. */
  readonly light: LightName
  readonly isEstimated: boolean
}

/** The day by which the unit that was whistled for has to come, and its light. Unit: working days. */
export function whistleClock(
  problem: ProblemDays,
  replyWorkdays: number,
  days: LightDays,
  calendars: Calendars,
): WhistleClock {
  if (problem.whistledOn === null) return { replyDueOn: null, light: 'none', isEstimated: false }
  const { dueOn, isEstimated } = addWorkdays(problem.whistledOn, replyWorkdays, calendars)
  const isAwaited = problem.reportedOn === null && problem.coordinatedOn === null && problem.solvedOn === null
  return {
    replyDueOn: dueOn,
    light: isAwaited ? lightOf(dueOn, days) : 'none',
    isEstimated: isEstimated || (isAwaited && days.isEstimated),
  }
}
