import type { ReadDb, Store } from '../../db/access'
import { readCurrentSubmission, readSubmissionsOf } from '../../db/repositories/submissions'
import { readUnitFigures } from '../../db/repositories/unit-figures'
import { readUnitVetoes } from '../../db/repositories/unit-vetoes'
import { readUnit } from '../../db/repositories/units'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { districtContract } from '../../shared/district/contract'
import { reportedValue } from '../../shared/district/line-state'
import type { CategoryRanking, PeriodRecord, UnitRecord } from '../../shared/district/record'
import type { ReportedLine } from '../../shared/exchange/lines'
import type { Output } from '../../shared/ipc/procedure'
import { parseReportPeriod, type ReportPeriod } from '../../shared/reports/period'
import { manualComponentIds } from '../../shared/scoring/manual-figures'
import type { Context } from '../context'
import type { RulesInForce } from '../scoring/stored-rules'
import { approvedLines } from './approved-lines'
import { checksOfPeriod } from './checks-of-period'
import { earlierReturns } from './earlier-returns'
import { inboxOf } from './inbox'
import { rulesOfPeriod } from './period-rules'
import { rankPeriod } from './rank'

type Review = Output<(typeof districtContract)['district.review']>

/** What the line said before: in the last period of the year, else in the edition before. */
function valuesBefore(db: ReadDb, unit: UnitRecord, period: ReportPeriod): (key: string) => string | null {
  const earlier = earlierReturns(db, period).get(unit.id)?.lines
  const [, previous] = readSubmissionsOf(db, unit.id, period.key).toReversed()
  const edition = new Map(previous?.payload.lines.map((line) => [line.key, line]))
  return (key) => {
    const line = earlier?.get(key) ?? edition.get(key)
    return line ? reportedValue(line) : null
  }
}

function reviewLines(db: ReadDb, unit: UnitRecord, period: ReportPeriod): readonly Review['lines'][number][] {
  const approved = approvedLines(db, period.key).get(unit.id)
  if (!approved) return []
  const { verdicts, outdated, submission } = approved
  const before = valuesBefore(db, unit, period)
  const checks = checksOfPeriod(db, period.key)
  const verdictOf = (line: ReportedLine): Review['lines'][number]['verdict'] => {
    const found = verdicts.get(line.key) ?? outdated.get(line.key)
    if (!found) return null
    const { verdict, approved: value, reason, decidedBy, decidedOn } = found
    // Only real days are written.
    const by = { reason, decidedBy, decidedOn: decidedOn as IsoDate }
    return { verdict, approved: value, ...by, isOutdated: outdated.has(line.key) }
  }
  return submission.payload.lines.map((line) => ({
    line,
    verdict: verdictOf(line),
    before: before(line.key),
    checks: checks
      .filter(({ unitId, lineKey, other }) =>
        [{ unitId, lineKey }, other].some((side) => side?.unitId === unit.id && side.lineKey === line.key),
      )
      .map(({ text }) => text),
  }))
}

function figuresOf(db: ReadDb, unit: UnitRecord, year: number, rules: RulesInForce, until: IsoDate): Review['figures'] {
  const scheme = rules.schemes.get(unit.category)
  const given = readUnitFigures(db, year).get(unit.id) ?? []
  const ids = new Set(scheme ? manualComponentIds(scheme) : [])
  return (scheme?.components ?? [])
    .filter(({ id }) => ids.has(id))
    .map(({ id, name, max }) => {
      const newest = given.findLast(({ componentId, givenOn }) => componentId === id && givenOn <= until)
      return { componentId: id, name, max, value: newest?.value ?? null, docRef: newest?.docRef ?? '' }
    })
}

function vetoesOf(db: ReadDb, unit: UnitRecord, year: number, rules: RulesInForce): Review['vetoes'] {
  const clauses = new Map(knownVetoes(rules, unit.category).map(({ id, clause }) => [id, clause]))
  return (readUnitVetoes(db, year).get(unit.id) ?? []).map(({ id, vetoId, happenedOn, reason, docRef }) => {
    return { id, vetoId, clause: clauses.get(vetoId) ?? vetoId, happenedOn, reason, docRef }
  })
}

/** Acts that the rules of a category name: of its scheme, and of the award plan. */
export function knownVetoes(
  { schemes, awards }: RulesInForce,
  category: UnitRecord['category'],
): readonly { readonly id: string; readonly clause: string }[] {
  return [...(schemes.get(category)?.vetoes ?? []), ...(awards?.vetoes ?? [])]
}

function scoreIn(categories: readonly CategoryRanking[], unitId: string): string | null {
  return categories.flatMap(({ units }) => units).find((unit) => unit.unitId === unitId)?.score ?? null
}

/** 核验 of one unit: 自报 and 核定 side by side, with everything that the score of the period rests on. */
export function reviewOf(context: Context, store: Store, unitId: string, record: PeriodRecord): Result<Review> {
  const { read } = store
  const unit = readUnit(read, unitId)
  const period = parseReportPeriod(record.period)
  const cell = inboxOf(context, store, record).rows.find((row) => row.unitId === unitId)?.cell
  if (!unit || !period || !cell) return err('notFound')
  const rules = rulesOfPeriod(read, period)
  const ranked = rankPeriod(context, store, record.period)
  const until = record.lockedOn ?? context.today()
  const current = readCurrentSubmission(read, unitId, record.period)
  return ok({
    unit,
    edition: current?.head.edition ?? null,
    editions: readSubmissionsOf(read, unitId, record.period).map(({ head }) => ({
      edition: head.edition,
      // Only real days are written.
      receivedOn: head.receivedOn as IsoDate,
      fileName: head.fileName,
      isReturned: head.returnedOn !== null,
      returnReason: head.returnReason,
    })),
    cell,
    lines: [...reviewLines(read, unit, period)],
    ownTotal: current?.payload.score?.total ?? null,
    total: ranked.ok ? scoreIn(ranked.value.categories, unitId) : null,
    figures: figuresOf(read, unit, period.year, rules, until),
    vetoes: vetoesOf(read, unit, period.year, rules),
    knownVetoes: knownVetoes(rules, unit.category).map(({ id, clause }) => ({ id, clause })),
  })
}
