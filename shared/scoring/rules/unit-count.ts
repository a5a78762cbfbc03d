import type { Points } from '../../core/points'
import {
  addPoints,
  comparePoints,
  divPoints,
  formatExact,
  minPoints,
  mulPoints,
  onePoint,
  points,
  rateOf,
  subPoints,
  zeroPoints,
} from '../../core/points'
import { assertNever } from '../../core/assert'
import type { Remark, RemarkCode, ScoreRecord } from '../result'
import type { Outcome, RuleContext } from './base'
import { equalsText } from './base'
import type { StageValue, UnitCountComponent } from './unit-table'
import { classLabel } from './unit-table'
import type { UnitVerdict } from './unit-verdict'
import { judgeUnit, unitJudgement } from './unit-verdict'

interface Tally {
  readonly records: ScoreRecord[]
  readonly notes: Remark[]
  readonly counted: Map<string, { readonly value: StageValue; times: number }>
  readonly waiting: Map<string, { readonly value: StageValue; times: number }>
  readonly waitingLabels: string[]
  readonly codes: Set<RemarkCode>
}

function addTo(sums: Tally['counted'], value: StageValue): void {
  const sum = sums.get(value.text)
  if (sum) sum.times += 1
  else sums.set(value.text, { value, times: 1 })
}

function sumOf(sums: Tally['counted']): Points {
  return addPoints(...[...sums.values()].map(({ value, times }) => mulPoints(value.points, points(times))))
}

/** `1×2 + 2×0.5`: how many records of which value make the sum. */
function sumText(sums: Tally['counted']): string {
  const parts = [...sums.values()].sort((left, right) => comparePoints(right.value.points, left.value.points))
  return parts.length === 0 ? '0' : parts.map(({ value, times }) => `${times}×${value.text}`).join(' + ')
}

function tallyUnits(component: UnitCountComponent, context: RuleContext): Tally {
  const judgement = unitJudgement(component, context)
  const { table } = judgement
  const tally: Tally = {
    records: [],
    notes: [],
    counted: new Map(),
    waiting: new Map(),
    waitingLabels: [],
    codes: new Set(),
  }
  const reasons = new Map<StageValue, Remark>()
  const whyCounted = (verdict: Extract<UnitVerdict, { kind: 'counted' }>): Remark => {
    // A value object belongs to one class and stage of the table, so it serves as the key.
    const known = reasons.get(verdict.value)
    if (known) return known
    const code = verdict.stage === 'landed' ? 'countedLanded' : 'countedFiled'
    const why: Remark = { code, params: { class: classLabel(table, verdict.classId), units: verdict.value.text } }
    reasons.set(verdict.value, why)
    tally.codes.add(code)
    return why
  }
  for (const unit of context.facts.units) {
    const judged = judgeUnit(judgement, unit)
    if (!judged) continue
    const { verdict } = judged
    const why = verdict.kind === 'counted' ? whyCounted(verdict) : verdict.why
    const units = verdict.kind === 'counted' ? verdict.value.text : '0'
    tally.records.push({ id: unit.recordId, label: unit.label, units, why })
    for (const note of judged.notes) tally.notes.push(note)
    if (verdict.kind === 'counted') {
      addTo(tally.counted, verdict.value)
      continue
    }
    tally.codes.add(why.code)
    if (verdict.kind === 'pending') {
      addTo(tally.waiting, verdict.value)
      tally.waitingLabels.push(unit.label)
    }
  }
  return tally
}

/** Points of a number of units, with what falls outside the total. */
export function unitPoints(
  component: UnitCountComponent,
  units: Points,
): { readonly value: Points; readonly bonus: Points; readonly arithmetic: string } {
  const max = points(component.max)
  const target = points(component.target)
  const share = divPoints(units, target) ?? onePoint
  const text = `${formatExact(units)} ÷ ${formatExact(target)}`
  if (component.partial === 'allOrNothing' && comparePoints(units, target) < 0) {
    return { value: zeroPoints, bonus: zeroPoints, arithmetic: `${formatExact(units)} < ${formatExact(target)} → 0` }
  }
  const capped = mulPoints(max, minPoints(onePoint, share))
  const open = mulPoints(max, share)
  switch (component.overflow) {
    case 'cap':
      return { value: capped, bonus: zeroPoints, arithmetic: `${component.max} × min(1, ${text})${equalsText(capped)}` }
    case 'linear':
      return { value: open, bonus: zeroPoints, arithmetic: `${component.max} × ${text}${equalsText(open)}` }
    case 'bonus': {
      const bonus = subPoints(open, capped)
      return { value: capped, bonus, arithmetic: `${component.max} × min(1, ${text})${equalsText(capped)}` }
    }
    default:
      return assertNever(component.overflow)
  }
}

function completionNotes(component: UnitCountComponent, units: Points, bonus: Points): readonly Remark[] {
  const target = points(component.target)
  const raw = formatExact(units)
  const order = comparePoints(units, target)
  if (order < 0) {
    const missing = formatExact(subPoints(target, units))
    return [{ code: 'partialCredit', params: { units: raw, target: component.target, missing } }]
  }
  if (order === 0) return []
  const over: Remark = { code: 'overCompletion', params: { units: raw, target: component.target } }
  if (component.overflow !== 'bonus') return [over]
  return [over, { code: 'overflowToBonus', params: { bonus: formatExact(bonus) } }]
}

/** P1. Source: 「4个指标」, 「指标考核分占30分」; points follow the share of the target that is reached. */
export function scoreUnitCount(component: UnitCountComponent, context: RuleContext): Outcome {
  const tally = tallyUnits(component, context)
  const units = sumOf(tally.counted)
  const { value, bonus, arithmetic } = unitPoints(component, units)
  const expected = addPoints(units, sumOf(tally.waiting))
  const forecast = unitPoints(component, expected).value
  const notes = [...completionNotes(component, units, bonus), ...tally.notes]
  if (tally.waitingLabels.length > 0) {
    const labels = tally.waitingLabels.slice(0, 5).join('\n')
    const params = { count: tally.waitingLabels.length, labels, units: formatExact(sumOf(tally.waiting)) }
    notes.push({ code: 'pendingList', params })
  }
  const target = points(component.target)
  const rate = rateOf(units, target, { decimals: 1, mode: context.rounding.mode, trailingZeros: true })
  return {
    value,
    state: 'scored',
    inputs: {
      units: formatExact(units),
      target: component.target,
      sum: sumText(tally.counted),
      ...(rate ? { ratio: rate.percent } : {}),
      ...(tally.waitingLabels.length > 0 ? { waitingUnits: formatExact(sumOf(tally.waiting)) } : {}),
    },
    arithmetic,
    records: tally.records,
    reasonCodes: tally.codes,
    notes,
    raw: formatExact(units),
    forecast,
    bonus,
    ...(rate ? { rate: { percent: rate.percent, num: formatExact(units), den: component.target } } : {}),
  }
}
