import { parse } from 'papaparse'
import type { Result } from '../../shared/core/result'
import { err, ok } from '../../shared/core/result'
import type { WorkbookGrid } from '../../shared/tables/workbook'
import { textCell } from './cell-text'
import { sheetGrid, tooManyCells } from './grid-rows'
import { MAX_ROWS } from './limits'
import type { DecodedText } from './text-encoding'

const DELIMITERS = [',', '\t', ';'] as const
const GUESS_ROWS = 50

type Delimiter = (typeof DELIMITERS)[number]

/** Rows that agree on a number of columns above one: a letter or a page has none, a table nearly all. */
function agreeingRows(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) {
    if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + row.length)
  }
  return Math.max(0, ...counts.values())
}

function chooseDelimiter(text: string): Delimiter | null {
  let best: { readonly delimiter: Delimiter; readonly score: number } | null = null
  for (const delimiter of DELIMITERS) {
    const { data } = parse<string[]>(text, { delimiter, preview: GUESS_ROWS, skipEmptyLines: true })
    const score = agreeingRows(data)
    if (score > (best?.score ?? 0)) best = { delimiter, score }
  }
  return best?.delimiter ?? null
}

/** `="0012"` is how many systems keep Excel from turning a code into a number. */
function unwrap(text: string): string {
  return /^="([^"]*)"$/.exec(text)?.[1] ?? text
}

/** Reads comma, semicolon or tab separated text; every cell stays text, so that 0012 stays 0012. */
export function readCsvGrid(decoded: DecodedText): Result<WorkbookGrid> {
  const delimiter = chooseDelimiter(decoded.text)
  if (delimiter === null) return err('fileNotWorkbook')
  const { data, errors } = parse<string[]>(decoded.text, { delimiter })
  // An open quotation mark swallows all rows that follow it.
  if (errors.some((error) => error.code === 'MissingQuotes')) return err('fileDamaged')
  if (data.length > MAX_ROWS + 1) return { ok: false, error: tooManyCells(data.length, 0) }
  const rows = data.map((row) => row.map((text) => textCell(unwrap(text))))
  const sheet = sheetGrid({ name: 'Sheet1', isHidden: false, rows, hiddenRows: [], hiddenColumns: [], merges: [] })
  return ok({ format: 'csv', encoding: decoded.encoding, sheets: [sheet], is1904: false })
}
