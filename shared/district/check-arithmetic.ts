import { addDays } from '../core/dates'
import {
  addPoints,
  comparePoints,
  divPoints,
  formatExact,
  maxPoints,
  points,
  roundPoints,
  rateOf,
  subPoints,
  zeroPoints,
  type Points,
} from '../core/points'
import type { ReportedLine } from '../exchange/lines'
import { thisPeriod, type ReportPeriod } from '../reports/period'
import { arithmeticTexts as texts } from '../terms/district-review'
import type { CheckedReturn, LineFault } from './check-model'
import { quantityOf, sumOfParts } from './quantities'

/** A sum that does not come out: what it should be, and the sentence. */
interface Sum {
  readonly text: string
  readonly right: Points
}

/** Figures of one return of which the first can never exceed the second; codes as in `line-facts.ts`. */
const partOfWhole: readonly (readonly [part: string, whole: string])[] = [
  ['figure/investment.effective', 'figure/investment.filed'],
  ['figure/investment.landed', 'figure/investment.filed'],
]

function decimalsOf(text: string | null): number {
  return /\.(\d+)$/.exec(text ?? '')?.[1]?.length ?? 0
}

/** Whether two results agree: whole numbers exactly, rounded amounts up to what rounding each of the terms can do. */
function agrees(stated: Points, right: Points, decimals: number, terms: number): boolean {
  const difference = subPoints(stated, right)
  const slack = decimals === 0 ? null : divPoints(points(terms + 1), points(2n * 10n ** BigInt(decimals)))
  return comparePoints(maxPoints(difference, subPoints(zeroPoints, difference)), slack ?? zeroPoints) <= 0
}

/** 合计 = the sum or the number of the lines that it adds up, as they were reported. */
function partsFault(line: ReportedLine, lines: ReadonlyMap<string, ReportedLine>, stated: Points): Sum | null {
  if (line.parts.length === 0) return null
  const right = sumOfParts(line, lines)
  if (!right || agrees(stated, right, decimalsOf(line.cumulative), line.parts.length)) return null
  return { right, text: texts.parts(formatExact(stated), line.unit, line.parts.length, formatExact(right)) }
}

/** 累计 = 上期核定累计 + 本期; in the first period of a year 累计 = 本期. */
function carriedFault(line: ReportedLine, unit: CheckedReturn, period: ReportPeriod, stated: Points): Sum | null {
  const current = quantityOf(line.current)
  if (!current || line.unit.includes('%')) return null
  const decimals = Math.max(decimalsOf(line.cumulative), decimalsOf(line.current))
  const now = thisPeriod(period)
  if (period.isFirstOfYear) {
    if (agrees(stated, current, decimals, 1)) return null
    return { right: current, text: texts.first(formatExact(stated), line.unit, now, formatExact(current)) }
  }
  const { before } = unit
  if (!before || addDays(before.period.end, 1) !== period.start) return null
  const last = quantityOf(before.lines.get(line.key)?.cumulative ?? null)
  if (!last) return null
  const right = addPoints(last, current)
  const approved = quantityOf(unit.approved.get(line.key)?.cumulative ?? null)
  if ([stated, approved].some((each) => each && agrees(each, right, decimals, 2))) return null
  const sum = { last: formatExact(last), current: formatExact(current), right: formatExact(right), now }
  return { right, text: texts.carried(formatExact(stated), line.unit, sum) }
}

const percent = /^(-?\d+(?:\.\d+)?)\s*[%％]$/

/** 完成率 = 累计 ÷ 目标, to the decimals that are printed, rounded or cut off. */
function rateFault(line: ReportedLine, stated: Points): Sum | null {
  const printed = percent.exec(line.rate.trim())?.[1]
  const target = quantityOf(line.target)
  if (printed === undefined || !target) return null
  const decimals = decimalsOf(printed)
  const read = points(printed)
  const rates = (['halfUp', 'truncate'] as const).map((mode) =>
    rateOf(stated, target, { decimals, mode, trailingZeros: true }),
  )
  const rounded = rates[0]
  if (!rounded || rates.some((rate) => rate && comparePoints(points(rate.percent.slice(0, -1)), read) === 0))
    return null
  return { right: stated, text: texts.rate(line.rate.trim(), rounded.fraction, rounded.percent) }
}

/** Names in a sentence are cut here, as it may become the reason of a verdict. */
const longestName = 100

/** No part is larger than its whole. */
function wholeFault(line: ReportedLine, lines: ReadonlyMap<string, ReportedLine>, stated: Points): Sum | null {
  const found = partOfWhole.find(([part]) => part === line.key)
  const whole = found && lines.get(found[1])
  const limit = whole ? quantityOf(whole.cumulative) : null
  if (!whole || !limit || whole.unit !== line.unit || comparePoints(stated, limit) <= 0) return null
  return {
    right: limit,
    text: texts.whole(formatExact(stated), line.unit, whole.label.slice(0, longestName), formatExact(limit)),
  }
}

/** The number that the district approved must still be what the lines that count come to. */
function approvedFault(line: ReportedLine, unit: CheckedReturn): Sum | null {
  const verdict = unit.verdicts.get(line.key)
  if (verdict?.origin !== 'person' || verdict.verdict !== 'adjusted' || line.parts.length === 0) return null
  const approved = quantityOf(verdict.approved)
  const right = sumOfParts(line, unit.approved)
  if (!approved || !right || agrees(approved, right, decimalsOf(verdict.approved), line.parts.length)) return null
  return { right, text: texts.approved(formatExact(approved), line.unit, formatExact(right)) }
}

/** A figure that does not add up; null where all holds. `lines`: the lines of the return by key. */
export function arithmeticFault(
  line: ReportedLine,
  unit: CheckedReturn,
  lines: ReadonlyMap<string, ReportedLine>,
  period: ReportPeriod,
): LineFault | null {
  const stated = quantityOf(line.cumulative)
  if (!stated) return null
  const sums = {
    parts: partsFault(line, lines, stated),
    carried: carriedFault(line, unit, period, stated),
    rate: rateFault(line, stated),
    whole: wholeFault(line, lines, stated),
    approved: approvedFault(line, unit),
  }
  const faults = Object.entries(sums).flatMap(([rule, sum]) => (sum ? [{ rule, ...sum }] : []))
  const first = faults[0]
  if (!first) return null
  const approved = roundPoints(first.right, 8, 'halfUp', false)
  return {
    code: 'arithmetic',
    facts: [formatExact(stated), line.rate, ...faults.flatMap(({ rule, right }) => [rule, formatExact(right)])],
    text: faults.map(({ text }) => text).join(''),
    proposal: texts.proposal(approved, line.unit),
    proposed: { verdict: 'adjusted', approved },
  }
}
