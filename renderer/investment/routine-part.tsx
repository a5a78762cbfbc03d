import type { ReactNode } from 'react'
import type { ComponentScore } from '../../shared/scoring/result'
import { goTo } from '../app/screen'
import { routineText as text } from '../text/investment'

/** A part of the routine score: its title, rule and points. */
export function RoutinePart({
  title,
  rule,
  component,
  extra,
  children,
}: {
  readonly title: string
  readonly rule?: string
  readonly component?: ComponentScore | undefined
  readonly extra?: ReactNode
  readonly children: ReactNode
}) {
  const points = component?.points
  return (
    <section className="section" aria-label={title}>
      <div className="routine-title">
        <h2>{title}</h2>
        {rule && <span className="soft">{rule}</span>}
        {extra}
        {points && component.max && (
          <button
            type="button"
            className="link routine-score"
            title={text.openScore}
            onClick={() => goTo('investment', 'score')}
          >
            {text.scoreOf(points, component.max)}
          </button>
        )}
      </div>
      {children}
    </section>
  )
}
