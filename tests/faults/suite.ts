/** How a suite ended: how often something was tried, and everything that was wrong. */
export interface Outcome {
  readonly runs: number
  readonly wrong: readonly string[]
}

export interface Suite {
  readonly name: string
  readonly run: (work: string) => Promise<Outcome>
}

export interface SuiteLine extends Outcome {
  readonly name: string
  readonly seconds: number
}

/** Runs one suite; what it throws is a fault of its own. */
export async function runSuite({ name, run }: Suite, work: string): Promise<SuiteLine> {
  const started = performance.now()
  let outcome: Outcome
  try {
    outcome = await run(work)
  } catch (cause) {
    const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    outcome = { runs: 0, wrong: [`the suite ended: ${stack}`] }
  }
  return { ...outcome, name, seconds: (performance.now() - started) / 1000 }
}

/** The table at the end. */
export function suiteTable(lines: readonly SuiteLine[]): string {
  const rows = lines.map(({ name, runs, wrong, seconds }) => [name, runs, wrong.length, seconds.toFixed(1)].map(String))
  const head = ['suite', 'runs', 'bad', 'seconds']
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return [head, ...rows].map(line).join('\n')
}
