import type { ScoreResult } from '../../shared/scoring/result'
import { remarkText } from '../../shared/terms/scoring'

/** Remarks of the whole result as sentences; readings of the scheme apart from the rest. */
export function noteSentences(result: ScoreResult): {
  readonly notes: { code: string; text: string }[]
  readonly readings: string[]
} {
  const all = [...result.notes, ...result.components.flatMap((component) => component.notes)]
  const readings = all.filter((remark) => remark.code === 'parameter')
  return {
    notes: all
      .filter((remark) => remark.code !== 'parameter')
      .map((remark) => ({ code: remark.code, text: remarkText(remark) })),
    readings: [...new Set(readings.map(remarkText))],
  }
}
