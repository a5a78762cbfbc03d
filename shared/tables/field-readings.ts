import { formatMoney, parseMoney } from '../core/money'
import type { FieldReading } from './definition'
import type { FieldValue } from './reading'
import { keyText } from './text-forms'

/** Readings that many tables share. */
export const lineReading: FieldReading = { kind: 'text', maxLength: 500, isLine: true, checksDash: false }
export const paragraphReading: FieldReading = { kind: 'text', maxLength: 20_000, isLine: false, checksDash: false }
export const codeReading: FieldReading = { kind: 'code', maxLength: 64 }
/** Always in 万元, whatever unit the table is in; the field's definition says `isMoney`. */
export const amountReading: FieldReading = { kind: 'quantity', isMain: false, isAmount: true }
export const dayReading: FieldReading = { kind: 'date' }
export const yesNoReading: FieldReading = { kind: 'yesNo' }
export const ignoredReading: FieldReading = { kind: 'ignored' }

/** Amounts of the named fields as the store gives them back: whole 分, no needless zeros. Unit: 万元. */
export function withPlainAmounts(
  values: Readonly<Record<string, FieldValue>>,
  fields: readonly string[],
): Readonly<Record<string, FieldValue>> {
  const plain: Record<string, FieldValue> = { ...values }
  for (const field of fields) {
    const value = values[field]
    const amount = typeof value === 'string' ? parseMoney(value, 'tenThousand') : null
    if (amount !== null) plain[field] = formatMoney(amount, 'tenThousand')
  }
  return plain
}

function keyPart(value: FieldValue | undefined): string {
  return typeof value === 'string' ? keyText(value) : ''
}

/** Values joined as the key of a row; null when all are empty. */
export function joinedKey(...parts: readonly (FieldValue | undefined)[]): string | null {
  const texts = parts.map(keyPart)
  return texts.every((part) => part === '') ? null : texts.join('|')
}
