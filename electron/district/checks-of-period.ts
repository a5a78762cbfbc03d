import type { ReadDb } from '../../db/access'
import { changeMark } from '../../db/change-mark'
import { readCheckDecisions } from '../../db/repositories/check-decisions'
import { invariant } from '../../shared/core/assert'
import type { IsoDate } from '../../shared/core/dates'
import type { CheckedReturn, EvaluatedLines } from '../../shared/district/check-model'
import { findChecks } from '../../shared/district/checks'
import type { CheckResult } from '../../shared/district/record'
import { factsOfLines } from '../../shared/exchange/line-facts'
import { parseReportPeriod, type ReportPeriod } from '../../shared/reports/period'
import { evaluate } from '../../shared/scoring/evaluate'
import type { Scheme, SchemeComponent } from '../../shared/scoring/scheme'
import { approvedLines, type ApprovedReturn } from './approved-lines'
import { earlierReturns } from './earlier-returns'
import { rulesOfPeriod } from './period-rules'

/** Rules whose points follow from the lines of one unit alone: nobody gives them, no other unit moves them. */
const ownRules: ReadonlySet<SchemeComponent['rule']> = new Set<SchemeComponent['rule']>([
  'unitCount',
  'ratio',
  'completion',
  'periodPresence',
  'shortageDeduction',
  'tieredCount',
  'traitPoints',
  'stepThresholds',
  'piecewiseLinear',
])

/** The district's evaluation of a return before any verdict, as of the day that the return names. */
function evaluatedLines(scheme: Scheme, { unit, submission }: ApprovedReturn): EvaluatedLines {
  const { lines, asOf } = submission.payload
  const facts = factsOfLines(lines, { unitNames: [unit.name, ...unit.aliases] })
  const own = new Set(scheme.components.flatMap(({ id, rule }) => (ownRules.has(rule) ? [id] : [])))
  return { components: evaluate(scheme, facts, asOf).components.filter(({ id }) => own.has(id)) }
}

/** The returns of a period with everything that the checks hold them against. */
function checkedReturns(
  db: ReadDb,
  period: ReportPeriod,
  returns: ReadonlyMap<string, ApprovedReturn>,
): readonly CheckedReturn[] {
  const { schemes } = rulesOfPeriod(db, period)
  const earlier = earlierReturns(db, period)
  return [...returns.values()].map((approved): CheckedReturn => {
    const { unit, submission, verdicts, lines } = approved
    const { payload } = submission
    const scheme = schemes.get(unit.category)
    return {
      unitId: unit.id,
      unit: unit.name,
      asOf: payload.asOf,
      nil: payload.nil,
      stated: payload.score,
      lines: payload.lines,
      verdicts,
      approved: new Map(lines.map((line) => [line.key, line])),
      before: earlier.get(unit.id) ?? null,
      rule: scheme ? { id: scheme.id, version: scheme.version, name: scheme.name } : null,
      evaluated: scheme && payload.score ? evaluatedLines(scheme, approved) : null,
    }
  })
}

/** What the review of a period has to look at. */
interface PeriodReview {
  readonly checks: readonly CheckResult[]
  /** Verdicts on lines that say something else by now, by unit. */
  readonly outdated: ReadonlyMap<string, number>
}

function reviewOfPeriod(db: ReadDb, period: string): PeriodReview {
  const parsed = parseReportPeriod(period)
  invariant(parsed, `a period: ${period}`)
  const returns = approvedLines(db, period)
  const decisions = readCheckDecisions(db, period)
  const checks = findChecks(checkedReturns(db, parsed, returns), parsed).map((found): CheckResult => {
    const made = decisions.get(found.key)
    if (!made) return { ...found, decision: null }
    const { decision, reason, decidedBy } = made
    // Only real days are written.
    return { ...found, decision: { decision, reason, decidedBy, decidedOn: made.decidedOn as IsoDate } }
  })
  const outdated = [...returns].flatMap(([unitId, each]) =>
    each.outdated.size > 0 ? [[unitId, each.outdated.size] as const] : [],
  )
  return { checks, outdated: new Map(outdated) }
}

interface KeptReview {
  readonly mark: number
  readonly review: PeriodReview
}

const kept = new WeakMap<ReadDb, Map<string, KeptReview>>()

/** The same, worked out once while nothing in the store changes: inbox, matrix and every page of the review ask for it. */
function currentReview(db: ReadDb, period: string): PeriodReview {
  const mark = changeMark(db)
  if (mark === null) return reviewOfPeriod(db, period)
  const known = kept.get(db) ?? new Map<string, KeptReview>()
  kept.set(db, known)
  const found = known.get(period)
  if (found?.mark === mark) return found.review
  const review = reviewOfPeriod(db, period)
  known.set(period, { mark, review })
  return review
}

/** Everything that does not fit in the returns of a period, with what was decided about it. `period` is a known one. */
export function checksOfPeriod(db: ReadDb, period: string): readonly CheckResult[] {
  return currentReview(db, period).checks
}

/**
 * How many things of each unit wait for a person: checks without a decision (one enterprise in two units counts for
 * both), and verdicts on lines that say something else by now.
 */
export function openChecksByUnit(db: ReadDb, period: string): ReadonlyMap<string, number> {
  const { checks, outdated } = currentReview(db, period)
  const open = new Map(outdated)
  for (const { decision, unitId, other } of checks) {
    if (decision !== null) continue
    for (const id of other ? [unitId, other.unitId] : [unitId]) open.set(id, (open.get(id) ?? 0) + 1)
  }
  return open
}

/** How many things of a period wait for a person, each once. */
export function countOpenChecks(db: ReadDb, period: string): number {
  const { checks, outdated } = currentReview(db, period)
  const open = checks.filter(({ decision }) => decision === null).length
  return [...outdated.values()].reduce((sum, each) => sum + each, open)
}
