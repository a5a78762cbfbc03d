import type { CheckResult, CheckSeverity } from '../core/checks'
import { yearOf, type IsoDate } from '../core/dates'
import { addPoints, comparePoints, parsePoints, points } from '../core/points'
import { checkCreditCode } from '../registry/credit-code'
import { completeness } from './completeness'
import { findDuplicates, type DuplicateIndex, type DuplicateKind } from './duplicates'
import { isClosedState, isLandingInFilingYear, leadState, missingForEffective, missingForLanding } from './facts'
import type { LeadRecord } from './record'
import { districtFactNames, type LeadFieldName, type LeadRule } from './states'

/** One remark on a lead. */
export type LeadCheck = CheckResult<LeadRule, LeadFieldName>

export interface LeadCheckOptions {
  /** Compares spellings with every other lead; left out when many rows are checked. */
  readonly withAlike: boolean
  /** Day on which the district's platform opened; null when unknown. */
  readonly platformOpenOn: IsoDate | null
}

export const usualLeadChecks: LeadCheckOptions = { withAlike: true, platformOpenOn: null }

interface Subject {
  readonly lead: LeadRecord
  readonly others: DuplicateIndex
  readonly asOf: IsoDate
  readonly options: LeadCheckOptions
}

type LeadPredicate = (subject: Subject) => readonly LeadCheck[]

function result(
  rule: LeadRule,
  severity: CheckSeverity,
  field: LeadFieldName | null,
  params: LeadCheck['params'] = {},
): LeadCheck {
  return { rule, severity, field, params }
}

const none: readonly LeadCheck[] = []

const investorMissing: LeadPredicate = ({ lead }) =>
  lead.investorName.trim() === '' ? [result('investorMissing', 'warning', 'investorName')] : none

const planIncomplete: LeadPredicate = ({ lead, asOf }) => {
  if (isClosedState(leadState(lead, asOf))) return none
  const { done, total, gaps } = completeness(lead)
  const [first] = gaps
  return first ? [result('planIncomplete', 'warning', first, { done, total, gaps: gaps.join(',') })] : none
}

/** Filed, but not yet everything that 有效 needs: waiting (待确认), not wrong. */
const factMissing: LeadPredicate = ({ lead, asOf }) => {
  const state = leadState(lead, asOf)
  if (state !== 'filed' && state !== 'certified' && state !== 'contacted') return none
  return missingForEffective(lead, asOf).map((field) =>
    field === 'districtClass' ? result('classPending', 'unknown', field) : result('factMissing', 'unknown', field),
  )
}

const classDiffers: LeadPredicate = ({ lead: { proposedClass, districtClass } }) =>
  proposedClass === null || districtClass === 'pending' || proposedClass === districtClass
    ? none
    : [result('classDiffers', 'warning', 'proposedClass', { proposed: proposedClass, decided: districtClass })]

const orderedFacts = ['filedOn', 'certifiedOn', 'contactedOn', 'acceptedOn', 'landedOn'] as const

/** Each fact against the latest one before it. Only 对接 before 备案 cannot stand; the rest may be late entries. */
const factOrder: LeadPredicate = ({ lead }) => {
  const found: LeadCheck[] = []
  const dated = orderedFacts.flatMap((field) => {
    const on = lead[field]
    return on === null ? [] : [{ field, on }]
  })
  for (const [index, later] of dated.entries()) {
    const earlier = dated.slice(0, index).filter(({ on }) => on > later.on)
    for (const { field, on } of earlier) {
      const isHard = later.field === 'contactedOn' && field === 'filedOn'
      const params = { earlier: field, earlierOn: on, later: later.field, laterOn: later.on }
      found.push(result('factOrder', isHard ? 'error' : 'warning', later.field, params))
    }
  }
  return found
}

const factInFuture: LeadPredicate = ({ lead, asOf }) =>
  orderedFacts.flatMap((field) => {
    const on = lead[field]
    return on !== null && on > asOf ? [result('factInFuture', 'warning', field, { on, asOf })] : none
  })

function hasDistrictFact(lead: LeadRecord): boolean {
  return districtFactNames.some((name) => {
    const value = lead[name]
    return name === 'districtClass' ? value !== 'pending' : value !== null && value !== ''
  })
}

const documentMissing: LeadPredicate = ({ lead }) =>
  lead.documentReference.trim() === '' && hasDistrictFact(lead)
    ? [result('documentMissing', 'warning', 'documentReference')]
    : none

function hasLandingEntry(lead: LeadRecord): boolean {
  return lead.landedOn !== null || lead.isRegisteredInDistrict === true
}

const landingIncomplete: LeadPredicate = ({ lead }) =>
  hasLandingEntry(lead) ? missingForLanding(lead).map((field) => result('landingIncomplete', 'error', field)) : none

const landingPlace: LeadPredicate = ({ lead }) => {
  if (lead.landedOn === null || lead.isRegisteredInDistrict === true) return none
  const field = 'isRegisteredInDistrict'
  return lead.isRegisteredInDistrict === null
    ? [result('landingUnknownPlace', 'unknown', field)]
    : [result('landingOutside', 'warning', field, { landedOn: lead.landedOn })]
}

/** Registered in another year than filed: scored as not landed. */
const lateLanding: LeadPredicate = ({ lead }) =>
  lead.landedOn !== null && lead.filedOn !== null && !isLandingInFilingYear(lead)
    ? [result('lateLanding', 'warning', 'landedOn', { landedOn: lead.landedOn, year: yearOf(lead.filedOn) })]
    : none

const landingBeforeEffective: LeadPredicate = ({ lead, asOf }) => {
  const { landedOn } = lead
  if (landedOn === null || landedOn > asOf || isClosedState(leadState(lead, asOf))) return none
  const missing = missingForEffective(lead, asOf)
  return missing.length > 0 ? [result('landingBeforeEffective', 'unknown', missing[0] ?? null)] : none
}

const creditCodeDoubtful: LeadPredicate = ({ lead }) => {
  if (lead.creditCode.trim() === '') return none
  const verdict = checkCreditCode(lead.creditCode)
  return verdict === 'valid' ? none : [result('creditCodeDoubtful', 'warning', 'creditCode', { verdict })]
}

const sharesAboveWhole: LeadPredicate = ({ lead }) => {
  const shares = lead.shareholdings.flatMap(({ percent }) => (percent === null ? [] : (parsePoints(percent) ?? [])))
  return comparePoints(addPoints(...shares), points(100)) > 0
    ? [result('sharesAboveWhole', 'warning', 'shareholdings')]
    : none
}

const duplicateFields: Readonly<Record<DuplicateKind, LeadFieldName>> = {
  creditCode: 'creditCode',
  sameName: 'investorName',
  alikeName: 'investorName',
}

const duplicate: LeadPredicate = ({ lead, others, asOf, options }) => {
  if (lead.duplicateOf !== null) {
    return [result('markedDuplicate', 'warning', 'duplicateOf', { id: lead.duplicateOf })]
  }
  if (isClosedState(leadState(lead, asOf))) return none
  return findDuplicates(lead, others, options).map(({ kind, leadId, name, title, filedOn }) =>
    result('duplicate', 'warning', duplicateFields[kind], { kind, id: leadId, name, title, filedOn: filedOn ?? '' }),
  )
}

const endingIncomplete: LeadPredicate = ({ lead }) => {
  if (lead.ending === null) return none
  const found: LeadCheck[] = []
  if (lead.endedOn === null) found.push(result('endingIncomplete', 'error', 'endedOn', { ending: lead.ending }))
  if (lead.endingReason.trim() === '') {
    found.push(result('endingIncomplete', 'error', 'endingReason', { ending: lead.ending }))
  }
  return found
}

/** Filed by OA before the platform opened and not typed into it yet. Source: 「待平台上线后进行补录」. */
export function needsBackfill(lead: LeadRecord, platformOpenOn: IsoDate | null, asOf: IsoDate): boolean {
  if (platformOpenOn === null || asOf < platformOpenOn || isClosedState(leadState(lead, asOf))) return false
  return lead.filedOn !== null && lead.filedOn < platformOpenOn && lead.backfilledOn === null
}

const backfillPending: LeadPredicate = ({ lead, asOf, options: { platformOpenOn } }) =>
  platformOpenOn !== null && needsBackfill(lead, platformOpenOn, asOf)
    ? [result('backfillPending', 'warning', 'backfilledOn', { platformOpenOn })]
    : none

const predicates: readonly LeadPredicate[] = [
  investorMissing,
  factOrder,
  factInFuture,
  landingIncomplete,
  landingPlace,
  lateLanding,
  landingBeforeEffective,
  endingIncomplete,
  duplicate,
  creditCodeDoubtful,
  documentMissing,
  factMissing,
  classDiffers,
  sharesAboveWhole,
  backfillPending,
  planIncomplete,
]

/** All that can be said about a lead on a day, in the order of the form; an empty list is a clean record. */
export function checkLead(
  lead: LeadRecord,
  others: DuplicateIndex,
  asOf: IsoDate,
  options: LeadCheckOptions = usualLeadChecks,
): readonly LeadCheck[] {
  return predicates.flatMap((predicate) => predicate({ lead, others, asOf, options }))
}
