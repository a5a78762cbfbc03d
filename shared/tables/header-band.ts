/** One column under the header band. */
export interface HeaderColumn {
  readonly index: number
  /** Texts from top to bottom, equal neighbours once. */
  readonly parts: readonly string[]
}

/** The rows that hold the header, zero-based. */
export interface HeaderBand {
  readonly rows: readonly number[]
  readonly columns: readonly HeaderColumn[]
}

export interface ColumnMatch {
  readonly index: number
  /** `目标任务/全年`. */
  readonly header: string
  /** The lowest text of the column's header, as the file writes it. */
  readonly leaf: string
  readonly field: string | null
  readonly isSerial: boolean
}
