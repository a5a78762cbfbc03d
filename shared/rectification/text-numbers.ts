import { chineseDigits } from '../terms/date-words'
import { numeralSteps } from '../terms/rectification-notice'

/** Digits, percent signs and the marks between them in one width; every other sign keeps its place and its width. */
export function foldDigits(text: string): string {
  return text.replace(/[０-９％．／]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

/** A whole number in digits or Chinese numerals up to 九千九百九十九; null for anything else. */
export function wholeNumber(text: string): number | null {
  const plain = foldDigits(text)
  if (/^\d{1,9}$/.test(plain)) return Number(plain)
  let [sum, digit] = [0, 0]
  for (const sign of plain) {
    const step = numeralSteps[sign]
    const value = chineseDigits[sign]
    if (step !== undefined) {
      sum += (digit === 0 ? 1 : digit) * step
      digit = 0
    } else if (value !== undefined) digit = value
    else return null
  }
  return plain === '' ? null : sum + digit
}
