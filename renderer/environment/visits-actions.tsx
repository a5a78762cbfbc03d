import { App, Button } from 'antd'
import { copyText } from '../components/copy-text'
import { ExportButton } from '../components/export-button'
import { call } from '../desk'
import { GridButton } from '../tables/grid-button'
import type { ListedIds } from '../tables/grid-window'
import { listedIds } from '../tables/listed-ids'
import { visitText as text } from '../text/visits'
import type { VisitsState } from './visits-state'

const noticeKey = 'visits-copied'
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

/** The list's visits as a grid, and as a ledger in a folder that the person chooses. */
export function ListActions({ state: { filter, sort } }: { readonly state: VisitsState }) {
  const idsOfList = (): Promise<ListedIds> =>
    listedIds(async (page) => {
      const { rows, total } = await call('environment.visits', { filter, sort, ...page })
      return { ids: rows.map(({ visit }) => visit.id), total }
    })
  return (
    <>
      <GridButton kind="visits" idsOfList={idsOfList} />
      <ExportButton
        write={(folder) => call('environment.exportVisits', { filter, sort, folder })}
        sentenceOf={({ exported, all }) => text.exported(exported, all)}
      >
        {text.export}
      </ExportButton>
    </>
  )
}
