import { serialHeaders } from '../terms/table-words'
import type { TableDefinition } from './definition'
import type { ColumnMatch, HeaderBand, HeaderColumn } from './header-band'
import { bareHeaderKey, headerKey, headerUnit } from './header-key'

export interface HeaderMatch {
  readonly matches: readonly ColumnMatch[]
  /** Known words, the serial number's column included. */
  readonly count: number
  readonly hasAnchors: boolean
}

const serials: ReadonlySet<string> = new Set(serialHeaders.map(headerKey))
const synonyms = new WeakMap<TableDefinition, ReadonlyMap<string, { readonly field: string; readonly rank: number }>>()

function synonymsOf(
  definition: TableDefinition,
): ReadonlyMap<string, { readonly field: string; readonly rank: number }> {
  const known = synonyms.get(definition)
  if (known) return known
  const made = new Map<string, { field: string; rank: number }>()
  for (const { field, headers } of definition.fields) {
    headers.forEach((header, rank) => {
      const key = headerKey(header)
      if (!made.has(key)) made.set(key, { field, rank })
    })
  }
  synonyms.set(definition, made)
  return made
}

/** Ways to read a column's header, the most telling first. */
function keysOf(column: HeaderColumn): readonly string[] {
  const leaf = column.parts.at(-1) ?? ''
  const tail = column.parts.slice(-2).join('/')
  const whole = column.parts.join('/')
  const keys = [headerKey(whole), headerKey(tail), bareHeaderKey(whole), headerKey(leaf), bareHeaderKey(leaf)]
  return [...new Set(keys)]
}

/** Gives every column its field by synonyms; a field goes to the column that names it best. */
export function matchColumns(band: HeaderBand, definition: TableDefinition): HeaderMatch {
  const words = synonymsOf(definition)
  const candidates: { readonly column: number; readonly field: string; readonly rank: number }[] = []
  let serial = -1
  let loose = 0
  for (const column of band.columns) {
    if (serial < 0 && serials.has(headerKey(column.parts.join('')))) {
      serial = column.index
      continue
    }
    const before = candidates.length
    keysOf(column).forEach((key, step) => {
      const word = words.get(key)
      if (word) candidates.push({ column: column.index, field: word.field, rank: step * 100 + word.rank })
    })
    if (candidates.length === before && isLoose(column, definition)) loose += 1
  }
  const fields = assign(candidates)
  const found = new Set(fields.values())
  const matches = band.columns.map((column) => ({
    index: column.index,
    header: column.parts.join('/'),
    leaf: column.parts.at(-1) ?? '',
    field: fields.get(column.index) ?? null,
    isSerial: column.index === serial,
  }))
  const hasAnchors = definition.anchors.every((group) => group.some((field) => found.has(field)))
  return { matches, count: found.size + loose + (serial < 0 ? 0 : 1), hasAnchors }
}

function isLoose(column: HeaderColumn, definition: TableDefinition): boolean {
  if (!definition.looseHeader) return false
  const whole = column.parts.join('/')
  return definition.looseHeader.test(headerKey(whole)) || headerUnit(whole) !== null
}

function assign(
  candidates: readonly { readonly column: number; readonly field: string; readonly rank: number }[],
): ReadonlyMap<number, string> {
  const fields = new Map<number, string>()
  const taken = new Set<string>()
  for (const { column, field } of [...candidates].sort((a, b) => a.rank - b.rank || a.column - b.column)) {
    if (fields.has(column) || taken.has(field)) continue
    fields.set(column, field)
    taken.add(field)
  }
  return fields
}
