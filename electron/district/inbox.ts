import type { Store } from '../../db/access'
import { readSubmissionHeads, readSubmissionHeadsOfYear, type SubmissionHead } from '../../db/repositories/submissions'
import { readUnits } from '../../db/repositories/units'
import { readVerdicts } from '../../db/repositories/verdicts'
import type { IsoDate } from '../../shared/core/dates'
import { grouped } from '../../shared/core/grouped'
import type { districtContract } from '../../shared/district/contract'
import type { PeriodRecord, UnitRecord } from '../../shared/district/record'
import { countReturns, returnStanding, type ReturnStanding } from '../../shared/district/return-state'
import type { Output } from '../../shared/ipc/procedure'
import { categoryLabels } from '../../shared/terms/settings'
import type { Context } from '../context'
import { openChecksByUnit } from './checks-of-period'
import { periodsOfYear } from './periods'

export type Inbox = Output<(typeof districtContract)['district.inbox']>
type Matrix = Output<(typeof districtContract)['district.matrix']>
type Cell = Inbox['rows'][number]['cell']

/** What of one unit came in for one period, and where that puts it. */
interface Standing {
  readonly unit: UnitRecord
  readonly newest: SubmissionHead | null
  readonly standing: ReturnStanding
}

type HeadsByUnit = ReadonlyMap<string, readonly SubmissionHead[]>

function byUnit(heads: readonly SubmissionHead[]): HeadsByUnit {
  return grouped(heads, ({ unitId }) => unitId)
}

function standingOf(context: Context, unit: UnitRecord, { dueOn }: PeriodRecord, heads: HeadsByUnit): Standing {
  const editions = heads.get(unit.id) ?? []
  const standing = returnStanding(unit, dueOn, editions, context.today())
  return { unit, newest: editions.at(-1) ?? null, standing }
}

/** A unit that no longer reports is shown as long as it has something to show. */
function isListed({ unit, newest }: Standing, { dueOn }: PeriodRecord): boolean {
  return newest !== null || unit.leftOn === null || unit.leftOn > dueOn
}

function cellOf({ newest, standing }: Standing, period: string, openChecks: number): Cell {
  return {
    period,
    state: standing.state,
    edition: newest?.edition ?? null,
    // Days and sources are only written from the contract's own.
    receivedOn: (newest?.receivedOn ?? null) as IsoDate | null,
    lateDays: standing.lateDays,
    source: (newest?.source ?? null) as Cell['source'],
    openChecks,
  }
}

/** Unit × period of a year. */
export function matrixOf(context: Context, { read }: Store, year: number): Matrix {
  const heads = grouped(readSubmissionHeadsOfYear(read, year), ({ period }) => period)
  const periods = periodsOfYear(context, read, year, [...heads.keys()]).map((record) => ({
    record,
    heads: byUnit(heads.get(record.period) ?? []),
    checks: heads.has(record.period) ? openChecksByUnit(read, record.period) : new Map<string, number>(),
  }))
  const rows = readUnits(read).flatMap((unit) => {
    const standings = periods.map((period) => ({
      ...period,
      standing: standingOf(context, unit, period.record, period.heads),
    }))
    if (!standings.some(({ record, standing }) => isListed(standing, record))) return []
    const cells = standings.map(({ record, checks, standing }) =>
      cellOf(standing, record.period, checks.get(unit.id) ?? 0),
    )
    return [{ unitId: unit.id, unit: unit.name, category: unit.category, cells }]
  })
  return { periods: periods.map(({ record }) => record.period), rows }
}

/** Every unit's standing in a period, in the order of the list. */
export function standingsOf(context: Context, { read }: Store, period: PeriodRecord): readonly Standing[] {
  const heads = byUnit(readSubmissionHeads(read, period.period))
  return readUnits(read)
    .map((unit) => standingOf(context, unit, period, heads))
    .filter((standing) => isListed(standing, period))
}

function categoriesOf(standings: readonly Standing[]): Inbox['byCategory'] {
  return [...grouped(standings, ({ unit }) => unit.category)].map(([category, own]) => ({
    category,
    label: categoryLabels[category],
    expected: own.filter(({ standing }) => standing.state !== 'optional').length,
    arrived: own.filter(({ newest }) => newest !== null).length,
  }))
}

/** 收件箱 of a period: what came in, from whom, and what is still missing. */
export function inboxOf(context: Context, store: Store, period: PeriodRecord): Inbox {
  const standings = standingsOf(context, store, period)
  const checks = openChecksByUnit(store.read, period.period)
  const verdicts = readVerdicts(store.read, period.period)
  return {
    period,
    counts: countReturns(standings.map(({ standing }) => standing)),
    byCategory: categoriesOf(standings),
    rows: standings.map((each) => {
      const { unit, newest } = each
      const decided = verdicts.get(unit.id) ?? []
      return {
        unitId: unit.id,
        unit: unit.name,
        category: unit.category,
        cell: cellOf(each, period.period, checks.get(unit.id) ?? 0),
        fileName: newest?.fileName ?? '',
        checkCode: newest?.checkCode ?? '',
        signature: (newest?.signature ?? null) as Inbox['rows'][number]['signature'],
        isNil: newest?.isNil ?? false,
        lines: newest?.lineCount ?? 0,
        returned: decided.filter(({ verdict }) => verdict === 'returned').length,
        adjusted: decided.filter(({ verdict }) => verdict === 'adjusted').length,
        contact: unit.contact,
        phone: unit.phone,
      }
    }),
  }
}
