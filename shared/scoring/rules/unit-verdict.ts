import type { IsoDate } from '../../core/dates'
import { yearOf } from '../../core/dates'
import type { UnitFact } from '../facts'
import type { Remark, RemarkCode, RemarkParams } from '../result'
import type { RuleContext } from './base'
import type { Stage, StageValue, UnitCountComponent, UnitTable } from './unit-table'
import { classLabel, isWorthless, noUnits, shareOf, unitTable, valueOf } from './unit-table'

/** What one record is worth under the rule, and why. */
export type UnitVerdict =
  | { readonly kind: 'counted'; readonly classId: string; readonly stage: Stage; readonly value: StageValue }
  | { readonly kind: 'pending'; readonly value: StageValue; readonly why: Remark }
  | { readonly kind: 'nothing'; readonly why: Remark }

export interface JudgedUnit {
  readonly verdict: UnitVerdict
  /** Further things a reader should know: late landing, several classes, … */
  readonly notes: readonly Remark[]
}

/** The rule with its class values, and what it is evaluated against. */
export interface UnitJudgement {
  readonly component: UnitCountComponent
  readonly table: UnitTable
  readonly context: RuleContext
  /** `2022-`: what every day of the scored year begins with. */
  readonly yearPrefix: string
}

/** Prepares the rule for judging many records. */
export function unitJudgement(component: UnitCountComponent, context: RuleContext): UnitJudgement {
  return { component, table: unitTable(component), context, yearPrefix: `${context.year}-` }
}

const noNotes: readonly Remark[] = []
const noRequirements: readonly string[] = []

interface Landing {
  readonly stage: Stage
  readonly notes: readonly Remark[]
}

const stillFiled: Landing = { stage: 'filed', notes: noNotes }
const hasLanded: Landing = { stage: 'landed', notes: noNotes }

function remark(code: RemarkCode, params: RemarkParams): Remark {
  return { code, params }
}

function nothing(code: RemarkCode, params: RemarkParams): JudgedUnit {
  const why = remark(code, params)
  return { verdict: { kind: 'nothing', why }, notes: [why] }
}

/** Classes in force on the as-of day: a later re-classification does not change an earlier score. */
export function classesOn(unit: UnitFact, asOf: IsoDate): readonly string[] {
  let found: { readonly classes: readonly string[]; readonly until: IsoDate } | undefined
  for (const earlier of unit.earlierClasses ?? []) {
    if (asOf < earlier.until && (!found || earlier.until < found.until)) found = earlier
  }
  return found ? found.classes : unit.classes
}

function isMetBy(unit: UnitFact, requirement: string, day: IsoDate): boolean {
  const met = unit.requirements[requirement]
  return met === true || (typeof met === 'string' && met <= day)
}

function landing({ component, context, yearPrefix }: UnitJudgement, unit: UnitFact, filedOn: IsoDate): Landing {
  const on = unit.landedOn
  if (on === null || on > context.asOf) return stillFiled
  if (unit.registeredInDistrict !== true)
    return { stage: 'filed', notes: [remark('landedOutside', { label: unit.label, landedOn: on, filedOn })] }
  if (component.landedBy === 'sameYearAsFiled' && !on.startsWith(yearPrefix))
    return { stage: 'filed', notes: [remark('lateLanding', { label: unit.label, landedOn: on, filedOn })] }
  return hasLanded
}

/** Another year's filing is named only when it landed in the scored year; otherwise it is no matter of this score. */
function judgeOtherYear(unit: UnitFact, filedOn: IsoDate, context: RuleContext): JudgedUnit | null {
  const landedOn = unit.landedOn
  if (landedOn === null || landedOn > context.asOf || yearOf(landedOn) !== context.year) return null
  return nothing('filedOtherYear', { label: unit.label, filedOn, landedOn })
}

/** The whole value, or the unit's part of a record that the district gave to several in equal parts. */
function ownShare({ claimants = 1 }: UnitFact, value: StageValue): StageValue {
  return claimants === 1 ? value : shareOf(value, claimants)
}

/** The four conditions, or the class, are not there yet: waiting, unless the cut-off is past. */
function judgeUnmet(
  judgement: UnitJudgement,
  unit: UnitFact,
  classes: readonly string[],
  missing: readonly string[],
  stage: Stage,
): UnitVerdict {
  const { component, table, context } = judgement
  if (component.cutOff !== null && context.asOf > component.cutOff) {
    return { kind: 'nothing', why: remark('afterCutOff', { label: unit.label, cutOff: component.cutOff }) }
  }
  const expected = classes.length > 0 ? classes : (unit.proposedClasses ?? [])
  const value = ownShare(unit, valueOf(table, expected, stage, component.overlap)?.value ?? noUnits)
  const why =
    missing.length > 0
      ? remark('pendingRequirements', { label: unit.label, missing: missing.join('\n'), units: value.text })
      : remark('pendingClass', { label: unit.label, units: value.text })
  return { kind: 'pending', value, why }
}

function countedNotes(
  { table, context }: UnitJudgement,
  unit: UnitFact,
  classes: readonly string[],
  classId: string,
): readonly Remark[] {
  const { label } = unit
  const { asOf } = context
  const { claimants = 1 } = unit
  if (
    classes.length === 1 &&
    !unit.earlierClasses &&
    unit.backfilledOn == null &&
    unit.dormantOn == null &&
    claimants === 1
  )
    return noNotes
  const chosen = classLabel(table, classId)
  const notes: Remark[] = []
  if (classes.length > 1) {
    const labels = classes.map((id) => classLabel(table, id)).join('\n')
    notes.push(remark('severalClasses', { label, classes: labels, chosen }))
  }
  const before = unit.earlierClasses?.filter((earlier) => earlier.until <= asOf).at(-1)
  if (before) {
    const from = before.classes.map((id) => classLabel(table, id)).join('\n')
    notes.push(remark('reclassed', { label, from, to: chosen, on: before.until }))
  }
  const { filedOn, backfilledOn, dormantOn } = unit
  if (filedOn !== null && backfilledOn != null && backfilledOn <= asOf && backfilledOn !== filedOn)
    notes.push(remark('backfilled', { label, filedOn, backfilledOn }))
  if (dormantOn != null && dormantOn <= asOf) notes.push(remark('dormantKept', { label, on: dormantOn }))
  if (claimants > 1) notes.push(remark('sharedRecord', { label, claimants }))
  return notes.length > 0 ? notes : noNotes
}

function judgeOwnYear(judgement: UnitJudgement, unit: UnitFact, filedOn: IsoDate): JudgedUnit {
  const { component, table, context } = judgement
  const { asOf } = context
  const { label, duplicateOf, revokedOn } = unit
  if (duplicateOf !== null) return nothing('duplicate', { label, of: duplicateOf })
  if (revokedOn !== null && revokedOn <= asOf) return nothing('revoked', { label, on: revokedOn })
  const classes = classesOn(unit, asOf)
  const { stage, notes } = landing(judgement, unit, filedOn)
  const best = valueOf(table, classes, stage, component.overlap)
  if (classes.length > 0 && best === null) return nothing('unknownClass', { label, class: classes.join('\n') })
  if (best !== null && isWorthless(table, best.classId)) {
    const why = remark('invalidClass', { label, class: classLabel(table, best.classId) })
    return { verdict: { kind: 'nothing', why }, notes: noNotes }
  }
  const day = component.cutOff !== null && component.cutOff < asOf ? component.cutOff : asOf
  const isMet = component.requires.every((requirement) => isMetBy(unit, requirement, day))
  const missing = isMet ? noRequirements : component.requires.filter((requirement) => !isMetBy(unit, requirement, day))
  if (missing.length > 0 || best === null) {
    const verdict = judgeUnmet(judgement, unit, classes, missing, stage)
    return { verdict, notes: verdict.kind === 'nothing' ? [verdict.why] : notes }
  }
  const more = countedNotes(judgement, unit, classes, best.classId)
  return {
    verdict: { kind: 'counted', classId: best.classId, stage, value: ownShare(unit, best.value) },
    notes: notes.length > 0 ? [...notes, ...more] : more,
  }
}

/**
 * What a record is worth on the as-of day; null when it is no matter of this year's score.
 * Source: 「2022年备案的项目年内在东丽区注册公司」; the filing date decides the year, landing the stage.
 */
export function judgeUnit(judgement: UnitJudgement, unit: UnitFact): JudgedUnit | null {
  const filedOn = unit.filedOn
  if (filedOn === null || filedOn > judgement.context.asOf) return null
  if (!filedOn.startsWith(judgement.yearPrefix)) return judgeOtherYear(unit, filedOn, judgement.context)
  return judgeOwnYear(judgement, unit, filedOn)
}
