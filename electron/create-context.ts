import { webcrypto } from 'node:crypto'
import { userInfo } from 'node:os'
import { uuidv7 } from 'uuidv7'
import type { IsoDate } from '../shared/core/dates'
import { newSession } from './access/session'
import { isAccessOn, signedInAccount } from './access/signed-in'
import type { Context, Installation, StoreState, Versions } from './context'
import { localDay, localTime } from './core/clock'
import { isPortable } from './portable'
import { seatOfState } from './settings/seat'
import { calendarsOfState } from './settings/store-lifecycle'

export interface ContextOptions {
  readonly dataFolder: string
  readonly jobsFile: string
  readonly versions: Versions
  /** What differs from this computer's own; without a publisher's key no update is taken. */
  readonly installation?: Partial<Installation>
  /** Who is recorded; null = the person chosen for the operating system's user, else that user. */
  readonly actor: string | null
  /** The day that counts as today; null = the clock's. */
  readonly asOf: IsoDate | null
  readonly announce: (rooms: readonly string[]) => void
  /** A clock that nobody can turn; the process's own when it is left out. Unit: milliseconds. */
  readonly monotonic?: () => number
}

/** The only place that reads the clock, makes ids and knows who sits at the machine. */
export function createContext(options: ContextOptions): Context {
  // Electron's older main process has no global crypto, and ids must never fall back to weak randomness.
  if (globalThis.crypto === undefined) Object.assign(globalThis, { crypto: webcrypto })
  const account = userInfo().username
  let state: StoreState = { kind: 'none' }
  const now = (): string => localTime(new Date())
  const monotonic = options.monotonic ?? (() => performance.now())
  const session = newSession(monotonic())
  // A name given at the start never stands for somebody who has to sign in.
  const actor = (): string =>
    isAccessOn(state)
      ? (signedInAccount(state, session)?.personName ?? account)
      : (options.actor ?? seatOfState(state, account)?.name ?? account)
  return {
    dataFolder: options.dataFolder,
    versions: options.versions,
    installation: {
      platform: process.platform,
      arch: process.arch,
      isPortable: isPortable(),
      publisherKeys: [],
      ...options.installation,
    },
    jobsFile: options.jobsFile,
    account,
    actor,
    today: () => options.asOf ?? localDay(now()),
    now,
    monotonic,
    session,
    caller: null,
    confirmedRows: null,
    newId: uuidv7,
    calendars: () => calendarsOfState(state),
    storeState: () => state,
    setStore: (next) => {
      state = next
    },
    grants: new Map(),
    previews: new Map(),
    packages: new Map(),
    uploads: new Map(),
    announce: options.announce,
  }
}
