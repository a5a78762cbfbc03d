import { formatMoney, parseMoney, type Fen } from '../../shared/core/money'
import { amountText } from '../text/app'

/** An amount as typed in 万元, or with its own unit, also in full width; null when empty, undefined when it is none. */
export function parseTypedAmount(text: string): Fen | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,，]/g, '')
  if (plain === '') return null
  const suffix = amountText.words.find(({ word }) => plain.endsWith(word))
  const digits = suffix ? plain.slice(0, -suffix.word.length) : plain
  if (!/^-?\d{1,18}(\.\d{1,8})?$/.test(digits)) return undefined
  return parseMoney(digits, suffix?.unit ?? 'tenThousand') ?? undefined
}

/** An amount as it stands in a field. Unit: 万元. */
export function amountEntry(amount: Fen | null): string {
  return amount === null ? '' : formatMoney(amount, 'tenThousand')
}

/** An amount for reading, with thousands separators; null gives null. Unit: 万元. */
export function amountShown(amount: Fen | null): string | null {
  return amount === null ? null : formatMoney(amount, 'tenThousand').replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
}
