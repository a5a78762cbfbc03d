import type { ChoiceWords } from '../tables/cells/choice'
import { keyText } from '../tables/text-forms'
import { findingStatusLabels } from '../terms/rectification'
import { knownStatusWords, stateWords, statusAliases } from '../terms/rectification-tables'
import { choiceSeparator } from '../terms/table-words'
import { findingStatuses, type FindingRecord, type FindingState, type FindingStatus, type StatusWord } from './record'
import { meaningOf, stateOfStatus, wordOf } from './status'

/** 整改状态 of a ledger: every known word stands for itself, since each programme counts its own words. */
export const readableStatusWords: ChoiceWords = {
  words: new Map([
    ...[...knownStatusWords.map(({ label }) => label), ...Object.values(stateWords)].map(
      (label) => [keyText(label), label] as const,
    ),
    ...Object.entries(statusAliases).flatMap(([label, signs]) => signs.map((sign) => [keyText(sign), label] as const)),
  ]),
  allowed: findingStatuses.map((status) => findingStatusLabels[status]).join(choiceSeparator),
}

/** 整改状态 of a finding as the ledger writes it and reads it back. */
export function ledgerStatus({ state, status, statusLabel }: FindingRecord): string {
  if (state === 'referred') return stateWords.referred
  if (statusLabel !== '') return statusLabel
  return state === 'unclaimed' || state === 'planning' ? stateWords[state] : findingStatusLabels[status]
}

/** What a word of a table means for a finding of a programme. */
export interface StatusReading {
  readonly state: FindingState
  readonly status: FindingStatus
  readonly label: string
  /** The word that the programme's vocabulary has to gain, or null. */
  readonly newWord: StatusWord | null
}

/** As the programme says, else as the office has learned it, else as it is usually meant; null = nobody knows. */
export function readStatus(
  label: string,
  vocabulary: readonly StatusWord[],
  learned: ReadonlyMap<string, FindingStatus>,
): StatusReading | null {
  const own = wordOf(vocabulary, label)
  if (!own) {
    const state = (['unclaimed', 'planning', 'referred'] as const).find((each) => stateWords[each] === label)
    if (state) return { state, status: 'inProgress', label: '', newWord: null }
  }
  const word = meaningOf(label, vocabulary, learned) ?? wordOf(knownStatusWords, label)
  if (!word) return null
  return { state: stateOfStatus(word.status), status: word.status, label: word.label, newWord: own ? null : word }
}
