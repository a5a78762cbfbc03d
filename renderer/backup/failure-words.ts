import { errorCodes, type ErrorCode } from '../../shared/core/error-codes'
import { messageText } from '../../shared/terms/messages'

/** A failure that came as data, not as a refused call. */
export interface SaidFailure {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code)
}

/** What happened, in words; a code that is not known says the same as any unexpected failure. */
export function sentenceOfFailure({ code, params }: SaidFailure): string {
  return isErrorCode(code) ? messageText(code, params) : messageText('unexpected', { incident: code })
}
