import { App } from 'antd'
import type { ComponentProps } from 'react'
import { call } from '../desk'
import { writtenText } from '../text/app'
import { ActionButton } from './action-button'

const noticeKey = 'exported'
/** Unit: seconds. */
const noticeDuration = 15

interface Written {
  readonly fileName: string
  readonly fileToken: string
  readonly cleanedTexts?: number | undefined
}

/** What was written, and the sentence that says so. */
interface Export {
  readonly file: Written
  readonly sentence: string
}

/** Asks for a folder, writes into it, says what was written and offers the folder; `label` is the folder as people know it. */
export function useExport(): (write: (folder: string, label: string) => Promise<Export>) => Promise<void> {
  const { message } = App.useApp()
  return async (write) => {
    const chosen = await call('shell.chooseFolder', {})
    if (!chosen) return
    const { file, sentence } = await write(chosen.folder, chosen.label)
    const { fileName, fileToken, cleanedTexts = 0 } = file
    const content = (
      <>
        {sentence}{' '}
        <button type="button" className="link" onClick={() => void call('shell.reveal', { fileToken })}>
          {writtenText.openFolder}
        </button>
        <div className="soft">{fileName}</div>
        {cleanedTexts > 0 && <div>{writtenText.cleaned(cleanedTexts)}</div>}
      </>
    )
    void message.open({ type: 'success', key: noticeKey, duration: noticeDuration, content })
  }
}

interface ExportButtonProps<Made extends { readonly file: Written }> extends Omit<
  ComponentProps<typeof ActionButton>,
  'run'
> {
  readonly write: (folder: string) => Promise<Made>
  readonly sentenceOf: (made: Made) => string
}

/** Writes a file into a folder that the person chooses. */
export function ExportButton<Made extends { readonly file: Written }>({
  write,
  sentenceOf,
  ...button
}: ExportButtonProps<Made>) {
  const exportInto = useExport()
  const run = (): Promise<void> =>
    exportInto(async (folder) => {
      const made = await write(folder)
      return { file: made.file, sentence: sentenceOf(made) }
    })
  return <ActionButton {...button} does="reading" run={run} />
}
