import type { Store } from '../../db/access'
import { readAssignments } from '../../db/repositories/assignments'
import { readBriefs, readTrainings } from '../../db/repositories/briefs'
import { readLeads } from '../../db/repositories/investment'
import type { IsoDate } from '../../shared/core/dates'
import type { ReportFrame } from '../../shared/reports/frame'
import type { InvestmentFacts } from '../../shared/reports/investment-figures'
import { evaluate } from '../../shared/scoring/evaluate'
import type { ScoreResult } from '../../shared/scoring/result'
import { resultWithoutScheme } from '../../shared/scoring/without-scheme'
import { measureOf } from '../../shared/terms/assignment-measures'
import { remarkText } from '../../shared/terms/scoring'
import type { Context } from '../context'
import { noteSentences } from '../scoring/notes'
import { scoreOf } from '../scoring/score'
import { dayBefore, signersOf, tasksUntil } from './report-frame'

/** 全年目标 of the assignment table in 指标. */
function targetOf(store: Store, year: number): string | null {
  const assigned = readAssignments(store.read, year).find(
    (row) =>
      row.stream === 'investment' &&
      row.withdrawnOn === null &&
      measureOf(`${row.taskName}${row.indicator}`) === 'units',
  )
  return assigned?.target ?? null
}

/** What the section 抓招商 is built from: the same records and the same engine as the screens. */
export function investmentFactsOf(context: Context, store: Store, frame: ReportFrame): InvestmentFacts {
  const { year } = frame.period
  const score = scoreOf(store, year, frame.asOf)
  const resultOn = (day: IsoDate): ScoreResult =>
    score.ok ? evaluate(score.value.scheme, score.value.facts, day) : resultWithoutScheme(year, day)
  const result = resultOn(frame.asOf)
  const before = dayBefore(frame)
  return {
    ...frame,
    signers: signersOf(store, 'investment'),
    target: targetOf(store, year),
    leads: readLeads(store.read),
    briefs: readBriefs(store.read, year),
    trainings: readTrainings(store.read, year),
    tasks: tasksUntil(context, store, frame, 'investment'),
    score: result,
    scoreBefore: before && resultOn(before),
    readings: noteSentences(result).readings,
    describe: remarkText,
  }
}
