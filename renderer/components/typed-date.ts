import { isoDate, type IsoDate } from '../../shared/core/dates'

/** Digits with the separators and words that people type between year, month and day. */
const dateText = /^[\d\s./\\,\-\u5e74\u6708\u65e5\u53f7\u3002\u3001\u00b7~_]+$/

function fullYear(text: string): number {
  return text.length <= 2 ? 2000 + Number(text) : Number(text)
}

/**
 * A day as typed: 2022-3-31, 2022.3.31, 20220331, 220331, also with Chinese words and full-width digits;
 * month and day alone (3.31) take `defaultYear`. Null when it is no such day.
 */
export function parseTypedDate(text: string, defaultYear: number): IsoDate | null {
  const plain = text.normalize('NFKC').trim()
  if (!dateText.test(plain)) return null
  const parts = plain.split(/\D+/).filter((part) => part !== '')
  const [first = '', second = '', third = ''] = parts
  if (parts.length === 3) return isoDate(fullYear(first), Number(second), Number(third))
  if (parts.length === 2) return isoDate(defaultYear, Number(first), Number(second))
  if (parts.length !== 1) return null
  const compact = /^(\d{4}|\d{2})(\d{2})(\d{2})$/.exec(first)
  return compact ? isoDate(fullYear(compact[1] ?? ''), Number(compact[2]), Number(compact[3])) : null
}
