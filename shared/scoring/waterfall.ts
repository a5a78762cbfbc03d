import { addPoints, comparePoints, formatExact, points, subPoints } from '../core/points'
import type { ComponentScore, ComponentState, Remark, ScoreRecord, ScoreResult } from './result'

/** One step of the explanation; depth 0 total, 1 component, 2 clause and arithmetic, 3 record. */
export type WaterfallStep =
  | {
      readonly kind: 'total'
      readonly depth: 0
      readonly points: string | null
      readonly max: string | null
      readonly pending: string
      readonly exact: string | null
      /** `26.25 + 32.0833… + 9.3333… + 18` */
      readonly arithmetic: string
    }
  | {
      readonly kind: 'component'
      readonly depth: 1
      readonly id: string
      readonly name: string
      readonly points: string | null
      readonly max: string | null
      readonly state: ComponentState
      readonly insideTotal: boolean
      /** Rounded parts added up so far, for the bar's foot and head; null outside the total. */
      readonly from: string | null
      readonly to: string | null
      /** What is missing to the component's full marks; null without a maximum. */
      readonly lost: string | null
    }
  | {
      readonly kind: 'clause'
      readonly depth: 2
      readonly id: string
      readonly clause: string
      readonly arithmetic: string
      readonly inputs: Readonly<Record<string, string>>
      readonly notes: readonly Remark[]
    }
  | { readonly kind: 'record'; readonly depth: 3; readonly componentId: string; readonly record: ScoreRecord }

function lostOf(component: ComponentScore): string | null {
  if (component.max === null || component.points === null) return null
  const lost = subPoints(points(component.max), points(component.points))
  return comparePoints(lost, points(0)) > 0 ? formatExact(lost) : '0'
}

function stepsOf(component: ComponentScore, from: string | null, to: string | null): readonly WaterfallStep[] {
  const { id, name, max, state, insideTotal, clause, arithmetic, inputs, notes } = component
  return [
    {
      kind: 'component',
      depth: 1,
      id,
      name,
      points: component.points,
      max,
      state,
      insideTotal,
      from,
      to,
      lost: lostOf(component),
    },
    { kind: 'clause', depth: 2, id, clause, arithmetic, inputs, notes },
    ...component.records.map((record): WaterfallStep => ({ kind: 'record', depth: 3, componentId: id, record })),
  ]
}

/** The score from the total down to component, clause, arithmetic and record: for 得分说明 on screen and on paper. */
export function waterfall(result: ScoreResult): readonly WaterfallStep[] {
  const inside = result.components.filter((component) => component.insideTotal && component.exact !== null)
  const arithmetic = inside.length === 0 ? '' : inside.map((component) => component.exact ?? '0').join(' + ')
  const { total, max, pending, exactTotal } = result
  const steps: WaterfallStep[] = [
    { kind: 'total', depth: 0, points: total, max, pending, exact: exactTotal, arithmetic },
  ]
  let running = points(0)
  for (const component of result.components) {
    if (!component.insideTotal || component.points === null) {
      steps.push(...stepsOf(component, null, null))
      continue
    }
    const from = formatExact(running)
    running = addPoints(running, points(component.points))
    steps.push(...stepsOf(component, from, formatExact(running)))
  }
  return steps
}
