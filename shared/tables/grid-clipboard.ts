/**
 * Rows of cells as WPS and Excel put them on the clipboard: tabs between cells, one line per row, a cell with a tab or
 * a line break inside quotes with its own quotes doubled. A quote elsewhere is only a quote.
 */
export function readClipboardText(text: string): string[][] {
  const source = text.replace(/\r\n?/g, '\n')
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= source.length) {
    const cell = quotedCell(source, at) ?? plainCell(source, at)
    row.push(cell.text)
    at = cell.end + 1
    if (source[cell.end] !== '\t') {
      rows.push(row)
      row = []
    }
  }
  // The line break behind the last row starts no new one.
  if (rows.length > 1 && source.endsWith('\n')) rows.pop()
  return rows
}

interface FoundCell {
  readonly text: string
  /** Where the tab, the line break or the end of the text stands. */
  readonly end: number
}

function plainCell(source: string, start: number): FoundCell {
  let end = start
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end += 1
  return { text: source.slice(start, end), end }
}

/** Null when the cell is not one that had to be quoted, e.g. `"三同时"制度` or an unclosed quote. */
function quotedCell(source: string, start: number): FoundCell | null {
  if (source[start] !== '"') return null
  let close = start + 1
  while (close < source.length) {
    if (source[close] !== '"') close += 1
    else if (source[close + 1] === '"') close += 2
    else break
  }
  const after = source[close + 1]
  if (source[close] !== '"' || (after !== undefined && after !== '\t' && after !== '\n')) return null
  const inner = source.slice(start + 1, close)
  if (!/[\t\n"]/.test(inner)) return null
  return { text: inner.replaceAll('""', '"'), end: close + 1 }
}

/** Cells as text for the clipboard, in the form that WPS and Excel read. */
export function clipboardText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

function quoted(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n')
  return /[\t\n]/.test(plain) || plain.startsWith('"') ? `"${plain.replaceAll('"', '""')}"` : plain
}
