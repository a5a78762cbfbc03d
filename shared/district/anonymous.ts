import { unitNameVariants } from '../registry/unit-names'
import { fillText } from '../reports/sentences'
import { districtPapers as words } from '../terms/district-papers'
import type { PublishedResult } from './record'

/** A unit's name and whatever else it is called. */
export interface NamedUnit {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** Shorter aliases are words of their own: 「财政」 also stands in 「上缴财政」. Unit: characters. */
const shortestName = 3

/** 单位01 … by unit id, in the order of the ranking, so that a unit finds itself by the place it was told. */
export function unitCodes({ categories }: Pick<PublishedResult, 'categories'>): ReadonlyMap<string, string> {
  const ids = categories.flatMap(({ units }) => units.map(({ unitId }) => unitId))
  const digits = Math.max(2, String(ids.length).length)
  return new Map(
    ids.map((id, index) => [id, fillText(words.unitCode, { number: String(index + 1).padStart(digits, '0') })]),
  )
}

/** Puts a code for every name of a unit, the longest names first, so that no part of a longer name is left over. */
export function nameHider(units: readonly NamedUnit[], codes: ReadonlyMap<string, string>): (text: string) => string {
  const names = units.flatMap(({ id, name, aliases }) => {
    const others = [name, ...aliases].flatMap((each) => [each, ...unitNameVariants(each)])
    const shown = [name, ...others.filter((other) => Array.from(other).length >= shortestName)]
    return shown.map((each) => [each, codes.get(id) ?? words.someUnit] as const)
  })
  const byName = new Map(names.toReversed())
  const pattern = [...byName.keys()]
    .toSorted((left, right) => right.length - left.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('|')
  if (pattern === '') return (text) => text
  const anyName = new RegExp(pattern, 'g')
  return (text) => text.replace(anyName, (name) => byName.get(name) ?? name)
}

function everyText(value: unknown, hide: (text: string) => string): unknown {
  if (typeof value === 'string') return hide(value)
  if (Array.isArray(value)) return value.map((item: unknown) => everyText(item, hide))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, everyText(item, hide)]))
}

/** The same data with every text in it as `hide` leaves it; ids and days hold no unit's name and stay. */
export function hiddenIn<T>(value: T, hide: (text: string) => string): T {
  // The same shape: only texts are changed.
  return everyText(value, hide) as T
}

/** The units of the list, and those that only the result still knows. */
export function namedUnits(result: PublishedResult, units: readonly NamedUnit[]): readonly NamedUnit[] {
  const known = new Set(units.map(({ id }) => id))
  const listed = result.categories.flatMap((category) => category.units)
  const gone = listed.filter(({ unitId }) => !known.has(unitId))
  return [...units, ...gone.map(({ unitId, unit }) => ({ id: unitId, name: unit, aliases: [] }))]
}
