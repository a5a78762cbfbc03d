import { App } from 'antd'
import { useCallback } from 'react'
import { call } from '../desk'

const noticeKey = 'projects-exported'
/** Unit: seconds. */
const noticeDuration = 15

interface Written {
  readonly fileName: string
  readonly fileToken: string
}

/** Says that a file was written and offers its folder. */
export function useWrittenNotice(): (sentence: string, openFolder: string, file: Written) => void {
  const { message } = App.useApp()
  return useCallback(
    (sentence, openFolder, { fileName, fileToken }) => {
      const content = (
        <>
          {sentence}{' '}
          <button type="button" className="link" onClick={() => void call('shell.reveal', { fileToken })}>
            {openFolder}
          </button>
          <div className="soft">{fileName}</div>
        </>
      )
      void message.open({ type: 'success', key: noticeKey, duration: noticeDuration, content })
    },
    [message],
  )
}
