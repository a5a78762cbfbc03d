import { useCallback, useState } from 'react'
import { CallError } from '../../shared/ipc/client'
import { call, queries, type InputOf, type OutputOf } from '../desk'

/** The calls that take long enough to say how far they are. */
export type LongCall =
  | 'backup.create'
  | 'backup.verify'
  | 'backup.selfTest'
  | 'backup.previewRestore'
  | 'backup.restore'
  | 'backup.revert'
  | 'backup.rescue'

export interface Progress {
  readonly stage: 'copying' | 'checking' | 'attachments' | 'restoring'
  readonly done: number
  readonly total: number
}

export interface Running {
  readonly progress: Progress | null
  readonly cancel: () => void
}

interface LongAction<K extends LongCall> {
  /** Null when it was refused or cancelled; the reason stands in `error`. */
  readonly run: (input: InputOf<K>) => Promise<OutputOf<K> | null>
  readonly running: Running | null
  readonly error: unknown
}

/** A call that reports how far it is and can be stopped. */
export function useLongAction<K extends LongCall>(name: K): LongAction<K> {
  const [running, setRunning] = useState<Running | null>(null)
  const [error, setError] = useState<unknown>(null)
  const run = useCallback(
    async (input: InputOf<K>): Promise<OutputOf<K> | null> => {
      const controller = new AbortController()
      const cancel = (): void => controller.abort()
      setError(null)
      setRunning({ progress: null, cancel })
      try {
        return await call(name, input, {
          signal: controller.signal,
          onEvent: (progress: Progress) => setRunning({ progress, cancel }),
        })
      } catch (refusal) {
        // Whatever stopped it, the person sees the sentence beside the button.
        setError(refusal)
        return null
      } finally {
        setRunning(null)
        void queries.invalidateQueries({ queryKey: ['backup'] })
      }
    },
    [name],
  )
  return { run, running, error }
}

export function isRefusedAs(error: unknown, code: string): boolean {
  return error instanceof CallError && error.failure.code === code
}
