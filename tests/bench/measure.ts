/** One timed run. Unit: milliseconds. */
export type Run = () => number | Promise<number>

/** Ours against the floor, both measured in this run. Unit: milliseconds. */
export interface Comparison {
  readonly ours: number
  readonly baseline: number
}

export interface Repeats {
  readonly warmUps: number
  readonly rounds: number
}

/** How long some work takes; what it returns is dropped. Unit: milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Unit: milliseconds. Collecting after each short run would throw away the compiled code that the next one needs. */
const LONG_RUN = 200

async function clean(run: Run): Promise<number> {
  const taken = await run()
  // Only there under --expose-gc; garbage of one side must not be paid by the other.
  if (taken > LONG_RUN) globalThis.gc?.()
  return taken
}

/** Runs both sides in turns, A B A B, so that what else the machine does falls on both; gives the medians. */
export async function compare(ours: Run, baseline: Run, { warmUps, rounds }: Repeats): Promise<Comparison> {
  const taken: Comparison[] = []
  globalThis.gc?.()
  for (let round = -warmUps; round < rounds; round += 1) {
    const both = { ours: await clean(ours), baseline: await clean(baseline) }
    if (round >= 0) taken.push(both)
  }
  return { ours: median(taken.map((each) => each.ours)), baseline: median(taken.map((each) => each.baseline)) }
}
