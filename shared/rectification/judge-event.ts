import { assertNever } from '../core/assert'
import type { IsoDate } from '../core/dates'
import { dayGuards, guardsOf, refusal } from './event-guards'
import { transitions, type Actor, type EventInput, type EventVerdict, type FindingFacts } from './lifecycle'
import type { FindingRecord, FindingState } from './record'

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
    return { ok: false, refusals: [refusal('findingRoleNeeded', { event, roles })] }
  if (needsOther && facts.doers.has(actor.name))
    return { ok: false, refusals: [refusal('findingDoerCannotVerify', { event, name: actor.name })] }
  const refusals = [...dayGuards(facts, input, today), ...guardsOf(finding, facts, actor, input)]
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, to: targetOf(finding, input) }
}
