import { useEffect, useState } from 'react'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { call, queries, queryKey, useCall, type OutputOf } from '../desk'
import { commonText as text } from '../text/exchange'

type Folder = OutputOf<'shell.lastFolder'>

interface FolderChoice {
  /** Null until the last one is known. */
  readonly folder: Folder | null
  readonly error: unknown
  readonly change: () => Promise<void>
}

/** The folder that was written to last, until another is chosen. */
export function useFolder(): FolderChoice {
  const last = useCall('shell.lastFolder', {})
  const [chosen, setChosen] = useState<Folder | null>(null)
  useEffect(() => {
    // Another export may have gone elsewhere since it was asked.
    void queries.invalidateQueries({ queryKey: queryKey('shell.lastFolder', {}) })
  }, [])
  const change = async (): Promise<void> => {
    const picked = await call('shell.chooseFolder', {})
    if (picked) setChosen(picked)
  }
  return { folder: chosen ?? (last.isFetching ? null : (last.data ?? null)), error: last.error, change }
}

/** Where the file goes, with the way to another folder. */
export function FolderLine({ choice: { folder, error, change } }: { readonly choice: FolderChoice }) {
  return (
    <div className="exchange-folder">
      <span className="soft">{text.folder}</span>
      <span className="exchange-folder-name" title={folder?.label}>
        {folder?.label ?? text.folderLoading}
      </span>
      <ActionButton size="small" does="reading" run={change}>
        {text.otherFolder}
      </ActionButton>
      <FailureNotice error={error} />
    </div>
  )
}
