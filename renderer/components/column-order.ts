interface Keyed {
  readonly key: string
  /** Stays in front of the others. */
  readonly isFixed?: boolean
}

export type Side = 'before' | 'after'

/** Columns in the order that the person chose; those it does not name keep their place. */
export function inOrder<T extends Keyed>(columns: readonly T[], order: readonly string[]): readonly T[] {
  const placeOf = new Map(order.map((key, index) => [key, index]))
  const known = columns.filter(({ key }) => placeOf.has(key))
  const sorted = known.toSorted((left, right) => (placeOf.get(left.key) ?? 0) - (placeOf.get(right.key) ?? 0))
  let next = 0
  const placed = columns.map((column) => (placeOf.has(column.key) ? (sorted[next++] ?? column) : column))
  return [...placed.filter(({ isFixed }) => isFixed === true), ...placed.filter(({ isFixed }) => isFixed !== true)]
}

/** The keys with one of them put beside another. */
export function movedKey(keys: readonly string[], key: string, target: string, side: Side): readonly string[] {
  if (key === target || !keys.includes(key) || !keys.includes(target)) return keys
  const others = keys.filter((each) => each !== key)
  const at = others.indexOf(target) + (side === 'after' ? 1 : 0)
  return [...others.slice(0, at), key, ...others.slice(at)]
}

/** The keys with one of them a place further left (-1) or right (1). */
export function steppedKey(keys: readonly string[], key: string, step: -1 | 1): readonly string[] {
  const target = keys[keys.indexOf(key) + step]
  if (target === undefined || !keys.includes(key)) return keys
  return movedKey(keys, key, target, step < 0 ? 'before' : 'after')
}
