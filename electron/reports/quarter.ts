import type { Store } from '../../db/access'
import { readAssignments } from '../../db/repositories/assignments'
import { readLeads } from '../../db/repositories/investment'
import { readGroups } from '../../db/repositories/registry'
import { readBriefs, readTrainings } from '../../db/repositories/routine'
import { readBureau } from '../../db/repositories/settings'
import { addDays, parseQuarter, yearOf, type IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import { withCheckCode } from '../../shared/reports/check-code'
import { investmentQuarter } from '../../shared/reports/investment-quarter'
import type { Report } from '../../shared/reports/model'
import { evaluate } from '../../shared/scoring/evaluate'
import type { ScoreResult } from '../../shared/scoring/result'
import { resultWithoutScheme } from '../../shared/scoring/without-scheme'
import { measureOf } from '../../shared/terms/assignment-measures'
import { remarkText } from '../../shared/terms/scoring'
import type { Context } from '../context'
import { noteSentences } from '../scoring/notes'
import { scoreOf } from '../scoring/score'
import { sha256Hex } from './digest'

/** The quarterly summary of 抓招商: the same records and the same engine as the screens, as of the end of the quarter. */
export function quarterReport(context: Context, store: Store, period: string): Result<Report> {
  const quarter = parseQuarter(period)
  if (!quarter) return err('periodInvalid', { period })
  const bureau = readBureau(store.read)
  if (!bureau) return err('notInitialised')
  const today = context.today()
  const asOf = today < quarter.end ? today : quarter.end
  if (asOf < quarter.start) return err('nothingToReport')
  const { year } = quarter
  const score = scoreOf(store, year, asOf)
  const resultOn = (day: IsoDate): ScoreResult =>
    score.ok ? evaluate(score.value.scheme, score.value.facts, day) : resultWithoutScheme(year, day)
  const result = resultOn(asOf)
  const before = addDays(quarter.start, -1)
  const assigned = readAssignments(store.read, year).find(
    (row) =>
      row.stream === 'investment' &&
      row.withdrawnOn === null &&
      measureOf(`${row.taskName}${row.indicator}`) === 'units',
  )
  const leader = readGroups(store.read).find((role) => role.stream === 'investment' && role.role === 'leader')
  const member = readGroups(store.read).find((role) => role.stream === 'investment' && role.role === 'member')
  const report = investmentQuarter({
    bureau: bureau.name,
    addressee: assigned?.leadUnit ?? '',
    year,
    category: bureau.category,
    period: quarter,
    asOf,
    preparedOn: today,
    signers: { preparedBy: member?.personName ?? '', checkedBy: leader?.personName ?? '', approvedBy: '', phone: '' },
    target: assigned?.target ?? null,
    leads: readLeads(store.read),
    briefs: readBriefs(store.read, year),
    trainings: readTrainings(store.read, year),
    score: result,
    scoreBefore: yearOf(before) === year ? resultOn(before) : null,
    readings: noteSentences(result).readings,
    describe: remarkText,
  })
  return ok(withCheckCode(report, sha256Hex))
}
