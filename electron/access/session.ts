/** Who has signed in on this computer since the program started; held here only, never in the window. */
export interface Session {
  /** The person's name; null = nobody yet. Stays while locked. */
  name: string | null
  isLocked: boolean
  /** Unit: milliseconds of the context's `monotonic`; when a key was last pressed. */
  lastActive: number
  /** Unit: milliseconds of `monotonic`; no PIN is tried before. */
  waitUntil: number
}

export function newSession(): Session {
  return { name: null, isLocked: false, lastActive: 0, waitUntil: 0 }
}
