import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { assignmentStatuses, type Assignment } from '../../shared/assignments/contract'
import { streams } from '../../shared/core/schemas'
import { streamLabels } from '../../shared/terms/settings'
import { assignmentListStart, type AssignmentListState } from '../app/assignment-list'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { ChoiceField } from '../components/choice-field'
import { DataTable } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { SearchField } from '../components/text-field'
import { useCall } from '../desk'
import { assignmentStatusText, assignmentText } from '../text/assignments'
import { AssignmentDrawer } from './assignment-drawer'
import { assignmentColumns } from './columns'
import { SourceDrawer } from './source-drawer'

const streamOptions = streams.map((value) => ({ value, label: streamLabels[value] }))
const statusOptions = assignmentStatuses.map((value) => ({ value, label: assignmentStatusText[value] }))

function matches(row: Assignment, { stream, status, text }: AssignmentListState): boolean {
  if (stream && row.stream !== stream) return false
  if (status && row.status !== status) return false
  const wanted = text.normalize('NFKC').toLowerCase()
  const fields = [row.code, row.task, row.indicator, row.leadUnit, row.responsibleUnit, row.handler, row.remark]
  return wanted === '' || fields.some((field) => field.normalize('NFKC').toLowerCase().includes(wanted))
}

interface AssignmentListProps {
  readonly onImport: () => void
  readonly tabs: TabsOfPage
}

function Filters({
  kept,
  change,
}: {
  readonly kept: AssignmentListState
  readonly change: (part: Partial<AssignmentListState>) => void
}) {
  const isFiltered = kept.stream !== null || kept.status !== null || kept.text !== ''
  return (
    <div className="no-print" style={{ display: 'flex', gap: 8, flexWrap: 'wrap', marginBottom: 8 }}>
      <ChoiceField
        label={assignmentText.stream}
        placeholder={assignmentText.allStreams}
        width={140}
        allowsNone
        value={kept.stream}
        options={streamOptions}
        onChange={(stream) => change({ stream })}
      />
      <ChoiceField
        label={assignmentText.status}
        placeholder={assignmentText.allStatuses}
        width={120}
        allowsNone
        value={kept.status}
        options={statusOptions}
        onChange={(status) => change({ status })}
      />
      <SearchField label={assignmentText.search} value={kept.text} onSearch={(text) => change({ text })} width={220} />
      {isFiltered && (
        <Button type="text" onClick={() => change(assignmentListStart)}>
          {assignmentText.clearFilter}
        </Button>
      )}
    </div>
  )
}

/** 下达任务: what the district has assigned this year. */
export function AssignmentList({ onImport, tabs }: AssignmentListProps) {
  const { bureau } = useShell()
  const [kept, change] = useKept('assignments', assignmentListStart)
  const list = useCall('assignments.list', { year: bureau.year, stream: null })
  const recordId = useScreen((state) => state.recordId)
  const [source, setSource] = useState<Assignment['source'] | null>(null)
  const all = list.data
  const rows = useMemo(() => (all ?? []).filter((row) => matches(row, kept)), [all, kept])
  const columns = useMemo(() => assignmentColumns((row) => setSource(row.source)), [])
  const open = all?.find((row) => row.id === recordId) ?? null
  const importButton = (
    <Button type="primary" onClick={onImport}>
      {assignmentText.import}
    </Button>
  )
  return (
    <div className="page">
      <PageHeader
        title={assignmentText.title}
        note={all && all.length > 0 ? assignmentText.count(rows.length, all.length) : undefined}
        extra={importButton}
        tabs={tabs}
      />
      <FailureNotice error={list.error} onRetry={() => void list.refetch()} />
      {all?.length === 0 && <EmptyState text={assignmentText.empty} action={importButton} />}
      {all && all.length > 0 && (
        <>
          <Filters kept={kept} change={change} />
          <DataTable
            name="assignments"
            label={assignmentText.title}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            openKey={recordId}
            onOpen={(row) => showRecord(row.id)}
            empty={assignmentText.emptyFiltered}
          />
        </>
      )}
      <AssignmentDrawer row={open} onClose={() => showRecord(null)} onSource={(row) => setSource(row.source)} />
      <SourceDrawer source={source} onClose={() => setSource(null)} />
    </div>
  )
}
