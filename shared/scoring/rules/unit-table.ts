import { z } from 'zod'
import type { Points } from '../../core/points'
import { addPoints, comparePoints, divPoints, formatExact, points, zeroPoints } from '../../core/points'
import { isoDateSchema } from '../../core/schemas'
import { componentBase, decimalText, identifier } from './base'

/** P1: number of records × value of their class and stage, against a target. */
export const unitCountSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('unitCount'),
  max: decimalText,
  target: decimalText,
  overflow: z.enum(['cap', 'linear', 'bonus']),
  partial: z.enum(['linear', 'allOrNothing']),
  units: z.record(identifier, z.strictObject({ label: z.string().min(1), filed: decimalText, landed: decimalText })),
  /** `replace`: a landed record has its landed value only; `add`: filed and landed value. */
  landingMode: z.enum(['replace', 'add']),
  /** Several classes on one record: the most valuable one, or all of them. */
  overlap: z.enum(['max', 'sum']),
  countBy: z.literal('filedOn.year'),
  landedBy: z.enum(['sameYearAsFiled', 'anyTime']),
  requires: z.array(identifier),
  /** Last day on which a requirement can be met; null leaves it open. */
  cutOff: isoDateSchema.nullable().default(null),
})

export type UnitCountComponent = z.infer<typeof unitCountSchema>

export type Stage = 'filed' | 'landed'

export interface StageValue {
  readonly text: string
  readonly points: Points
}

/** The class that decides and what it is worth. */
export interface ClassValue {
  readonly classId: string
  readonly value: StageValue
}

export interface ClassValues {
  readonly label: string
  readonly filed: ClassValue
  readonly landed: ClassValue
  /** A class such as 无效 that gives nothing at any stage. */
  readonly isWorthless: boolean
}

/** The values of every class. */
export type UnitTable = ReadonlyMap<string, ClassValues>

function stageValue(value: Points): StageValue {
  return { text: formatExact(value), points: value }
}

const tables = new WeakMap<UnitCountComponent, UnitTable>()

/** Class values under the landing mode of the component; worked out once for all units that it is evaluated for. */
export function unitTable(component: UnitCountComponent): UnitTable {
  const known = tables.get(component)
  if (known) return known
  const table = new Map<string, ClassValues>()
  for (const [classId, values] of Object.entries(component.units)) {
    const filed = points(values.filed)
    const landed = component.landingMode === 'add' ? addPoints(filed, points(values.landed)) : points(values.landed)
    table.set(classId, {
      label: values.label,
      filed: { classId, value: stageValue(filed) },
      landed: { classId, value: stageValue(landed) },
      isWorthless: filed.n === 0n && landed.n === 0n,
    })
  }
  tables.set(component, table)
  return table
}

/** What one of several claimants gets of a value. */
export function shareOf({ points: whole }: StageValue, claimants: number): StageValue {
  return stageValue(divPoints(whole, points(claimants)) ?? zeroPoints)
}

export const noUnits: StageValue = stageValue(points(0))

/** What the classes of one record are worth at a stage, and the class that decides; null when none is known. */
export function valueOf(
  table: UnitTable,
  classes: readonly string[],
  stage: Stage,
  overlap: 'max' | 'sum',
): ClassValue | null {
  const first = classes[0]
  if (first === undefined) return null
  if (classes.length === 1) return table.get(first)?.[stage] ?? null
  const known = classes.flatMap((classId) => table.get(classId)?.[stage] ?? [])
  const best = known.reduce<ClassValue | null>(
    (most, entry) => (most && comparePoints(entry.value.points, most.value.points) <= 0 ? most : entry),
    null,
  )
  if (!best || overlap === 'max' || known.length === 1) return best
  return { classId: best.classId, value: stageValue(addPoints(...known.map((entry) => entry.value.points))) }
}

/** Name of a class as the scheme words it. */
export function classLabel(table: UnitTable, classId: string): string {
  return table.get(classId)?.label ?? classId
}

/** True for a class that gives nothing at any stage, and for one the scheme does not know. */
export function isWorthless(table: UnitTable, classId: string): boolean {
  return table.get(classId)?.isWorthless ?? true
}
