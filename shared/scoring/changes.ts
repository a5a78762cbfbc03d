import { assertNever } from '../core/assert'
import type { IsoDate } from '../core/dates'
import type { ScoringFacts, UnitFact } from './facts'
import { classesOn } from './rules/unit-verdict'

/** A supposed change of the facts: what an advised action would enter. */
export type FactChange =
  | {
      readonly kind: 'addUnits'
      readonly classId: string
      readonly count: number
      readonly requires: readonly string[]
      readonly on: IsoDate
    }
  | { readonly kind: 'landUnits'; readonly recordIds: readonly string[]; readonly on: IsoDate }
  | {
      readonly kind: 'confirmUnits'
      readonly recordIds: readonly string[]
      readonly requires: readonly string[]
      readonly on: IsoDate
    }
  | { readonly kind: 'addDated'; readonly key: string; readonly days: readonly IsoDate[]; readonly perDay: number }
  | { readonly kind: 'addRatio'; readonly key: string; readonly on: IsoDate }
  | { readonly kind: 'giveManual'; readonly componentId: string; readonly value: string; readonly on: IsoDate }

function supposedUnit(change: Extract<FactChange, { kind: 'addUnits' }>, index: number): UnitFact {
  return {
    recordId: `supposed-${change.classId}-${index}`,
    label: change.classId,
    classes: [change.classId],
    filedOn: change.on,
    requirements: Object.fromEntries(change.requires.map((requirement) => [requirement, change.on])),
    landedOn: null,
    registeredInDistrict: null,
    duplicateOf: null,
    revokedOn: null,
  }
}

function confirmedUnit(unit: UnitFact, requires: readonly string[], on: IsoDate): UnitFact {
  const classes = classesOn(unit, on)
  const met = requires.map((requirement) => {
    const before = unit.requirements[requirement]
    return [requirement, before === true || (typeof before === 'string' && before <= on) ? before : on] as const
  })
  return {
    ...unit,
    classes: classes.length > 0 ? classes : (unit.proposedClasses ?? []),
    earlierClasses: [],
    requirements: { ...unit.requirements, ...Object.fromEntries(met) },
  }
}

/** The facts as they would be after an action; nothing is stored. */
export function applyChange(facts: ScoringFacts, change: FactChange): ScoringFacts {
  switch (change.kind) {
    case 'addUnits': {
      const added = Array.from({ length: change.count }, (_, index) => supposedUnit(change, index))
      return { ...facts, units: [...facts.units, ...added] }
    }
    case 'landUnits': {
      const units = facts.units.map((unit) =>
        change.recordIds.includes(unit.recordId) ? { ...unit, landedOn: change.on, registeredInDistrict: true } : unit,
      )
      return { ...facts, units }
    }
    case 'confirmUnits': {
      const units = facts.units.map((unit) =>
        change.recordIds.includes(unit.recordId) ? confirmedUnit(unit, change.requires, change.on) : unit,
      )
      return { ...facts, units }
    }
    case 'addDated': {
      const added = change.days.flatMap((on) =>
        Array.from({ length: change.perDay }, (_, index) => ({
          recordId: `supposed-${on}-${index}`,
          label: on,
          on,
          accepted: true,
        })),
      )
      return { ...facts, dated: { ...facts.dated, [change.key]: [...(facts.dated[change.key] ?? []), ...added] } }
    }
    case 'addRatio': {
      const added = { recordId: 'supposed-ratio', label: change.key, on: change.on, num: '1', den: '1' }
      return { ...facts, ratios: { ...facts.ratios, [change.key]: [...(facts.ratios[change.key] ?? []), added] } }
    }
    case 'giveManual': {
      const given = { value: change.value, evidence: null, docRef: null, givenOn: change.on }
      const before = facts.manual[change.componentId] ?? []
      return { ...facts, manual: { ...facts.manual, [change.componentId]: [...before, given] } }
    }
    default:
      return assertNever(change)
  }
}
