import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import type { Fen } from '../../shared/core/money'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import { determinations, type Determination, type FindingEvent } from '../../shared/rectification/lifecycle'
import { parseTypedAmount } from '../components/typed-amount'
import { parseTypedCount } from '../components/typed-values'
import type { InputOf } from '../desk'

/** What is typed of a step; '' = nothing, null = not touched yet. */
export interface StepDraft {
  readonly on: string | null
  readonly text: string | null
  readonly agreedBy: string | null
  readonly docNo: string
  readonly determination: string
  readonly newDueOn: string
  readonly to: string
  readonly cases: string
  readonly persons: string
  readonly amount: string
  /** Of a proposal of 已完成: verifies the measures that were reported done as well. */
  readonly verifies: boolean
}

export const noStepDraft: StepDraft = {
  on: null,
  text: null,
  agreedBy: null,
  docNo: '',
  determination: 'completed',
  newDueOn: '',
  to: '',
  cases: '1',
  persons: '0',
  amount: '',
  verifies: true,
}

/** The fields that a step asks for beside its day. */
export type StepField = 'text' | 'agreedBy' | 'docNo' | 'determination' | 'newDueOn' | 'referral'

export const stepFields: Readonly<Record<FindingEvent, readonly StepField[]>> = {
  assign: [],
  approvePlan: ['text'],
  submit: ['agreedBy', 'text'],
  return: ['text'],
  propose: ['determination', 'text'],
  confirm: ['text'],
  close: ['text'],
  requestExtension: ['newDueOn', 'text'],
  decideExtension: ['docNo', 'text'],
  reopen: ['docNo', 'agreedBy', 'newDueOn', 'text'],
  refer: ['referral', 'docNo'],
}

/** What a step takes over from its finding. */
type StepFinding = Pick<FindingDetail, 'id' | 'updatedAt' | 'leader'> & {
  readonly fields: Pick<FindingDetail['fields'], 'result'>
}

/** What stands in a field until something is typed: the result and the leader of the finding itself. */
export function textOf(draft: StepDraft, event: FindingEvent, detail: StepFinding): string {
  return draft.text ?? (event === 'submit' ? detail.fields.result : '')
}

export function agreedByOf(draft: StepDraft, event: FindingEvent, detail: StepFinding): string {
  return draft.agreedBy ?? (event === 'submit' ? detail.leader : '')
}

export function dayOf({ on }: StepDraft, today: IsoDate): IsoDate | null {
  return on === null ? today : parseIsoDate(on)
}

function determinationOf(text: string): Determination | null {
  return determinations.find((each) => each === text) ?? null
}

type StepInput = InputOf<'rectification.step'>

function referralOf(draft: StepDraft): StepInput['referral'] | undefined {
  const [cases, persons] = [parseTypedCount(draft.cases), parseTypedCount(draft.persons)]
  const amount: Fen | null | undefined = parseTypedAmount(draft.amount)
  if (Number.isNaN(cases) || Number.isNaN(persons) || amount === undefined || draft.to.trim() === '') return undefined
  return { to: draft.to, cases: cases ?? 0, persons: persons ?? 0, amount }
}

/** The step as the service takes it; null while a day or a number is missing or none. */
export function stepInputOf(
  draft: StepDraft,
  event: FindingEvent,
  detail: StepFinding,
  today: IsoDate,
  isApproved: boolean,
): StepInput | null {
  const on = dayOf(draft, today)
  const has = (field: StepField): boolean => stepFields[event].includes(field)
  const referral = has('referral') ? referralOf(draft) : null
  const newDueOn = has('newDueOn') ? parseIsoDate(draft.newDueOn) : null
  if (on === null || referral === undefined || (event === 'requestExtension' && newDueOn === null)) return null
  return {
    id: detail.id,
    event,
    on,
    text: has('text') ? textOf(draft, event, detail) : '',
    agreedBy: has('agreedBy') ? agreedByOf(draft, event, detail) : '',
    docNo: has('docNo') ? draft.docNo : '',
    determination: has('determination') ? determinationOf(draft.determination) : null,
    newDueOn,
    isApproved,
    referral,
    expectedUpdatedAt: detail.updatedAt,
  }
}

/** Measures that a proposal of 已完成 may verify on the way. */
export function unverifiedOf(
  draft: Pick<StepDraft, 'determination'>,
  event: FindingEvent,
  { measures }: Pick<FindingDetail, 'measures'>,
): FindingDetail['measures'] {
  if (event !== 'propose' || draft.determination !== 'completed') return []
  return measures.filter(({ status }) => status === 'done')
}

/** The usual order of the buttons: what moves the finding on comes first. */
const order: readonly FindingEvent[] = [
  'assign',
  'approvePlan',
  'submit',
  'close',
  'confirm',
  'propose',
  'decideExtension',
  'return',
  'requestExtension',
  'reopen',
  'refer',
]

type NextEvent = FindingDetail['next'][number]

/** What decides which steps are offered. */
export type StandingFinding = Pick<FindingDetail, 'next' | 'state'> & {
  readonly extensions: readonly Pick<FindingDetail['extensions'][number], 'decision'>[]
  readonly fields: Pick<FindingDetail['fields'], 'proposedState'>
}

/** A confirmation needs a proposal, and a decision an application; what was asked for already is not asked again. */
function isIdle({ event }: NextEvent, { fields, extensions }: StandingFinding): boolean {
  if (event === 'confirm') return fields.proposedState === null
  if (event === 'propose') return fields.proposedState !== null
  return event === 'decideExtension' && extensions.every(({ decision }) => decision !== 'pending')
}

/** What the person may do, the step that is next first; what has nothing to be done about is left out. */
export function orderedEvents(detail: StandingFinding): readonly NextEvent[] {
  const pending = detail.extensions.some(({ decision }) => decision === 'pending')
  const rank = ({ event }: NextEvent): number => (event === 'decideExtension' && pending ? -1 : order.indexOf(event))
  return detail.next.filter((next) => !isIdle(next, detail)).toSorted((left, right) => rank(left) - rank(right))
}

/** 同意销号 in one act, and what stands in its way; null when this person has not all of its roles. */
export function closeOutOf({ state, next, fields }: StandingFinding): { readonly blockedBy: string } | null {
  const of = (event: FindingEvent): NextEvent | undefined => next.find((each) => each.event === event)
  if (state === 'completed') return of('close') ?? null
  if (state !== 'awaitingDetermination' || !of('confirm')) return null
  if (fields.proposedState === null) return of('propose') ?? null
  // Another 认定 that was proposed is confirmed or refused first.
  return fields.proposedState === 'completed' ? (of('confirm') ?? null) : null
}
