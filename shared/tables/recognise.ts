import type { TableDefinition } from './definition'
import { findHeader, readBand, recogniseBand, type FoundHeader } from './header'
import type { ColumnMatch, HeaderBand } from './header-band'
import type { Merges } from './merges'
import { readMetadata, type SheetMetadata } from './metadata'
import type { ReadingOptions } from './reading'
import type { SheetGrid, WorkbookFormat } from './workbook'

/** A sheet whose table is known. */
export interface RecognisedSheet {
  readonly band: HeaderBand
  readonly definition: TableDefinition
  readonly matches: readonly ColumnMatch[]
  readonly metadata: SheetMetadata
}

type Choices = Pick<ReadingOptions, 'headerRows' | 'mapping' | 'year'>

/** Finds out what table a sheet holds; null when it is none that is known. */
export function recogniseSheet(
  sheet: SheetGrid,
  merges: Merges,
  definitions: readonly TableDefinition[],
  format: WorkbookFormat,
  choices: Choices,
): RecognisedSheet | null {
  const found = choices.headerRows
    ? chosenHeader(sheet, merges, definitions, choices.headerRows)
    : findHeader(sheet, merges, definitions, format)
  if (!found) return null
  const metadata = readMetadata(sheet, found.band.rows[0] ?? 0)
  const matches = withMapping(found.matches, choices.mapping)
  const context = { title: metadata.title, sheet: sheet.name, year: metadata.year ?? choices.year }
  const special = found.definition.specialise?.(sheet, found.band, matches, context) ?? null
  const definition = special ?? found.definition
  if (!special && !hasRequired(definition, matches)) return null
  return { band: found.band, definition, matches, metadata }
}

/** Rows chosen by hand are taken as they are, even with few known words. */
function chosenHeader(
  sheet: SheetGrid,
  merges: Merges,
  definitions: readonly TableDefinition[],
  headerRows: readonly number[],
): FoundHeader | null {
  const rows = [...new Set(headerRows)].map((row) => row - 1).filter((row) => row >= 0 && row < sheet.rows.length)
  if (rows.length === 0) return null
  const band = readBand(
    sheet,
    merges,
    rows.sort((a, b) => a - b),
  )
  const best = recogniseBand(band, definitions, 1)
  const [only] = definitions
  if (best || definitions.length !== 1 || !only) return best
  const matches = band.columns.map(({ index, parts }) => ({
    index,
    header: parts.join('/'),
    leaf: parts.at(-1) ?? '',
    field: null,
    isSerial: false,
  }))
  return { band, definition: only, matches, count: 0 }
}

/** Fields chosen by hand win; a field that was moved leaves its old column. */
function withMapping(matches: readonly ColumnMatch[], mapping: ReadingOptions['mapping']): readonly ColumnMatch[] {
  if (!mapping) return matches
  const chosen = new Map(Object.entries(mapping).map(([index, field]) => [Number(index), field]))
  const moved = new Set([...chosen.values()].filter((field) => field !== null))
  return matches.map((match) => {
    const field = chosen.get(match.index)
    if (field !== undefined) return { ...match, field, isSerial: match.isSerial && field === null }
    return match.field !== null && moved.has(match.field) ? { ...match, field: null } : match
  })
}

function hasRequired(definition: TableDefinition, matches: readonly ColumnMatch[]): boolean {
  const found = new Set(matches.map(({ field }) => field))
  return definition.fields.every(({ field, isRequired }) => isRequired !== true || found.has(field))
}
