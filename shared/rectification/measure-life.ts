import type { IsoDate } from '../core/dates'
import { isMeasureDone, type Actor, type FindingRefusal } from './lifecycle'
import type { MeasureStatus } from './record'
import type { MeasureRecord } from './part-records'

export interface MeasureRefusal {
  readonly code:
    | 'measureOfClosed'
    | 'measureNotDone'
    | 'measureDoerCannotVerify'
    | 'findingRoleNeeded'
    | 'findingDayInFuture'
    | 'findingDayTooEarly'
  readonly params: FindingRefusal['params']
}

/** What is looked at beside the measure itself. */
export interface MeasureFacts {
  /** At least one of its findings is not closed. */
  readonly isOpen: boolean
  /** Who did it: the doers of its findings. */
  readonly doers: ReadonlySet<string>
}

/** Why a measure cannot take a status, or null. 已核实 is given by a verifier who did not do it. Source: domain §3 Measure. */
export function judgeMeasure(
  measure: MeasureRecord,
  facts: MeasureFacts,
  actor: Actor,
  change: { readonly status: MeasureStatus; readonly on: IsoDate },
  today: IsoDate,
): MeasureRefusal | null {
  const { on } = change
  if (!facts.isOpen) return { code: 'measureOfClosed', params: {} }
  if (on > today) return { code: 'findingDayInFuture', params: { on, today } }
  if (change.status !== 'verified') return null
  if (!actor.roles.has('verifier'))
    return { code: 'findingRoleNeeded', params: { event: 'verifyMeasure', roles: ['verifier'] } }
  if (!isMeasureDone(measure.status)) return { code: 'measureNotDone', params: {} }
  if (facts.doers.has(actor.name)) return { code: 'measureDoerCannotVerify', params: {} }
  const { doneOn } = measure
  return doneOn !== null && on < doneOn ? { code: 'findingDayTooEarly', params: { on, last: doneOn } } : null
}

type Progress = Pick<MeasureRecord, 'status' | 'doneOn' | 'doneBy' | 'result' | 'verifiedBy' | 'verifiedOn'>

/** What a measure says once it has taken a status; 长期坚持 goes on after it was verified. */
export function measureAfter(
  measure: MeasureRecord,
  change: { readonly status: MeasureStatus; readonly on: IsoDate; readonly result: string },
  by: string,
): Progress {
  const { status, on } = change
  const result = change.result.trim() === '' ? measure.result : change.result.trim()
  if (status === 'verified') {
    const { doneOn, doneBy } = measure
    const kept = measure.status === 'longTerm' ? 'longTerm' : 'verified'
    return { status: kept, doneOn, doneBy, result, verifiedBy: by, verifiedOn: on }
  }
  const unverified = { verifiedBy: '', verifiedOn: null }
  if (!isMeasureDone(status)) return { status, doneOn: null, doneBy: '', result, ...unverified }
  // Who reported it first stays the doer, whoever reports it again.
  const isAgain = isMeasureDone(measure.status) && measure.doneBy !== ''
  return { status, doneOn: on, doneBy: isAgain ? measure.doneBy : by, result, ...unverified }
}
