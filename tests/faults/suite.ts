/** How a suite ended: how often something was tried, and everything that was wrong. */
export interface Outcome {
  readonly runs: number
  readonly wrong: readonly string[]
}
