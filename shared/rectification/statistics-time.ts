import { daysBetween, endOfMonth, monthNumberOf, yearOf, type IsoDate } from '../core/dates'
import { divPoints, points, roundPoints } from '../core/points'
import { ageingLabel, statisticsWarnings } from '../terms/rectification-statistics'
import { rateTextOf } from './counting'
import type { Counted, StatisticsFacts } from './counted'
import type { RateChoice, Statistics } from './statistics-contract'
import { doneDay } from './timeliness'

/** Unit: calendar days since the feedback. */
const ageBands = [
  { from: 0, to: 30 },
  { from: 31, to: 90 },
  { from: 91, to: 180 },
  { from: 181, to: 365 },
  { from: 366, to: null },
] as const

function isOpen({ counting }: Counted): boolean {
  return counting.inDenominator && !counting.isDone
}

/** Open ones by how long they have been open; those without a feedback day cannot be placed. */
export function ageingOf(counted: readonly Counted[], asOf: IsoDate): Statistics['ageing'] {
  const ages = counted.flatMap((each) =>
    isOpen(each) && each.program.feedbackOn !== null ? [Math.max(0, daysBetween(each.program.feedbackOn, asOf))] : [],
  )
  return ageBands.map(({ from, to }) => ({
    label: ageingLabel(from, to),
    from,
    to,
    count: ages.filter((age) => age >= from && (to === null || age <= to)).length,
  }))
}

/** How long closed ones took and how their deadlines were kept; 「按期（延期1次）」 is no plain 按期. Source: product F7. */
export function closingOf(counted: readonly Counted[], rate: RateChoice): Statistics['closing'] {
  const closed = counted.filter(({ finding }) => finding.state === 'closed')
  const days = closed.flatMap(({ finding, program }) =>
    program.feedbackOn !== null && finding.closedOn !== null && finding.closedOn >= program.feedbackOn
      ? [daysBetween(program.feedbackOn, finding.closedOn)]
      : [],
  )
  const average = divPoints(points(days.reduce((sum, each) => sum + each, 0)), points(days.length))
  const how = (timeliness: Counted['timeliness']): number =>
    closed.filter((each) => each.timeliness === timeliness).length
  const [onTime, onTimeExtended, late] = [how('onTime'), how('onTimeExtended'), how('late')]
  const text = rateTextOf({ done: onTime, denominator: onTime + onTimeExtended + late }, rate)
  return {
    closed: closed.length,
    averageDays: average && roundPoints(average, 1, 'halfUp', false),
    onTime,
    onTimeExtended,
    late,
    onTimeRate: text.rate,
    onTimeFraction: text.fraction,
  }
}

interface Turn {
  readonly on: IsoDate
  readonly open: number
  readonly total: number
}

/** When a finding came, was done, and was opened again; none when the days are not known. */
function turnsOf({ finding, program, counting }: Counted, cycles: StatisticsFacts['cycles']): readonly Turn[] {
  const from = program.feedbackOn
  const doneOn = counting.isDone ? doneDay(finding) : null
  if (from === null || !counting.inDenominator || (counting.isDone && doneOn === null)) return []
  const turns: Turn[] = [{ on: from, open: 1, total: 1 }]
  const own = cycles.get(finding.id) ?? []
  for (const cycle of own) {
    const next = own.find(({ seq }) => seq === cycle.seq + 1)
    if (cycle.closedOn === null || !next?.startedOn) continue
    turns.push({ on: cycle.closedOn, open: -1, total: 0 }, { on: next.startedOn, open: 1, total: 0 })
  }
  if (doneOn !== null) turns.push({ on: doneOn < from ? from : doneOn, open: -1, total: 0 })
  return turns
}

/** Month ends from one day to another, and the other day itself. */
function pointsInTime(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const days: IsoDate[] = []
  let [year, month] = [yearOf(from), monthNumberOf(from)]
  for (let day = endOfMonth(year, month); day < to; day = endOfMonth(year, month)) {
    days.push(day)
    if (month === 12) [year, month] = [year + 1, 1]
    else month += 1
  }
  return [...days, to]
}

/**
 * How many were open at the end of each month. A finding that is done without a known day is in none of the figures:
 * when it stopped being open nobody can tell.
 */
export function burnDownOf(
  counted: readonly Counted[],
  cycles: StatisticsFacts['cycles'],
  asOf: IsoDate,
): Statistics['burnDown'] {
  const turns = counted.flatMap((each) => turnsOf(each, cycles)).toSorted((left, right) => compareDays(left, right))
  const first = turns[0]?.on
  if (first === undefined || first > asOf) return []
  let [next, open, total] = [0, 0, 0]
  return pointsInTime(first, asOf).map((on) => {
    for (let turn = turns[next]; turn && turn.on <= on; turn = turns[++next]) {
      open += turn.open
      total += turn.total
    }
    return { on, open, total }
  })
}

function compareDays(left: Turn, right: Turn): number {
  return left.on < right.on ? -1 : left.on > right.on ? 1 : 0
}

/** What the curve and the ages could not take in. */
export function timeWarnings(counted: readonly Counted[]): readonly string[] {
  const inRate = counted.filter(({ counting }) => counting.inDenominator)
  const noFeedback = inRate.filter(({ program }) => program.feedbackOn === null).length
  const noDay = inRate.filter(
    ({ finding, program, counting }) => program.feedbackOn !== null && counting.isDone && doneDay(finding) === null,
  ).length
  return [
    ...(noFeedback > 0 ? [statisticsWarnings.noFeedback(noFeedback)] : []),
    ...(noDay > 0 ? [statisticsWarnings.noDoneDay(noDay)] : []),
  ]
}
