import type { Rights } from '../../shared/access/roles'
import type { Need } from '../../shared/ipc/procedure'

/** Who has signed in on this computer since the program started; held here only, never in the window. */
export interface Session {
  /** The account; null = nobody yet. Stays while locked. */
  accountId: string | null
  isLocked: boolean
  /** Unit: milliseconds of the context's `monotonic`; when a key was last pressed. */
  lastActive: number
  /** When the program started: a wait that the store remembers begins anew here. Unit: milliseconds of `monotonic`. */
  readonly startedAt: number
  /** No PIN of this account is tried before. Unit: milliseconds of `monotonic`. */
  readonly waitUntil: Map<string, number>
  /** Wrong PINs since the start, so that a store which cannot be written counts them too. */
  readonly failures: Map<string, number>
}

export function newSession(startedAt: number): Session {
  return {
    accountId: null,
    isLocked: false,
    lastActive: startedAt,
    startedAt,
    waitUntil: new Map(),
    failures: new Map(),
  }
}

/** Who makes a call, as it was let in: this holds to the call's end, whoever signs in or is locked out meanwhile. */
export interface Caller {
  readonly name: string
  readonly rights: Rights
  /** What the call itself asks for; the rows that it changes ask for at least as much. */
  readonly need: Need
}
