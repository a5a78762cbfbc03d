import type { Calendars } from '../core/calendar'
import { daysBetween, weekdayOf, type IsoDate } from '../core/dates'
import { addWorkdays, workdaysBetween } from '../core/workdays'
import type { PolicyRecord } from './record'

/** Where no assignment gives another number. Unit: working days. Source: 实施方案 三（一）4, 务必在出台公布5个工作日内. */
export const policyWorkdays = 5

/** When a policy is due; where the year's 放假安排 is missing there is only an estimate. */
export interface PolicyDue {
  readonly dueOn: IsoDate | null
  readonly dueOnEstimate: IsoDate | null
  /** A weekend that is worked. */
  readonly isMakeUpDay: boolean
}

/** The last day on which a policy published on a day is in time; the day of publication is day 0. Source: 民法典 第二百零一条. */
export function policyDue(publishedOn: IsoDate, calendars: Calendars, workdays: number = policyWorkdays): PolicyDue {
  const { dueOn, isEstimated } = addWorkdays(publishedOn, workdays, calendars)
  if (isEstimated) return { dueOn: null, dueOnEstimate: dueOn, isMakeUpDay: false }
  return { dueOn, dueOnEstimate: null, isMakeUpDay: weekdayOf(dueOn) > 5 }
}

/** sent and sentLate: 已报送 · open, near, overdue: not yet · unknown: not yet, and no day can be asserted. */
export const policyStates = ['sent', 'sentLate', 'open', 'near', 'overdue', 'unknown'] as const
export type PolicyState = (typeof policyStates)[number]

export interface PolicyProgress extends PolicyDue {
  readonly state: PolicyState
  readonly light: 'normal' | 'near' | 'overdue' | 'none'
  /** Unit: working days from publication to 报送; null while open, or where days would be guessed. */
  readonly workdaysTaken: number | null
  /** Unit: calendar days after the day it was due; null unless it was sent late. */
  readonly lateDays: number | null
  /** Unit: working days; null when sent, overdue or unknown. */
  readonly workdaysLeft: number | null
}

export interface PolicyClock {
  readonly asOf: IsoDate
  readonly calendars: Calendars
  /** Unit: working days. */
  readonly nearWorkdays: number
  readonly workdays: number
}

const lights = {
  sent: 'normal',
  sentLate: 'normal',
  open: 'normal',
  near: 'near',
  overdue: 'overdue',
  unknown: 'none',
} as const satisfies Record<PolicyState, PolicyProgress['light']>

/** Where a policy stands on a day; a 报送 dated later has not happened yet. */
export function policyProgress(
  { publishedOn, sentOn }: Pick<PolicyRecord, 'publishedOn' | 'sentOn'>,
  { asOf, calendars, nearWorkdays, workdays }: PolicyClock,
): PolicyProgress {
  const due = policyDue(publishedOn, calendars, workdays)
  const { dueOn } = due
  const inState = (
    state: PolicyState,
    days: Partial<Pick<PolicyProgress, 'workdaysTaken' | 'lateDays' | 'workdaysLeft'>>,
  ): PolicyProgress => ({
    ...due,
    state,
    light: lights[state],
    workdaysTaken: null,
    lateDays: null,
    workdaysLeft: null,
    ...days,
  })
  if (sentOn !== null && sentOn <= asOf) {
    const taken = workdaysBetween(publishedOn, sentOn, calendars)
    const workdaysTaken = taken.isEstimated ? null : taken.workdays
    if (dueOn === null || sentOn <= dueOn) return inState('sent', { workdaysTaken })
    return inState('sentLate', { workdaysTaken, lateDays: daysBetween(dueOn, sentOn) })
  }
  if (dueOn === null) return inState('unknown', {})
  if (asOf > dueOn) return inState('overdue', {})
  const workdaysLeft = workdaysBetween(asOf, dueOn, calendars).workdays
  return inState(workdaysLeft <= nearWorkdays ? 'near' : 'open', { workdaysLeft })
}

/** A policy has its 解读 once a day is given for it or its text is there. */
export function hasExplainer({ explainerReadyOn, explainer }: Pick<PolicyRecord, 'explainerReadyOn' | 'explainer'>) {
  return explainerReadyOn !== null || explainer.trim() !== ''
}
