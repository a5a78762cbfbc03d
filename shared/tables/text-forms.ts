/** Zero-width characters, soft hyphen, bidi marks and byte order marks that copies leave in cells. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g
const suspect = /[\u0000-\u001F\u007F-\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\u3000\uFEFF]|^\s|\s$|\s\s/
// eslint-disable-next-line no-control-regex -- these are what is searched for
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g

const visible = /[^\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/

/** Whether a person would see anything in the cell. */
export function hasVisibleText(text: string): boolean {
  return visible.test(text)
}

/** Text without control characters and signs that have no width; tabs and line breaks stay. */
export function withoutInvisible(text: string): string {
  return text.replace(control, '').replace(invisible, '')
}

/** Text as kept: no invisible characters, outer white space trimmed, inner runs collapsed, line breaks kept. */
export function cleanText(text: string): string {
  if (!suspect.test(text)) return text
  return withoutInvisible(text)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/** Text of one line: line breaks that only wrap a cell become nothing between ideographs and a space elsewhere. */
export function lineText(text: string): string {
  const clean = cleanText(text)
  if (!clean.includes('\n')) return clean
  return clean.replace(/(?<=[A-Za-z0-9,.;:])\n(?=[A-Za-z0-9])/g, ' ').replace(/\n/g, '')
}

export function hasControlCharacters(text: string): boolean {
  control.lastIndex = 0
  return control.test(text)
}

/** Text for comparing only: compatibility forms folded (NFKC), all white space gone. Never shown, never stored. */
export function matchText(text: string): string {
  return text.normalize('NFKC').replace(invisible, '').replace(/\s+/g, '')
}

/** Key of a name: as `matchText`, letters in lower case. */
export function keyText(text: string): string {
  return matchText(text).toLowerCase()
}
