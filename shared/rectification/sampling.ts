/** FNV-1a over the UTF-16 units of a text, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** mulberry32: the next of a row of 32-bit numbers that the seed fixes. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/** How many are drawn: a share rounded up, so that of one at least one is drawn. Unit: percent. */
export function drawSize(pool: number, percent: number): number {
  return Math.floor((pool * percent + 99) / 100)
}

/**
 * A draw that anyone can repeat: the ids in their order are shuffled (Fisher–Yates from the end, with mulberry32
 * from the FNV-1a hash of the seed), the first ones are taken and given in the order of the ids. Source: product F10.
 */
export function drawn(ids: readonly string[], percent: number, seed: string): readonly string[] {
  const shuffled = ids.toSorted()
  const next = numbersFrom(hash(seed.trim()))
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const pick = Math.floor((next() * (last + 1)) / 0x1_0000_0000)
    const [atLast, atPick] = [shuffled[last] ?? '', shuffled[pick] ?? '']
    shuffled[last] = atPick
    shuffled[pick] = atLast
  }
  return shuffled.slice(0, drawSize(ids.length, percent)).toSorted()
}
