/** What a measured window is asked to do, in its environment as JSON. */
export interface ProbeOrder {
  /** What must be on the page before it counts as shown with its data; null: the first paint is all there is. */
  readonly shown: string | null
  /** Measure answers and jobs over the page's port once it is shown. */
  readonly jobs: {
    /** Path of a workbook with leads. */
    readonly workbook: string
    readonly calls: number
  } | null
}

export const orderVariable = 'SIZHUA_BENCH_ORDER'
/** Lines that the probe prints begin so. */
export const reportMark = 'sizhua-bench '

/** What the probe tells. Unit: milliseconds since 1970, or of duration. */
export interface ProbeReport {
  readonly paintedAt: number
  readonly shownAt: number
  readonly jobs: ProbeJobs | null
}

export interface ProbeJobs {
  /** Answer of a page of 50 leads over the port, median. */
  readonly answer: number
  /** From the click on the next page to its rows painted, median. */
  readonly pixels: number
  /** The longest time in which the main process did not come round. */
  readonly blocked: { readonly importing: number; readonly exporting: number }
}
