import type { Calendars } from '../core/calendar'
import { addDays, type IsoDate } from '../core/dates'
import { addWorkdays, workdaysBetween, type Estimate } from '../core/workdays'
import { leadState } from './facts'
import type { FollowUp, LeadRecord } from './record'
import type { LeadState } from './states'

/** Working days without a follow-up after which a lead is called quiet, until the bureau sets its own. */
export const defaultQuietWorkdays = 10

/** States of a lead that somebody has to keep in touch with. */
export const followedStates = [
  'draft',
  'filed',
  'certified',
  'contacted',
  'effective',
] as const satisfies readonly LeadState[]

export interface QuietVerdict extends Estimate {
  readonly isQuiet: boolean
  /** The last thing that happened on the lead. */
  readonly lastOn: IsoDate
  /** The first day on which it is warned about. */
  readonly warnOn: IsoDate
  /** Unit: working days since then. */
  readonly workdays: number
}

export interface QuietContext {
  readonly asOf: IsoDate
  readonly calendars: Calendars
  /** Unit: working days. */
  readonly quietWorkdays: number
  /** Local day on which the lead was entered. */
  readonly enteredOn: IsoDate
}

function lastHappening(lead: LeadRecord, followUps: readonly FollowUp[], { asOf, enteredOn }: QuietContext): IsoDate {
  const own = [lead.filedOn, lead.backfilledOn, lead.certifiedOn, lead.contactedOn, lead.acceptedOn, lead.landedOn]
  const days = [...own, ...followUps.filter(({ leadId }) => leadId === lead.id).map(({ happenedOn }) => happenedOn)]
  return days.reduce<IsoDate>((last, day) => (day !== null && day <= asOf && day > last ? day : last), enteredOn)
}

/**
 * Whether nothing has happened on a live lead for too long; null for leads that need no follow-up
 * (landed, ended or invalid). A follow-up on the last day still in time counts.
 */
export function quietVerdict(
  lead: LeadRecord,
  followUps: readonly FollowUp[],
  context: QuietContext,
): QuietVerdict | null {
  const state = leadState(lead, context.asOf)
  if (!followedStates.some((followed) => followed === state)) return null
  const lastOn = lastHappening(lead, followUps, context)
  const { dueOn: warnOn, ...estimate } = addWorkdays(lastOn, context.quietWorkdays, context.calendars)
  const { workdays } = workdaysBetween(lastOn, context.asOf, context.calendars)
  return { isQuiet: context.asOf >= warnOn, lastOn, warnOn, workdays, ...estimate }
}

/** The latest day of a last happening that makes a lead quiet on the as-of day. */
export function quietSince(asOf: IsoDate, quietWorkdays: number, calendars: Calendars): IsoDate {
  // As many workdays, the as-of day included, must lie behind that day.
  const { dueOn } = addWorkdays(addDays(asOf, 1), -quietWorkdays, calendars)
  return addDays(dueOn, -1)
}
