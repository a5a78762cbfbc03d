import { legalForms, looseEndings, nameRemarks } from '../terms/company-names'

/** Spaces, zero-width characters, quotation marks, points and commas: no part of a name. */
const separators = /[\s\u200B-\u200D\uFEFF"'\u2018-\u201D\u3001\u3002\u3008-\u300F\u00B7.,]/g

function withoutEnding(name: string, endings: readonly string[]): string {
  const ending = endings.find((word) => name.endsWith(word) && name.length > word.length)
  return ending ? name.slice(0, -ending.length) : name
}

function withStandardForm(name: string): string {
  for (const { words, standard } of legalForms) {
    const stem = withoutEnding(name, words)
    if (stem !== name) return stem + standard
  }
  return name
}

/**
 * The name as a key: full-width and half-width alike, no spaces, line breaks, quotation marks or brackets
 * (（天津） = (天津)), one word for each legal form (有限责任公司 = 有限公司). Empty for an empty name.
 */
export function normaliseCompanyName(name: string): string {
  const half = name
    .normalize('NFKC')
    .replace(separators, '')
    .replace(/[\u3014\u3010[]/g, '(')
    .replace(/[\u3015\u3011\]]/g, ')')
    .toLowerCase()
  const named = nameRemarks.reduce((rest, remark) => rest.replace(remark, ''), half)
  return withStandardForm(named.replace(/[()]/g, ''))
}

/** Whether two names are of the same company as far as spelling can tell. */
export function isSameCompany(left: string, right: string): boolean {
  const key = normaliseCompanyName(left)
  return key !== '' && key === normaliseCompanyName(right)
}

/** A name prepared for many comparisons. */
export interface NameKey {
  readonly key: string
  /** The key without its legal form. */
  readonly stem: string
  readonly pairs: ReadonlyMap<string, number>
  readonly pairCount: number
}

/** Prepares a name for `isAlike`. */
export function nameKeyOf(name: string): NameKey {
  const key = normaliseCompanyName(name)
  const stem = withoutEnding(key, looseEndings)
  const pairs = new Map<string, number>()
  const characters = [...stem]
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1]
    if (next !== undefined) pairs.set(character + next, (pairs.get(character + next) ?? 0) + 1)
  }
  return { key, stem, pairs, pairCount: Math.max(0, characters.length - 1) }
}

/** Share of common neighbouring characters from which two names look like one company (Dice): 3/4. Own choice, tested on the samples. */
const alikeNumerator = 3
const alikeDenominator = 4
/** Stems shorter than this are too common to compare. */
const shortestStem = 3

/** Whether two different names look like the same company (「像同一家」): a hint to a person, never a decision. */
export function isAlike(left: NameKey, right: NameKey): boolean {
  if (left.key === right.key) return left.key !== ''
  if (left.stem.length < shortestStem || right.stem.length < shortestStem) return false
  if (left.stem === right.stem) return true
  const total = left.pairCount + right.pairCount
  if (Math.min(left.pairCount, right.pairCount) * 2 * alikeDenominator < alikeNumerator * total) return false
  let common = 0
  for (const [pair, count] of left.pairs) common += Math.min(count, right.pairs.get(pair) ?? 0)
  return common * 2 * alikeDenominator >= alikeNumerator * total
}
