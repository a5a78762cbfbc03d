import { formatMoney, type Fen } from '../../shared/core/money'
import { readAmount } from '../../shared/revenue/typed-amount'
import { amountText } from '../text/app'
import { entryText } from '../text/revenue'

/** An amount in 万元 as the screens write it; a dash for none. */
export function amountOf(amount: Fen | null): string {
  return amount === null ? amountText.none : formatMoney(amount, 'tenThousand')
}

/** What stands in the field for a stored amount. */
export function typedOf(amount: Fen | null): string {
  return amount === null ? '' : formatMoney(amount, 'tenThousand')
}

export type Typed<T> = { readonly ok: true; readonly value: T | null } | { readonly ok: false; readonly error: string }

/** An amount as typed, in 万元 unless it says otherwise. */
export function parseTyped(text: string): Typed<Fen> {
  const read = readAmount(text, 'tenThousand')
  if (read === 'none') return { ok: true, value: null }
  return read === 'bad' ? { ok: false, error: entryText.badAmount(text.trim()) } : { ok: true, value: read.fen }
}

/** A rate as typed, with or without its sign. Unit: percent. */
export function parseTypedRate(text: string): Typed<string> {
  const plain = text.normalize('NFKC').replace(/[\s%]/g, '')
  if (plain === '') return { ok: true, value: null }
  const isRate = /^\d{1,3}(\.\d{1,8})?$/.test(plain)
  return isRate ? { ok: true, value: plain } : { ok: false, error: entryText.badRate(text.trim()) }
}
