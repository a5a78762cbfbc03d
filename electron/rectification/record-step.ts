import type { WriteDb } from '../../db/access'
import { insertPart, readPartRecords, updatePart } from '../../db/repositories/finding-parts'
import { updateFinding } from '../../db/repositories/findings'
import { invariant } from '../../shared/core/assert'
import type { IsoDate } from '../../shared/core/dates'
import { ok, type Failure, type Result } from '../../shared/core/result'
import type { Input } from '../../shared/ipc/procedure'
import type { rectificationContract } from '../../shared/rectification/contract'
import { judgeEvent } from '../../shared/rectification/judge-event'
import type { EventInput, FindingRefusal } from '../../shared/rectification/lifecycle'
import type { FindingRecord, FindingState } from '../../shared/rectification/record'
import type { FindingStepKind } from '../../shared/rectification/part-records'
import { statusAfter } from '../../shared/rectification/status'
import { colon } from '../../shared/terms/closure-form'
import { determinationLabels } from '../../shared/terms/rectification'
import { refusalInWords } from '../../shared/terms/rectification-refusals'
import type { Context } from '../context'
import { closeCycle, moveDeadline, reopenCycle, startCycle, usualDeadline } from './cycles'
import { findingFactsOf, programOf } from './facts'
import { actorOf } from './seat'

/** What a person enters with a step, with what was referred where. */
export type StepInput = Omit<EventInput, 'referredTo'> &
  Pick<Input<(typeof rectificationContract)['rectification.step']>, 'referral'>

/** Why a step is refused, as the person reads it. */
export function stepRefusal(refusal: FindingRefusal): Failure {
  return refusalInWords(refusal)
}

/** Keeps in the history what happened; a progress note stays where the finding is. */
export function insertStep(
  context: Context,
  db: WriteDb,
  finding: FindingRecord,
  step: {
    readonly kind: FindingStepKind
    readonly to: FindingState
    readonly on: IsoDate
    readonly agreedBy: string
    readonly text: string
    readonly docNo: string
  },
): void {
  const { id, state, isSample } = finding
  // A reopening is the beginning of the next cycle.
  const cycle = step.kind === 'reopen' ? finding.cycle + 1 : finding.cycle
  const about = {
    id: context.newId(),
    findingId: id,
    cycle,
    from: state,
    by: context.actor(),
    recordedAt: context.now(),
  }
  const words = { agreedBy: step.agreedBy.trim(), text: step.text.trim(), docNo: step.docNo.trim() }
  insertPart(db, 'step', { ...about, kind: step.kind, to: step.to, on: step.on, ...words, isSample })
}

function requestExtension(context: Context, db: WriteDb, finding: FindingRecord, input: StepInput): void {
  const { dueOn: oldDueOn, id, cycle, isSample } = finding
  const { newDueOn } = input
  invariant(oldDueOn !== null && newDueOn !== null, 'an extension goes from one day to a later one')
  const undecided = { decision: 'pending', decidedBy: '', decidedOn: null, docNo: '' }
  const asked = { appliedOn: input.on, appliedBy: context.actor(), reason: input.text.trim(), oldDueOn, newDueOn }
  insertPart(db, 'extension', { id: context.newId(), findingId: id, cycle, ...asked, ...undecided, isSample })
}

/** Approved, the deadline moves and the old one is kept with the extension. */
function decideExtension(
  context: Context,
  db: WriteDb,
  finding: FindingRecord,
  input: StepInput,
): Partial<FindingRecord> {
  const pending = readPartRecords(db, 'extension', finding.id).find(
    ({ cycle, decision }) => cycle === finding.cycle && decision === 'pending',
  )
  invariant(pending, 'an extension waits for its decision')
  const decision = input.isApproved ? 'approved' : 'refused'
  const decided = { decidedBy: context.actor(), decidedOn: input.on, docNo: input.docNo.trim() }
  updatePart(db, 'extension', pending.id, { decision, ...decided })
  if (!input.isApproved) return {}
  const { newDueOn } = pending
  moveDeadline(context, db, finding, newDueOn)
  const originalDueOn = finding.originalDueOn ?? finding.dueOn
  return { dueOn: newDueOn, originalDueOn, extensionCount: finding.extensionCount + 1 }
}

function refer(context: Context, db: WriteDb, { id, isSample }: FindingRecord, input: StepInput): void {
  const { referral } = input
  invariant(referral, 'a referral says to whom')
  const about = { id: context.newId(), findingId: id, docNo: input.docNo.trim(), referredOn: input.on, isSample }
  insertPart(db, 'referral', { ...referral, ...about })
}

/** What an allowed step writes beside state and history, and what it changes of the finding. */
function effectOf(
  context: Context,
  db: WriteDb,
  finding: FindingRecord,
  input: StepInput,
  to: FindingState,
): Partial<FindingRecord> {
  const by = context.actor()
  const withoutProposal = { proposedState: null, proposedBy: '' }
  switch (input.event) {
    case 'assign':
      return to === 'rectifying'
        ? startCycle(context, db, finding, input.on)
        : { dueOn: usualDeadline(context, db, finding) }
    case 'approvePlan':
      return startCycle(context, db, finding, input.on)
    case 'submit':
      return { submittedOn: input.on, submittedBy: by, result: input.text.trim() || finding.result }
    case 'return':
      return { returnCount: finding.returnCount + 1, ...withoutProposal, submittedOn: null, submittedBy: '' }
    case 'propose':
      return { proposedState: input.determination, proposedBy: by }
    case 'confirm':
      return input.isApproved ? { ...withoutProposal, determinedBy: by, determinedOn: input.on } : withoutProposal
    case 'close':
      return closeCycle(context, db, finding, input.on, by)
    case 'reopen':
      return reopenCycle(context, db, finding, input)
    case 'requestExtension':
      requestExtension(context, db, finding, input)
      return {}
    case 'decideExtension':
      return decideExtension(context, db, finding, input)
    case 'refer':
      refer(context, db, finding, input)
      return {}
  }
}

/** The text of the history; a proposal says what was proposed. */
function stepText({ event, determination, text }: StepInput): string {
  if (event !== 'propose' || determination === null) return text
  return [determinationLabels[determination], text.trim()].filter((part) => part !== '').join(colon)
}

/** One step of the lifecycle, judged and written; the caller holds the transaction. */
export function recordStep(
  context: Context,
  db: WriteDb,
  finding: FindingRecord,
  input: StepInput,
): Result<FindingRecord> {
  const event: EventInput = { ...input, referredTo: input.referral?.to ?? '' }
  const verdict = judgeEvent(finding, findingFactsOf(db, finding), actorOf(context, db), event, context.today())
  if (!verdict.ok) {
    const [first] = verdict.refusals
    invariant(first, 'a refusal has its reason')
    return { ok: false, error: stepRefusal(first) }
  }
  const { to } = verdict
  const text = stepText(input)
  insertStep(context, db, finding, { ...input, kind: input.event, to, text })
  const effect = effectOf(context, db, finding, input, to)
  const { vocabulary } = programOf(db, finding)
  const moved = to === finding.state ? {} : { state: to, ...statusAfter(to, finding, vocabulary) }
  const changes = { ...effect, ...moved, updatedAt: context.now() }
  updateFinding(db, finding.id, changes)
  return ok({ ...finding, ...changes })
}
