import type { Points } from '../core/points'
import {
  addPoints,
  ceilPoints,
  comparePoints,
  divPoints,
  formatExact,
  mulPoints,
  points,
  subPoints,
} from '../core/points'
import { yearOf } from '../core/dates'
import type { FactChange } from './changes'
import type { UnitFact } from './facts'
import type { RuleContext } from './rules/base'
import { unitPoints } from './rules/unit-count'
import type { UnitCountComponent } from './rules/unit-table'
import { classLabel, isWorthless, valueOf } from './rules/unit-table'
import type { UnitJudgement } from './rules/unit-verdict'
import { classesOn, judgeUnit, unitJudgement } from './rules/unit-verdict'

export type AdviceCode =
  'confirmUnits' | 'landUnits' | 'fileUnits' | 'coverPeriods' | 'coverCurrentPeriod' | 'attendNext' | 'askFigure'

/** An action on one component, with the exact points the component would then have. */
export interface Proposal {
  readonly code: AdviceCode
  readonly params: Readonly<Record<string, string | number>>
  readonly change: FactChange
  readonly value: Points
}

interface Candidate {
  readonly recordId: string
  readonly label: string
  readonly gain: Points
}

interface Group {
  readonly code: 'confirmUnits' | 'landUnits'
  readonly classId: string
  readonly candidates: Candidate[]
}

interface UnitState {
  readonly units: Points
  readonly groups: readonly Group[]
}

function landingGain(judgement: UnitJudgement, unit: UnitFact): Points | null {
  const { table, component, context } = judgement
  if (unit.landedOn !== null || unit.filedOn === null) return null
  if (component.landedBy === 'sameYearAsFiled' && yearOf(context.asOf) !== yearOf(unit.filedOn)) return null
  const classes = classesOn(unit, context.asOf)
  const filed = valueOf(table, classes, 'filed', component.overlap)
  const landed = valueOf(table, classes, 'landed', component.overlap)
  return filed && landed ? subPoints(landed.value.points, filed.value.points) : null
}

function addCandidate(
  groups: Map<string, Group>,
  code: Group['code'],
  classId: string,
  unit: UnitFact,
  gain: Points,
): void {
  if (comparePoints(gain, points(0)) <= 0) return
  const candidate: Candidate = { recordId: unit.recordId, label: unit.label, gain }
  const key = `${code}/${classId}`
  const group = groups.get(key)
  if (group) group.candidates.push(candidate)
  else groups.set(key, { code, classId, candidates: [candidate] })
}

function unitState(judgement: UnitJudgement): UnitState {
  const { context, table, component } = judgement
  const groups = new Map<string, Group>()
  const tally = new Map<string, { readonly value: Points; times: number }>()
  for (const unit of context.facts.units) {
    const verdict = judgeUnit(judgement, unit)?.verdict
    if (verdict?.kind === 'counted') {
      const sum = tally.get(verdict.value.text)
      if (sum) sum.times += 1
      else tally.set(verdict.value.text, { value: verdict.value.points, times: 1 })
      const gain = verdict.stage === 'filed' ? landingGain(judgement, unit) : null
      if (gain) addCandidate(groups, 'landUnits', verdict.classId, unit, gain)
    } else if (verdict?.kind === 'pending') {
      const decided = classesOn(unit, context.asOf)
      const classes = decided.length > 0 ? decided : (unit.proposedClasses ?? [])
      const best = valueOf(table, classes, 'filed', component.overlap)
      if (best) addCandidate(groups, 'confirmUnits', best.classId, unit, verdict.value.points)
    }
  }
  const units = addPoints(...[...tally.values()].map(({ value, times }) => mulPoints(value, points(times))))
  return { units, groups: [...groups.values()] }
}

interface Ranked {
  readonly proposal: Proposal
  readonly closes: boolean
  readonly count: number
  readonly units: Points
}

function fromGroup(judgement: UnitJudgement, group: Group, state: UnitState, gap: Points): Ranked {
  const { component, context, table } = judgement
  const chosen: Candidate[] = []
  let gained = points(0)
  for (const candidate of group.candidates) {
    if (comparePoints(gained, gap) >= 0) break
    chosen.push(candidate)
    gained = addPoints(gained, candidate.gain)
  }
  const recordIds = chosen.map((candidate) => candidate.recordId)
  const change: FactChange =
    group.code === 'landUnits'
      ? { kind: 'landUnits', recordIds, on: context.asOf }
      : { kind: 'confirmUnits', recordIds, requires: component.requires, on: context.asOf }
  const params = {
    class: classLabel(table, group.classId),
    count: chosen.length,
    label: chosen[0]?.label ?? '',
    units: formatExact(gained),
  }
  const { value } = unitPoints(component, addPoints(state.units, gained))
  return {
    proposal: { code: group.code, params, change, value },
    closes: comparePoints(gained, gap) >= 0,
    count: chosen.length,
    units: gained,
  }
}

function newFilings(judgement: UnitJudgement, state: UnitState, gap: Points): readonly Ranked[] {
  const { component, context, table } = judgement
  const isOpen =
    yearOf(context.asOf) === context.year && (component.cutOff === null || context.asOf <= component.cutOff)
  if (!isOpen) return []
  return [...table.keys()].flatMap((classId): readonly Ranked[] => {
    const each = table.get(classId)?.filed.value.points
    const needed = each ? divPoints(gap, each) : null
    if (!each || !needed || isWorthless(table, classId)) return []
    const count = Number(ceilPoints(needed).n)
    const gained = mulPoints(each, points(count))
    const params = { class: classLabel(table, classId), count, label: '', units: formatExact(gained) }
    const change: FactChange = { kind: 'addUnits', classId, count, requires: component.requires, on: context.asOf }
    const { value } = unitPoints(component, addPoints(state.units, gained))
    return [{ proposal: { code: 'fileUnits', params, change, value }, closes: true, count, units: gained }]
  })
}

const effort: Readonly<Record<string, number>> = { confirmUnits: 0, landUnits: 1, fileUnits: 2 }

/** Cheapest first: closes the gap, with fewest actions, with least beyond what is needed, with least effort. */
function byCost(left: Ranked, right: Ranked): number {
  if (left.closes !== right.closes) return left.closes ? -1 : 1
  if (left.count !== right.count) return left.count - right.count
  const order = comparePoints(left.units, right.units)
  if (order !== 0) return left.closes ? order : -order
  return (effort[left.proposal.code] ?? 0) - (effort[right.proposal.code] ?? 0)
}

/** Ways to the target, from the class values of the scheme; empty when it is reached. */
export function proposeUnits(
  component: UnitCountComponent,
  context: RuleContext,
): { readonly missing: string | null; readonly proposals: readonly Proposal[] } {
  const judgement = unitJudgement(component, context)
  const state = unitState(judgement)
  const gap = subPoints(points(component.target), state.units)
  if (comparePoints(gap, points(0)) <= 0) return { missing: null, proposals: [] }
  const ranked = [
    ...state.groups.map((group) => fromGroup(judgement, group, state, gap)),
    ...newFilings(judgement, state, gap),
  ]
  return { missing: formatExact(gap), proposals: ranked.sort(byCost).map((entry) => entry.proposal) }
}
