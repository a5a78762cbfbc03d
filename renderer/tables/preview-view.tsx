import { App, Checkbox, Tabs } from 'antd'
import { useState } from 'react'
import type { Preview, PreviewTable, RowOutcome } from '../../shared/tables/contract'
import { importKindLabels } from '../../shared/terms/tables'
import { FailureNotice } from '../components/failure-notice'
import { choiceText, previewText, summaryText } from '../text/tables'
import { changedCount, closeImport, useImport } from './import-state'
import { OutcomeFilter } from './outcome-filter'
import { Overlay } from './overlay'
import { PreviewFooter } from './preview-footer'
import { ReadingChoices } from './reading-choices'
import { RowList } from './row-list'
import { StatusWords } from './status-words'

function sentenceOf({ counts }: PreviewTable): string {
  if (counts.rejected > 0) return summaryText.rejected(counts.rejected, counts.read - counts.rejected)
  if (changedCount(counts, true) === 0) return summaryText.nothing
  return summaryText.ready(counts.added, counts.updated, counts.withdrawn)
}

function FileLine({ preview, table }: { readonly preview: Preview; readonly table: PreviewTable }) {
  const { fileName, format, encoding } = preview
  return (
    <div className="import-file">
      <h1>{previewText.title}</h1>
      <b>{fileName}</b>
      <span className="soft">{previewText.format(format)}</span>
      {encoding !== null && <span className="soft">{previewText.encoding(encoding)}</span>}
      <span className="soft">{choiceText.headerAt(table.headerRows)}</span>
      <span className="soft import-file-title" title={table.title}>
        {table.title}
      </span>
    </div>
  )
}

interface TableTabsProps {
  readonly preview: Preview
  readonly active: number
  readonly taken: readonly number[]
  readonly onActivate: (table: number) => void
  readonly onTake: (taken: readonly number[]) => void
}

/** One tab for each table of the file, with a tick whether it is imported. */
function TableTabs({ preview, active, taken, onActivate, onTake }: TableTabsProps) {
  if (preview.tables.length < 2) return null
  return (
    <div className="import-tabs">
      <Tabs
        size="small"
        activeKey={String(active)}
        onChange={(key) => onActivate(Number(key))}
        tabBarGutter={24}
        tabBarStyle={{ margin: 0 }}
        items={preview.tables.map(({ sheet, kind }, index) => ({
          key: String(index),
          label: choiceText.tableTab(sheet, importKindLabels[kind]),
        }))}
      />
      <Checkbox
        checked={taken.includes(active)}
        onChange={(event) =>
          onTake(
            event.target.checked
              ? [...taken, active].toSorted((left, right) => left - right)
              : taken.filter((index) => index !== active),
          )
        }
      >
        {choiceText.take}
      </Checkbox>
    </div>
  )
}

function useLeave(): () => void {
  const { modal } = App.useApp()
  return () => {
    const { fixCount } = useImport.getState()
    if (fixCount === 0) return closeImport()
    void modal.confirm({
      title: previewText.leaveTitle,
      content: previewText.leaveText(fixCount),
      okText: previewText.leave,
      cancelText: previewText.stay,
      zIndex: 1200,
      onOk: closeImport,
    })
  }
}

/** What an import would do, before anything is written. */
export function PreviewView({ preview }: { readonly preview: Preview }) {
  const error = useImport((state) => state.error)
  const fixCount = useImport((state) => state.fixCount)
  const [activeWish, setActive] = useState(0)
  const [left, setLeft] = useState<readonly number[]>([])
  const [shownWish, setShown] = useState<readonly RowOutcome[]>([])
  const [fixedRow, setFixedRow] = useState<number | null>(null)
  const leave = useLeave()
  const active = Math.min(activeWish, preview.tables.length - 1)
  const table = preview.tables[active]
  // A filter that shows nothing any more, since its last row was mended, ends by itself.
  const shown = table ? shownWish.filter((outcome) => table.counts[outcome] > 0) : []
  if (!table) return null
  const taken = preview.tables.flatMap((_table, index) => (left.includes(index) ? [] : [index]))
  return (
    <Overlay label={previewText.region} onEscape={leave}>
      <div className="import-preview">
        <div className="import-scroll">
          <FileLine preview={preview} table={table} />
          <ReadingChoices preview={preview} table={table} />
          <TableTabs
            preview={preview}
            active={active}
            taken={taken}
            onActivate={(index) => {
              setActive(index)
              setShown([])
            }}
            onTake={(next) => setLeft(preview.tables.flatMap((_table, index) => (next.includes(index) ? [] : [index])))}
          />
          <div className="import-status">
            <p className="import-summary" role="status">
              {sentenceOf(table)}
              {fixCount > 0 && <span className="soft">{summaryText.fixed(fixCount)}</span>}
            </p>
            <OutcomeFilter counts={table.counts} shown={shown} onChange={setShown} />
          </div>
          {table.issues.map((issue) => (
            <p key={`${issue.row}.${issue.letters}.${issue.code}`} className="import-remark">
              <span aria-hidden="true">▲</span> {issue.text}
            </p>
          ))}
          <FailureNotice error={error} />
          <StatusWords session={preview.session} table={table} tableIndex={active} />
          <RowList
            key={`${active}.${shown.join()}.${table.sheet}`}
            session={preview.session}
            table={table}
            tableIndex={active}
            outcomes={shown}
            fixedRow={fixedRow}
            onFixed={setFixedRow}
          />
        </div>
        <PreviewFooter preview={preview} active={active} taken={taken} onClose={leave} />
      </div>
    </Overlay>
  )
}
