/** Items by a key, in the order in which they came. */
export function grouped<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = groups.get(key)
    if (known) known.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** Entries of a sorted list that are equal, put together in their order. */
export function neighbours<T>(
  sorted: readonly T[],
  isEqual: (left: T, right: T) => boolean,
): readonly (readonly T[])[] {
  const found: T[][] = []
  for (const each of sorted) {
    const last = found.at(-1)
    const first = last?.[0]
    if (last && first !== undefined && isEqual(first, each)) last.push(each)
    else found.push([each])
  }
  return found
}
