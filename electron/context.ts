import type { Calendars } from '../shared/core/calendar'
import type { IsoDate } from '../shared/core/dates'
import { err, type Failure, type Result } from '../shared/core/result'
import type { Store, WriteDb } from '../db/access'
import { guardWrite } from './access/guard-write'
import type { Caller, Session } from './access/session'
import type { Uploads } from './attachments/open-uploads'
import { roomOfTable } from './core/room-of-table'
import type { PackageSessions } from './exchange/package-sessions'
import type { PreviewSessions } from './tables/sessions'

/** What the program runs on, for 关于 and the log. */
export interface Versions {
  readonly app: string
  readonly electron: string
  readonly electronSource: string
  readonly chromium: string
  readonly node: string
}

/** What this copy of the program is, and whom it takes updates from. */
export interface Installation {
  readonly platform: string
  readonly arch: string
  /** Started from a folder of its own, with the data beside it; nothing was installed. */
  readonly isPortable: boolean
  /** Base64 of 32 bytes each; empty = updates by file are refused. */
  readonly publisherKeys: readonly string[]
}

/** Everything a handler may use. No handler reads a clock, an environment or a path of its own. */
export interface Context {
  readonly dataFolder: string
  readonly versions: Versions
  readonly installation: Installation
  /** The bundle that runs long jobs in worker threads. */
  readonly jobsFile: string
  /** The operating system's user: the person who sits here is kept under this name. */
  readonly account: string
  /** Who is recorded: whoever has signed in; where nobody has to, as named at the start, else the person who sits here, else the account. */
  readonly actor: () => string
  readonly today: () => IsoDate
  /** Local time with offset. */
  readonly now: () => string
  /** Unit: milliseconds of a clock that nobody can turn; for waits and idleness only. */
  readonly monotonic: () => number
  readonly newId: () => string
  readonly calendars: () => Calendars
  /** The open store, or why there is none. */
  readonly storeState: () => StoreState
  readonly setStore: (state: StoreState) => void
  /** Who has signed in on this computer, as far as anybody has to. */
  readonly session: Session
  /** Who makes the call; null where nobody has to sign in, and for what the program does by itself. */
  readonly caller: Caller | null
  /** So many existing records the person agreed to have changed at once by this call; null = more than usual is refused. */
  readonly confirmedRows: number | null
  /** Folders and files the person granted, by token; the window only ever holds tokens. */
  readonly grants: Map<string, string>
  readonly previews: PreviewSessions
  /** Packages that were opened and not taken over yet. */
  readonly packages: PackageSessions
  readonly uploads: Uploads
  /** Tells the window which rooms have changed. */
  readonly announce: (rooms: readonly string[]) => void
}

export type StoreState =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly store: Store }
  | { readonly kind: 'refused'; readonly failure: Failure }

/** The open store; a refusal when the bureau has not been set up or the store could not be opened. */
export function openedStore(context: Context): Result<Store> {
  const state = context.storeState()
  if (state.kind === 'open') return { ok: true, value: state.store }
  return state.kind === 'refused' ? { ok: false, error: state.failure } : err('notInitialised')
}

/** Announces the rooms of changed tables. */
export function announceTables(context: Context, tables: readonly string[]): void {
  if (tables.length === 0) return
  context.announce([...new Set(tables.map((table) => roomOfTable[table] ?? table)), 'core'])
}

/**
 * One intent through the funnel: actor and time added, what it changed judged before it is kept, changed rooms announced,
 * refusals rolled back.
 */
export function writeIntent<T>(
  context: Context,
  name: string,
  params: Readonly<Record<string, unknown>>,
  work: (db: WriteDb, store: Store) => Result<T>,
): Result<T> {
  const store = openedStore(context)
  if (!store.ok) return store
  const written = store.value.write({ name, params, actor: context.actor(), at: context.now() }, (db): Result<T> => {
    const done = work(db, store.value)
    if (!done.ok) return done
    const guarded = guardWrite(context, store.value, name)
    return guarded.ok ? done : guarded
  })
  announceTables(context, written.tables)
  return written.value
}
