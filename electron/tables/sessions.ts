import type { ReadingChoice } from '../../shared/tables/contract'
import type { Plan } from '../../shared/tables/plan'
import type { ReadingOptions, TableReading, WorkbookReading } from '../../shared/tables/reading'
import type { ImportScope } from './importer'

/** One table of a preview: what was read, how it meets the store, and corrections typed so far. */
export interface PreviewedTable {
  readonly reading: TableReading
  readonly scope: ImportScope
  readonly plan: Plan
  readonly isMappingRemembered: boolean
}

/** An open preview. It lives in memory only: closing it, or the program, leaves no trace in the store. */
export interface PreviewSession {
  readonly id: string
  readonly fileName: string
  /** The copy of the file in the staging folder. */
  readonly file: string
  readonly sha256: string
  readonly choice: ReadingChoice
  readonly fixes: ReadingOptions['fixes']
  readonly workbook: Extract<WorkbookReading, { ok: true }>
  readonly tables: readonly PreviewedTable[]
}

export type PreviewSessions = Map<string, PreviewSession>
