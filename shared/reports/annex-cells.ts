import type { IsoDate } from '../core/dates'
import { reportTerms } from '../terms/reports'

/** `2022.9.2`: narrow enough for a column, without leading zeros. */
export function shortDate(day: IsoDate | null): string {
  return day === null ? reportTerms.none : day.split('-').map(Number).join('.')
}

/** Several facts in one cell, one below the other; what is empty takes no line. */
export function stackedLines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '' && part !== reportTerms.none).join('\n') || reportTerms.none
}
