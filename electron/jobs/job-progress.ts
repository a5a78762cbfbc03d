/** What a job may tell while it runs; `stage` is a word of the job, never a sentence. */
export interface JobProgress {
  readonly stage: string
  readonly done: number
  readonly total: number
}

/** What every job gets besides its input. */
export interface JobContext {
  readonly report: (progress: JobProgress) => void
}
