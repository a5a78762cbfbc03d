import type { Store } from '../../db/access'
import { readAttachmentsOf } from '../../db/repositories/attachments'
import {
  readFollowUps,
  readLastFollowUps,
  readLeadRow,
  toLeadRecord,
  type LeadRow as StoredLead,
} from '../../db/repositories/investment'
import { readLeadsNear } from '../../db/repositories/lead-duplicates'
import { readBatch } from '../../db/repositories/tables'
import type { IsoDate } from '../../shared/core/dates'
import { proposeClass } from '../../shared/investment/class-finder'
import { completeness } from '../../shared/investment/completeness'
import type { LeadDetail, LeadRow } from '../../shared/investment/contract'
import {
  duplicateIndexOf,
  findDuplicates,
  type DuplicateCandidate,
  type DuplicateIndex,
} from '../../shared/investment/duplicates'
import { leadState, missingForEffective } from '../../shared/investment/facts'
import { nextStates } from '../../shared/investment/lifecycle'
import type { LeadRecord } from '../../shared/investment/record'
import { checkLead, usualLeadChecks } from '../../shared/investment/rules'
import { leadFieldLabel, missingFactLabel } from '../../shared/terms/investment'
import { classCautionText, classReasonText, duplicateText, leadCheckText } from '../../shared/terms/investment-checks'
import { remarkText } from '../../shared/terms/scoring'
import type { Context } from '../context'
import { schemeOf, unitsOfLeads } from '../scoring/score'

/** Rows of the list: each lead with what is derived from its facts today. */
export function presentLeads(context: Context, store: Store, year: number, stored: readonly StoredLead[]): LeadRow[] {
  const leads = stored.map(toLeadRecord)
  const imported = new Set(stored.filter(({ batchId }) => batchId !== null).map(({ id }) => id))
  const today = context.today()
  const units = unitsOfLeads(store, year, today, leads)
  const followedUp = readLastFollowUps(
    store.read,
    leads.map((lead) => lead.id),
  )
  return leads.map((lead) => {
    const { done, total } = completeness(lead)
    return {
      lead,
      state: leadState(lead, today),
      units: units.get(lead.id)?.units ?? null,
      completeness: { filled: done, of: total },
      // Only written from an IsoDate.
      lastFollowUpOn: (followedUp.get(lead.id) as IsoDate | undefined) ?? null,
      isImported: imported.has(lead.id),
    }
  })
}

/** The leads that may be of the same company as one, by the keys that tell a duplicate. */
export function duplicatesAround(
  context: Context,
  store: Store,
  lead: Pick<LeadRecord, 'investorName' | 'companyName' | 'creditCode'>,
): DuplicateIndex {
  return duplicateIndexOf(readLeadsNear(store.read, lead), context.today())
}

/** More likely duplicates than these would not be read. */
const shownDuplicates = 20

/** Likely duplicates as the window shows them. */
export function presentDuplicates(
  context: Context,
  store: Store,
  found: readonly DuplicateCandidate[],
): LeadDetail['duplicates'] {
  return found.slice(0, shownDuplicates).flatMap((candidate) => {
    const row = readLeadRow(store.read, candidate.leadId)
    if (!row) return []
    const other = toLeadRecord(row)
    const state = leadState(other, context.today())
    const { id, title, investorName, filedOn } = other
    return [{ id, title, investorName, filedOn, state, reason: candidate.kind, text: duplicateText(candidate) }]
  })
}

/** One lead with everything the drawer shows. */
export function presentLeadDetail(context: Context, store: Store, year: number, stored: StoredLead): LeadDetail | null {
  const lead = toLeadRecord(stored)
  const today = context.today()
  const [row] = presentLeads(context, store, year, [stored])
  if (!row) return null
  const others = duplicatesAround(context, store, lead)
  const scheme = schemeOf(store, year, today)
  const proposal = proposeClass(lead, scheme.ok ? scheme.value.homeCity : [])
  const why = unitsOfLeads(store, year, today, [lead]).get(lead.id)?.why
  const batch = stored.batchId === null ? null : readBatch(store.read, stored.batchId)
  return {
    ...row,
    missingForEffective: missingForEffective(lead, today).map(missingFactLabel),
    gaps: completeness(lead).gaps.map(leadFieldLabel),
    checks: checkLead(lead, others, today, usualLeadChecks).map((check) => ({
      rule: check.rule,
      severity: check.severity,
      field: check.field,
      text: leadCheckText(check),
    })),
    duplicates: presentDuplicates(context, store, findDuplicates(lead, others, { withAlike: true })),
    proposal: {
      leadClass: proposal.leadClass,
      reasons: [...proposal.reasons.map(classReasonText), ...proposal.cautions.map(classCautionText)],
    },
    unitsReason: why ? remarkText(why) : '',
    nextStates: nextStates(lead, today).map((transition) => transition.to),
    followUps: readFollowUps(store.read, lead.id),
    attachments: readAttachmentsOf(store.read, 'investment', lead.id),
    source:
      batch && stored.sourceRow !== null ? { batchId: batch.id, file: batch.fileName, row: stored.sourceRow } : null,
  }
}
