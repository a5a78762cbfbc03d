import { App, Button } from 'antd'
import { gridLoadLimit } from '../../shared/tables/grid-contract'
import { ActionButton } from '../components/action-button'
import { call } from '../desk'
import { copyText } from '../components/copy-text'
import { GridButton } from '../tables/grid-button'
import type { ListedIds } from '../tables/grid-window'
import { visitText as text } from '../text/visits'
import type { VisitsState } from './visits-state'

const noticeKey = 'visits'
/** Unit: seconds. */
const noticeDuration = 8

interface CopyButtonProps {
  readonly label: string
  readonly said: string
  readonly content: string
  readonly hint?: string
}

/** Puts a text for OA on the clipboard and shows what was copied. */
export function CopyButton({ label, said, content, hint }: CopyButtonProps) {
  const { message } = App.useApp()
  const copy = (): void => {
    const isCopied = copyText(content)
    void message.open({
      type: isCopied ? 'success' : 'warning',
      key: noticeKey,
      duration: noticeDuration,
      content: (
        <div className="visit-copied">
          {isCopied ? said : text.notCopied}
          <div className="soft">{content}</div>
        </div>
      ),
    })
  }
  return (
    <Button disabled={content === ''} title={hint} onClick={copy}>
      {label}
    </Button>
  )
}

/** Unit: rows. As many as the list gives at once. */
const pageOfIds = 200

async function idsOfList({ filter, sort }: VisitsState): Promise<ListedIds> {
  const ids: string[] = []
  for (;;) {
    const input = { filter, sort, offset: ids.length, limit: pageOfIds }
    const { rows, total } = await call('environment.visits', input)
    ids.push(...rows.map(({ visit }) => visit.id))
    if (rows.length === 0 || ids.length >= Math.min(total, gridLoadLimit)) {
      return { ids: ids.slice(0, gridLoadLimit), total }
    }
  }
}

/** The list's visits as a grid, and as a ledger in a folder that the person chooses. */
export function ListActions({ state }: { readonly state: VisitsState }) {
  const { message } = App.useApp()
  const run = async (): Promise<void> => {
    const chosen = await call('shell.chooseFolder', {})
    if (!chosen) return
    const { filter, sort } = state
    const { file, exported, all } = await call('environment.exportVisits', { filter, sort, folder: chosen.folder })
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
    <>
      <GridButton kind="visits" idsOfList={() => idsOfList(state)} />
      <ActionButton run={run}>{text.export}</ActionButton>
    </>
  )
}
