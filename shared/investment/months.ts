import type { BriefRecord, TrainingRecord } from '../briefs/record'
import { usesOf } from '../briefs/uses'
import { monthOf, yearOf, type IsoDate, type Month } from '../core/dates'
import { divPoints, formatExact, mulPoints, points, roundPoints, zeroPoints } from '../core/points'

/** done: an accepted item is dated in it · missing: it is over without one · open: it runs · ahead: it has not begun. */
export type MonthState = 'done' | 'missing' | 'open' | 'ahead' | 'notAssessed'

export interface MonthCell {
  readonly month: Month
  readonly state: MonthState
  /** Accepted items dated in the month. */
  readonly count: number
  readonly titles: readonly string[]
  /** All items of the month, accepted or not, dated or meant for it. */
  readonly briefs: readonly BriefRecord[]
}

/** The numbers of the scheme's component for monthly items; null where no scheme gives points. */
export interface MonthScheme {
  /** Decimal text, `35`. */
  readonly max: string
  /** Month numbers 1–12 that are assessed. */
  readonly assessed: readonly number[]
  /** Accepted items that fulfil a month. */
  readonly min: number
}

export interface MonthGrid {
  readonly cells: readonly MonthCell[]
  readonly done: number
  readonly assessed: number
  readonly missing: readonly Month[]
  /** What one month is worth, exact and rounded to two decimals; null without points. */
  readonly pointsPerMonth: { readonly exact: string; readonly rounded: string } | null
  /** What the missing months cost. */
  readonly cost: { readonly exact: string; readonly rounded: string } | null
}

const allMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** Without a scheme every month is shown, and one item fulfils it. */
export const monthsWithoutPoints: Omit<MonthScheme, 'max'> = { assessed: allMonths, min: 1 }

/** Whether a text serves as 工作信息 of 抓招商. */
export function isInvestmentBrief(brief: BriefRecord): boolean {
  return usesOf(brief).has('investmentBrief')
}

/** Whether a training counts for 抓招商: of our stream, and not merely planned. */
export function isInvestmentTraining({ stream, status }: TrainingRecord): boolean {
  return stream === 'investment' && status === 'held'
}

/** Items that count for a month: serving our stream, accepted, submitted in it by the as-of day. */
export function countsInMonth(brief: BriefRecord, asOf: IsoDate): boolean {
  return isInvestmentBrief(brief) && brief.isAccepted && brief.submittedOn !== null && brief.submittedOn <= asOf
}

function stateOf(month: Month, count: number, isAssessed: boolean, min: number, asOf: IsoDate): MonthState {
  if (!isAssessed) return 'notAssessed'
  if (count >= min) return 'done'
  const current = monthOf(asOf)
  if (month < current) return 'missing'
  return month === current ? 'open' : 'ahead'
}

function shareOf(max: string, part: number, whole: number): { readonly exact: string; readonly rounded: string } {
  const share = divPoints(mulPoints(points(max), points(part)), points(whole)) ?? zeroPoints
  return { exact: formatExact(share), rounded: roundPoints(share, 2, 'halfUp') }
}

/**
 * The months of a year with their items, the gaps, and what these cost in points.
 * Source: 实施方案 抓招商 平时考核, 每月至少1篇; an item counts in the month it is dated in.
 */
export function monthGrid(
  briefs: readonly BriefRecord[],
  year: number,
  asOf: IsoDate,
  scheme: MonthScheme | null,
): MonthGrid {
  const { assessed, min } = scheme ?? monthsWithoutPoints
  const own = briefs.filter(isInvestmentBrief)
  const cells = allMonths.map((number): MonthCell => {
    const month = `${year}-${String(number).padStart(2, '0')}` as Month // built from a year and 1–12
    const items = own.filter(({ submittedOn, month: meant }) => (submittedOn ? monthOf(submittedOn) : meant) === month)
    const counting = items.filter((brief) => countsInMonth(brief, asOf))
    return {
      month,
      state: stateOf(month, counting.length, assessed.includes(number), min, asOf),
      count: counting.length,
      titles: counting.map(({ title }) => title),
      briefs: items,
    }
  })
  const missing = cells.filter(({ state }) => state === 'missing').map(({ month }) => month)
  return {
    cells,
    done: cells.filter(({ state }) => state === 'done').length,
    assessed: assessed.length,
    missing,
    pointsPerMonth: scheme && shareOf(scheme.max, 1, assessed.length),
    cost: scheme && shareOf(scheme.max, missing.length, assessed.length),
  }
}

/** Whether an item is dated outside the month it was meant for, so that it does not repair that month. */
export function isDatedElsewhere(brief: BriefRecord): boolean {
  return brief.submittedOn !== null && monthOf(brief.submittedOn) !== brief.month
}

export interface TrainingTally {
  readonly attended: number
  readonly required: number
  /** Required trainings that nobody attended. */
  readonly missed: readonly TrainingRecord[]
}

/** 招商培训 of a year held by the as-of day: attended of required. Source: 实施方案 抓招商 平时考核, 参加培训占20%. */
export function trainingTally(trainings: readonly TrainingRecord[], year: number, asOf: IsoDate): TrainingTally {
  const required = trainings.filter(
    (training) =>
      isInvestmentTraining(training) &&
      training.isRequired &&
      yearOf(training.heldOn) === year &&
      training.heldOn <= asOf,
  )
  const missed = required.filter(({ isAttended }) => !isAttended)
  return { attended: required.length - missed.length, required: required.length, missed }
}
