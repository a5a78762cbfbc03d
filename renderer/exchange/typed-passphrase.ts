import { passphraseSchema } from '../../shared/exchange/package-schemas'
import { passphraseText as text } from '../text/exchange'

/** What is typed for 加密码; off unless wished. */
export interface Passphrase {
  readonly isWished: boolean
  readonly first: string
  readonly second: string
}
export const noPassphrase: Passphrase = { isWished: false, first: '', second: '' }

/** What the call gets, or why it cannot be had; nothing wished is null. */
export function passphraseOf({ isWished, first, second }: Passphrase): {
  readonly value: string | null
  readonly problem: string | null
} {
  if (!isWished) return { value: null, problem: null }
  if (!passphraseSchema.safeParse(first).success) return { value: null, problem: text.short }
  return first === second ? { value: first, problem: null } : { value: null, problem: text.different }
}
