import { errorCodes } from '../../shared/core/error-codes'
import type { Failure } from '../../shared/core/result'
import { messageText } from '../../shared/terms/messages'
import type { Examined, LedgerState } from './examine'
import type { Fault } from './fault-control'
import type { Ran } from './worker'

/** How the same errand goes when nothing is struck. */
export interface Reference {
  readonly before: Examined
  readonly after: Examined
  /** Names of the files that it wrote outside. */
  readonly written: readonly string[]
  /** Calls that can be struck. */
  readonly hits: number
}

const isOut = (file: string): boolean => file.startsWith('out/')
const isTemporary = (file: string): boolean => /\/\.[0-9a-f]{16}\.tmp$/.test(file)

function sameRows(left: LedgerState, right: LedgerState): boolean {
  return Object.entries(right.counts).every(([table, count]) => left.counts[table] === count)
}

function startsLike(state: LedgerState, chain: readonly string[]): boolean {
  return chain.every((hash, index) => state.chain[index] === hash)
}

/** What both states have behind them; a restore goes back to an earlier entry. */
function sharedHistory({ before, after }: Reference): readonly string[] {
  const [left, right] = [before.state?.chain ?? [], after.state?.chain ?? []]
  const end = left.findIndex((hash, index) => right[index] !== hash)
  return end < 0 ? left : left.slice(0, end)
}

/** Which of the two states it is; null is neither, and that is what must never be. */
export function whichState(state: LedgerState | null, reference: Reference): 'before' | 'after' | null {
  const [before, after] = [reference.before.state, reference.after.state]
  if (state === null) return before === null ? 'before' : null
  if (!startsLike(state, sharedHistory(reference))) return null
  if (before === null && state.entries === 0) return 'before'
  if (after && state.entries === after.entries && sameRows(state, after)) return 'after'
  const isBefore = before && startsLike(state, before.chain) && state.entries === before.entries
  return isBefore && sameRows(state, before) ? 'before' : null
}

/** An errand that only reads or writes files is the same before and after. */
export function changesRows({ before, after }: Reference): boolean {
  return before.state?.entries !== after.state?.entries
}

/** (iv) A refusal is a known code whose sentence is Chinese and complete, and never the one of a bug. */
export function judgeMessage({ code, params }: Failure): string[] {
  if (code === 'unexpected') return [`the refusal is an unexpected one: ${String(params?.['incident']).slice(0, 300)}`]
  if (!errorCodes.includes(code)) return [`${code} is no code`]
  const text = messageText(code, params)
  const isSentence = /\p{Script=Han}/u.test(text) && !/undefined|\{\w+\}|\n\s+at /.test(text)
  return isSentence ? [] : [`${code} says: ${text}`]
}

/** (i), (ii), (iii): the ledger is as before or as after, and as what was said. */
function judgeState(said: Ran | null, found: Examined, reference: Reference): string[] {
  if (found.refused) return [`does not start: ${found.refused.code} ${JSON.stringify(found.refused.params)}`]
  const state = whichState(found.state, reference)
  if (state === null) return ['the ledger is neither as before nor as after']
  if (said === null || !changesRows(reference)) return []
  if (said.ok && state === 'before') return ['what was said to be done is not there']
  // A disk that fails while it is told to keep what it has leaves open whether it did, and the sentence says so.
  const isOpen = said.failure?.code === 'diskFailing'
  return !said.ok && state === 'after' && !isOpen ? ['what was refused is there'] : []
}

/** (iii), (v): files that were there are there, targets are old or new, nothing half and nothing temporary. */
function judgeFiles(said: Ran | null, found: Examined, reference: Reference, fault: Fault): string[] {
  const { before, written } = reference
  const targets = new Set(written.map((name) => `out/${name}`))
  const lost = Object.entries(before.files)
    .filter(([file, digest]) => found.files[file] !== digest && !(targets.has(file) && found.files[file] !== undefined))
    .map(([file]) => `${file} is gone or changed`)
  // Outside nothing is swept at a start, and what cannot be deleted stays: then a hidden name may remain.
  const mayRemain = said === null || fault.isSticky || fault.act === 'EIO'
  const left = found.leftovers.filter((file) => !(isOut(file) && isTemporary(file) && mayRemain))
  const missing = said?.ok ? said.files.filter((name) => found.files[`out/${name}`] === undefined) : []
  const refusedButThere =
    said && !said.ok && targets.size === 1
      ? [...targets].filter((file) => found.files[file] !== undefined && found.files[file] !== before.files[file])
      : []
  return [
    ...lost,
    ...left.map((file) => `${file} was left`),
    ...found.halves.map((file) => `${file} is half a file`),
    ...missing.map((name) => `${name} was said to be written and is not there`),
    ...refusedButThere.map((file) => `${file} was refused and is there`),
  ]
}

/** Everything that is wrong after a fault; `said` is null when the program was killed. */
export function judge(said: Ran | null, found: Examined, reference: Reference, fault: Fault): string[] {
  return [
    ...(said && !said.ok && said.failure ? judgeMessage(said.failure) : []),
    ...(said?.incidents.length ? [`an incident was reported: ${said.incidents[0]}`] : []),
    ...found.faults.filter((problem) => !reference.before.faults.includes(problem)),
    ...judgeState(said, found, reference),
    ...judgeFiles(said, found, reference, fault),
  ]
}

/** After a second time without a fault everything must be as after the first without one. */
export function judgeAgain(said: Ran | null, found: Examined, reference: Reference): string[] {
  if (said === null) return ['the second time ended the program']
  const isRefused = said.ok
    ? []
    : [`the second time is refused: ${said.failure?.code} ${JSON.stringify(said.failure?.params)}`]
  const { state } = found
  const isRight = state && reference.after.state && sameRows(state, reference.after.state)
  const faults = found.faults.filter((problem) => !reference.before.faults.includes(problem))
  return [...isRefused, ...faults, ...(isRight ? [] : ['the second time gives something else'])]
}
