import type { Store } from '../../db/access'
import { insertLead, readLeadRow, toLeadRecord, updateLead, type LeadRow } from '../../db/repositories/investment'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { investmentContract } from '../../shared/investment/contract'
import { findDuplicates, type DuplicateIndex } from '../../shared/investment/duplicates'
import { emptyLead } from '../../shared/investment/empty-lead'
import { leadState } from '../../shared/investment/facts'
import {
  areFactsKeepable,
  changesDistrictFact,
  checkTransition,
  firstRefusal,
  withChanges,
} from '../../shared/investment/lifecycle'
import type { LeadRecord } from '../../shared/investment/record'
import { checkLead, usualLeadChecks } from '../../shared/investment/rules'
import type { LeadChanges, LeadState } from '../../shared/investment/states'
import type { Input, Output } from '../../shared/ipc/procedure'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { leadFieldLabel, leadStateLabel } from '../../shared/terms/investment'
import { leadCheckText } from '../../shared/terms/investment-checks'
import { openedStore, writeIntent, type Context } from '../context'
import { duplicatesAround } from './present'

type Calls = typeof investmentContract

function titleOf(lead: Pick<LeadRecord, 'title' | 'investorName'>): string {
  return lead.title || lead.investorName
}

/** Texts without outer white space, so that a blank is a blank everywhere. */
function trimmed<T extends object>(fields: T): T {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  ) as T
}

/** Columns that change with the given fields. */
function columnsOf(changes: LeadChanges, now: string): Partial<LeadRow> {
  const columns: Record<string, unknown> = { ...trimmed(changes), updatedAt: now }
  if (typeof changes.investorName === 'string') columns['investorKey'] = normaliseCompanyName(changes.investorName)
  // Every lead field is a column of the same name and type.
  return columns
}

/** Saves the bureau's own fields of a new or known lead. */
export function saveLead(
  context: Context,
  input: Input<Calls['investment.save']>,
): Result<Output<Calls['investment.save']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const stored = input.id === null ? null : readLeadRow(store.value.read, input.id)
  if (input.id !== null && !stored) return err('notFound')
  if (stored && input.expectedUpdatedAt !== null && stored.updatedAt !== input.expectedUpdatedAt)
    return err('changedMeanwhile')
  const now = context.now()
  const before: LeadRecord = stored
    ? toLeadRecord(stored)
    : { ...emptyLead, id: context.newId(), isSample: false, createdAt: now, updatedAt: now }
  // Undefined entries were dropped, which is all that the exact optional types ask for.
  const changes = trimmed(input.fields) as LeadChanges
  const lead = withChanges(before, changes)
  if (titleOf(lead) === '') return err('leadNeedsFields', { fields: leadFieldLabel('investorName') })
  if (!input.allowDuplicate && (!stored || changes.investorName !== undefined)) {
    const [found] = findDuplicates(lead, duplicatesAround(context, store.value, lead), { withAlike: false })
    if (found && lead.investorName !== '')
      return err('leadIsDuplicate', { title: found.title, filedOn: found.filedOn ?? '-' })
  }
  return writeIntent(context, 'investment.save', { title: titleOf(lead) }, (db) => {
    if (stored) updateLead(db, lead.id, columnsOf(changes, now))
    else
      insertLead(db, {
        ...lead,
        ...columnsOf(lead, now),
        investorKey: normaliseCompanyName(lead.investorName),
        batchId: null,
        sourceRow: null,
      })
    return ok({ id: lead.id })
  })
}

/**
 * 无效 holds from the day it is recorded, with its reason, whatever the caller aims at; the day of an earlier
 * decision is kept. A decision that is taken back takes its day and reason with it.
 */
function withDecision(
  lead: LeadRecord,
  facts: LeadChanges,
  reason: string,
  today: IsoDate,
): { readonly changes: LeadChanges; readonly to: LeadState | null } {
  const was = lead.districtClass === 'invalid'
  const is = (facts.districtClass ?? lead.districtClass) === 'invalid'
  if (is && !was) return { changes: { ...facts, endedOn: today, endingReason: reason }, to: 'invalid' }
  if (is && reason !== '') return { changes: { ...facts, endingReason: reason }, to: null }
  if (was && !is && lead.ending === null) return { changes: { ...facts, endedOn: null, endingReason: '' }, to: null }
  return { changes: facts, to: null }
}

/** Records facts of the district and moves the lead as far as they carry it. */
export function recordFacts(
  context: Context,
  input: Input<Calls['investment.recordFacts']>,
): Result<Output<Calls['investment.recordFacts']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const stored = readLeadRow(store.value.read, input.id)
  if (!stored) return err('notFound')
  if (input.expectedUpdatedAt !== null && stored.updatedAt !== input.expectedUpdatedAt) return err('changedMeanwhile')
  const lead = toLeadRecord(stored)
  const facts = trimmed(input.facts) as LeadChanges
  const documentReference = input.documentReference.trim()
  if (changesDistrictFact(lead, facts) && documentReference === '') return err('leadNeedsDocument')
  const decided = withDecision(lead, facts, input.reason.trim(), context.today())
  const changes: LeadChanges = documentReference === '' ? decided.changes : { ...decided.changes, documentReference }
  const judged = judge(context, store.value, lead, decided.to ?? input.to, changes, input.allowDuplicate)
  if (!judged.ok) return judged
  const now = context.now()
  const to = leadState(judged.value, context.today())
  return writeIntent(context, 'investment.recordFacts', { title: titleOf(lead), to: leadStateLabel(to) }, (db) => {
    updateLead(db, lead.id, columnsOf(changes, now))
    const others = duplicatesAround(context, store.value, judged.value)
    const checks = checkLead(judged.value, others, context.today(), usualLeadChecks)
    const notes = checks
      .filter((check) => check.rule === 'lateLanding' || check.severity === 'warning')
      .map(leadCheckText)
    return ok({ state: to, notes })
  })
}

/** A correction of facts keeps the state; a move is judged by the transition table. */
function judge(
  context: Context,
  store: Store,
  lead: LeadRecord,
  to: LeadState,
  changes: LeadChanges,
  allowDuplicate: boolean,
): Result<LeadRecord> {
  const asOf = context.today()
  const next = withChanges(lead, changes)
  const others = duplicatesAround(context, store, next)
  const knownDifferent = allowDuplicate
    ? findDuplicates(next, others, { withAlike: true }).map(({ leadId }) => leadId)
    : []
  if (to === leadState(lead, asOf)) return refusedByRules(next, others, asOf) ?? ok(next)
  const verdict = checkTransition(lead, to, changes, { asOf, role: null, others, knownDifferent })
  if (verdict.ok) return ok(verdict.value)
  // Facts that only miss the year's rule are kept and noted; the score then reads them as the scheme says.
  if (areFactsKeepable(verdict.error)) return ok(next)
  const refusal = firstRefusal(verdict.error)
  return refusal ? err(refusal.code, refusal.params) : err('transitionNotAllowed', { from: leadState(lead, asOf), to })
}

function refusedByRules(lead: LeadRecord, others: DuplicateIndex, asOf: IsoDate): Result<never> | null {
  const broken = checkLead(lead, others, asOf, { ...usualLeadChecks, withAlike: false }).find(
    (check) => check.severity === 'error',
  )
  return broken ? err('invalidInput', { detail: leadCheckText(broken) }) : null
}

const endingStates = { withdrawn: 'withdrawn', dormant: 'dormant', revoked: 'revoked' } as const

/** Ends a lead with a reason, or takes an ending back. */
export function endLead(
  context: Context,
  input: Input<Calls['investment.end']>,
): Result<Output<Calls['investment.end']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const stored = readLeadRow(store.value.read, input.id)
  if (!stored) return err('notFound')
  const lead = toLeadRecord(stored)
  const { ending, on, reason, documentReference } = input
  const changes: LeadChanges =
    ending === null
      ? { ending: null, endedOn: null, endingReason: '' }
      : {
          ending,
          endedOn: on,
          endingReason: reason.trim(),
          ...(documentReference.trim() && { documentReference: documentReference.trim() }),
        }
  if (ending !== null) {
    const judged = judge(context, store.value, lead, endingStates[ending], changes, true)
    if (!judged.ok) return judged
  }
  const to = leadStateLabel(leadState(withChanges(lead, changes), context.today()))
  return writeIntent(context, 'investment.end', { title: titleOf(lead), to }, (db) => {
    updateLead(db, lead.id, columnsOf(changes, context.now()))
    return ok({})
  })
}
