import { Button, Select } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import { projectStateLabel } from '../../shared/terms/projects'
import { useDraft, dropDraft } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { ActionButton } from '../components/action-button'
import { Figure } from '../components/amount'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { ExportButton } from '../components/export-button'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call, useCall, type OutputOf } from '../desk'
import { dispatchText as text, projectsText } from '../text/projects'
import { DispatchPrint } from './dispatch-print'
import { amountShown } from '../components/typed-amount'

type Sheet = OutputOf<'projects.dispatch'>
type Row = Sheet['rows'][number]

function lines(items: readonly string[]) {
  return (
    <span className="dispatch-lines">
      {items.map((item) => (
        <span key={item}>{item}</span>
      ))}
    </span>
  )
}

function columnsOf({ lastOn }: Sheet): readonly DataColumn<Row>[] {
  const { columns } = text
  return [
    { key: 'name', title: columns.name, width: 180, isFixed: true, isCut: false, render: ({ name }) => name },
    {
      key: 'stage',
      title: columns.stage,
      width: 72,
      render: (row) => (row.isInPool ? projectStateLabel(row) : text.left),
    },
    {
      key: 'invested',
      title: columns.invested,
      width: 130,
      align: 'right',
      render: ({ investedYtd }) => <Figure text={amountShown(investedYtd)} />,
    },
    { key: 'progress', title: columns.progress, width: 180, isCut: false, render: (row) => row.physicalProgress },
    {
      key: 'problems',
      title: columns.problems,
      width: 220,
      isCut: false,
      render: ({ openProblems }) => lines(openProblems),
    },
    {
      key: 'changes',
      title: columns.changes,
      width: 280,
      isCut: false,
      render: ({ changes }) =>
        changes.length > 0 ? lines(changes) : lastOn === null ? '' : <span className="soft">{text.noChange}</span>,
    },
  ]
}

function sentenceOf({ rows, lastOn }: Sheet): string {
  if (rows.length === 0) return text.none
  if (lastOn === null) return text.first(rows.length)
  return text.sentence(rows.filter(({ changes }) => changes.length > 0).length, rows.length, lastOn)
}

interface Remark {
  readonly remark: string
}
const noRemark: Remark = { remark: '' }
const remarkKey = 'project-dispatch'

function KeepSheet({ onKept }: { readonly onKept: () => void }) {
  const [{ remark }, setRemark] = useDraft(remarkKey, noRemark)
  const done = useDone()
  const keep = async (): Promise<void> => {
    await call('projects.keepDispatch', { remark })
    dropDraft(remarkKey)
    onKept()
    done(text.kept)
  }
  return (
    <>
      <TextField
        value={remark}
        onChange={(next) => setRemark({ remark: next })}
        label={text.remark}
        placeholder={text.remark}
        width={220}
      />
      <ActionButton type="primary" run={keep}>
        {text.keep}
      </ActionButton>
    </>
  )
}

interface DispatchTabProps {
  readonly bureau: string
  readonly today: IsoDate
  readonly tabs: TabsOfPage
}

/** 半月调度: what changed since the last sheet; kept, printed and exported. */
export function DispatchTab({ bureau, today, tabs }: DispatchTabProps) {
  const [sheetId, setSheetId] = useState<string | null>(null)
  const [isPrinting, setIsPrinting] = useState(false)
  const recordId = useScreen((state) => state.recordId)
  const { data, error, isFetching, refetch } = useCall('projects.dispatch', { sheetId }, { keepsPrevious: true })
  const isEmpty = !data || data.rows.length === 0
  const sheets = [
    { value: '', label: text.today(today) },
    ...(data?.sheets ?? []).map(({ id, on }) => ({ value: id, label: on })),
  ]
  return (
    <section className="page project-page" aria-label={tabs.items[3]?.label}>
      <PageHeader
        title={projectsText.room}
        tabs={tabs}
        sentence={data ? sentenceOf(data) : projectsText.loading}
        extra={
          <>
            <ExportButton
              disabled={isEmpty}
              write={(folder) => call('projects.exportDispatch', { sheetId, folder })}
              sentenceOf={() => text.exported}
            >
              {text.export}
            </ExportButton>
            <Button disabled={isEmpty} onClick={() => setIsPrinting(true)}>
              {text.print}
            </Button>
          </>
        }
      />
      <div className="project-bar">
        <div className="project-filter">
          <Select<string>
            aria-label={text.sheet}
            value={sheetId ?? ''}
            options={sheets}
            onChange={(next) => setSheetId(next === '' ? null : next)}
            style={{ width: 170 }}
          />
          {sheetId === null && !isEmpty && <KeepSheet onKept={() => void refetch()} />}
          {data && data.remark !== '' && <span className="soft">{data.remark}</span>}
        </div>
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="projects.dispatch"
        label={text.listName}
        columns={data ? columnsOf(data) : []}
        rows={data?.rows ?? []}
        rowKey={({ projectId }) => projectId}
        isLoading={isFetching && !data}
        onOpen={({ projectId }) => showRecord(projectId)}
        openKey={recordId}
        empty={data ? <EmptyState text={text.none} /> : <span />}
      />
      {isPrinting && data && <DispatchPrint sheet={data} bureau={bureau} onDone={() => setIsPrinting(false)} />}
    </section>
  )
}
