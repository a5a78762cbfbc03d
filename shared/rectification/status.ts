import { assertNever } from '../core/assert'
import { inspectionWords, auditWords } from '../terms/rectification-words'
import { auditSources, type FindingState, type FindingStatus, type RectSource, type StatusWord } from './record'

/** The status that a state gives; null where the office's own word decides between 整改中 and 未整改. */
export function statusOfState(state: FindingState): FindingStatus | null {
  switch (state) {
    case 'unclaimed':
    case 'planning':
    case 'rectifying':
    case 'awaitingDetermination':
    case 'referred':
      return null
    case 'completed':
    case 'closed':
      return 'done'
    case 'basicallyDone':
    case 'phasedDone':
    case 'longTerm':
      return state
    default:
      return assertNever(state)
  }
}

/** Where a finding of a ledger stands on its way, told by its word alone. */
export function stateOfStatus(status: FindingStatus): FindingState {
  switch (status) {
    case 'done':
    case 'promoted':
      return 'completed'
    case 'basicallyDone':
    case 'phasedDone':
    case 'longTerm':
      return status
    case 'inProgress':
    case 'notDone':
      return 'rectifying'
    default:
      return assertNever(status)
  }
}

/** The usual words of a kind of source; a programme keeps its own copy. Source: domain §7 Status vocabularies. */
export function usualVocabulary(source: RectSource): readonly StatusWord[] {
  return auditSources.has(source) ? auditWords : inspectionWords
}

/** The programme's entry for a word, or null. */
export function wordOf(vocabulary: readonly StatusWord[], label: string): StatusWord | null {
  return vocabulary.find((word) => word.label === label) ?? null
}

/**
 * What a word of a table means: as the programme says, else as the office has learned it. Null = nobody knows, and a
 * person has to say. A learned word counts as its status does.
 */
export function meaningOf(
  label: string,
  vocabulary: readonly StatusWord[],
  learned: ReadonlyMap<string, FindingStatus>,
): StatusWord | null {
  const known = wordOf(vocabulary, label)
  if (known) return known
  const status = learned.get(label)
  if (status === undefined) return null
  const countsAsDone = status === 'done' || status === 'promoted'
  return { label, status, countsAsDone, countsInDenominator: true }
}

/** The word and status that a finding takes when a step brings it to a state; what it had stays where the state says nothing. */
export function statusAfter(
  state: FindingState,
  before: { readonly status: FindingStatus; readonly statusLabel: string },
  vocabulary: readonly StatusWord[],
): { readonly status: FindingStatus; readonly statusLabel: string } {
  const given = statusOfState(state)
  // 已推动整改 is a way of being done that closing does not change; going on from 已移送 changes nothing either.
  // Only these two: whole findings are given, whose other fields are none of a status.
  const same = { status: before.status, statusLabel: before.statusLabel }
  if (state === 'referred' || (given === 'done' && before.status === 'promoted')) return same
  const status = given ?? (before.status === 'notDone' ? 'notDone' : 'inProgress')
  if (status === before.status) return same
  return { status, statusLabel: vocabulary.find((word) => word.status === status)?.label ?? '' }
}
