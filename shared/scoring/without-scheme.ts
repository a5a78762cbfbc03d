import type { IsoDate } from '../core/dates'
import type { ScoreResult } from './result'
import { timeProgress } from './time-progress'

/** What stands where a result would, when the district has given no 办法 for the year: completion only, never a zero. */
export function resultWithoutScheme(year: number, asOf: IsoDate): ScoreResult {
  return {
    schemeId: '',
    schemeVersion: '',
    schemeName: '',
    docRef: '',
    year,
    asOf,
    total: null,
    exactTotal: null,
    max: null,
    earned: null,
    pending: '0',
    forecast: null,
    bonus: '0',
    components: [],
    notes: [],
    vetoes: [],
    promotion: null,
    streamsWithoutPoints: ['investment'],
    timeProgress: timeProgress(year, asOf),
    rounding: { mode: 'halfUp', decimals: 2 },
  }
}

/** Whether a scheme of the district stands behind a result, so that it has points at all. */
export function hasScheme(result: ScoreResult): boolean {
  return result.schemeId !== ''
}
