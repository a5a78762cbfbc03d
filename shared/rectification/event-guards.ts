import { assertNever } from '../core/assert'
import type { IsoDate } from '../core/dates'
import {
  isMeasureDone,
  type Actor,
  type EventInput,
  type FindingFacts,
  type FindingRefusal,
  type FindingRefusalCode,
} from './lifecycle'
import type { FindingRecord } from './record'

/** A refusal with the values of its sentence. */
export function refusal(code: FindingRefusalCode, params: FindingRefusal['params'] = {}): FindingRefusal {
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
  return [refusal('findingMeasuresWithoutEvidence', { measures: measuresWithoutEvidence })]
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
    // The text of a submission is its 整改成效.
    ...(finding.result.trim() === '' && input.text.trim() === '' ? ['result'] : []),
    ...(input.agreedBy.trim() === '' ? ['unitHead'] : []),
  ]
  return [
    ...(facts.measures.length === 0 ? [refusal('findingNeedsMeasure')] : []),
    ...(open.length > 0 ? [refusal('findingMeasuresOpen', { measures: open })] : []),
    ...evidenceOf(facts),
    ...(isAgain && facts.newEvidenceCount === 0 ? [refusal('findingNeedsNewEvidence')] : []),
    ...(facts.amountsAboveRequired.length > 0
      ? [refusal('findingAmountAboveRequired', { amounts: facts.amountsAboveRequired })]
      : []),
    ...(needed.length > 0 ? [refusal('findingNeedsFields', { fields: needed })] : []),
  ]
}

function unverifiedMeasures({ measures }: FindingFacts): readonly FindingRefusal[] {
  const unverified = measures.flatMap(({ status, justification }, index) =>
    status === 'verified' || status === 'longTerm' || justification.trim() !== '' ? [] : [index + 1],
  )
  return unverified.length > 0 ? [refusal('findingMeasuresUnverified', { measures: unverified })] : []
}

function extensionGuards(finding: FindingRecord, facts: FindingFacts, input: EventInput): readonly FindingRefusal[] {
  const { dueOn } = finding
  if (facts.hasPendingExtension) return [refusal('findingExtensionPending')]
  if (dueOn === null) return [refusal('findingNeedsFields', { fields: ['dueOn'] })]
  const isLater = input.newDueOn !== null && input.newDueOn > dueOn
  return [
    ...(isLater ? [] : [refusal('findingExtensionNotLater', { dueOn })]),
    ...(input.text.trim() === '' ? [refusal('findingNeedsReason', { event: input.event })] : []),
  ]
}

/** Fields of the event itself that are blank, as one refusal. */
function needsFields(
  input: EventInput,
  ...names: readonly ('docNo' | 'agreedBy' | 'referredTo')[]
): readonly FindingRefusal[] {
  const fields = names.filter((name) => input[name].trim() === '')
  return fields.length > 0 ? [refusal('findingNeedsFields', { fields })] : []
}

/** Two persons agree to a reopening, one of them being the actor. Source: domain §3 (verifier + deputy). */
function agreedByOther(input: EventInput, { name }: Actor): EventInput {
  return input.agreedBy.trim() === name ? { ...input, agreedBy: '' } : input
}

/** The second person of a reopening holds the other of the two roles, where anybody is appointed to it. */
function agreesInRole({ agreedBy }: EventInput, { roles, appointed }: Actor): readonly FindingRefusal[] {
  const name = agreedBy.trim()
  const others = (
    [
      ['verifier', 'deputy'],
      ['deputy', 'verifier'],
    ] as const
  ).flatMap(([own, other]) => (roles.has(own) ? [other] : []))
  const fits = others.some((role) => (appointed.get(role) ?? [name]).includes(name))
  const [role] = others
  if (name === '' || fits || role === undefined) return []
  return [refusal('findingAgreedByOther', { name, role, holders: appointed.get(role) ?? [] })]
}

/** The deadline of a new cycle, where it is given, does not lie before its beginning. */
function newDeadline({ on, newDueOn }: EventInput): readonly FindingRefusal[] {
  return newDueOn !== null && newDueOn < on ? [refusal('findingDayTooEarly', { on: newDueOn, last: on })] : []
}

/** Everything that is in the way of an event that its state and the person's role allow, the first reason first. */
export function guardsOf(
  finding: FindingRecord,
  facts: FindingFacts,
  actor: Actor,
  input: EventInput,
): readonly FindingRefusal[] {
  const { event } = input
  const needsReason = input.text.trim() === '' ? [refusal('findingNeedsReason', { event })] : []
  switch (event) {
    case 'assign': {
      const missing = missingFields(finding)
      return missing.length > 0 ? [refusal('findingNeedsFields', { fields: missing })] : []
    }
    case 'approvePlan':
      return facts.measures.some(({ dueOn }) => dueOn !== null) ? [] : [refusal('findingNeedsMeasure')]
    case 'submit':
      return submitGuards(finding, facts, input)
    case 'return':
      return needsReason
    case 'propose':
      if (finding.proposedState !== null) return [refusal('findingProposalPending')]
      if (input.determination === null) return [refusal('findingNeedsFields', { fields: ['determination'] })]
      return input.determination === 'completed' ? [...evidenceOf(facts), ...openQuantity(facts)] : needsReason
    case 'confirm':
      if (finding.proposedState === null) return [refusal('findingNoProposal')]
      if (!input.isApproved) return needsReason
      return finding.proposedState === 'completed' ? [...evidenceOf(facts), ...openQuantity(facts)] : []
    case 'close':
      return [...evidenceOf(facts), ...openQuantity(facts), ...unverifiedMeasures(facts)]
    case 'requestExtension':
      return extensionGuards(finding, facts, input)
    case 'decideExtension':
      if (!facts.hasPendingExtension) return [refusal('findingNoExtension')]
      return input.isApproved ? needsFields(input, 'docNo') : needsReason
    case 'reopen': {
      const agreed = agreedByOther(input, actor)
      const missing = needsFields(agreed, 'docNo', 'agreedBy')
      return [...needsReason, ...missing, ...agreesInRole(agreed, actor), ...newDeadline(input)]
    }
    case 'refer':
      return needsFields(input, 'referredTo', 'docNo')
    default:
      return assertNever(event)
  }
}

/** The day of an event: not in the future, not before the step before it. */
export function dayGuards(facts: FindingFacts, { on }: EventInput, today: IsoDate): readonly FindingRefusal[] {
  if (on > today) return [refusal('findingDayInFuture', { on, today })]
  const { lastStepOn } = facts
  return lastStepOn !== null && on < lastStepOn ? [refusal('findingDayTooEarly', { on, last: lastStepOn })] : []
}
