import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Store } from '../../db/access'
import { readBureau } from '../../db/repositories/settings'
import { readStatusWords } from '../../db/repositories/rect-programs'
import { readMapping } from '../../db/repositories/tables'
import { err, ok, type Result } from '../../shared/core/result'
import type { CancelSignal } from '../../shared/ipc/procedure'
import { unitNameVariants } from '../../shared/registry/unit-names'
import type { ReadingChoice } from '../../shared/tables/contract'
import { planTable, type Plan, type StoredItem } from '../../shared/tables/plan'
import type { ReadingOptions, TableReading, WorkbookReading } from '../../shared/tables/reading'
import type { Context } from '../context'
import { writeFileAtomically } from '../core/atomic-file'
import { digestOf } from '../core/attachment-store'
import type { ImportScope } from './importer'
import { importers } from './importers'
import { judgeRows, withRemarks, type PlaceOf } from './judge-rows'
import { readTablesOfFile } from './read-tables-of-file'
import type { PreviewedTable, PreviewSession } from './sessions'
import { removed, stagingFolder } from './staging'

export interface PreviewScope {
  readonly signal: CancelSignal
  readonly report: (progress: {
    readonly stage: 'reading' | 'comparing' | 'writing'
    readonly done: number
    readonly total: number
  }) => void
}

export const openChoice: ReadingChoice = { kind: null, sheet: null, headerRows: null, mapping: null }

/** Copies the file to the staging folder, reads it in a guarded thread and compares it with the store. */
export async function openPreview(
  context: Context,
  store: Store,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly choice: ReadingChoice },
  scope: PreviewScope,
): Promise<Result<PreviewSession>> {
  const id = context.newId()
  const staged = path.join(
    stagingFolder(context),
    `${id}${path
      .extname(file.name)
      .replaceAll(/[^.\w]/g, '')
      .slice(0, 10)}`,
  )
  try {
    mkdirSync(path.dirname(staged), { recursive: true })
  } catch (cause) {
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : 'error'
    return err('folderNotWritable', { folder: path.dirname(staged), detail })
  }
  const written = await writeFileAtomically(staged, file.bytes)
  if (!written.ok) return written
  const session = await readSession(context, store, scope, {
    id,
    fileName: file.name,
    file: staged,
    sha256: digestOf(file.bytes),
    choice: file.choice,
    fixes: [],
  })
  if (session.ok) context.previews.set(id, session.value)
  else removed(staged)
  return session
}

/** Reads the same file again with other choices or corrections. */
export async function rereadPreview(
  context: Context,
  store: Store,
  session: PreviewSession,
  changes: Partial<Pick<PreviewSession, 'choice' | 'fixes'>>,
  scope: PreviewScope,
): Promise<Result<PreviewSession>> {
  if (!existsSync(session.file)) return err('previewExpired')
  const { id, fileName, file, sha256, choice, fixes } = session
  const next = await readSession(context, store, scope, { id, fileName, file, sha256, choice, fixes, ...changes })
  if (next.ok) context.previews.set(id, next.value)
  return next
}

/** Forgets a preview and its copy of the file. */
export function discardPreview(context: Context, id: string): void {
  const session = context.previews.get(id)
  if (!session) return
  removed(session.file)
  context.previews.delete(id)
}

type SessionInput = Omit<PreviewSession, 'workbook' | 'tables'>

async function readSession(
  context: Context,
  store: Store,
  scope: PreviewScope,
  input: SessionInput,
): Promise<Result<PreviewSession>> {
  const bureau = readBureau(store.read)
  if (!bureau) return err('notInitialised')
  const base: ReadingOptions = {
    ...input.choice,
    mapping: input.choice.mapping && mappingByIndex(input.choice.mapping),
    fixes: input.fixes,
    year: bureau.year,
    mode: bureau.mode,
    unitNames: [...new Set([bureau.name, ...bureau.aliases].flatMap(unitNameVariants))],
    statusWords: readStatusWords(store.read),
  }
  const read = (options: ReadingOptions): Promise<WorkbookReading> =>
    readTablesOfFile(
      { file: input.file, options },
      {
        workerFile: context.jobsFile,
        // The two signals differ only in what the platform's own can do besides.
        signal: scope.signal as AbortSignal,
        onProgress: ({ done, total }) => scope.report({ stage: 'reading', done, total }),
      },
    )
  let workbook = await read(base)
  if (!workbook.ok) return err(workbook.code, workbook.params)
  const remembered = base.mapping === null ? rememberedMapping(store, workbook.tables) : null
  if (remembered) workbook = await read({ ...base, mapping: remembered })
  if (!workbook.ok) return err(workbook.code, workbook.params)
  scope.report({ stage: 'comparing', done: 0, total: workbook.tables.length })
  const tables = workbook.tables.map((found): PreviewedTable => {
    const tableScope: ImportScope = {
      year: found.year ?? bureau.year,
      mode: bureau.mode,
      unitNames: base.unitNames,
      title: found.title,
      today: context.today(),
    }
    const reading = { ...found, rows: judgeRows(importers[found.kind], found.rows, tableScope, placesOf(found)) }
    return {
      reading,
      scope: tableScope,
      plan: planReading(store, reading, tableScope),
      isMappingRemembered: remembered !== null,
    }
  })
  return ok({ ...input, workbook, tables })
}

/** Excel letters and header of each field of a sheet. */
function placesOf({ columns }: TableReading): PlaceOf {
  return (field) => {
    const column = columns.find((each) => each.field === field)
    return { letters: column?.letters ?? '', column: column?.header.split('/').at(-1) ?? '' }
  }
}

/** How a reading meets the store as it is now. */
export function planReading(store: Store, reading: TableReading, scope: ImportScope): Plan {
  const importer = importers[reading.kind]
  const existing = importer.existing(store.read, scope)
  return planTable(metReading(store, reading, scope, existing), {
    keyOf: (row) => {
      const key = importer.keyOf(row, scope)
      const other = existing.has(key) ? undefined : importer.alternativeKeyOf?.(row)
      return other !== undefined && existing.has(other) ? other : key
    },
    fields: importer.fields,
    doesBlankKeep: importer.doesBlankKeep,
    existing,
  })
}

/** A reading with what the store says of its rows now. */
function metReading(
  store: Store,
  reading: TableReading,
  scope: ImportScope,
  existing: ReadonlyMap<string, StoredItem>,
): TableReading {
  const met = importers[reading.kind].meet?.(store.read, reading.rows, scope, existing)
  if (!met) return reading
  const placeOf = placesOf(reading)
  const rows = reading.rows.map((row, index) => {
    const { values, remarks } = met[index] ?? { values: row.values, remarks: [] }
    return withRemarks({ ...row, values }, remarks, placeOf)
  })
  return { ...reading, rows }
}

function mappingByIndex(mapping: Readonly<Record<string, string | null>>): Record<number, string | null> {
  return Object.fromEntries(Object.entries(mapping).map(([index, field]) => [Number(index), field]))
}

function rememberedMapping(store: Store, tables: readonly TableReading[]): Record<number, string | null> | null {
  const [only, ...others] = tables
  if (!only || others.length > 0) return null
  const mapping = readMapping(store.read, only.kind, only.fingerprint)
  return mapping && mappingByIndex(mapping)
}
