import { ActionButton } from '../components/action-button'
import { call } from '../desk'
import { listText } from '../text/projects'
import type { ListState } from './list-state'
import { useWrittenNotice } from './written-notice'

/** The projects of the current filter as a ledger, into a folder that the person chooses. */
export function ExportProjectsButton({ list, isDisabled }: { readonly list: ListState; readonly isDisabled: boolean }) {
  const say = useWrittenNotice()
  const run = async (): Promise<void> => {
    const chosen = await call('shell.chooseFolder', {})
    if (!chosen) return
    const { filter, sort } = list
    const { file, exported, all } = await call('projects.export', { filter, sort, folder: chosen.folder })
    say(listText.exported(exported, all), listText.openFolder, file)
  }
  return (
    <ActionButton run={run} disabled={isDisabled}>
      {listText.export}
    </ActionButton>
  )
}
