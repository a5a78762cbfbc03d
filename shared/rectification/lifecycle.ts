import { assertNever } from '../core/assert'
import type { IsoDate } from '../core/dates'
import type { FindingRecord, FindingState, MeasureRecord, MeasureStatus, RectRole } from './record'

/** What can happen to a finding. Progress notes move nothing and are no event. */
export const findingEvents = [
  'assign',
  'approvePlan',
  'submit',
  'return',
  'propose',
  'confirm',
  'close',
  'requestExtension',
  'decideExtension',
  'reopen',
  'refer',
] as const
export type FindingEvent = (typeof findingEvents)[number]

/** 认定 results. */
export const determinations = ['completed', 'basicallyDone', 'phasedDone', 'longTerm'] as const
export type Determination = (typeof determinations)[number]

/** Why an event is refused; the sentences are in the terms. */
export type FindingRefusalCode =
  | 'findingStepNotAllowed'
  | 'findingRoleNeeded'
  | 'findingDoerCannotVerify'
  | 'findingNeedsFields'
  | 'findingNeedsMeasure'
  | 'findingMeasuresOpen'
  | 'findingNeedsEvidence'
  | 'findingMeasuresWithoutEvidence'
  | 'findingNeedsNewEvidence'
  | 'findingAmountAboveRequired'
  | 'findingQuantityOpen'
  | 'findingNeedsReason'
  | 'findingNoProposal'
  | 'findingProposalPending'
  | 'findingMeasuresUnverified'
  | 'findingExtensionPending'
  | 'findingNoExtension'
  | 'findingExtensionNotLater'
  | 'findingDayInFuture'
  | 'findingDayTooEarly'

export interface FindingRefusal {
  readonly code: FindingRefusalCode
  readonly params: Readonly<Record<string, string | number>>
}

/** An amount as the guards see it: decimal text in one unit. */
export interface OpenQuantity {
  readonly unit: string
  readonly required: string
  readonly done: string
  readonly rest: string
  /** `87.1%`. */
  readonly rate: string
}

/** What the guards look at beside the finding itself. */
export interface FindingFacts {
  readonly measures: readonly Pick<MeasureRecord, 'text' | 'dueOn' | 'status' | 'justification'>[]
  /** Evidence files of the present cycle. */
  readonly evidenceCount: number
  /** One-based numbers of measures without a file of their own, where the finding has several measures. */
  readonly measuresWithoutEvidence: readonly number[]
  /** Files added after the last 认定. */
  readonly newEvidenceCount: number
  /** Rows whose 已整改 is above 应整改 without a reason, in words. */
  readonly amountsAboveRequired: readonly string[]
  /** Rows that are not done to the full. */
  readonly openQuantities: readonly OpenQuantity[]
  readonly hasPendingExtension: boolean
  /** Who did the work of this cycle: 承办人, those who submitted, added evidence or reported measures done. */
  readonly doers: ReadonlySet<string>
  /** The day of the last step; none may come before it. */
  readonly lastStepOn: IsoDate | null
}

export interface Actor {
  readonly name: string
  readonly roles: ReadonlySet<RectRole>
}

/** What a person enters with an event. */
export interface EventInput {
  readonly event: FindingEvent
  readonly on: IsoDate
  readonly text: string
  /** Unit head of a submission; verifier or deputy who agreed to a reopening. */
  readonly agreedBy: string
  readonly docNo: string
  readonly determination: Determination | null
  readonly newDueOn: IsoDate | null
  readonly isApproved: boolean
}

export type EventVerdict =
  | { readonly ok: true; readonly to: FindingState }
  /** Everything that is in the way, the first reason first. */
  | { readonly ok: false; readonly refusals: readonly FindingRefusal[] }

interface Transition {
  readonly from: readonly FindingState[]
  readonly roles: readonly RectRole[]
  /** The doer of the cycle may not do it. */
  readonly needsOther: boolean
}

const openAgain = ['basicallyDone', 'phasedDone', 'longTerm'] as const

/**
 * From where an event may happen and by whom. Source: domain §3 Finding.
 * 移送 is allowed from anywhere but 已移送 itself.
 */
export const transitions: Readonly<Record<FindingEvent, Transition>> = {
  assign: { from: ['unclaimed'], roles: ['sectionHead'], needsOther: false },
  approvePlan: { from: ['planning'], roles: ['deputy', 'chief'], needsOther: false },
  submit: { from: ['rectifying', ...openAgain], roles: ['handler'], needsOther: false },
  return: { from: ['awaitingDetermination'], roles: ['verifier'], needsOther: true },
  propose: { from: ['awaitingDetermination'], roles: ['verifier'], needsOther: true },
  confirm: { from: ['awaitingDetermination'], roles: ['deputy'], needsOther: true },
  close: { from: ['completed'], roles: ['deputy', 'chief'], needsOther: true },
  requestExtension: { from: ['rectifying'], roles: ['handler'], needsOther: false },
  decideExtension: { from: ['rectifying'], roles: ['chief'], needsOther: true },
  reopen: { from: ['closed'], roles: ['verifier', 'deputy'], needsOther: false },
  refer: {
    from: ['unclaimed', 'planning', 'rectifying', 'awaitingDetermination', 'completed', ...openAgain, 'closed'],
    roles: ['chief'],
    needsOther: false,
  },
}

/** Done for the purpose of submission; 长期坚持 counts as done. */
export function isMeasureDone(status: MeasureStatus): boolean {
  return status === 'done' || status === 'verified' || status === 'longTerm'
}

/** Where an allowed event leads. */
function targetOf(finding: FindingRecord, input: EventInput): FindingState {
  switch (input.event) {
    case 'assign':
      // 立行立改 may skip the plan. Source: domain §3, P5.
      return finding.rectType === 'immediate' ? 'rectifying' : 'planning'
    case 'approvePlan':
    case 'return':
    case 'reopen':
      return 'rectifying'
    case 'submit':
    case 'propose':
      return 'awaitingDetermination'
    case 'confirm':
      return input.isApproved ? (finding.proposedState ?? 'awaitingDetermination') : 'awaitingDetermination'
    case 'close':
      return 'closed'
    case 'requestExtension':
    case 'decideExtension':
      return finding.state
    case 'refer':
      return 'referred'
    default:
      return assertNever(input.event)
  }
}

function refusal(code: FindingRefusalCode, params: FindingRefusal['params'] = {}): FindingRefusal {
  return { code, params }
}

function missingFields(finding: FindingRecord): readonly string[] {
  return (['leader', 'leadUnit', 'rectType'] as const).filter((field) => !finding[field])
}

/** Quantities that stand in the way of 已完成; the first is named. */
function openQuantity({ openQuantities }: FindingFacts): readonly FindingRefusal[] {
  const [first] = openQuantities
  if (!first) return []
  const { required, done, rest, unit, rate } = first
  return [refusal('findingQuantityOpen', { required, done, rest, unit, rate })]
}

function evidenceOf({ evidenceCount, measuresWithoutEvidence }: FindingFacts): readonly FindingRefusal[] {
  if (evidenceCount === 0) return [refusal('findingNeedsEvidence')]
  if (measuresWithoutEvidence.length === 0) return []
  return [refusal('findingMeasuresWithoutEvidence', { measures: measuresWithoutEvidence.join(' ') })]
}

function openMeasures({ measures }: FindingFacts): readonly number[] {
  return measures.flatMap(({ status, justification }, index) =>
    isMeasureDone(status) || justification.trim() !== '' ? [] : [index + 1],
  )
}

function submitGuards(finding: FindingRecord, facts: FindingFacts, input: EventInput): readonly FindingRefusal[] {
  const open = openMeasures(facts)
  const isAgain = finding.state !== 'rectifying'
  const needed = [
    ...(finding.result.trim() === '' ? ['result'] : []),
    ...(input.agreedBy.trim() === '' ? ['unitHead'] : []),
  ]
  return [
    ...(facts.measures.length === 0 ? [refusal('findingNeedsMeasure')] : []),
    ...(open.length > 0 ? [refusal('findingMeasuresOpen', { measures: open.join(' ') })] : []),
    ...evidenceOf(facts),
    ...(isAgain && facts.newEvidenceCount === 0 ? [refusal('findingNeedsNewEvidence')] : []),
    ...(facts.amountsAboveRequired.length > 0
      ? [refusal('findingAmountAboveRequired', { amounts: facts.amountsAboveRequired.join(' ') })]
      : []),
    ...(needed.length > 0 ? [refusal('findingNeedsFields', { fields: needed.join(' ') })] : []),
  ]
}

function guardsOf(finding: FindingRecord, facts: FindingFacts, input: EventInput): readonly FindingRefusal[] {
  const { event } = input
  const needsReason = input.text.trim() === '' ? [refusal('findingNeedsReason', { event })] : []
  const needsDocument = input.docNo.trim() === '' ? [refusal('findingNeedsFields', { fields: 'docNo' })] : []
  switch (event) {
    case 'assign': {
      const missing = missingFields(finding)
      return missing.length > 0 ? [refusal('findingNeedsFields', { fields: missing.join(' ') })] : []
    }
    case 'approvePlan':
      return facts.measures.some(({ dueOn }) => dueOn !== null) ? [] : [refusal('findingNeedsMeasure')]
    case 'submit':
      return submitGuards(finding, facts, input)
    case 'return':
      return needsReason
    case 'propose':
      if (input.determination === null) return [refusal('findingNeedsFields', { fields: 'determination' })]
      return input.determination === 'completed' ? [...evidenceOf(facts), ...openQuantity(facts)] : needsReason
    case 'confirm':
      if (finding.proposedState === null) return [refusal('findingNoProposal')]
      if (!input.isApproved) return needsReason
      return finding.proposedState === 'completed' ? openQuantity(facts) : []
    case 'close': {
      const unverified = facts.measures.flatMap(({ status, justification }, index) =>
        status === 'verified' || status === 'longTerm' || justification.trim() !== '' ? [] : [index + 1],
      )
      return [
        ...evidenceOf(facts),
        ...openQuantity(facts),
        ...(unverified.length > 0 ? [refusal('findingMeasuresUnverified', { measures: unverified.join(' ') })] : []),
      ]
    }
    case 'requestExtension':
      return [
        ...(facts.hasPendingExtension ? [refusal('findingExtensionPending')] : []),
        ...(finding.dueOn === null ? [refusal('findingNeedsFields', { fields: 'dueOn' })] : []),
        ...(input.newDueOn === null || (finding.dueOn !== null && input.newDueOn <= finding.dueOn)
          ? [refusal('findingExtensionNotLater', { dueOn: finding.dueOn ?? '' })]
          : []),
        ...needsReason,
      ]
    case 'decideExtension':
      if (!facts.hasPendingExtension) return [refusal('findingNoExtension')]
      return input.isApproved ? needsDocument : needsReason
    case 'reopen':
      return [
        ...needsReason,
        ...needsDocument,
        ...(input.agreedBy.trim() === '' ? [refusal('findingNeedsFields', { fields: 'agreedBy' })] : []),
      ]
    case 'refer':
      return needsDocument
    default:
      return assertNever(event)
  }
}

function dayGuards(facts: FindingFacts, { on }: EventInput, today: IsoDate): readonly FindingRefusal[] {
  if (on > today) return [refusal('findingDayInFuture', { on, today })]
  const { lastStepOn } = facts
  return lastStepOn !== null && on < lastStepOn ? [refusal('findingDayTooEarly', { on, last: lastStepOn })] : []
}

/** Whether a person may do this to the finding now; where it leads, or everything that is in the way. */
export function judgeEvent(
  finding: FindingRecord,
  facts: FindingFacts,
  actor: Actor,
  input: EventInput,
  today: IsoDate,
): EventVerdict {
  const { event } = input
  const { from, roles, needsOther } = transitions[event]
  if (!from.includes(finding.state))
    return { ok: false, refusals: [refusal('findingStepNotAllowed', { event, state: finding.state })] }
  if (!roles.some((role) => actor.roles.has(role)))
    return { ok: false, refusals: [refusal('findingRoleNeeded', { event, roles: roles.join(' ') })] }
  if (needsOther && facts.doers.has(actor.name))
    return { ok: false, refusals: [refusal('findingDoerCannotVerify', { event, name: actor.name })] }
  const refusals = [...dayGuards(facts, input, today), ...guardsOf(finding, facts, input)]
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, to: targetOf(finding, input) }
}

/** Events that a person in these roles can do from a state, whatever else is still missing. */
export function eventsFrom(state: FindingState, roles: ReadonlySet<RectRole>): readonly FindingEvent[] {
  return findingEvents.filter(
    (event) => transitions[event].from.includes(state) && transitions[event].roles.some((role) => roles.has(role)),
  )
}
