import { readUnit, type Unit } from './cells/unit'
import { matchText } from './text-forms'

const bracketed = /[([【]([^()[\]【】]*)[)\]】]/g

/** A header word for matching: NFKC, no white space or colons, brackets that hold only a unit removed. */
export function headerKey(text: string): string {
  return matchText(text)
    .replace(bracketed, (whole, inner: string) => (inner === '' || readUnit(inner) ? '' : whole))
    .replace(/[:*]/g, '')
    .toLowerCase()
}

/** As `headerKey`, with every bracket removed. */
export function bareHeaderKey(text: string): string {
  return headerKey(text).replace(bracketed, '')
}

/** The unit that a header names in brackets, e.g. 万元 in `总投资（万元）`; null when it names none. */
export function headerUnit(text: string): Unit | null {
  for (const match of matchText(text).matchAll(bracketed)) {
    const unit = readUnit(match[1] ?? '')
    if (unit) return unit
  }
  return null
}

/** The header's words without a unit in brackets, for use as a name. */
export function headerName(text: string): string {
  return matchText(text)
    .replace(bracketed, (whole, inner: string) => (inner === '' || readUnit(inner) ? '' : whole))
    .replace(/[:*]/g, '')
}
