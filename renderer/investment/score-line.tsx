import { useCall } from '../desk'
import type { ComponentScore } from '../../shared/scoring/result'
import { goTo } from '../app/screen'
import { listText } from '../text/investment'

/** The score of the year; undefined until it is there. */
export function useScore(year: number) {
  return useCall('scoring.evaluate', { year, stream: 'investment', asOf: null }, { keepsPrevious: true }).data
}

export type Score = ReturnType<typeof useScore>

/** One component of the scheme, e.g. `brief`; undefined where the scheme does not have it. */
export function componentOf(score: Score, id: string): ComponentScore | undefined {
  return score?.result?.components.find((component) => component.id === id)
}

/** 3.5/4 个指标 · 26.25/30 分 · what is missing; opens the explanation. */
export function ScoreLine({ score }: { readonly score: Score }) {
  if (!score) return <span className="lead-gap"> </span>
  const indicator = componentOf(score, 'indicator')
  if (!indicator) return <span className="lead-gap">{listText.noScheme}</span>
  const units = indicator.inputs['units'] ?? indicator.raw ?? ''
  const target = indicator.inputs['target'] ?? ''
  return (
    <span className="lead-score">
      <button
        type="button"
        className="link lead-score-figures"
        title={listText.openScore}
        onClick={() => goTo('investment', 'score')}
      >
        {listText.progress(units, target)}
        <span aria-hidden="true"> · </span>
        {listText.points(indicator.points ?? '', indicator.max ?? '')}
      </button>
      {score.gap[0] && (
        <span className="lead-gap" title={score.gap.join('\n')}>
          {score.gap[0]}
        </span>
      )}
    </span>
  )
}
