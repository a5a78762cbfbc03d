import type { IsoDate } from '../core/dates'

/** `2022年6月24日`, without leading zeros. Source: GB/T 9704-2012 7.3.5.4. */
export function formatChineseDate(day: IsoDate): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}
