import { Select } from 'antd'
import { problemStateLabels } from '../../shared/terms/projects'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useCall, type OutputOf } from '../desk'
import { listText, problemsText as text, projectsText } from '../text/projects'
import { ReplyLight } from './problem-list'

type Row = OutputOf<'projects.problems'>[number]
type State = keyof typeof text.states

interface Kept {
  readonly state: State
}
const initial: Kept = { state: 'open' }

const columns: readonly DataColumn<Row>[] = [
  { key: 'project', title: text.project, width: 170, isFixed: true, render: ({ projectName }) => projectName },
  {
    key: 'text',
    title: text.text,
    width: 300,
    render: ({ problem }) => <span title={problem.text}>{problem.text}</span>,
  },
  { key: 'askUnit', title: text.askUnit, width: 130, render: ({ problem }) => problem.askUnit },
  { key: 'raisedOn', title: text.raisedOn, width: 104, render: ({ problem }) => problem.raisedOn },
  { key: 'step', title: text.step, width: 84, render: ({ problem }) => problemStateLabels[problem.state] },
  {
    key: 'light',
    title: text.light,
    width: 210,
    render: ({ problem }) =>
      problem.light === 'none' ? (problem.solvedOn ?? listText.none) : <ReplyLight problem={problem} />,
  },
  { key: 'handler', title: text.handler, width: 110, render: ({ problem }) => problem.handler },
]

const options = (['open', 'solved', 'all'] as const).map((value) => ({ value, label: text.states[value] }))

/** 问题（吹哨报到）of all projects, the open ones first. */
export function ProblemsTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const [{ state }, setKept] = useKept('projects.problems', initial)
  const recordId = useScreen((screen) => screen.recordId)
  const { data, error, isFetching, refetch } = useCall('projects.problems', { state }, { keepsPrevious: true })
  const open = useCall('projects.problems', { state: 'open' }).data
  const late = open?.filter(({ problem }) => problem.light === 'overdue').length ?? 0
  return (
    <section className="page project-page" aria-label={tabs.items[2]?.label}>
      <PageHeader
        title={projectsText.room}
        tabs={tabs}
        sentence={open ? text.sentence(open.length, late) : projectsText.loading}
      />
      <div className="project-bar">
        <Select<State>
          aria-label={text.filter}
          value={state}
          options={options}
          onChange={(next) => setKept({ state: next })}
          style={{ width: 120 }}
        />
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="projects.problems"
        label={text.listName}
        columns={columns}
        rows={data ?? []}
        rowKey={({ problem }) => problem.id}
        isLoading={isFetching && !data}
        onOpen={({ problem }) => showRecord(problem.projectId)}
        openKey={recordId}
        empty={data ? <EmptyState text={state === 'open' ? text.empty : text.emptyFiltered} /> : <span />}
      />
    </section>
  )
}
