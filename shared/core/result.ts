import type { ErrorCode } from './error-codes'

/** What a caller gets when a user can cause or mend the failure; bugs are thrown instead. */
export type Result<T, E = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** A refusal: a code from the closed list and the values its Chinese sentence needs. */
export interface Failure {
  readonly code: ErrorCode
  readonly params: Readonly<Record<string, string | number>>
}

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value }
}

export function err(code: ErrorCode, params: Readonly<Record<string, string | number>> = {}): Result<never, Failure> {
  return { ok: false, error: { code, params } }
}
