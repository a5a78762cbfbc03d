/** The listing comma, commas, semicolons and slashes of both widths, line breaks. */
const nameSeparator = /[\u3001,\uFF0C;\uFF1B/\uFF0F\n\r\t]+/u
const listSign = '\u3001'

/** The names in one cell; several are parted by 、, commas, semicolons or line breaks; each stands once. */
export function splitNames(text: string): readonly string[] {
  const names = text.split(nameSeparator)
  return [...new Set(names.map((name) => name.replace(/\s+/gu, ' ').trim()).filter((name) => name !== ''))]
}

/** Names as one cell. */
export function joinNames(names: readonly string[]): string {
  return names.join(listSign)
}

/** An official of an enterprise as a table names him. */
export interface Official {
  readonly name: string
  readonly rank: string
}

/** The officials that two cells name, in the order of their names; one rank for all when only one is written. */
export function readOfficials(names: string, ranks: string): readonly Official[] {
  const parts = ranks.split(nameSeparator).map((rank) => rank.trim())
  return splitNames(names)
    .map((name, index) => ({ name, rank: (parts.length === 1 ? parts[0] : parts[index]) ?? '' }))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
}

/** Officials as two cells, always in the same order; the rank stands once when all are of the same. */
export function officialCells(officials: readonly Official[]): { readonly names: string; readonly ranks: string } {
  const sorted = officials.toSorted((left, right) => (left.name < right.name ? -1 : 1))
  const [first] = sorted
  const isOneRank = sorted.every(({ rank }) => rank === first?.rank)
  return {
    names: joinNames(sorted.map(({ name }) => name)),
    ranks: isOneRank ? (first?.rank ?? '') : joinNames(sorted.map(({ rank }) => rank)),
  }
}
