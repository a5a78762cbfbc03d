import { App } from 'antd'
import { ActionButton } from '../components/action-button'
import { call } from '../desk'
import { entriesText as text } from '../text/revenue'
import type { ListState } from './list-state'

const noticeKey = 'revenue-exported'
/** Unit: seconds. */
const noticeDuration = 15

/** The entries of the current filter as a ledger, into a folder that the person chooses. */
export function ExportEntriesButton({ list, isDisabled }: { readonly list: ListState; readonly isDisabled: boolean }) {
  const { message } = App.useApp()
  const run = async (): Promise<void> => {
    const chosen = await call('shell.chooseFolder', {})
    if (!chosen) return
    const { filter, sort } = list
    const { file, exported, all } = await call('revenue.export', { filter, sort, folder: chosen.folder })
    const content = (
      <>
        {text.exported(exported, all)}{' '}
        <button type="button" className="link" onClick={() => void call('shell.reveal', { fileToken: file.fileToken })}>
          {text.openFolder}
        </button>
        <div className="soft">{file.fileName}</div>
      </>
    )
    void message.open({ type: 'success', key: noticeKey, duration: noticeDuration, content })
  }
  return (
    <ActionButton run={run} disabled={isDisabled}>
      {text.export}
    </ActionButton>
  )
}
