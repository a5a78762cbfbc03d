import type { Store } from '../../db/access'
import { readCountedLeads } from '../../db/repositories/investment'
import { readBriefs, readTrainings } from '../../db/repositories/briefs'
import { readManualScores } from '../../db/repositories/scoring'
import { readBureau } from '../../db/repositories/settings'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import { investmentFacts, type CountedLead } from '../../shared/investment/scoring-facts'
import type { ManualFact, ScoringFacts } from '../../shared/scoring/facts'
import { evaluate } from '../../shared/scoring/evaluate'
import type { Overrides } from '../../shared/scoring/parameters'
import type { ScoreResult } from '../../shared/scoring/result'
import type { Scheme } from '../../shared/scoring/scheme'
import { findScheme } from '../../shared/scoring/schemes'
import { schemesOf } from './stored-rules'

export interface Score {
  readonly scheme: Scheme
  readonly facts: ScoringFacts
  readonly result: ScoreResult
}

/** The scheme the district gave this bureau's category for a year, as it holds on a day. */
export function schemeOf(store: Store, year: number, asOf: IsoDate): Result<Scheme> {
  const bureau = readBureau(store.read)
  return bureau ? findScheme(schemesOf(store.read), year, bureau.category, asOf) : err('notInitialised')
}

/** Everything the score of a year is computed from, as the store holds it. */
export function scoringFacts(store: Store, year: number, asOf: IsoDate, leads: readonly CountedLead[]): ScoringFacts {
  const bureau = readBureau(store.read)
  return investmentFacts({
    unitNames: bureau ? [bureau.name, ...bureau.aliases] : [],
    leads,
    briefs: readBriefs(store.read, year),
    trainings: readTrainings(store.read, year),
    manual: manualFacts(store, year, asOf),
    lectures: [],
  })
}

function manualFacts(store: Store, year: number, asOf: IsoDate): Readonly<Record<string, readonly ManualFact[]>> {
  const facts: Record<string, ManualFact[]> = {}
  for (const row of readManualScores(store.read, year)) {
    const given = parseIsoDate(row.givenOn)
    // A figure taken back later still held until then.
    if (given === null || given > asOf) continue
    if (row.value === null) facts[row.componentId] = []
    else
      (facts[row.componentId] ??= []).push({
        value: row.value,
        evidence: null,
        docRef: row.documentReference,
        givenOn: given,
      })
  }
  return facts
}

/** The score of a year as of a day; refused where the district has given no scheme. */
export function scoreOf(store: Store, year: number, asOf: IsoDate, overrides: Overrides = {}): Result<Score> {
  const scheme = schemeOf(store, year, asOf)
  if (!scheme.ok) return scheme
  const facts = scoringFacts(store, year, asOf, readCountedLeads(store.read, year))
  return ok({ scheme: scheme.value, facts, result: evaluate(scheme.value, facts, asOf, overrides) })
}

export interface LeadUnits {
  readonly units: string
  readonly why: ScoreResult['components'][number]['records'][number]['why']
}

/** What each of some leads counts for; a lead's units do not depend on the others. */
export function unitsOfLeads(
  store: Store,
  year: number,
  asOf: IsoDate,
  leads: readonly CountedLead[],
): ReadonlyMap<string, LeadUnits> {
  const scheme = schemeOf(store, year, asOf)
  if (!scheme.ok) return new Map()
  const facts = investmentFacts({ unitNames: [], leads, briefs: [], trainings: [], manual: {}, lectures: [] })
  const { components } = evaluate(scheme.value, facts, asOf)
  const records = components
    .filter((component) => component.rule === 'unitCount')
    .flatMap((component) => component.records)
  return new Map(records.map(({ id, units, why }) => [id, { units, why }]))
}
