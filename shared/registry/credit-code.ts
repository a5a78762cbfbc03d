/** Characters of a 统一社会信用代码 in the order of their values (I, O, S, V, Z are not used). Source: GB 32100-2015 表1. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const codeLength = 18

/** Why a code is doubtful. A wrong code is a warning, never a refusal: the certificate may be the one that is wrong. */
export type CreditCodeVerdict = 'valid' | 'wrongLength' | 'wrongCharacter' | 'wrongCheck'

/** Upper case, full-width to half-width, without spaces and hyphens; for comparing and checking. */
export function normaliseCreditCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\uFEFF-]/g, '')
    .toUpperCase()
}

/** The 18th character for the first 17; null when one of them is not in the alphabet. Source: GB 32100-2015 附录A, MOD 31, weights 3^(i-1). */
export function creditCodeCheckCharacter(firstSeventeen: string): string | null {
  let sum = 0
  let weight = 1
  for (const character of firstSeventeen) {
    const value = alphabet.indexOf(character)
    if (value < 0) return null
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? null
}

/** Checks length, characters and check character of a code that is not empty. Source: GB 32100-2015. */
export function checkCreditCode(text: string): CreditCodeVerdict {
  const code = normaliseCreditCode(text)
  if (code.length !== codeLength) return 'wrongLength'
  const expected = creditCodeCheckCharacter(code.slice(0, codeLength - 1))
  if (expected === null || !alphabet.includes(code.slice(-1))) return 'wrongCharacter'
  return code.endsWith(expected) ? 'valid' : 'wrongCheck'
}
