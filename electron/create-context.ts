import { webcrypto } from 'node:crypto'
import { userInfo } from 'node:os'
import { uuidv7 } from 'uuidv7'
import type { IsoDate } from '../shared/core/dates'
import { newSession } from './access/session'
import type { Context, StoreState, Versions } from './context'
import { localDay, localTime } from './core/clock'
import { seatOfState } from './settings/seat'
import { calendarsOfState } from './settings/store-lifecycle'

export interface ContextOptions {
  readonly dataFolder: string
  readonly jobsFile: string
  readonly versions: Versions
  /** Who is recorded; null = the person chosen for the operating system's user, else that user. */
  readonly actor: string | null
  /** The day that counts as today; null = the clock's. */
  readonly asOf: IsoDate | null
  readonly announce: (rooms: readonly string[]) => void
}

/** The only place that reads the clock, makes ids and knows who sits at the machine. */
export function createContext(options: ContextOptions): Context {
  // Electron's older main process has no global crypto, and ids must never fall back to weak randomness.
  if (globalThis.crypto === undefined) Object.assign(globalThis, { crypto: webcrypto })
  const account = userInfo().username
  let state: StoreState = { kind: 'none' }
  const now = (): string => localTime(new Date())
  return {
    dataFolder: options.dataFolder,
    versions: options.versions,
    jobsFile: options.jobsFile,
    account,
    actor: () => options.actor ?? seatOfState(state, account)?.name ?? account,
    today: () => options.asOf ?? localDay(now()),
    now,
    monotonic: () => performance.now(),
    session: newSession(),
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
