import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Failure } from '../../shared/core/result'
import { closedDesk, given, openDesk, type Desk } from './desk'
import { errandDay, type Place } from './errands'
import { isWholeZip } from './whole-zip'

/** What a ledger holds, as far as two states of it are told apart. */
export interface LedgerState {
  readonly entries: number
  /** Rows by table. */
  readonly counts: Readonly<Record<string, number>>
  /** The hash of each entry: the same beginning is the same history. */
  readonly chain: readonly string[]
}

/** What a clean start finds in a folder after a fault. */
export interface Examined {
  /** Null when there is no store. */
  readonly state: LedgerState | null
  readonly refused: Failure | null
  /** What is wrong with it, in the words of the check. */
  readonly faults: readonly string[]
  /** Digests of all files but the store and what may change with time, by their path; before the start and after it. */
  readonly found: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, string>>
  /** Temporary names that are still there after the program was started and closed. */
  readonly leftovers: readonly string[]
  /** Files outside that are zips and not whole. */
  readonly halves: readonly string[]
}

/** These change by the program's own working; the ledger and the keys are looked at by opening them. */
const passing =
  /^data\/(?:ledger\.db(?:-wal|-shm)?|lock|keys\/identity\.json|backups\/state\.json|reserve\.bin|logs\/|window\/|staging\/|attachments\/\.incoming\/)/

function filesOf(place: Place): Record<string, string> {
  const files: Record<string, string> = {}
  for (const [name, folder] of [['data', place.data] as const, ['out', place.out] as const]) {
    if (!existsSync(folder)) continue
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const whole = path.join(entry.parentPath, entry.name)
      const file = `${name}/${path.relative(folder, whole)}`
      // What Chromium keeps for its page comes and goes.
      if (!passing.test(file)) files[file] = createHash('sha256').update(readFileSync(whole)).digest('hex')
    }
  }
  return files
}

function temporaryBelow(place: Place): string[] {
  const names = Object.keys(filesOf(place))
  const staged = readdirSync(place.data, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?:staging|attachments\/\.incoming)\/./.test(name),
  )
  return [...names.filter((name) => name.endsWith('.tmp')), ...staged.map((name) => `data/${name}`)]
}

async function stateOf(desk: Desk): Promise<{ readonly state: LedgerState; readonly faults: readonly string[] }> {
  const checked = given(await desk.call('settings.check', {}))
  const { connection } = desk.store()
  const tables = connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal_%' AND name NOT LIKE 'search_%' ORDER BY name",
    )
    .pluck()
    .all()
  const count = (table: string): number => Number(connection.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
  const chain = connection.prepare<[], string>('SELECT hash FROM journal_entry ORDER BY id').pluck().all()
  const { integrity, journal, attachments } = checked
  const hasKeys = existsSync(path.join(desk.context.dataFolder, 'keys/identity.json'))
  const identity = hasKeys ? await desk.call('exchange.identity', {}) : null
  const faults = [
    ...(identity && !identity.ok ? [`keys: ${identity.error.code}`] : []),
    ...(integrity === 'ok' ? [] : [`integrity: ${integrity}`]),
    ...(journal.chainOk ? [] : ['the chain of the journal is broken']),
    ...attachments.problems.map(({ fileName, problem }) => `attachment ${fileName} is ${problem}`),
  ]
  const counts = Object.fromEntries(tables.map((table) => [table, count(table)]))
  return { state: { entries: journal.entries, counts, chain }, faults }
}

/** Starts the program on the folder as a person would after a fault, looks at everything, and ends it. */
export async function examine(place: Place): Promise<Examined> {
  const found = filesOf(place)
  const desk = closedDesk(place.data, errandDay)
  const refused = await openDesk(desk)
  const isOpen = desk.context.storeState().kind === 'open'
  const opened = isOpen ? await stateOf(desk) : { state: null, faults: [] }
  desk.close()
  const files = filesOf(place)
  const halves = Object.keys(files).filter(
    (file) =>
      /^out\/.*\.(?:zip|xlsx|docx)$/.test(file) && !isWholeZip(readFileSync(path.join(place.out, file.slice(4)))),
  )
  return {
    ...opened,
    refused,
    found,
    files,
    leftovers: temporaryBelow(place),
    halves,
  }
}
