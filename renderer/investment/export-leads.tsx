import { App } from 'antd'
import { ActionButton } from '../components/action-button'
import { call } from '../desk'
import { listText } from '../text/investment'
import type { ListState } from './list-state'

const noticeKey = 'leads-exported'
/** Unit: seconds. */
const noticeDuration = 15

/** The leads of the current filter as a ledger, into a folder that the person chooses. */
export function ExportLeadsButton({ list, isDisabled }: { readonly list: ListState; readonly isDisabled: boolean }) {
  const { message } = App.useApp()
  const run = async (): Promise<void> => {
    const chosen = await call('shell.chooseFolder', {})
    if (!chosen) return
    const { filter, sort } = list
    const { file, exported, all } = await call('reports.exportLeads', { filter, sort, folder: chosen.folder })
    const content = (
      <>
        {listText.exported(exported, all)}{' '}
        <button type="button" className="link" onClick={() => void call('shell.reveal', { fileToken: file.fileToken })}>
          {listText.openFolder}
        </button>
        <div className="soft">{file.fileName}</div>
      </>
    )
    void message.open({ type: 'success', key: noticeKey, duration: noticeDuration, content })
  }
  return (
    <ActionButton run={run} disabled={isDisabled}>
      {listText.export}
    </ActionButton>
  )
}
