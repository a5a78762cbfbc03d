import type { Store } from '../../db/access'
import { readDemandGroups } from '../../db/repositories/demands'
import { readEnterprises, readLinks } from '../../db/repositories/enterprises'
import { readPeople } from '../../db/repositories/people'
import { readVisitsBetween } from '../../db/repositories/visits'
import {
  countedEnterprises,
  countedUntil,
  coverageOf,
  owedVisits,
  spanOfPeriod,
} from '../../shared/environment/coverage'
import { rateWithFraction } from '../../shared/environment/demands'
import { matrixCells, officialsOfMatrix, unlinkedOf } from '../../shared/environment/visits-matrix'
import { visitModes } from '../../shared/environment/record'
import type { Coverage, Matrix } from '../../shared/environment/visit-contract'
import { formatChineseDate } from '../../shared/terms/dates'
import { periodLabel, reminderText, visitSummaryText } from '../../shared/terms/visits'
import type { Context } from '../context'

/** Everything of a period that matrix, coverage and sentences are made from; visits until today only. */
function factsOf(context: Context, { read }: Store, period: string) {
  const { start, end } = spanOfPeriod(period)
  const links = readLinks(read, start, end)
  const until = countedUntil(end, context.today())
  const visits = until < start ? [] : readVisitsBetween(read, start, until)
  return { start, end, until, links, visits, all: readEnterprises(read) }
}

/** Enterprises visited in a period and those that were not. */
export function coverageOfPeriod(context: Context, store: Store, period: string): Coverage {
  const { links, visits, all } = factsOf(context, store, period)
  return coverageOf({ enterprises: all, links, visits })
}

/** The matrix of a month or a quarter with the sentences for OA. */
export function matrixOfPeriod(context: Context, store: Store, period: string): Matrix {
  const facts = factsOf(context, store, period)
  const { start, end, until, links, visits, all } = facts
  const coverage = coverageOf({ enterprises: all, links, visits })
  const enterprises = countedEnterprises(all, links)
  const people = readPeople(store.read, true)
  const officials = officialsOfMatrix(people, links, visits)
  const inMatrix = new Set(enterprises.map(({ id }) => id))
  return {
    from: start,
    to: end,
    officials: officials.map(({ id, name, rank }) => ({ personId: id, name, rank })),
    enterprises: enterprises.map(({ id, name, street }) => ({ enterpriseId: id, name, street })),
    cells: matrixCells(links, visits).filter(({ enterpriseId }) => inMatrix.has(enterpriseId)),
    coverage,
    ...unlinkedOf(people, all, links),
    reminder: reminderText({
      period: periodLabel(period),
      asOf: formatChineseDate(until),
      lastDay: formatChineseDate(end),
      enterprises: coverage.enterprises,
      visited: coverage.visited,
      owed: owedVisits(coverage.missing),
      missing: coverage.missing.length,
    }),
    summary: summaryOf(store, period, facts, officials, coverage),
  }
}

function summaryOf(
  store: Store,
  period: string,
  { start, until, visits, links, all }: ReturnType<typeof factsOf>,
  officials: readonly { readonly id: string; readonly rank: string }[],
  coverage: Coverage,
): string {
  const linked = new Set(links.map(({ personId }) => personId))
  const counted = linked.size === 0 ? officials : officials.filter(({ id }) => linked.has(id))
  const ranks = [...new Set(counted.map(({ rank }) => rank))].filter((rank) => rank !== '')
  const enterprises = countedEnterprises(all, links)
  const ids = new Set(enterprises.map(({ id }) => id))
  const own = visits.filter(({ enterpriseId }) => ids.has(enterpriseId))
  const groups = readDemandGroups(store.read, start, until)
  const demands = groups.reduce((sum, { count }) => sum + count, 0)
  const solved = groups.reduce((sum, { count, isSolved }) => sum + (isSolved === true ? count : 0), 0)
  return visitSummaryText({
    period: periodLabel(period),
    officials: counted.length,
    ranks: ranks.map((rank) => ({ rank, count: counted.filter((official) => official.rank === rank).length })),
    streets: [...new Set(enterprises.map(({ street }) => street).filter((street) => street !== ''))],
    enterprises: coverage.enterprises,
    visited: coverage.visited,
    visits: own.length,
    modes: [...visitModes, ''].flatMap((mode) => {
      const count = own.filter((visit) => visit.mode === mode).length
      return count === 0 ? [] : [{ mode: visitModes.find((known) => known === mode) ?? null, count }]
    }),
    coverageRate: rateWithFraction(coverage.visited, coverage.enterprises).rate,
    demands,
    solved,
    resolutionRate: rateWithFraction(solved, demands).rate,
    missing: coverage.missing,
  })
}
