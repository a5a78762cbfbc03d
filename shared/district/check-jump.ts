import { addDays, monthNumberOf } from '../core/dates'
import {
  addPoints,
  comparePoints,
  divPoints,
  formatExact,
  maxPoints,
  mulPoints,
  points,
  roundPoints,
  subPoints,
  zeroPoints,
} from '../core/points'
import type { ReportedLine } from '../exchange/lines'
import { thisPeriod, type ReportPeriod } from '../reports/period'
import { jumpTexts as texts, moneyFloors } from '../terms/district-review'
import type { CheckedReturn, LineFault } from './check-model'
import { isCount, quantityOf } from './quantities'

/**
 * From where a growth is asked about: so many times the mean growth of the periods before, taken as at least `floor`, so
 * that small numbers may move. Own choice; money (`moneyFloors`) by the unit that the line is written in.
 */
const growthFactor = '5'
const countFloor = '4'

/** The least growth to look at; null for what does not grow over the year: rates, and what stands on a day. */
function floorOf({ unit, current }: ReportedLine): string | null {
  if (current === null) return null
  return moneyFloors[unit.trim()] ?? (isCount(unit) ? countFloor : null)
}

/** A year's number that became smaller than the one that was approved last. */
export function fallFault(line: ReportedLine, unit: CheckedReturn, period: ReportPeriod): LineFault | null {
  const { before } = unit
  const last = quantityOf(before?.lines.get(line.key)?.cumulative ?? null)
  const now = quantityOf(line.cumulative)
  if (!before || !last || !now || floorOf(line) === null || comparePoints(now, last) >= 0) return null
  const current = quantityOf(line.current) ?? zeroPoints
  const isNext = addDays(before.period.end, 1) === period.start
  const right = isNext ? addPoints(last, maxPoints(current, zeroPoints)) : last
  const approved = roundPoints(right, 8, 'halfUp', false)
  const numbers = [formatExact(now), formatExact(last)] as const
  return {
    code: 'jump',
    facts: numbers,
    text: texts.fall(...numbers, line.unit, before.period.key),
    proposal: texts.fallProposal(approved, line.unit),
    proposed: { verdict: 'adjusted', approved },
  }
}

/** A growth of this period far above that of the periods before. */
export function leapFault(line: ReportedLine, unit: CheckedReturn, period: ReportPeriod): LineFault | null {
  const { before } = unit
  const last = quantityOf(before?.lines.get(line.key)?.cumulative ?? null)
  const now = quantityOf(line.cumulative)
  const floor = floorOf(line)
  if (!before || !last || !now || floor === null) return null
  const months = points(monthNumberOf(before.period.end))
  const growth = subPoints(now, last)
  // Periods of the same length as this one, from the start of the year to the one before.
  const mean = divPoints(mulPoints(last, points(period.months.length)), months) ?? zeroPoints
  const limit = mulPoints(points(growthFactor), maxPoints(mean, points(floor)))
  if (comparePoints(growth, limit) <= 0) return null
  const [growthText, meanText, limitText] = [
    formatExact(growth),
    roundPoints(mean, 2, 'halfUp', false),
    formatExact(limit),
  ]
  return {
    code: 'jump',
    facts: [formatExact(last), formatExact(now)],
    text: texts.leap({
      now: thisPeriod(period),
      unit: line.unit,
      growth: growthText,
      last: formatExact(last),
      cumulative: formatExact(now),
      mean: meanText,
      factor: growthFactor,
      floor,
      limit: limitText,
    }),
    proposal: texts.leapProposal,
    proposed: { verdict: 'returned', approved: null },
  }
}
