import { closureNumberText, departmentPattern, districtPattern } from '../terms/closure-form'

/**
 * The bureau's name in two characters: the first of its district and the first of its office, 东丽区审计局 → 东审. A province
 * or city before a district is left out, 某市东丽区审计局 → 东审; a name without a district gives its own first two characters.
 */
export function shortBureauName(name: string): string {
  const plain = name.replace(/\s/gu, '')
  const match = districtPattern.exec(plain) ?? departmentPattern.exec(plain)
  const [district = '', office = ''] = match?.slice(1) ?? []
  return office === '' ? [...plain].slice(0, 2).join('') : `${[...district][0] ?? ''}${[...office][0] ?? ''}`
}

/** The number after the highest of its bureau and year, 「东审整销〔2022〕12号」: consecutive, and never used twice. */
export function nextClosureNumber(bureau: string, year: number, known: Iterable<string>): string {
  const short = shortBureauName(bureau)
  const [before, after] = closureNumberText(short, year, '\n').split('\n')
  let highest = 0
  for (const text of known) {
    if (!text.startsWith(before ?? '') || !text.endsWith(after ?? '')) continue
    const digits = text.slice(before?.length, text.length - (after?.length ?? 0))
    if (/^\d{1,9}$/.test(digits)) highest = Math.max(highest, Number(digits))
  }
  return closureNumberText(short, year, String(highest + 1))
}
