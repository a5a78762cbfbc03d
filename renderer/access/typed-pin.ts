import { pinSchema } from '../../shared/access/contract'
import { pinText } from '../text/access'

/** Unit: digits. */
export const longestPin = 12

/** The digits of what was typed or pasted, also those of the input method; everything else falls away. */
export function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '').slice(0, longestPin)
}

/** A new PIN, typed twice. */
export interface TypedPin {
  readonly first: string
  readonly second: string
}

export const noPin: TypedPin = { first: '', second: '' }

/** The PIN that both fields hold, or what is wrong and in which of them. */
export function pinOf({ first, second }: TypedPin): {
  readonly value: string | null
  readonly problem: { readonly field: 'first' | 'second'; readonly text: string } | null
} {
  if (!pinSchema.safeParse(first).success) return { value: null, problem: { field: 'first', text: pinText.short } }
  if (first !== second) return { value: null, problem: { field: 'second', text: pinText.different } }
  return { value: first, problem: null }
}
