import type { FindingDetail } from '../../shared/rectification/finding-rows'
import type { FindingState } from '../../shared/rectification/record'
import type { FindingStepKind } from '../../shared/rectification/part-records'
import { findingStateDefinitions, findingStateLabels } from '../../shared/terms/rectification'
import { drawerText as text } from '../text/rectification-steps'

const usual = ['unclaimed', 'planning', 'rectifying', 'awaitingDetermination', 'completed', 'closed'] as const

/** Which step brought a finding into a state. */
const cameBy: Readonly<Partial<Record<FindingState, readonly FindingStepKind[]>>> = {
  planning: ['assign'],
  rectifying: ['approvePlan', 'reopen', 'assign'],
  awaitingDetermination: ['submit'],
  completed: ['confirm'],
  closed: ['close'],
}

function isAside(state: FindingState): boolean {
  return state === 'basicallyDone' || state === 'phasedDone' || state === 'longTerm'
}

/** The way with what stands in for 已完成 in this finding: 基本完成 and the like, or 已移送 at its end. */
export function lifeStates(state: FindingState): readonly FindingState[] {
  if (isAside(state)) return usual.map((each) => (each === 'completed' ? state : each))
  return state === 'referred' ? [...usual.slice(0, 4), 'referred'] : usual
}

/** The last day on which this cycle came to a state; the steps come newest first. */
function dayOf({ steps, cycle, closedOn }: FindingDetail, state: FindingState): string {
  if (state === 'closed' && closedOn !== null) return closedOn
  const kinds = isAside(state) ? ['confirm'] : (cameBy[state] ?? [state === 'referred' ? 'refer' : ''])
  return steps.find((step) => step.cycle === cycle && step.to === state && kinds.includes(step.kind))?.on ?? ''
}

/** 待认领→待制定方案→整改中→待认定→已完成→已销号 with the day of each. */
export function LifeLine({ detail }: { readonly detail: FindingDetail }) {
  const states = lifeStates(detail.state)
  const now = states.indexOf(detail.state)
  return (
    <ol className="rect-life" aria-label={text.lifeLine}>
      {states.map((state, rank) => {
        const sort = rank > now ? 'open' : rank < now ? 'done' : isAside(state) ? 'aside' : 'now'
        const isNow = rank === now
        return (
          <li
            key={state}
            className={`rect-step rect-step-${rank > now ? 'open' : 'done'}`}
            title={findingStateDefinitions[state]}
            {...(isNow ? { 'aria-current': 'step' } : {})}
          >
            <span>
              <span aria-hidden="true">{text.lifeSigns[sort]}</span>{' '}
              <span className={isNow ? 'rect-now' : ''}>{findingStateLabels[state]}</span>
            </span>
            <span className="rect-step-date figures">
              {rank > now ? '' : dayOf(detail, state) || (isNow ? text.lifeNow : '')}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
