import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Intent, Store, WriteDb, Written } from '../db/access'
import { openStore, storeFile, type OpenOptions } from '../db/open'
import type { lead } from '../db/schema/investment'
import { admit } from '../electron/access/admit'
import type { Context, Installation } from '../electron/context'
import { refusalWithReserve } from '../electron/core/reserve'
import { createContext } from '../electron/create-context'
import { serviceHandlers } from '../electron/handlers/service'
import { createServer } from '../electron/ipc/serve'
import { noteStoreFailure, openExistingStore } from '../electron/settings/store-lifecycle'
import { parseIsoDate, type IsoDate } from '../shared/core/dates'
import type { Failure, Result } from '../shared/core/result'
import { emptyLead } from '../shared/investment/empty-lead'
import { CallError, createClient, type Call, type ClientPort } from '../shared/ipc/client'
import { serviceContract, type ServiceContract } from '../shared/ipc/contract'
import type { Reply } from '../shared/ipc/procedure'
import type { Bureau } from '../shared/settings/contract'
import type { ReadingChoice } from '../shared/tables/contract'

export const root = path.resolve(import.meta.dirname, '..')
const NOW = '2022-06-30T09:30:00+08:00'

export function day(text: string): IsoDate {
  const parsed = parseIsoDate(text)
  if (!parsed) throw new Error(`no day: ${text}`)
  return parsed
}

export function fixture(file: string): string {
  return path.join(root, 'tests/fixtures', file)
}

export function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(file))
}

export function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** An empty folder that goes when the test ends. */
export function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sizhua-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Names of the files below a folder, relative to it, in order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted()
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.error.code} ${JSON.stringify(result.error.params)}`)
  return result.value
}

/** The code a refusal carries; fails when it was no refusal. */
export function codeOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('not refused')
  return result.error.code
}

export function openOptions(folder: string, options: Partial<OpenOptions> = {}): OpenOptions {
  return { folder, create: false, holder: '值班员', now: NOW, ...options }
}

/** A new store in a folder, closed when the test ends. */
export async function aStore(folder = aFolder(), options: Partial<OpenOptions> = {}): Promise<Store> {
  return closedAtTheEnd(valueOf(await openStore(openOptions(folder, { create: true, ...options }))))
}

export async function reopened(folder: string): Promise<Store> {
  return closedAtTheEnd(valueOf(await openStore(openOptions(folder))))
}

function closedAtTheEnd(store: Store): Store {
  onTestFinished(() => {
    if (store.connection.open) store.close()
  })
  return store
}

export function anIntent(intent: Partial<Intent> = {}): Intent {
  return { name: 'investment.save', params: {}, actor: '承办人', at: NOW, ...intent }
}

/** Writes through the funnel as the handlers do. */
export function writing<T>(store: Store, work: (db: WriteDb) => T, intent: Partial<Intent> = {}): Written<T> {
  return store.write(anIntent(intent), work)
}

export type LeadValues = typeof lead.$inferInsert

/** The columns of a lead of which only the title is known. */
export function leadValues(id: string, values: Partial<LeadValues> = {}): LeadValues {
  const about = { id, investorKey: '', batchId: null, sourceRow: null, isSample: false, createdAt: NOW, updatedAt: NOW }
  return { ...emptyLead, ...about, title: `线索${id}`, ...values }
}

export type Dump = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** Every row of every table but the journal's own, in the order of the ids. */
export function dumpOf(connection: Database.Database): Dump {
  const tables = connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal_%' AND name NOT LIKE 'search_%' ORDER BY name",
    )
    .pluck()
    .all()
  return Object.fromEntries(
    tables.map((table) => [
      table,
      connection.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY id`).all(),
    ]),
  )
}

/** A copy of a closed store to look into, so that looking never touches the store itself. */
export function copyOfStore(folder: string): Database.Database {
  const copy = path.join(aFolder(), 'copy.db')
  for (const suffix of ['', '-wal'])
    if (existsSync(storeFile(folder) + suffix)) copyFileSync(storeFile(folder) + suffix, copy + suffix)
  const connection = new Database(copy)
  onTestFinished(() => {
    connection.close()
  })
  return connection
}

/** The dump of a closed store. */
export function dumpOfFolder(folder: string): Dump {
  return dumpOf(copyOfStore(folder))
}

export const auditBureau: Bureau = {
  name: '东丽区审计局',
  aliases: ['审计局'],
  category: 3,
  mode: 'bureau',
  year: 2022,
}

export interface Service {
  readonly call: Call<ServiceContract>
  readonly context: Context
  readonly store: () => Store
  readonly folder: string
  /** Causes of the incidents reported so far. */
  readonly incidents: readonly unknown[]
  /** Rooms announced so far, one list for each write. */
  readonly announced: readonly (readonly string[])[]
  /** Everything sent to the window, as it went over the port. */
  readonly sent: readonly Reply[]
  readonly send: (message: unknown) => void
  readonly close: () => void
}

export interface ServiceOptions {
  readonly folder?: string
  readonly asOf?: string
  readonly actor?: string
  /** Unit: milliseconds of the clock that nobody can turn. */
  readonly monotonic?: () => number
  /** The program's own version. */
  readonly version?: string
  readonly installation?: Partial<Installation>
}

/** The service as the window meets it: the real contract and handlers over a message channel, on a real folder. */
export async function aService({
  folder = aFolder(),
  asOf = '2022-12-31',
  actor = '承办人',
  monotonic,
  version = '0',
  installation = {},
}: ServiceOptions = {}) {
  const announced: (readonly string[])[] = []
  const context = createContext({
    dataFolder: folder,
    jobsFile: path.join(root, 'out/jobs/index.cjs'),
    versions: { app: version, electron: '-', electronSource: '-', chromium: '-', node: process.versions.node },
    installation,
    actor,
    asOf: day(asOf),
    announce: (rooms) => announced.push(rooms),
    ...(monotonic && { monotonic }),
  })
  await openExistingStore(context)
  const { port1, port2 } = new MessageChannel()
  const incidents: unknown[] = []
  const sent: Reply[] = []
  const server = createServer({
    contract: serviceContract,
    handlers: serviceHandlers,
    context,
    admit: (name, procedure, confirmedRows) => admit(context, name, procedure, confirmedRows),
    send: (reply) => {
      sent.push(reply)
      port2.postMessage(reply)
    },
    refusalOf: (cause) => {
      noteStoreFailure(context, cause)
      return refusalWithReserve(folder, cause)
    },
    reportIncident: (cause) => {
      incidents.push(cause)
      if (process.env['SHOW']) console.error(cause)
      return `incident-${incidents.length}`
    },
  })
  port2.onmessage = ({ data }) => void server.receive(data)
  const close = (): void => {
    server.close()
    const state = context.storeState()
    if (state.kind === 'open' && state.store.connection.open) state.store.close()
    port1.close()
  }
  onTestFinished(close)
  const service: Service = {
    call: createClient<ServiceContract>(clientPort(port1), () => {}),
    context,
    store: () => openStoreOf(context),
    folder,
    incidents,
    announced,
    sent,
    send: (message) => port1.postMessage(message),
    close,
  }
  return service
}

function openStoreOf(context: Context): Store {
  const state = context.storeState()
  if (state.kind !== 'open') throw new Error(`store is ${state.kind}`)
  return state.store
}

/** A service whose bureau has been set up. */
export async function aBureau(options: ServiceOptions & { readonly bureau?: Partial<Bureau> } = {}): Promise<Service> {
  const service = await aService(options)
  const bureau = { ...auditBureau, ...options.bureau, aliases: [...(options.bureau?.aliases ?? auditBureau.aliases)] }
  await service.call('settings.initialise', { bureau, groups: [], withSample: false })
  return service
}

/** The window's end of a channel; only its parameter types are stricter than what the client gives. */
export function clientPort(port: MessagePort): ClientPort {
  return port as unknown as ClientPort
}

/** The failure that a call was refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call
  } catch (cause) {
    if (cause instanceof CallError) return cause.failure
    throw cause
  }
  throw new Error('not refused')
}

export const openChoice: ReadingChoice = { kind: null, sheet: null, headerRows: null, mapping: null }

/** Opens a fixture in the preview. */
export function previewOf(service: Service, file: string, choice: Partial<ReadingChoice> = {}) {
  const bytes = bytesOf(fixture(file))
  return service.call('tables.open', { fileName: path.basename(file), bytes, choice: { ...openChoice, ...choice } })
}

/** Opens a fixture and confirms all of it. */
export async function importOf(
  service: Service,
  file: string,
  how: { readonly rows?: 'all' | 'valid'; readonly withdraw?: boolean; readonly choice?: Partial<ReadingChoice> } = {},
) {
  const preview = await previewOf(service, file, how.choice)
  const { batches } = await service.call('tables.confirm', {
    session: preview.session,
    tables: preview.tables.map((_, index) => index),
    rows: how.rows ?? 'all',
    withdraw: how.withdraw ?? true,
  })
  return { preview, batches }
}

export interface CommandResult {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export const cliFile = path.join(root, 'out/cli/index.cjs')

/** Runs the built command line as it is run from outside. */
export function runCli(args: readonly string[]): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cliFile, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

/** Runs a command with `--json`; its document and exit status. The caller knows the shape from the contract. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it names the shape that the contract promises
export function runJson<T = Record<string, never>>(
  folder: string,
  args: readonly string[],
): { readonly status: number | null; readonly json: T; readonly stderr: string } {
  const { status, stdout, stderr } = runCli([...args, '--data', folder, '--json'])
  return { status, json: (stdout === '' ? {} : JSON.parse(stdout)) as T, stderr }
}

let setUpOnce: string | undefined

/** A data folder as the command line sets it up for the audit bureau; set up once, then copied. */
export function aCliFolder(): string {
  setUpOnce ??= setUpByCli()
  const folder = path.join(aFolder(), 'data')
  cpSync(setUpOnce, folder, { recursive: true })
  return folder
}

function setUpByCli(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sizhua-test-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const about = ['--bureau', '东丽区审计局', '--alias', '审计局', '--category', '3', '--year', '2022']
  const made = runJson(folder, ['init', ...about])
  if (made.status !== 0) throw new Error(made.stderr)
  return folder
}
