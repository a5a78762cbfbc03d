import type { IsoDate } from '../core/dates'
import { yearOf } from '../core/dates'
import type { Failure } from '../core/result'
import { joinWords, leadFieldLabel, leadStateLabel, missingFactLabel } from '../terms/investment'
import { findDuplicates, type DuplicateIndex } from './duplicates'
import { isKnownBy, isLandingInFilingYear, leadState, missingForEffective, missingForLanding } from './facts'
import type { LeadRecord } from './record'
import { districtFactNames, type LeadChanges, type LeadFieldName, type LeadRole, type LeadState } from './states'

/** A refusal with the field it stands beside. */
export interface LeadFailure extends Failure {
  readonly field: LeadFieldName | null
}

/** What a transition is judged against. */
export interface TransitionContext {
  readonly asOf: IsoDate
  /** Null: roles are not told apart (one person keeps the ledger). */
  readonly role: LeadRole | null
  /** The other leads of the bureau. */
  readonly others: DuplicateIndex
  /** Leads that a person has said are not the same company. */
  readonly knownDifferent: readonly string[]
}

type Guard = (lead: LeadRecord, context: TransitionContext) => readonly LeadFailure[]

/** One arrow of the state machine. */
export interface LeadTransition {
  readonly from: readonly LeadState[]
  readonly to: LeadState
  readonly role: LeadRole
  readonly guards: readonly Guard[]
}

function failure(code: Failure['code'], field: LeadFieldName | null, params: Failure['params'] = {}): LeadFailure {
  return { code, field, params }
}

function needs(...fields: readonly (keyof LeadRecord)[]): Guard {
  return (lead) =>
    fields
      .filter((field) => lead[field] === null || lead[field] === '')
      .map((field) => failure('leadNeedsFields', field, { fields: leadFieldLabel(field) }))
}

function notInFuture(field: 'filedOn' | 'certifiedOn' | 'contactedOn' | 'acceptedOn' | 'landedOn' | 'endedOn'): Guard {
  return (lead, { asOf }) => {
    const on = lead[field]
    return on === null || isKnownBy(on, asOf)
      ? []
      : [failure('leadFactInFuture', field, { fact: leadFieldLabel(field), on, asOf })]
  }
}

const notDuplicate: Guard = (lead, { others, knownDifferent }) =>
  findDuplicates(lead, others, { withAlike: false })
    .filter(({ leadId }) => !knownDifferent.includes(leadId))
    .slice(0, 1)
    .map(({ title, filedOn, kind }) =>
      failure('leadIsDuplicate', kind === 'creditCode' ? 'creditCode' : 'investorName', {
        title,
        filedOn: filedOn ?? '—',
      }),
    )

const contactedAfterFiled: Guard = ({ filedOn, contactedOn }) =>
  filedOn !== null && contactedOn !== null && contactedOn < filedOn
    ? [
        failure('leadFactOrder', 'contactedOn', {
          earlier: leadFieldLabel('filedOn'),
          earlierOn: filedOn,
          later: leadFieldLabel('contactedOn'),
          laterOn: contactedOn,
        }),
      ]
    : []

const effectiveFacts: Guard = (lead, { asOf }) =>
  missingForEffective(lead, asOf)
    .filter((field) => field === 'acceptedOn' || field === 'acceptedBy' || field === 'districtClass')
    .map((field) => failure('leadNotEffective', field, { missing: missingFactLabel(field) }))

const registeredInDistrict: Guard = (lead) =>
  lead.isRegisteredInDistrict === true ? [] : [failure('landingOutsideDistrict', 'isRegisteredInDistrict')]

const landedInFilingYear: Guard = (lead) =>
  lead.landedOn === null || lead.filedOn === null || isLandingInFilingYear(lead)
    ? []
    : [failure('landingOtherYear', 'landedOn', { landedOn: lead.landedOn, year: yearOf(lead.filedOn) })]

const landingEntries: Guard = (lead) =>
  missingForLanding(lead).map((field) => failure('landingNeedsCompany', field, { field: leadFieldLabel(field) }))

const documented = needs('documentReference')

const judgedInvalid: Guard = (lead) =>
  lead.districtClass === 'invalid'
    ? []
    : [failure('leadNeedsFields', 'districtClass', { fields: leadFieldLabel('districtClass') })]

function endedAs(ending: LeadRecord['ending']): Guard {
  return (lead) =>
    lead.ending === ending ? [] : [failure('leadNeedsFields', 'ending', { fields: leadFieldLabel('ending') })]
}

const withReason = needs('endedOn', 'endingReason')

/** The transition table of a lead. Source: 实施方案 抓招商 指标定义①②; guards and roles as agreed for the bureau. */
export const leadTransitions: readonly LeadTransition[] = [
  {
    from: ['draft'],
    to: 'filed',
    role: 'handler',
    guards: [needs('investorName', 'intention', 'expectedBenefit', 'filedOn'), notInFuture('filedOn'), notDuplicate],
  },
  {
    from: ['filed'],
    to: 'certified',
    role: 'groupLeader',
    guards: [needs('certifiedOn'), notInFuture('certifiedOn'), documented],
  },
  {
    from: ['certified'],
    to: 'contacted',
    role: 'groupLeader',
    guards: [needs('contactedOn'), notInFuture('contactedOn'), contactedAfterFiled, documented],
  },
  {
    from: ['contacted'],
    to: 'effective',
    role: 'groupLeader',
    guards: [effectiveFacts, documented],
  },
  {
    from: ['effective'],
    to: 'landed',
    role: 'groupLeader',
    guards: [landingEntries, notInFuture('landedOn'), registeredInDistrict, landedInFilingYear, documented],
  },
  {
    from: ['filed', 'certified', 'contacted'],
    to: 'invalid',
    role: 'groupLeader',
    guards: [judgedInvalid, withReason, notInFuture('endedOn'), documented],
  },
  {
    from: ['effective'],
    to: 'revoked',
    role: 'groupLeader',
    guards: [endedAs('revoked'), withReason, notInFuture('endedOn'), documented],
  },
  {
    from: ['effective'],
    to: 'dormant',
    role: 'handler',
    guards: [endedAs('dormant'), withReason, notInFuture('endedOn')],
  },
  {
    from: ['draft', 'filed', 'certified', 'contacted'],
    to: 'withdrawn',
    role: 'handler',
    guards: [endedAs('withdrawn'), withReason, notInFuture('endedOn')],
  },
]

/** The states on the way to 落地; several facts may be recorded at once, every step between is checked. */
const mainWay: readonly LeadState[] = ['draft', 'filed', 'certified', 'contacted', 'effective', 'landed']

function stepsBetween(from: LeadState, to: LeadState): readonly LeadTransition[] {
  const direct = leadTransitions.find((transition) => transition.to === to && transition.from.includes(from))
  if (direct) return [direct]
  const start = mainWay.indexOf(from)
  const end = mainWay.indexOf(to)
  if (start < 0 || end <= start) return []
  return leadTransitions.filter((transition) => {
    const at = mainWay.indexOf(transition.to)
    return at > start && at <= end
  })
}

/** States that can follow on a day, one step away, with the role each needs. */
export function nextStates(lead: LeadRecord, asOf: IsoDate): readonly LeadTransition[] {
  const from = leadState(lead, asOf)
  return leadTransitions.filter((transition) => transition.from.includes(from))
}

/** Refusals of one code and field are said once. */
function withoutRepeats(failures: readonly LeadFailure[]): readonly LeadFailure[] {
  const seen = new Set<string>()
  return failures.filter(({ code, field }) => {
    const key = `${code} ${field ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** A district fact that is changed needs the document that it rests on. */
export function changesDistrictFact(lead: LeadRecord, changes: LeadChanges): boolean {
  return districtFactNames.some((name) => name in changes && changes[name] !== lead[name])
}

/** The lead as it would be. Undefined entries are left as they were. */
export function withChanges(lead: LeadRecord, changes: LeadChanges): LeadRecord {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  return { ...lead, ...given }
}

export type TransitionVerdict =
  | { readonly ok: true; readonly value: LeadRecord }
  /** Every failing check, in the order of the steps. */
  | { readonly ok: false; readonly error: readonly LeadFailure[] }

/**
 * Whether a lead may move to a state with what was entered; the lead as changed, or all that is in the way.
 * Facts may be kept without a move (a landing of the next year is recorded and noted): see `checkLead`.
 */
export function checkTransition(
  lead: LeadRecord,
  to: LeadState,
  changes: LeadChanges,
  context: TransitionContext,
): TransitionVerdict {
  const from = leadState(lead, context.asOf)
  const steps = stepsBetween(from, to)
  if (steps.length === 0) {
    const params = { from: leadStateLabel(from), to: leadStateLabel(to) }
    return { ok: false, error: [failure('transitionNotAllowed', null, params)] }
  }
  const changed = withChanges(lead, changes)
  const failures: LeadFailure[] = []
  if (context.role === 'handler' && steps.some(({ role }) => role === 'groupLeader')) {
    failures.push(failure('roleNotAllowed', null, { to: leadStateLabel(to) }))
  }
  for (const { guards } of steps) for (const guard of guards) failures.push(...guard(changed, context))
  if (changesDistrictFact(lead, changes)) failures.push(...needs('documentReference')(changed, context))
  const found = withoutRepeats(failures.map(asDocumentFailure))
  return found.length > 0 ? { ok: false, error: found } : { ok: true, value: changed }
}

function asDocumentFailure(found: LeadFailure): LeadFailure {
  return found.field === 'documentReference' ? failure('leadNeedsDocument', 'documentReference') : found
}

const onlyScoredAsNotLanded: readonly Failure['code'][] = ['landingOtherYear', 'landingOutsideDistrict']

/** Whether the facts may be kept although the lead does not become 落地: registered in another year or outside. */
export function areFactsKeepable(failures: readonly LeadFailure[]): boolean {
  return failures.length > 0 && failures.every(({ code }) => onlyScoredAsNotLanded.includes(code))
}

/** One refusal for a caller that shows a single sentence: missing fields and facts are named together. */
export function firstRefusal(failures: readonly LeadFailure[]): LeadFailure | null {
  const [first] = failures
  if (!first) return null
  const joined = (key: 'fields' | 'missing'): LeadFailure => {
    const all = failures.filter(({ code }) => code === first.code).map(({ params }) => params[key] ?? '')
    return { ...first, params: { ...first.params, [key]: joinWords(all.map(String)) } }
  }
  if (first.code === 'leadNeedsFields') return joined('fields')
  if (first.code === 'leadNotEffective') return joined('missing')
  return first
}
