import { useCall } from '../desk'
import type { IsoDate } from '../../shared/core/dates'

/** The day that counts as today and the year the screens open on. */
export interface Day {
  readonly today: IsoDate
  readonly year: number
}

/** Null until the settings are there or while no store is open. */
export function useDay(): Day | null {
  const { data } = useCall('settings.get', {})
  return data?.bureau ? { today: data.today, year: data.bureau.year } : null
}
