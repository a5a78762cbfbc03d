import { createInterface } from 'node:readline'
import type { Failure } from '../../shared/core/result'
import { closedDesk, openDesk, type Desk } from './desk'
import { deskFor, errandDay, errandOf, type Outcome, type Place } from './errands'
import { examine, type Examined } from './examine'
import { openFaultControl, type Fault } from './fault-control'

/** What the suite asks of a worker; one at a time, each answered by one line. */
export type Order =
  | { readonly do: 'ready' }
  /** Does an errand with calls struck, and keeps the program open. */
  | { readonly do: 'run'; readonly errand: string; readonly place: Place; readonly fault: Fault }
  /** Does it once more in the same program, with nothing struck, as a person does who has freed the disk. */
  | { readonly do: 'again' }
  | { readonly do: 'close' }
  | { readonly do: 'examine'; readonly place: Place }
  /** Opens the ledger and keeps it open. */
  | { readonly do: 'hold'; readonly place: Place }

export interface Ran {
  readonly ok: boolean
  readonly failure: Failure | null
  readonly files: readonly string[]
  /** Calls that were counted. */
  readonly hits: number
  /** What the program called unexpected, for whoever mends it. */
  readonly incidents: readonly string[]
}

export type Answer = Ran | Examined | { readonly done: true } | { readonly broken: string }

const controlFile = process.env['FAULT_CONTROL']
const control = controlFile === undefined ? null : openFaultControl(controlFile)
let open: { readonly desk: Desk; readonly errand: string; readonly place: Place } | null = null

function ran(outcome: Outcome, hits: number, desk: Desk): Ran {
  const incidents = desk.incidents.map((cause) =>
    cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
  )
  if (!outcome.ok) return { ok: false, failure: outcome.error, files: [], hits, incidents }
  return { ok: true, failure: null, files: outcome.value, hits, incidents }
}

/** What a handler throws is answered by the server; what opening throws is a bug that the start calls unexpected. */
async function tried(desk: Desk, errand: string, place: Place): Promise<Outcome> {
  try {
    return await errandOf(errand).run(desk, place)
  } catch (cause) {
    const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    return { ok: false, error: { code: 'unexpected', params: { incident: stack } } }
  }
}

async function run(errand: string, place: Place, fault: Fault): Promise<Ran> {
  const desk = await deskFor(errandOf(errand), place)
  open = { desk, errand, place }
  control?.arm(fault)
  const outcome = await tried(desk, errand, place)
  return ran(outcome, control?.disarm() ?? 0, desk)
}

async function again(): Promise<Ran> {
  if (!open) throw new Error('nothing was run')
  const { errand, place } = open
  if (errandOf(errand).opensItself) {
    open.desk.close()
    open = { desk: await deskFor(errandOf(errand), place), errand, place }
  }
  // A store that stopped writing because of its disk is opened anew, as the window's button does.
  const state = open.desk.context.storeState()
  const isShut = state.kind === 'refused' || (state.kind === 'open' && state.store.readOnly !== null)
  if (isShut) await open.desk.call('backup.reopen', {})
  return ran(await tried(open.desk, errand, place), 0, open.desk)
}

function close(): Answer {
  open?.desk.close()
  open = null
  return { done: true }
}

async function hold(place: Place): Promise<Answer> {
  const desk = closedDesk(place.data, errandDay)
  const failure = await openDesk(desk)
  if (failure) throw new Error(failure.code)
  open = { desk, errand: '', place }
  return { done: true }
}

async function answer(order: Order): Promise<Answer> {
  switch (order.do) {
    case 'ready':
      return { done: true }
    case 'run':
      return run(order.errand, order.place, order.fault)
    case 'again':
      return again()
    case 'close':
      return close()
    case 'examine':
      return examine(order.place)
    case 'hold':
      return hold(order.place)
  }
}

async function work(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    let answered: Answer
    try {
      // The suite is the only one that writes here.
      answered = await answer(JSON.parse(line) as Order)
    } catch (cause) {
      answered = { broken: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }
    }
    process.stdout.write(`${JSON.stringify(answered)}\n`)
  }
}

void work()
