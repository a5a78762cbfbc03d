import type { Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Result } from '../../shared/core/result'
import { err, ok } from '../../shared/core/result'
import type { WorkbookGrid } from '../../shared/tables/workbook'
import { columnCount, tooManyCells } from './grid-rows'
import { MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS } from './limits'
import { readCsvGrid } from './read-csv'
import { readXlsxGrid } from './read-xlsx'
import { sniff } from './sniff'
import { inflateXlsx } from './xlsx-parts'
import { openGuardedZip } from './zip-guard'
import { zipKind } from './zip-kind'

/** What a reading is doing; `done` of `total` steps are behind it. */
export interface ReadingProgress {
  readonly stage: 'open' | 'check' | 'read' | 'rows'
  readonly done: number
  readonly total: number
}

export type ReportReading = (progress: ReadingProgress) => void

const STAGES = ['open', 'check', 'read', 'rows'] as const

function stageReporter(report: ReportReading): (stage: ReadingProgress['stage']) => void {
  return (stage) => report({ stage, done: STAGES.indexOf(stage), total: STAGES.length })
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`
}

async function readZip(bytes: Buffer): Promise<Result<WorkbookGrid>> {
  const zip = await openGuardedZip(bytes)
  if (!zip.ok) return zip
  const kind = await zipKind(zip.value)
  if (!kind.ok) return kind
  const parts = await inflateXlsx(zip.value)
  return parts.ok ? ok(await readXlsxGrid(parts.value)) : parts
}

/** A page that was saved instead of the table (a login form, a notice) has no row of two cells above another. */
function isTable(grid: WorkbookGrid): boolean {
  return grid.sheets.some((sheet) => sheet.rows.filter((row) => row.length > 1).length > 1)
}

async function readSniffed(bytes: Buffer): Promise<Result<WorkbookGrid>> {
  const sniffed = sniff(bytes)
  if (!sniffed.ok) return sniffed
  const file = sniffed.value
  if (file.kind === 'zip') return readZip(bytes)
  if (file.kind === 'csv') return readCsvGrid(file.decoded)
  // Loaded only for the formats that need it: the thread lives for one file.
  const { readSheetJsGrid } = await import('./read-sheetjs')
  if (file.kind === 'xls') return ok(readSheetJsGrid({ format: 'xls', encoding: null, content: bytes }))
  const grid = readSheetJsGrid({ format: file.kind, encoding: file.decoded.encoding, content: file.decoded.text })
  return file.kind === 'html' && !isTable(grid) ? err('fileIsWebPage') : ok(grid)
}

/** The readers throw what they like, SheetJS even plain strings; each is sorted into a sentence for the user. */
function failureOf(thrown: unknown): Result<never> {
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  if (/password|encrypt|decrypt/i.test(message)) return err('fileEncrypted')
  if (/possible zip bomb|allocation failed|Invalid string length|Invalid array length/i.test(message)) {
    return err('fileExpandsTooMuch')
  }
  if (/cells\), over the \d+ limit/.test(message)) return { ok: false, error: tooManyCells(MAX_ROWS, MAX_COLUMNS) }
  if (/Unsupported (?:BIFF|file|format)|BIFF ?[2-5]/i.test(message)) return err('fileOldBiff')
  return err('fileDamaged')
}

function checkSize(grid: WorkbookGrid): Result<WorkbookGrid> {
  if (!grid.sheets.some((sheet) => sheet.rows.length > 0)) return err('fileNoRows')
  const tooLarge = grid.sheets.find((sheet) => sheet.rows.length > MAX_ROWS || columnCount(sheet) > MAX_COLUMNS)
  return tooLarge ? { ok: false, error: tooManyCells(tooLarge.rows.length, columnCount(tooLarge)) } : ok(grid)
}

/** Reads a workbook from its bytes, whatever its name says; every way to fail is a code. */
export async function readWorkbookBytes(
  bytes: Buffer,
  report: ReportReading = () => {},
): Promise<Result<WorkbookGrid>> {
  const enter = stageReporter(report)
  enter('check')
  if (bytes.length > MAX_FILE_BYTES) {
    return err('fileTooLarge', { size: megabytes(bytes.length), limit: megabytes(MAX_FILE_BYTES) })
  }
  enter('read')
  try {
    const grid = await readSniffed(bytes)
    enter('rows')
    return grid.ok ? checkSize(grid.value) : grid
  } catch (thrown) {
    return failureOf(thrown)
  }
}

async function statFile(file: string): Promise<Result<Stats>> {
  try {
    return ok(await stat(file))
  } catch {
    return err('fileNotFound', { file: path.basename(file) })
  }
}

async function loadFile(file: string): Promise<Result<Buffer>> {
  const info = await statFile(file)
  if (!info.ok) return info
  // A folder, a pipe or a device has no end that could be waited for.
  if (!info.value.isFile()) return err('fileNotWorkbook')
  if (info.value.size > MAX_FILE_BYTES) {
    return err('fileTooLarge', { size: megabytes(info.value.size), limit: megabytes(MAX_FILE_BYTES) })
  }
  try {
    return ok(await readFile(file))
  } catch {
    return err('fileNotReadable', { file: path.basename(file) })
  }
}

/** Reads a workbook file; to be called in a worker, because large ones take seconds. */
export async function readWorkbookFile(file: string, report: ReportReading = () => {}): Promise<Result<WorkbookGrid>> {
  stageReporter(report)('open')
  const bytes = await loadFile(file)
  return bytes.ok ? readWorkbookBytes(bytes.value, report) : bytes
}
