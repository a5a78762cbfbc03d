import { Button } from 'antd'
import { useMemo } from 'react'
import { taskStates, type Task, type TaskState } from '../../shared/assignments/task'
import { shownDayOf } from '../../shared/assignments/shown-day'
import { isOpenState } from '../../shared/assignments/task-life'
import { monthNumberOf } from '../../shared/core/dates'
import { streams, type Stream } from '../../shared/core/schemas'
import { streamLabels } from '../../shared/terms/settings'
import { taskStateLabels } from '../../shared/terms/tasks'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { ChoiceField } from '../components/choice-field'
import { DataTable } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { SavedViews } from '../components/saved-views'
import { stateOfView } from '../components/view-state'
import { useCall } from '../desk'
import { assignmentText } from '../text/assignments'
import { taskText as text } from '../text/tasks'
import { taskColumns } from './task-columns'
import { TaskDrawer } from './task-drawer'
import './tasks.css'

type StateFilter = 'open' | 'overdue' | 'near' | TaskState

interface TaskListState {
  readonly stream: Stream | null
  readonly state: StateFilter | null
  readonly month: number | null
}

const start: TaskListState = { stream: null, state: null, month: null }
const streamOptions = streams.map((value) => ({ value, label: streamLabels[value] }))
const stateOptions: readonly { readonly value: StateFilter; readonly label: string }[] = [
  { value: 'open', label: text.open },
  { value: 'overdue', label: text.overdue },
  { value: 'near', label: text.near },
  ...taskStates.map((value) => ({ value, label: taskStateLabels[value] })),
]
const monthOptions = Array.from({ length: 12 }, (_, index) => ({ value: index + 1, label: text.monthName(index + 1) }))

function isInState(task: Task, state: StateFilter | null): boolean {
  if (state === null) return true
  if (state === 'open') return isOpenState(task.state)
  return state === 'overdue' || state === 'near' ? task.light === state : task.state === state
}

function matches(task: Task, { stream, state, month }: TaskListState): boolean {
  const day = shownDayOf(task)
  return (
    (stream === null || task.stream === stream) &&
    (month === null || (day !== null && monthNumberOf(day) === month)) &&
    isInState(task, state)
  )
}

interface FiltersProps {
  readonly kept: TaskListState
  readonly change: (part: Partial<TaskListState>) => void
}

function Filters({ kept, change }: FiltersProps) {
  const isFiltered = kept.stream !== null || kept.state !== null || kept.month !== null
  return (
    <div className="task-filters no-print">
      <ChoiceField
        label={text.stream}
        placeholder={text.allStreams}
        width={140}
        allowsNone
        value={kept.stream}
        options={streamOptions}
        onChange={(stream) => change({ stream })}
      />
      <ChoiceField
        label={text.state}
        placeholder={text.allStates}
        width={120}
        allowsNone
        value={kept.state}
        options={stateOptions}
        onChange={(state) => change({ state })}
      />
      <ChoiceField
        label={text.month}
        placeholder={text.allMonths}
        width={120}
        allowsNone
        value={kept.month}
        options={monthOptions}
        onChange={(month) => change({ month })}
      />
      {isFiltered && (
        <Button type="text" onClick={() => change(start)}>
          {text.clearFilter}
        </Button>
      )}
      <SavedViews list="tasks" state={{ ...kept }} onChoose={(view) => change(stateOfView(start, view))} />
    </div>
  )
}

interface TaskListProps {
  readonly onImport: () => void
  readonly tabs: TabsOfPage
}

/** 时限与报送: every occurrence of the year with its light, its days and its next step. */
export function TaskList({ onImport, tabs }: TaskListProps) {
  const { today } = useShell()
  const [kept, change] = useKept('tasks', start)
  const list = useCall('assignments.tasks', { from: null, to: null, stream: null, assignmentId: null })
  const recordId = useScreen((state) => state.recordId)
  const all = list.data?.tasks
  const rows = useMemo(() => (all ?? []).filter((task) => matches(task, kept)), [all, kept])
  const columns = useMemo(() => taskColumns(today), [today])
  const missing = list.data?.missingCalendarYears ?? []
  const importButton = (
    <Button type="primary" onClick={onImport}>
      {assignmentText.import}
    </Button>
  )
  return (
    <div className="page">
      <PageHeader
        title={assignmentText.title}
        note={all && all.length > 0 ? text.count(rows.length, all.length) : undefined}
        tabs={tabs}
      />
      <FailureNotice error={list.error} onRetry={() => void list.refetch()} />
      {missing.length > 0 && (
        <p className="task-estimate" role="status">
          ▲ {text.estimate(missing)}
        </p>
      )}
      {all?.length === 0 && <EmptyState text={text.empty} action={importButton} />}
      {all && all.length > 0 && (
        <>
          <Filters kept={kept} change={change} />
          <DataTable
            name="tasks"
            label={text.list}
            columns={columns}
            rows={rows}
            rowKey={(task) => task.id}
            openKey={recordId}
            onOpen={(task) => showRecord(task.id)}
            empty={text.emptyFiltered}
          />
        </>
      )}
      <TaskDrawer taskId={recordId} onClose={() => showRecord(null)} />
    </div>
  )
}
