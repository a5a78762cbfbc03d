import { parseIsoDate, yearOf } from '../core/dates'
import {
  comparePoints,
  formatExact,
  mulPoints,
  parsePoints,
  points,
  roundPoints,
  divPoints,
  zeroPoints,
} from '../core/points'
import type { ReportedLine } from '../exchange/lines'
import type { ReportPeriod } from '../reports/period'
import { rangeTexts as texts } from '../terms/district-review'
import { returnCheck, type CheckedReturn, type FoundCheck, type LineFault } from './check-model'
import { countedKindOf } from './counted-lines'
import { isCount, quantityOf } from './quantities'

/** A completion above this is asked about. Unit: percent. */
const highestRate = 1000

/** A count below zero. */
export function negativeFault(line: ReportedLine): LineFault | null {
  const number = quantityOf(line.cumulative)
  if (!number || !isCount(line.unit) || comparePoints(number, zeroPoints) >= 0) return null
  const text = texts.negative(formatExact(number), line.unit)
  return {
    code: 'outOfRange',
    facts: [formatExact(number)],
    text,
    proposal: texts.returnProposal,
    proposed: { verdict: 'returned', approved: null },
  }
}

/** A completion beyond belief. */
export function rateFault(line: ReportedLine): LineFault | null {
  const [number, target] = [quantityOf(line.cumulative), quantityOf(line.target)]
  if (!number || !target || comparePoints(target, zeroPoints) <= 0) return null
  const rate = divPoints(mulPoints(number, points(100)), target)
  if (!rate || comparePoints(rate, points(highestRate)) <= 0) return null
  const numbers = { cumulative: formatExact(number), target: formatExact(target), rate: roundPoints(rate, 1, 'halfUp') }
  return {
    code: 'outOfRange',
    facts: [numbers.cumulative, numbers.target],
    text: texts.rate(numbers, line.unit, highestRate),
    proposal: texts.returnProposal,
    proposed: { verdict: 'returned', approved: null },
  }
}

/** A record that counts in this year and happened in another one. */
export function dateFault(line: ReportedLine, period: ReportPeriod): LineFault | null {
  const rules = countedKindOf(line)
  const day = parseIsoDate(line.happenedOn ?? '')
  if (!rules?.isOfYear || day === null || yearOf(day) === period.year) return null
  return {
    code: 'outOfRange',
    facts: [day],
    text: texts.date(day, period.year),
    proposal: texts.returnProposal,
    proposed: { verdict: 'returned', approved: null },
  }
}

/** Points that the unit gave itself above what a component has. */
export function statedAboveMax(unit: CheckedReturn): readonly FoundCheck[] {
  return (unit.stated?.components ?? []).flatMap(({ name, points: stated, max }) => {
    const [own, limit] = [parsePoints(stated ?? ''), parsePoints(max ?? '')]
    if (!own || !limit || comparePoints(own, limit) <= 0) return []
    const [ownText, limitText] = [formatExact(own), formatExact(limit)]
    const text = texts.component(name, ownText, limitText)
    return [
      returnCheck(unit, {
        code: 'outOfRange',
        facts: [name, ownText],
        label: name,
        text,
        proposal: texts.districtScore,
      }),
    ]
  })
}
