import { monthNumberOf, quarterOf, yearOf, type IsoDate } from '../../shared/core/dates'
import { periodText as text } from '../text/reports'
import type { PeriodKind } from './open-period'

const quarters = [1, 2, 3, 4] as const
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

interface PeriodChoice {
  readonly label: string
  /** The period that runs, or the last one of the year. */
  readonly current: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** The quarters or months of the year the bureau works on. */
export function periodChoice(kind: PeriodKind, year: number, today: IsoDate): PeriodChoice {
  const isRunning = yearOf(today) === year
  if (kind === 'quarter') {
    const options = quarters.map((each) => ({ value: `${year}Q${each}`, label: text.quarterLabel(year, each) }))
    return { label: text.quarter, current: `${year}Q${isRunning ? quarterOf(today) : 4}`, options }
  }
  const key = (month: number): string => `${year}-${String(month).padStart(2, '0')}`
  const options = months.map((month) => ({ value: key(month), label: text.monthLabel(year, month) }))
  return { label: text.month, current: key(isRunning ? monthNumberOf(today) : 12), options }
}
