import type { Calendars } from '../core/calendar'
import { addDays, type IsoDate } from '../core/dates'
import { points, rateOf } from '../core/points'
import { addWorkdays, workdaysBetween } from '../core/workdays'
import type { Clocks } from '../settings/contract'
import type { DemandRates, DemandRow, Rate } from './visit-contract'
import type { DemandRecord, Satisfaction } from './record'

/** What the clocks of a demand depend on. */
type DemandDays = Pick<DemandRecord, 'raisedOn' | 'transferredOn' | 'repliedOn' | 'isSolved'>

/** Demands with equal days, counted together. */
export interface DemandGroup extends DemandDays {
  readonly satisfaction: Satisfaction | null
  readonly count: number
}

export interface ClockContext {
  readonly clocks: Pick<Clocks, 'demandTransferWorkdays' | 'demandReplyWorkdays'>
  readonly calendars: Calendars
  readonly today: IsoDate
}

export type DemandClock = Pick<
  DemandRow,
  'transferDueOn' | 'replyDueOn' | 'transferState' | 'replyState' | 'isEstimated' | 'light'
>

/** With so few working days left an open clock is 临近. Unit: working days. Own choice: three would be all of the answer's clock. */
const nearWorkdays = 1

function stateOf(on: IsoDate | null, isClosed: boolean, dueOn: IsoDate, today: IsoDate): DemandRow['transferState'] {
  if (on !== null) return on <= dueOn ? 'inTime' : 'late'
  if (isClosed) return 'none'
  return today > dueOn ? 'overdue' : 'open'
}

/**
 * Both clocks of a demand, counted in working days from the day it was raised, which is day 0.
 * Source: 1天转办、3天答复 (domain §2 Visit); 民法典 第二百零一条.
 */
export function demandClock(demand: DemandDays, { clocks, calendars, today }: ClockContext): DemandClock {
  const transfer = addWorkdays(demand.raisedOn, clocks.demandTransferWorkdays, calendars)
  const reply = addWorkdays(demand.raisedOn, clocks.demandReplyWorkdays, calendars)
  const isSolved = demand.isSolved === true
  // What was answered at once needed no 转办.
  const isAnswered = isSolved || demand.repliedOn !== null
  const transferState = stateOf(demand.transferredOn, isAnswered, transfer.dueOn, today)
  const replyState = stateOf(demand.repliedOn, isSolved, reply.dueOn, today)
  return {
    transferDueOn: transfer.dueOn,
    replyDueOn: reply.dueOn,
    transferState,
    replyState,
    isEstimated: transfer.isEstimated || reply.isEstimated,
    light: lightOf(
      [
        { state: transferState, dueOn: transfer.dueOn },
        { state: replyState, dueOn: reply.dueOn },
      ],
      calendars,
      today,
    ),
  }
}

function lightOf(
  clocks: readonly { readonly state: DemandRow['transferState']; readonly dueOn: IsoDate }[],
  calendars: Calendars,
  today: IsoDate,
): DemandRow['light'] {
  if (clocks.some(({ state }) => state === 'overdue')) return 'overdue'
  const open = clocks.filter(({ state }) => state === 'open')
  if (open.length === 0) return 'none'
  const isNear = open.some(({ dueOn }) => workdaysBetween(today, dueOn, calendars).workdays <= nearWorkdays)
  return isNear ? 'near' : 'normal'
}

/** The longest that a clock may reach back when its limit is looked for. Unit: calendar days. */
const longestReach = 400

/** The last day on which something raised is overdue by today when nothing has happened; null when none is. */
export function overdueUntil(workdays: number, calendars: Calendars, today: IsoDate): IsoDate | null {
  for (let back = 1; back <= longestReach; back += 1) {
    const raisedOn = addDays(today, -back)
    if (addWorkdays(raisedOn, workdays, calendars).dueOn < today) return raisedOn
  }
  return null
}

/** A rate with its fraction: two decimals half up, without zeros at the end as the notices print (94.19%, 100%). */
export function rateWithFraction(num: number, den: number): Rate {
  const rate = rateOf(points(num), points(den), { decimals: 2, mode: 'halfUp', trailingZeros: false })
  return { num, den, rate: rate?.percent ?? null }
}

/** 解决率, 按时转办率, 按时答复率 and 满意率 of the demands of a span; a rate without a base is null. */
export function demandRates(groups: readonly DemandGroup[], context: ClockContext): DemandRates {
  const clocked = groups.map((group) => ({ group, clock: demandClock(group, context) }))
  const count = (matches: (each: (typeof clocked)[number]) => boolean): number =>
    clocked.reduce((sum, each) => sum + (matches(each) ? each.group.count : 0), 0)
  const onTime = (key: 'transferState' | 'replyState'): Rate =>
    rateWithFraction(
      count(({ clock }) => clock[key] === 'inTime'),
      count(({ clock }) => clock[key] !== 'open' && clock[key] !== 'none'),
    )
  return {
    resolution: rateWithFraction(
      count(({ group }) => group.isSolved === true),
      count(() => true),
    ),
    transferOnTime: onTime('transferState'),
    replyOnTime: onTime('replyState'),
    satisfaction: rateWithFraction(
      count(({ group }) => group.satisfaction === 'satisfied' || group.satisfaction === 'fair'),
      count(({ group }) => group.satisfaction !== null),
    ),
  }
}
