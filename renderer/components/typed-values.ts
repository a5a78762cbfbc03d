import type { Month } from '../../shared/core/dates'

/** `2022-05`, `2022年5月`, `2022.5` or `5` with the default year, also in full width; null when it is no month. */
export function parseTypedMonth(text: string, defaultYear: number): Month | null {
  const parts = text
    .normalize('NFKC')
    .split(/\D+/)
    .filter((part) => part !== '')
  const [first = '', second] = parts
  const year = second === undefined ? defaultYear : Number(first)
  const month = Number(second ?? first)
  if (parts.length === 0 || parts.length > 2 || year < 2000 || year > 2100 || month < 1 || month > 12) return null
  return `${year}-${String(month).padStart(2, '0')}` as Month // checked above
}

/** A whole number as typed, also in full width and with thousands separators; null when empty, NaN when it is none. */
export function parseTypedCount(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  if (plain === '') return null
  return /^\d{1,7}$/.test(plain) ? Number(plain) : Number.NaN
}

/** Decimal text as typed, also in full width; null when it is no number. */
export function parseTypedDecimal(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return /^\d{1,6}(\.\d{1,8})?$/.test(plain) ? plain : null
}
