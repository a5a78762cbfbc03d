/** 6.1 for 6 and 6 for 6.1: an aspect without sub-items has one number, written either way. */
function otherWays(number: string): readonly string[] {
  return number.endsWith('.1') ? [number.slice(0, -2), `${number}.1`] : [`${number}.1`]
}

/** Whether only one of the numbers is of the aspect that two ways of writing belong to. */
function isAlone(left: string, right: string, numbers: ReadonlySet<string>): boolean {
  const aspect = left.length < right.length ? left : right
  const own = [...numbers].filter((number) => number === aspect || number.startsWith(`${aspect}.`))
  return own.length === 1
}

/**
 * The number under which a list holds what another one calls `number`: the same, else the other way of writing it where
 * both lists have nothing else of that aspect; null for none.
 */
export function numberIn(
  held: ReadonlySet<string>,
  number: string,
  numbersOfTable: ReadonlySet<string>,
): string | null {
  if (held.has(number)) return number
  const found = otherWays(number).filter(
    (way) => held.has(way) && isAlone(way, number, held) && isAlone(way, number, numbersOfTable),
  )
  return found.length === 1 ? (found[0] ?? null) : null
}
