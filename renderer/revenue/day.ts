import type { IsoDate } from '../../shared/core/dates'

/** The day that counts as today and the year the screens open on. */
export interface Day {
  readonly today: IsoDate
  readonly year: number
}
