import { useEffect, useMemo, useState } from 'react'
import { useScreen } from '../app/screen'
import { call } from '../desk'
import { recordsOfDrafts, textOfDraft } from './draft-texts'

/** A typed text whose record is not in the ledger that is open now. */
export interface OrphanDraft {
  readonly key: string
  readonly text: string
}

/** Whether the ledger has ever held the record: each one came in by a journal entry. */
async function isKnown(recordId: string): Promise<boolean> {
  return (await call('core.journal', { limit: 1, before: null, recordId })).length > 0
}

/** Typed texts that no page can show any more, because the record they belong to came after the restored backup. */
export function useOrphanDrafts(isWanted: boolean): readonly OrphanDraft[] {
  const drafts = useScreen((state) => state.drafts)
  const records = useMemo(() => recordsOfDrafts(Object.keys(drafts)), [drafts])
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (!isWanted) return undefined
    let isGone = false
    const look = async (): Promise<void> => {
      const keys = await Promise.all(
        [...records].map(async ([key, ids]) => ((await Promise.all(ids.map(isKnown))).every(Boolean) ? [] : [key])),
      )
      if (!isGone) setMissing(new Set(keys.flat()))
    }
    // Only the list of left-over texts is missing when this fails; they stay where they are.
    look().catch(console.error)
    return () => {
      isGone = true
    }
  }, [records, isWanted])
  return useMemo(
    () =>
      [...records.keys()].flatMap((key) => {
        const text = missing.has(key) ? textOfDraft(drafts[key]) : ''
        return text === '' ? [] : [{ key, text }]
      }),
    [records, missing, drafts],
  )
}
