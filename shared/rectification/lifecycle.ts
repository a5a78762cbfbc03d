import type { IsoDate } from '../core/dates'
import type { FindingRecord, FindingState, MeasureStatus, RectRole } from './record'
import type { MeasureRecord } from './part-records'

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
  | 'findingAgreedByOther'
  | 'findingExtensionPending'
  | 'findingNoExtension'
  | 'findingExtensionNotLater'
  | 'findingDayInFuture'
  | 'findingDayTooEarly'

/** A value that a refusal's sentence needs, or several that it lists; names are codes of the closed lists. */
type RefusalParam = string | number | readonly (string | number)[]

export interface FindingRefusal {
  readonly code: FindingRefusalCode
  readonly params: Readonly<Record<string, RefusalParam>>
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
  /** In their order within the finding. */
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
  /**
   * Who did the work of this cycle: 承办人 of the finding and of its measures, and those who submitted, asked for an
   * extension, added evidence or reported measures done.
   */
  readonly doers: ReadonlySet<string>
  /** The day of the last step; none may come before it. */
  readonly lastStepOn: IsoDate | null
}

export interface Actor {
  readonly name: string
  readonly roles: ReadonlySet<RectRole>
  /** Who is appointed to each role; a role without anybody is open. */
  readonly appointed: ReadonlyMap<RectRole, readonly string[]>
}

/** What a person enters with an event. */
export interface EventInput {
  readonly event: FindingEvent
  readonly on: IsoDate
  readonly text: string
  /** Unit head of a submission; verifier or deputy who agreed to a reopening. */
  readonly agreedBy: string
  readonly docNo: string
  /** Of refer: to whom. */
  readonly referredTo: string
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

/** Its content stays as it was signed: closed, or referred after it was closed. */
export function isSettled({ state, closedOn }: Pick<FindingRecord, 'state' | 'closedOn'>): boolean {
  return state === 'closed' || (state === 'referred' && closedOn !== null)
}

/** Events that a person in these roles can do from a state, whatever else is still missing. */
export function eventsFrom(state: FindingState, roles: ReadonlySet<RectRole>): readonly FindingEvent[] {
  return findingEvents.filter(
    (event) => transitions[event].from.includes(state) && transitions[event].roles.some((role) => roles.has(role)),
  )
}
