import { create } from 'zustand'
import { CallError } from '../../shared/ipc/client'
import type { ImportBatch, ImportCounts, Preview, ReadingChoice } from '../../shared/tables/contract'
import type { ImportKind } from '../../shared/tables/reading'
import { call, queries, type OutputOf } from '../desk'

export interface ImportProgress {
  readonly stage: 'reading' | 'comparing' | 'writing'
  readonly done: number
  readonly total: number
}

/** Where the rows come from; kept until they have been read, so that a refusal can be tried again. */
export type ImportSource =
  | { readonly kind: 'file'; readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'text'; readonly text: string; readonly importKind: ImportKind }

export type ImportView =
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening'; readonly fileName: string }
  | { readonly kind: 'refused'; readonly source: ImportSource; readonly choice: ReadingChoice; readonly error: unknown }
  | { readonly kind: 'preview'; readonly preview: Preview }
  | {
      readonly kind: 'done'
      readonly fileName: string
      readonly batches: readonly ImportBatch[]
      readonly left: number
    }

interface ImportState {
  readonly view: ImportView
  /** What the running call has reported; null while none runs. */
  readonly progress: ImportProgress | null
  readonly isBusy: boolean
  /** Why the last step in the preview was refused. */
  readonly error: unknown
  readonly choice: ReadingChoice
  /** Cells typed anew so far. */
  readonly fixCount: number
  /** Rises with each wish to choose a file. */
  readonly pickWish: number
}

const bytesOfMegabyte = 1024 * 1024
/** Unit: bytes. Nothing larger is read into memory; the service checks again. */
const largestFile = 64 * bytesOfMegabyte

export const openChoice: ReadingChoice = { kind: null, sheet: null, headerRows: null, mapping: null }

const closed = {
  view: { kind: 'closed' },
  progress: null,
  isBusy: false,
  error: null,
  choice: openChoice,
  fixCount: 0,
} as const satisfies Partial<ImportState>

export const useImport = create<ImportState>()((): ImportState => ({ ...closed, pickWish: 0 }))

let running: AbortController | null = null

interface Step {
  readonly signal: AbortSignal
  readonly onEvent: (progress: ImportProgress) => void
}

/** Runs one call at a time with its progress on the screen; undefined when it was refused. */
async function run<T>(step: (options: Step) => Promise<T>, refused: (error: unknown) => void): Promise<T | undefined> {
  if (running) return undefined
  const controller = new AbortController()
  running = controller
  useImport.setState({ isBusy: true, progress: null, error: null })
  try {
    return await step({ signal: controller.signal, onEvent: (progress) => useImport.setState({ progress }) })
  } catch (error) {
    refused(error)
    return undefined
  } finally {
    running = null
    useImport.setState({ isBusy: false, progress: null })
  }
}

export function cancelImport(): void {
  running?.abort()
}

function isCancelled(error: unknown): boolean {
  return error instanceof CallError && error.failure.code === 'cancelled'
}

function showInPreview(error: unknown): void {
  if (!isCancelled(error)) useImport.setState({ error })
}

function showPreview(preview: Preview): void {
  useImport.setState({ view: { kind: 'preview', preview } })
  void queries.invalidateQueries({ queryKey: ['tables', 'tables.rows'] })
}

/** Asks for a file: the import's host opens the desktop's own dialog. */
export function openImport(): void {
  useImport.setState((state) => ({ pickWish: state.pickWish + 1 }))
}

/** Reads a source and shows its preview; nothing is written. */
export async function openSource(source: ImportSource, choice: ReadingChoice = openChoice): Promise<void> {
  if (running || useImport.getState().view.kind === 'preview') return
  const fileName = source.kind === 'file' ? source.fileName : ''
  useImport.setState({ ...closed, choice, view: { kind: 'opening', fileName } })
  const preview = await run<Preview>(
    (options) =>
      source.kind === 'file'
        ? call('tables.open', { fileName: source.fileName, bytes: source.bytes, choice }, options)
        : call('tables.openText', { text: source.text, kind: source.importKind }, options),
    (error) =>
      useImport.setState({
        view: isCancelled(error) ? { kind: 'closed' } : { kind: 'refused', source, choice, error },
      }),
  )
  if (!preview) return
  if (useImport.getState().view.kind === 'opening') showPreview(preview)
  else forget(preview.session)
}

/** A file that was dropped or chosen. Its content is handed on, never its path. */
export async function openFile(file: File): Promise<void> {
  if (running || useImport.getState().view.kind === 'preview') return
  useImport.setState({ ...closed, view: { kind: 'opening', fileName: file.name } })
  if (file.size > largestFile) return refuseLarge(file)
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    await openSource({ kind: 'file', fileName: file.name, bytes })
  } catch {
    const source: ImportSource = { kind: 'file', fileName: file.name, bytes: new Uint8Array() }
    const error = new CallError({ code: 'fileNotReadable', params: { file: file.name } })
    useImport.setState({ view: { kind: 'refused', source, choice: openChoice, error } })
  }
}

/** Rows copied in WPS or Excel. */
export function openPastedText(text: string, kind: ImportKind): void {
  void openSource({ kind: 'text', text, importKind: kind })
}

function refuseLarge(file: File): void {
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / bytesOfMegabyte)} MB`
  const params = { size: megabytes(file.size), limit: megabytes(largestFile) }
  const source: ImportSource = { kind: 'file', fileName: file.name, bytes: new Uint8Array() }
  const error = new CallError({ code: 'fileTooLarge', params })
  useImport.setState({ view: { kind: 'refused', source, choice: openChoice, error } })
}

/** A preview that could not be forgotten ends with the program. */
function forget(session: string): void {
  call('tables.discard', { session }).catch(console.error)
}

function openPreview(): Preview | null {
  const { view } = useImport.getState()
  return view.kind === 'preview' ? view.preview : null
}

/** Reads the same file with another sheet, header or mapping. */
export async function choose(part: Partial<ReadingChoice>): Promise<void> {
  const open = openPreview()
  if (!open) return
  const choice = { ...useImport.getState().choice, ...part }
  const preview = await run(
    (options) => call('tables.choose', { session: open.session, choice }, options),
    showInPreview,
  )
  if (!preview || openPreview()?.session !== preview.session) return
  useImport.setState({ choice })
  showPreview(preview)
}

/** Types a cell anew; true when the row was judged again. */
export async function fixCell(table: number, row: number, field: string, text: string): Promise<boolean> {
  const open = openPreview()
  if (!open) return false
  const { session } = open
  const preview = await run(
    (options) => call('tables.fixCell', { session, table, row, field, text }, options),
    showInPreview,
  )
  if (!preview || openPreview()?.session !== preview.session) return false
  useImport.setState((state) => ({ fixCount: state.fixCount + 1 }))
  showPreview(preview)
  return true
}

interface Confirmation {
  readonly tables: readonly number[]
  readonly rows: 'all' | 'valid'
  readonly withdraw: boolean
  readonly left: number
}

/** Writes the chosen tables in one step, and shows what was written. */
export async function confirmImport({ tables, rows, withdraw, left }: Confirmation): Promise<void> {
  const open = openPreview()
  if (!open) return
  const { session, fileName } = open
  const done: OutputOf<'tables.confirm'> | undefined = await run(
    (options) => call('tables.confirm', { session, tables: [...tables], rows, withdraw }, options),
    showInPreview,
  )
  if (done) useImport.setState({ view: { kind: 'done', fileName, batches: done.batches, left } })
}

/** Closes what is open; a preview is forgotten and nothing is written. */
export function closeImport(): void {
  const open = openPreview()
  cancelImport()
  useImport.setState(closed)
  if (open) forget(open.session)
}

/** Rows that an import really changes. */
export function changedCount(counts: ImportCounts, withdraw: boolean): number {
  return counts.added + counts.updated + (withdraw ? counts.withdrawn : 0)
}
