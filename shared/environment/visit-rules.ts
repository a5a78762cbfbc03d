import type { IsoDate } from '../core/dates'
import { err, ok, type Result } from '../core/result'
import type { DemandFields } from './record'

/** Nothing of the ledger is older; an earlier year is a slip of the keyboard. */
export const earliestVisitDay = '2000-01-01'

/** A day of something that has happened: neither before the ledger nor after today. */
export function checkHappenedOn(field: string, day: IsoDate | null, today: IsoDate): Result<null> {
  if (day === null) return ok(null)
  if (day > today) return err('visitDayInFuture', { field, day, today })
  return day < earliestVisitDay ? err('visitDayTooEarly', { field, day }) : ok(null)
}

type DemandDays = Pick<DemandFields, 'raisedOn' | 'transferredOn' | 'repliedOn' | 'solvedOn' | 'text'>

/** Whether the days of a demand can stand: none to come, none before it was raised; `labels` name the fields. */
export function checkDemand(
  demand: DemandDays,
  today: IsoDate,
  labels: Readonly<Record<'raisedOn' | 'transferredOn' | 'repliedOn' | 'solvedOn', string>>,
): Result<null> {
  if (demand.text.trim() === '') return err('demandNeedsText')
  for (const field of ['raisedOn', 'transferredOn', 'repliedOn', 'solvedOn'] as const) {
    const day = demand[field]
    const checked = checkHappenedOn(labels[field], day, today)
    if (!checked.ok) return checked
    if (day !== null && day < demand.raisedOn) {
      const { raisedOn } = demand
      return err('demandDayOrder', {
        later: labels[field],
        laterOn: day,
        earlier: labels.raisedOn,
        earlierOn: raisedOn,
      })
    }
  }
  return ok(null)
}
