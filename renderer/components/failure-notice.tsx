import { Alert, App, Button } from 'antd'
import { useCallback } from 'react'
import { CallError } from '../../shared/ipc/client'
import { messageText } from '../../shared/terms/messages'
import { failureText } from '../text/app'

/** The sentence for what went wrong; never a code or a stack. */
export function sentenceOf(error: unknown): string {
  if (error instanceof CallError) return messageText(error.failure.code, error.failure.params)
  return messageText('unexpected', { incident: failureText.windowIncident })
}

interface FailureNoticeProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** Shown near what failed; nothing when there is no error. A cancelled call is no failure. */
export function FailureNotice({ error, onRetry }: FailureNoticeProps) {
  if (!error || (error instanceof CallError && error.failure.code === 'cancelled')) return null
  const retry = onRetry && (
    <Button disabled={false} size="small" onClick={onRetry}>
      {failureText.retry}
    </Button>
  )
  return <Alert type="error" role="alert" title={sentenceOf(error)} action={retry} style={{ margin: '8px 0' }} />
}

/** Says a failure once at the top, for actions without a place of their own. */
export function useFailure(): (error: unknown) => void {
  const { message } = App.useApp()
  return useCallback(
    (error: unknown) => {
      // What the person gave up is no failure, but it is said that nothing was changed.
      const isGivenUp = error instanceof CallError && error.failure.code === 'cancelled'
      const type = isGivenUp ? 'info' : 'error'
      void message.open({ type, key: 'failure', duration: 8, content: sentenceOf(error) })
    },
    [message],
  )
}
