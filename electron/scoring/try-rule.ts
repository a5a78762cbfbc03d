import type { ReadDb, Store } from '../../db/access'
import { readReportPeriods } from '../../db/repositories/report-periods'
import { readBureau } from '../../db/repositories/settings'
import { readSubmissionHeadsOfYear } from '../../db/repositories/submissions'
import { endOfMonth, type IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { CategoryRanking, RankedUnit } from '../../shared/district/record'
import type { Output } from '../../shared/ipc/procedure'
import { parseReportPeriod, type ReportPeriod } from '../../shared/reports/period'
import { readCountedLeads } from '../../db/repositories/investment'
import type { RuleDocument, RuleRow, scoringContract } from '../../shared/scoring/contract'
import { evaluate } from '../../shared/scoring/evaluate'
import { readRule } from '../../shared/scoring/read-rule'
import type { Scheme } from '../../shared/scoring/scheme'
import { messageText } from '../../shared/terms/messages'
import { ruleTerms as texts } from '../../shared/terms/rules'
import type { Bureau } from '../../shared/settings/contract'
import type { Context } from '../context'
import { entrantsOf } from '../district/entrants'
import { rankBy, type RankedPeriod } from '../district/rank'
import { scoringFacts } from './score'
import { awardPlansOf, rulesAmong, schemesOf, type RulesInForce } from './stored-rules'

type Trial = Output<(typeof scoringContract)['scoring.trial']>
type Change = Trial['changes'][number]

/** A result by its name, before and after; equal ones are counted and not listed. */
interface Compared {
  readonly subject: string
  readonly what: string
  readonly from: string | null
  readonly to: string | null
}

function trialOf(compared: readonly Compared[]): Trial {
  const changes = compared
    .filter(({ from, to }) => from !== to)
    .map(({ subject, what, from, to }): Change => ({ subject, what, from: from ?? texts.none, to: to ?? texts.none }))
  return { changes, compared: compared.length, problem: '' }
}

/** The rules of a year on a day, as they are and as they would be with the document issued. */
function rulesBothWays(
  db: ReadDb,
  { kind, document }: RuleDocument,
  asOf: IsoDate,
): { readonly before: RulesInForce; readonly after: RulesInForce } {
  const [schemes, plans] = [schemesOf(db), awardPlansOf(db)]
  const isOther = ({ id, version }: { readonly id: string; readonly version: string }): boolean =>
    id !== document.id || version !== document.version
  const after =
    kind === 'scheme'
      ? rulesAmong([...schemes.filter(isOther), document], plans, document.year, asOf)
      : rulesAmong(schemes, [...plans.filter(isOther), document], document.year, asOf)
  return { before: rulesAmong(schemes, plans, document.year, asOf), after }
}

interface Scored {
  readonly total: string | null
  readonly components: readonly { readonly id: string; readonly name: string; readonly points: string | null }[]
}

/** The total and the points of each component that either side has. */
function compareScores(subject: string, before: Scored | null, after: Scored | null): readonly Compared[] {
  const old = new Map(before?.components.map((component) => [component.id, component]))
  const now = new Map(after?.components.map((component) => [component.id, component]))
  const components = [...new Set([...old.keys(), ...now.keys()])].map((id): Compared => {
    const [from, to] = [old.get(id), now.get(id)]
    return { subject, what: to?.name ?? from?.name ?? id, from: from?.points ?? null, to: to?.points ?? null }
  })
  return [{ subject, what: texts.total, from: before?.total ?? null, to: after?.total ?? null }, ...components]
}

/** The ends of the quarters of a year that are over, and today or the year's last day. */
function daysOf(year: number, today: IsoDate): readonly IsoDate[] {
  const ends = [3, 6, 9, 12].map((month) => endOfMonth(year, month))
  const last = ends.at(-1)
  const now = last !== undefined && today < last && today >= `${year}-01-01` ? [today] : []
  return [...ends.filter((end) => end <= today && !now.includes(end)), ...now]
}

/** A bureau's own score at the ends of its quarters and today. */
function tryOnOwnScore(context: Context, store: Store, bureau: Bureau, rule: RuleDocument): readonly Compared[] {
  const { year } = rule.document
  const leads = readCountedLeads(store.read, year)
  return daysOf(year, context.today()).flatMap((asOf) => {
    const { before, after } = rulesBothWays(store.read, rule, asOf)
    const facts = scoringFacts(store, year, asOf, leads)
    const scoreBy = (scheme: Scheme | undefined) => (scheme ? evaluate(scheme, facts, asOf) : null)
    const [old, now] = [before, after].map(({ schemes }) => scoreBy(schemes.get(bureau.category)))
    return compareScores(texts.ownUnit(asOf), old ?? null, now ?? null)
  })
}

function unitsOf(categories: readonly CategoryRanking[]): ReadonlyMap<string, RankedUnit> {
  return new Map(categories.flatMap(({ units }) => units.map((unit) => [unit.unitId, unit] as const)))
}

function placeOf({ rank, reason }: RankedUnit): string {
  return rank === null ? reason : texts.place(rank)
}

type Ranking = Pick<RankedPeriod, 'categories' | 'awards'>

function compareAwards(period: string, unit: RankedUnit, before: Ranking, after: Ranking): readonly Compared[] {
  const won = ({ awards }: Ranking): ReadonlySet<string> =>
    new Set(
      awards
        .filter(({ winners }) => winners.some(({ unitId }) => unitId === unit.unitId))
        .map(({ name, group }) => texts.award(name, group)),
    )
  const [old, now] = [won(before), won(after)]
  const wordOf = (has: boolean): string => (has ? texts.winner : texts.noWinner)
  return [...new Set([...old, ...now])].map((what) => ({
    subject: texts.unitOf(unit.unit, period),
    what,
    from: wordOf(old.has(what)),
    to: wordOf(now.has(what)),
  }))
}

function tryOnPeriod(context: Context, db: ReadDb, rule: RuleDocument, period: ReportPeriod): readonly Compared[] {
  const entrants = entrantsOf(context, db, period)
  if (!entrants.ok) return []
  const rules = rulesBothWays(db, rule, period.end)
  const before = rankBy(entrants.value, rules.before, period.end)
  const after = rankBy(entrants.value, rules.after, period.end)
  const old = unitsOf(before.categories)
  return [...unitsOf(after.categories).values()].flatMap((now): readonly Compared[] => {
    const was = old.get(now.unitId)
    if (!was) return []
    const subject = texts.unitOf(now.unit, period.key)
    const isScored = ({ score }: RankedUnit): boolean => score !== null
    const scores = compareScores(
      subject,
      isScored(was) ? { total: was.score, components: was.components } : null,
      isScored(now) ? { total: now.score, components: now.components } : null,
    )
    const rank: Compared = { subject, what: texts.rank, from: placeOf(was), to: placeOf(now) }
    return [...scores, rank, ...compareAwards(period.key, now, before, after)]
  })
}

/** Every unit of every period of the year that has returns and is not locked: a locked one keeps its rule. */
function tryOnReturns(context: Context, db: ReadDb, rule: RuleDocument): readonly Compared[] {
  const { year } = rule.document
  const locked = new Set(readReportPeriods(db, year).flatMap(({ id, lockedOn }) => (lockedOn === null ? [] : [id])))
  const keys = new Set(readSubmissionHeadsOfYear(db, year).map(({ period }) => period))
  return [...keys]
    .filter((key) => !locked.has(key))
    .flatMap((key) => parseReportPeriod(key) ?? [])
    .flatMap((period) => tryOnPeriod(context, db, rule, period))
}

/**
 * 试算: every result that the document would change if it were issued, on the records of today. Nothing is written; a
 * document that cannot be read has its problem in words. Source: product P2 「试算 lists every result that would change」.
 */
export function tryRule(context: Context, store: Store, kind: RuleRow['kind'], given: unknown): Result<Trial> {
  const bureau = readBureau(store.read)
  if (!bureau) return err('notInitialised')
  const rule = readRule(kind, given)
  if (!rule.ok) {
    return ok({ changes: [], compared: 0, problem: messageText(rule.error.code, rule.error.params) })
  }
  const compared =
    bureau.mode === 'district'
      ? tryOnReturns(context, store.read, rule.value)
      : tryOnOwnScore(context, store, bureau, rule.value)
  return ok(trialOf(compared))
}
