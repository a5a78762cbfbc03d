const mostHeaderRows = 3
const lastHeaderRow = 200

/** Excel row numbers as typed, `5` or `5-6` in any width and with any dash; null when it is no such thing. */
export function parseHeaderRows(text: string): readonly number[] | null {
  const match = /^\s*(\d{1,3})\s*(?:[-~,\u2013\u2014\u3001\u81f3\u5230]\s*(\d{1,3}))?\s*$/.exec(text.normalize('NFKC'))
  if (!match) return null
  const first = Number(match[1])
  const last = match[2] === undefined ? first : Number(match[2])
  if (first < 1 || last < first || last > lastHeaderRow || last - first >= mostHeaderRows) return null
  return Array.from({ length: last - first + 1 }, (_row, index) => first + index)
}

/** The same as it is typed: `5-6`. */
export function headerRowsText(rows: readonly number[]): string {
  const [first, last] = [rows.at(0), rows.at(-1)]
  if (first === undefined) return ''
  return first === last ? String(first) : `${first}-${last}`
}
