import { useCallback, useEffect, useRef, useState } from 'react'
import { useDone } from './undo-notice'

/** A write that is refused when the record is no longer as it was at `expectedUpdatedAt`. */
export type RecordWrite = (expectedUpdatedAt: string) => Promise<unknown>

export interface RecordSaver {
  /** After the writes that are under way; rejects when it is refused. */
  readonly run: (write: RecordWrite) => Promise<void>
  /** The same, with the notice of 撤销; a refusal is kept as the error and told as false. */
  readonly save: (write: RecordWrite) => Promise<boolean>
  readonly savedAt: Date | null
  readonly error: unknown
  readonly clearError: () => void
}

/**
 * One write of a record after the other; each is judged against the state that the one before left.
 * `refetch` gives the record's new time of change and must be the same function for the same record.
 */
export function useRecordSaver(updatedAt: string, refetch: () => Promise<string>): RecordSaver {
  const chain = useRef<Promise<unknown>>(Promise.resolve())
  const seen = useRef(updatedAt)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [error, setError] = useState<unknown>(null)
  const done = useDone()
  useEffect(() => {
    seen.current = updatedAt
  }, [updatedAt])
  const run = useCallback(
    (write: RecordWrite): Promise<void> => {
      const next = chain.current.then(async () => {
        await write(seen.current)
        seen.current = await refetch()
        setSavedAt(new Date())
        setError(null)
      })
      // A refusal is told to its caller; the next write goes on from what is stored.
      chain.current = next.then(
        () => undefined,
        () => undefined,
      )
      return next
    },
    [refetch],
  )
  const save = useCallback(
    async (write: RecordWrite): Promise<boolean> => {
      try {
        await run(write)
        done()
        return true
      } catch (refusal) {
        setError(refusal)
        return false
      }
    },
    [run, done],
  )
  return { run, save, savedAt, error, clearError: useCallback(() => setError(null), []) }
}
