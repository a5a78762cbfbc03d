import type { Calendars } from '../shared/core/calendar'
import type { IsoDate } from '../shared/core/dates'
import { err, type Failure, type Result } from '../shared/core/result'
import type { Store, WriteDb } from '../db/access'
import type { Session } from './access/session'
import type { Uploads } from './attachments/open-uploads'
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

/** Everything a handler may use. No handler reads a clock, an environment or a path of its own. */
export interface Context {
  readonly dataFolder: string
  readonly versions: Versions
  /** The bundle that runs long jobs in worker threads. */
  readonly jobsFile: string
  /** The operating system's user: the person who sits here is kept under this name. */
  readonly account: string
  /** Who is recorded: as named at the start, else the person who sits here, else the account. */
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

const roomOfTable: Readonly<Record<string, string>> = {
  account: 'access',
  bureau: 'settings',
  closed_year: 'settings',
  calendar_year: 'settings',
  preference: 'settings',
  saved_view: 'settings',
  section: 'registry',
  person: 'registry',
  group_role: 'registry',
  handover: 'registry',
  enterprise: 'registry',
  enterprise_link: 'registry',
  import_batch: 'tables',
  table_mapping: 'tables',
  assignment: 'assignments',
  attachment: 'attachments',
  lead: 'investment',
  follow_up: 'investment',
  brief: 'briefs',
  training: 'briefs',
  training_attendance: 'briefs',
  manual_score: 'scoring',
  task: 'assignments',
  project: 'projects',
  permit: 'projects',
  project_problem: 'projects',
  project_visit: 'projects',
  project_dispatch: 'projects',
  policy: 'environment',
  policy_told: 'environment',
  visit: 'environment',
  demand: 'environment',
  revenue_entry: 'revenue',
  revenue_tip: 'revenue',
  report_edit: 'reports',
  rect_program: 'rectification',
  finding: 'rectification',
  finding_point: 'rectification',
  measure: 'rectification',
  finding_measure: 'rectification',
  evidence: 'rectification',
  finding_amount: 'rectification',
  rule_made: 'rectification',
  accountability: 'rectification',
  referral: 'rectification',
  extension: 'rectification',
  rect_cycle: 'rectification',
  finding_step: 'rectification',
  look_back: 'rectification',
  look_back_sample: 'rectification',
  recurrence: 'rectification',
  rect_report: 'rectification',
  rect_letter: 'rectification',
  rect_role: 'rectification',
  rule_document: 'scoring',
  trusted_key: 'exchange',
  sent_package: 'exchange',
  received_package: 'exchange',
  own_objection: 'exchange',
  conflict_decision: 'exchange',
  unit: 'district',
  report_period: 'district',
  submission: 'district',
  line_verdict: 'district',
  check_decision: 'district',
  unit_figure: 'district',
  unit_veto: 'district',
  publication: 'district',
  objection: 'district',
}

/** Announces the rooms of changed tables. */
export function announceTables(context: Context, tables: readonly string[]): void {
  if (tables.length === 0) return
  context.announce([...new Set(tables.map((table) => roomOfTable[table] ?? table)), 'core'])
}

/** One intent through the funnel: actor and time added, changed rooms announced, refusals rolled back. */
export function writeIntent<T>(
  context: Context,
  name: string,
  params: Readonly<Record<string, unknown>>,
  work: (db: WriteDb, store: Store) => Result<T>,
): Result<T> {
  const store = openedStore(context)
  if (!store.ok) return store
  const written = store.value.write({ name, params, actor: context.actor(), at: context.now() }, (db) =>
    work(db, store.value),
  )
  announceTables(context, written.tables)
  return written.value
}
