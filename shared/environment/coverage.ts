import { endOfMonth, isoDate, parseQuarter, type IsoDate, type Period } from '../core/dates'
import { invariant } from '../core/assert'
import type { Coverage } from './visit-contract'

/** First and last day of a month `2022-06` or a quarter `2022Q3`. */
export function spanOfPeriod(period: string): Period {
  const quarter = parseQuarter(period)
  if (quarter) return { start: quarter.start, end: quarter.end }
  const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5, 7))]
  const start = isoDate(year, month, 1)
  invariant(start, `a month or a quarter: ${period}`)
  return { start, end: endOfMonth(year, month) }
}

export interface CoverageFacts {
  /** Every enterprise, in the order in which they are to be named. */
  readonly enterprises: readonly { readonly id: string; readonly name: string }[]
  /** Links that hold on some day of the period. */
  readonly links: readonly { readonly enterpriseId: string; readonly personName: string }[]
  /** Visits of the period. */
  readonly visits: readonly { readonly enterpriseId: string }[]
}

/** The enterprises that are counted: those with an official in the period; all of them where none has one. */
export function countedEnterprises<T extends { readonly id: string }>(
  enterprises: readonly T[],
  links: readonly { readonly enterpriseId: string }[],
): readonly T[] {
  if (links.length === 0) return enterprises
  const linked = new Set(links.map(({ enterpriseId }) => enterpriseId))
  return enterprises.filter(({ id }) => linked.has(id))
}

/** How many enterprises were visited in a period, and which were not, with their officials. Source: domain §2 Visit, S000. */
export function coverageOf({ enterprises, links, visits }: CoverageFacts): Coverage {
  const counted = countedEnterprises(enterprises, links)
  const visited = new Set(visits.map(({ enterpriseId }) => enterpriseId))
  const missing = counted.filter(({ id }) => !visited.has(id))
  const officialsOf = (id: string): string[] => [
    ...new Set(links.filter(({ enterpriseId }) => enterpriseId === id).map(({ personName }) => personName)),
  ]
  return {
    enterprises: counted.length,
    visited: counted.length - missing.length,
    missing: missing.map(({ id, name }) => ({ enterpriseId: id, name, officials: officialsOf(id) })),
  }
}

/** Who has still to visit whom: the missing enterprises by official, those without one last. */
export function owedVisits(
  missing: Coverage['missing'],
): readonly { readonly official: string; readonly names: readonly string[] }[] {
  const byOfficial = new Map<string, string[]>()
  for (const { name, officials } of missing) {
    for (const official of officials.length === 0 ? [''] : officials) {
      byOfficial.set(official, [...(byOfficial.get(official) ?? []), name])
    }
  }
  return [...byOfficial]
    .map(([official, names]) => ({ official, names }))
    .toSorted((left, right) => Number(left.official === '') - Number(right.official === ''))
}

/** The last day of a period that has come: its end, or today while it runs. */
export function countedUntil(end: IsoDate, today: IsoDate): IsoDate {
  return end < today ? end : today
}
