import type { ReceivedAssignment } from '../assignments/ledger'
import { addDecimals, decimalText, parseDecimal } from '../core/decimal'
import { grouped } from '../core/grouped'
import type { Stream } from '../core/schemas'
import { matchesUnit } from '../registry/unit-names'
import { headerName } from '../tables/header-key'
import type { TableReading, TableRow } from '../tables/reading'
import { matchText } from '../tables/text-forms'
import { everyUnitPattern, unitListPattern } from '../terms/assignments'
import type { UnitRecord } from './record'
import { unitFinder } from './unit-finder'

/** What of one table goes to one unit. */
export interface UnitTable {
  readonly title: string
  readonly sheet: string
  readonly assignments: readonly ReceivedAssignment[]
}

export interface UnitShare {
  readonly unit: UnitRecord
  readonly tables: readonly UnitTable[]
}

/** A 合计 of the table beside what its rows add up to; `stated` is null where the table states none. */
export interface SplitTotal {
  readonly indicator: string
  readonly unit: string
  readonly stated: string | null
  readonly found: string
  readonly isEqual: boolean
}

export interface Split {
  readonly shares: readonly UnitShare[]
  /** Names of the table that are no unit of ours, in its order. */
  readonly unknown: readonly string[]
  readonly totals: readonly SplitTotal[]
}

function textOf(row: TableRow, field: string): string {
  const value = row.values[field]
  return typeof value === 'string' ? value : ''
}

/** The row as the bureau's own table has it: its unit by a name that it knows itself by. */
function assignmentOf(row: TableRow, unit: UnitRecord): ReceivedAssignment {
  const due = row.values['due']
  const number = (field: string): string | null => textOf(row, field) || null
  const written = textOf(row, 'responsibleUnit')
  const isKnown = isForEveryone(written) || partsOf(written).some((part) => matchesUnit(part, [unit.name]))
  return {
    itemCode: textOf(row, 'itemCode'),
    // The column is only read from the closed list.
    stream: number('stream') as Stream | null,
    taskName: textOf(row, 'taskName'),
    indicator: textOf(row, 'indicator'),
    target: number('target'),
    targetFirstQuarter: number('targetFirstQuarter'),
    targetFirstHalf: number('targetFirstHalf'),
    targetThreeQuarters: number('targetThreeQuarters'),
    targetText: textOf(row, 'targetText'),
    participation: textOf(row, 'participation'),
    unit: textOf(row, 'unit'),
    leadUnit: textOf(row, 'leadUnit'),
    responsibleUnit: isKnown ? written : unit.name,
    supportUnits: textOf(row, 'supportUnits'),
    responsibleLeader: textOf(row, 'responsibleLeader'),
    dueText: typeof due === 'object' && due !== null ? due.text : '',
    cycle: textOf(row, 'cycle'),
    reportingTime: textOf(row, 'reportingTime'),
    channel: textOf(row, 'channel'),
    remark: textOf(row, 'remark'),
  }
}

/** 各责任单位, or nobody in particular. */
function isForEveryone(text: string): boolean {
  return matchText(text) === '' || everyUnitPattern.test(matchText(text))
}

function partsOf(text: string): readonly string[] {
  return text
    .split(unitListPattern)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

interface Named {
  readonly units: readonly UnitRecord[]
  readonly unknown: readonly string[]
}

/** Whom a cell 责任单位 means: one unit, several of a list, or everybody. */
function namedUnits(text: string, units: readonly UnitRecord[], find: (name: string) => UnitRecord | null): Named {
  if (isForEveryone(text)) return { units, unknown: [] }
  const whole = find(text)
  if (whole) return { units: [whole], unknown: [] }
  const parts = partsOf(text).map((part) => ({ part, unit: find(part) }))
  return {
    units: [...new Set(parts.flatMap(({ unit }) => unit ?? []))],
    unknown: parts.flatMap(({ part, unit }) => (unit ? [] : [part])),
  }
}

/** A table with a column for each indicator instead of a row. */
function isUnitTable({ columns }: TableReading): boolean {
  return !columns.some(({ field }) => field === 'taskName' || field === 'indicator')
}

function totalsOf(table: TableReading): readonly SplitTotal[] {
  const headers = new Map(table.columns.map(({ index, header }) => [index, headerName(header)]))
  const stated = table.totals.map(({ column, unit, stated: written, computed, isRight }): SplitTotal => {
    return { indicator: headers.get(column) ?? '', unit, stated: written, found: computed, isEqual: isRight }
  })
  if (!isUnitTable(table)) return stated
  const known = new Set(stated.map(({ indicator }) => indicator))
  const rest = [...grouped(table.rows, (row) => textOf(row, 'indicator'))].flatMap(
    ([indicator, rows]): SplitTotal[] => {
      if (known.has(indicator)) return []
      const sum = rows
        .flatMap((row) => parseDecimal(textOf(row, 'target')) ?? [])
        .reduce(addDecimals, { digits: 0n, scale: 0 })
      return [
        {
          indicator,
          unit: rows[0] ? textOf(rows[0], 'unit') : '',
          stated: null,
          found: decimalText(sum),
          isEqual: true,
        },
      ]
    },
  )
  return [...stated, ...rest]
}

/** Parts tables over all units into what each unit gets; every row goes to somebody or is named as unknown. */
export function splitTables(tables: readonly TableReading[], units: readonly UnitRecord[]): Split {
  const active = units.filter(({ leftOn }) => leftOn === null)
  const find = unitFinder(active)
  const unknown = new Set<string>()
  const rowsOf = new Map<string, Map<TableReading, TableRow[]>>()
  for (const table of tables) {
    for (const row of table.rows) {
      const named = namedUnits(textOf(row, 'responsibleUnit'), active, find)
      for (const name of named.unknown) unknown.add(name)
      for (const { id } of named.units) {
        const own = rowsOf.get(id) ?? new Map<TableReading, TableRow[]>()
        own.set(table, [...(own.get(table) ?? []), row])
        rowsOf.set(id, own)
      }
    }
  }
  const shares = active.flatMap((unit): UnitShare[] => {
    const own = rowsOf.get(unit.id)
    if (!own) return []
    const parts = [...own].map(([{ title, sheet }, rows]) => ({
      title,
      sheet,
      assignments: rows.map((row) => assignmentOf(row, unit)),
    }))
    return [{ unit, tables: parts }]
  })
  return { shares, unknown: [...unknown], totals: tables.flatMap(totalsOf) }
}

/** How many tasks a unit gets, and whether all of them tell it to stay out. */
export function shareSize({ tables }: UnitShare): { readonly rows: number; readonly isExcluded: boolean } {
  const all = tables.flatMap(({ assignments }) => assignments)
  return { rows: all.length, isExcluded: all.every(({ participation }) => participation === 'excluded') }
}
