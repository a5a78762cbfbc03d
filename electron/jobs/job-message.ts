import type { JobProgress } from './job-progress'

/** What a worker tells the thread that started it; `done` or `failed` is the last. */
export type JobMessage =
  | { readonly kind: 'progress'; readonly progress: JobProgress }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly error: string }

/** What the worker is started with. */
export interface JobOrder {
  readonly name: string
  readonly input: unknown
}
