import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { insertEnterprise, insertLink } from '../../db/repositories/enterprises'
import { insertFollowUp, insertLead } from '../../db/repositories/investment'
import { ensurePerson } from '../../db/repositories/people'
import { saveBureau } from '../../db/repositories/settings'
import { insertVisit } from '../../db/repositories/visits'
import type { Store } from '../../db/access'
import { createContext } from '../../electron/create-context'
import { openedStore, writeIntent, type Context } from '../../electron/context'
import { serviceHandlers } from '../../electron/handlers/service'
import { createServer } from '../../electron/ipc/serve'
import { createStore, openExistingStore } from '../../electron/settings/store-lifecycle'
import { ok } from '../../shared/core/result'
import { serviceContract, type ServiceContract } from '../../shared/ipc/contract'
import type { CallInput, Output, Reply } from '../../shared/ipc/procedure'
import type { Bureau } from '../../shared/settings/contract'
import { benchDay, benchEnterprise, benchLead, benchVisit, benchYear, enterpriseCount, officialCount } from './data'

const jobsFile = path.resolve('out/jobs/index.cjs')
const bureau: Bureau = { name: '东丽区审计局', aliases: ['审计局'], category: 3, mode: 'bureau', year: benchYear }

/** A data folder with an open store, asked as the window asks. */
export interface Workspace {
  readonly folder: string
  readonly context: Context
  readonly store: Store
  /** A call through the server that the window talks to: schemas, handler, schemas. */
  readonly call: <K extends keyof ServiceContract & string>(
    name: K,
    input: CallInput<ServiceContract[K]>,
  ) => Promise<Output<ServiceContract[K]>>
  readonly close: () => void
}

export function makeFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'sizhua-bench-'))
}

/** The service's own circumstances for a data folder that need not be set up yet. */
export function contextOf(folder: string): Context {
  const versions = { app: '0', electron: '-', electronSource: '-', chromium: '-', node: process.versions.node }
  const actor = '招商组组员'
  return createContext({ dataFolder: folder, jobsFile, versions, actor, asOf: benchDay, announce: () => {} })
}

function caller(context: Context): Workspace['call'] {
  const waiting = new Map<number, (reply: Reply) => void>()
  const server = createServer({
    contract: serviceContract,
    handlers: serviceHandlers,
    context,
    send: (reply) => 'id' in reply && !('event' in reply) && waiting.get(reply.id)?.(reply),
    reportIncident: (cause) => {
      console.error(cause)
      return 'bench'
    },
  })
  let next = 1
  return async (name, input) => {
    const id = next++
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(id, resolve)
      void server.receive({ id, name, input })
    })
    waiting.delete(id)
    if (!('value' in reply)) throw new Error(`${name}: ${JSON.stringify(reply)}`)
    // The server has parsed the value against the contract.
    return reply.value as Output<ServiceContract[typeof name]>
  }
}

function workspaceOf(folder: string, context: Context): Workspace {
  const opened = openedStore(context)
  if (!opened.ok) throw new Error(opened.error.code)
  return { folder, context, store: opened.value, call: caller(context), close: () => opened.value.close() }
}

/** A new ledger of the bureau in a folder of its own, with some leads. */
export async function makeWorkspace(leadCount: number): Promise<Workspace> {
  const folder = makeFolder()
  const context = contextOf(folder)
  const made = await createStore(context)
  if (!made.ok) throw new Error(made.error.code)
  writeIntent(context, 'settings.initialise', { title: bureau.name }, (db) => ok(saveBureau(db, bureau)))
  if (leadCount > 0) fill(context, leadCount)
  return workspaceOf(folder, context)
}

/** Opens a ledger that was closed. */
export async function openWorkspace(folder: string): Promise<Workspace> {
  const context = contextOf(folder)
  await openExistingStore(context)
  return workspaceOf(folder, context)
}

function fill(context: Context, leadCount: number): void {
  writeIntent(context, 'tables.import', { kind: 'leads', fileName: 'bench', count: leadCount }, (db) => {
    for (let index = 0; index < leadCount; index += 1) {
      const lead = benchLead(index, context.newId())
      insertLead(db, lead)
      if (index % 20 !== 0) continue
      const happenedOn = lead.contactedOn ?? lead.filedOn ?? benchDay
      const about = { way: '电话', text: '问进展', createdAt: lead.createdAt, isSample: false }
      insertFollowUp(db, { ...about, id: context.newId(), leadId: lead.id, happenedOn })
    }
    return ok(null)
  })
}

/** Adds visits of linked enterprises, as 双万双服 records them. */
export function fillVisits({ context }: Workspace, visitCount: number): void {
  writeIntent(context, 'tables.import', { kind: 'visits', fileName: 'bench', count: visitCount }, (db) => {
    const about = { rank: '', isSample: false, newId: context.newId }
    const people = Array.from({ length: officialCount }, (_, index) => ensurePerson(db, `包联干部${index}`, about))
    const enterprises = Array.from({ length: enterpriseCount }, (_, index) => {
      const enterprise = benchEnterprise(index, context.newId())
      insertEnterprise(db, enterprise)
      const link = { id: context.newId(), enterpriseId: enterprise.id, personId: people[index % people.length] ?? '' }
      insertLink(db, { ...link, startedOn: null, endedOn: null, isSample: false })
      return { id: enterprise.id, personId: link.personId }
    })
    for (let index = 0; index < visitCount; index += 1) {
      const { id, personId } = enterprises[index % enterprises.length] ?? { id: '', personId: '' }
      insertVisit(db, benchVisit(index, context.newId(), id, personId))
    }
    return ok(null)
  })
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** SQLite as the library gives it, set as safely as the store: WAL, synced at each commit, no journal of changes. */
export function bareDatabase(file: string): Database.Database {
  const database = new Database(file)
  database.pragma('locking_mode = EXCLUSIVE')
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  return database
}

/** The tables and indexes of leads as the store has them, without its triggers. */
export function leadSchema(store: Store): readonly string[] {
  return store.connection
    .prepare<[], string>("SELECT sql FROM sqlite_schema WHERE tbl_name = 'lead' AND type <> 'trigger' AND sql NOT NULL")
    .pluck()
    .all()
}

/** A plain copy of the store's leads beside it, opened bare. */
export function bareCopy(workspace: Workspace): Database.Database {
  workspace.store.connection.pragma('wal_checkpoint(TRUNCATE)')
  const file = path.join(workspace.folder, 'bare.db')
  copyFileSync(workspace.store.file, file)
  return bareDatabase(file)
}
