import type { Store } from '../../db/access'
import { readClosedYear, type ClosedYearRow } from '../../db/repositories/years'
import type { IsoDate } from '../../shared/core/dates'
import type { Output } from '../../shared/ipc/procedure'
import { advise } from '../../shared/scoring/advice'
import type { scoringContract } from '../../shared/scoring/contract'
import { gapText, suggestionText } from '../../shared/terms/scoring'
import { noteSentences } from './notes'
import { scoreOf } from './score'

export type EvaluatedScore = Output<(typeof scoringContract)['scoring.evaluate']>

/** The score of a year as the records give it on a day, with its notes and the advice. */
export function currentScore(store: Store, year: number, day: IsoDate): EvaluatedScore {
  const score = scoreOf(store, year, day)
  if (!score.ok) return { result: null, notes: [], readings: [], gap: [], advice: [] }
  const { scheme, facts, result } = score.value
  const { gaps, suggestions } = advise(scheme, facts, day)
  return {
    result,
    ...noteSentences(result),
    gap: gaps.map(gapText),
    advice: suggestions.map((suggestion) => ({ text: suggestionText(suggestion), total: suggestion.predictedTotal })),
  }
}

/** The score as it was kept when the year was closed. */
export function keptScore(closed: ClosedYearRow): EvaluatedScore | null {
  // Written by closing from the type above; the contract's schema looks at it again on its way to the window.
  return (closed.results['score'] as EvaluatedScore | undefined) ?? null
}

/** The score of a closed year as it was kept; null for a year that is open. */
export function keptScoreOf(store: Store, year: number): EvaluatedScore | null {
  const closed = readClosedYear(store.read, year)
  return closed && keptScore(closed)
}
