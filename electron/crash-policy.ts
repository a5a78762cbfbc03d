/** Unit: milliseconds. Failures further apart than this have nothing to do with each other. */
const WINDOW_MS = 5 * 60 * 1000

/** So many failures of a kind within the window are borne before the program starts anew without the graphics card. */
const BORNE = { page: 2, graphics: 1 } as const

export type CrashKind = keyof typeof BORNE

/** Counts failures: `goOn` while they are few, `safeMode` once a kind comes too often. */
export function createCrashPolicy(monotonic: () => number): (kind: CrashKind) => 'goOn' | 'safeMode' {
  const times: Record<CrashKind, number[]> = { page: [], graphics: [] }
  return (kind) => {
    const now = monotonic()
    times[kind] = [...times[kind].filter((time) => now - time < WINDOW_MS), now]
    return times[kind].length > BORNE[kind] ? 'safeMode' : 'goOn'
  }
}
