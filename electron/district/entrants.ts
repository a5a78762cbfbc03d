import type { ReadDb } from '../../db/access'
import { readLatestPublication, readPublishedPeriods } from '../../db/repositories/publications'
import { readSubmissionHeads } from '../../db/repositories/submissions'
import { readUnitFigures, type UnitFigureRow } from '../../db/repositories/unit-figures'
import { readUnits } from '../../db/repositories/units'
import { readUnitVetoes, type UnitVetoRow } from '../../db/repositories/unit-vetoes'
import type { IsoDate } from '../../shared/core/dates'
import { grouped } from '../../shared/core/grouped'
import { ok, type Result } from '../../shared/core/result'
import type { Contender } from '../../shared/district/ranking'
import type { UnitRecord } from '../../shared/district/record'
import { factsOfLines } from '../../shared/exchange/line-facts'
import type { ReportedLine } from '../../shared/exchange/lines'
import { parseReportPeriod, type ReportPeriod } from '../../shared/reports/period'
import type { ManualFact, ScoringFacts } from '../../shared/scoring/facts'
import type { Context } from '../context'
import { approvedLines } from './approved-lines'
import { periodOf } from './periods'
import { resultOf } from './publication-papers'

/** A unit of the period and what the district knows of it, before any rule is applied. */
export interface Entrant {
  readonly unit: UnitRecord
  readonly standing: Contender['standing']
  /** The approved lines; null without a return that counts. */
  readonly lines: readonly ReportedLine[] | null
  readonly facts: ScoringFacts | null
  readonly vetoes: readonly UnitVetoRow[]
  readonly before: number | null
}

/** Figures that the district gave until a day. They are given when a period is judged, so they hold for all of it. */
function manualFacts(rows: readonly UnitFigureRow[], until: IsoDate): Readonly<Record<string, readonly ManualFact[]>> {
  const facts = rows
    .filter(({ givenOn }) => givenOn <= until)
    .map(({ componentId, value, docRef }) => ({ componentId, value, docRef, evidence: null, givenOn: null }))
  return Object.fromEntries(grouped(facts, ({ componentId }) => componentId))
}

/** Places of the last published period of the same kind before this one, by unit id. */
function placesBefore(db: ReadDb, period: ReportPeriod): ReadonlyMap<string, number | null> {
  const [last] = readPublishedPeriods(db)
    .flatMap((key) => parseReportPeriod(key) ?? [])
    .filter(({ kind, end }) => kind === period.kind && end < period.start)
    .toSorted((left, right) => (left.end < right.end ? 1 : -1))
  const row = last ? readLatestPublication(db, last.key) : null
  if (!row) return new Map()
  return new Map(resultOf(row).categories.flatMap(({ units }) => units.map(({ unitId, rank }) => [unitId, rank])))
}

/** Every unit that is expected for a period or has reported for it, with the facts of its approved lines. */
export function entrantsOf(context: Context, db: ReadDb, period: ReportPeriod): Result<readonly Entrant[]> {
  const record = periodOf(context, db, period.key)
  if (!record.ok) return record
  const { dueOn, lockedOn } = record.value
  const until = lockedOn ?? context.today()
  const approved = approvedLines(db, period.key)
  const sent = new Set(readSubmissionHeads(db, period.key).map(({ unitId }) => unitId))
  const figures = readUnitFigures(db, period.year)
  const vetoes = readUnitVetoes(db, period.year)
  const places = placesBefore(db, period)
  const entrants = readUnits(db).flatMap((unit): readonly Entrant[] => {
    const found = approved.get(unit.id)
    if (!sent.has(unit.id) && unit.leftOn !== null && unit.leftOn <= dueOn) return []
    const own = vetoes.get(unit.id) ?? []
    const given = figures.get(unit.id) ?? []
    const lines = found?.lines ?? null
    const facts = lines && {
      ...factsOfLines(lines, {
        unitNames: [unit.name, ...unit.aliases],
        manual: manualFacts(given, until),
        vetoes: own.map(({ vetoId, happenedOn: on, docRef }) => ({ vetoId, on, docRef })),
      }),
    }
    const standing = found ? 'reported' : sent.has(unit.id) ? 'returned' : 'missing'
    return [{ unit, standing, lines, facts, vetoes: own, before: places.get(unit.id) ?? null }]
  })
  return ok(entrants)
}
