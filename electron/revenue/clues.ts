import { insertRevenueEntry, readBudgetClues } from '../../db/repositories/revenue'
import { formatMoney } from '../../shared/core/money'
import { ok, type Result } from '../../shared/core/result'
import type { Input, Output } from '../../shared/ipc/procedure'
import { clueKey, readBudgetTable } from '../../shared/revenue/clues'
import type { ClueProposal, revenueContract } from '../../shared/revenue/contract'
import { emptyEntry } from '../../shared/revenue/empty-entry'
import type { RevenueRecord } from '../../shared/revenue/record'
import { clueText, revenueStatusLabel } from '../../shared/terms/revenue'
import { openedStore, writeIntent, type Context } from '../context'
import type { ReadDb } from '../../db/access'
import { entryRow } from './write'

type Calls = typeof revenueContract

function knownClues(db: ReadDb): ReadonlyMap<string, RevenueRecord> {
  return new Map(readBudgetClues(db).map((clue) => [clueKey({ ...clue, unit: clue.payer }), clue]))
}

function knownText(name: string, { status, reason }: RevenueRecord): string {
  return status === 'dropped' ? clueText.knownDropped(name, reason) : clueText.known(name, revenueStatusLabel(status))
}

/** Proposes clues from a pasted budget table, without those that were taken or dropped before. */
export function proposeClues(
  context: Context,
  { text, unit }: Input<Calls['revenue.proposeClues']>,
): Result<Output<Calls['revenue.proposeClues']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const reading = readBudgetTable(text, unit)
  if (!reading.ok) return reading
  const before = knownClues(store.value.read)
  const proposals: ClueProposal[] = []
  const known: { line: number; text: string }[] = []
  const seen = new Set<string>()
  for (const proposal of reading.value.proposals) {
    const key = clueKey(proposal)
    const clue = before.get(key)
    if (clue) known.push({ line: proposal.line, text: knownText(proposal.item, clue) })
    else if (!seen.has(key)) proposals.push(proposal)
    seen.add(key)
  }
  return ok({ ...reading.value, proposals, known, problems: [...reading.value.problems] })
}

/** Takes and drops proposals in one step; one that is known by now is left alone. */
export function acceptClues(
  context: Context,
  { accepted, dropped }: Input<Calls['revenue.acceptClues']>,
): Result<Output<Calls['revenue.acceptClues']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const before = knownClues(store.value.read)
  const isNew = (proposal: ClueProposal): boolean => !before.has(clueKey(proposal))
  const taken = accepted.filter(isNew)
  const refused = dropped.filter(({ proposal }) => isNew(proposal))
  const now = context.now()
  const record = ({ item, unit, budget, spent, rate }: ClueProposal): RevenueRecord => ({
    ...emptyEntry,
    id: context.newId(),
    item,
    source: 'lowExecution',
    payer: unit,
    budget,
    spent,
    remark: clueText.remark(rate, formatMoney(budget, 'tenThousand'), formatMoney(spent, 'tenThousand')),
    isSample: false,
    createdAt: now,
    updatedAt: now,
  })
  return writeIntent(context, 'revenue.acceptClues', { count: taken.length }, (db) => {
    for (const proposal of taken) insertRevenueEntry(db, entryRow(record(proposal)))
    for (const { proposal, reason } of refused)
      insertRevenueEntry(db, entryRow({ ...record(proposal), status: 'dropped', reason: reason.trim() }))
    return ok({ accepted: taken.length, dropped: refused.length })
  })
}
