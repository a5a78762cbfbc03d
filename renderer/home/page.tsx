import { Button } from 'antd'
import { goTo } from '../app/screen'
import { useShell } from '../app/shell'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useCall, type OutputOf } from '../desk'
import { showStanding } from '../exchange/show-standing'
import { homeText } from '../text/home'
import './home.css'
import { StreamLedger } from './stream-ledger'
import { TodayList } from './today-list'

type Overview = OutputOf<'home.overview'>

const tabOfTodo = { monthlyBrief: 'routine', backfill: 'backfill', quietLeads: 'leads', pendingLeads: 'leads' } as const

function TodoList({ todo, onImport }: { readonly todo: Overview['todo']; readonly onImport: () => void }) {
  const act = ({ code, period }: Overview['todo'][number]): void => {
    if (code === 'importAssignments') onImport()
    else if (code === 'returnedLines') showStanding(period ?? '')
    else if (code === 'mergeConflicts') goTo('reports', 'conflicts')
    else goTo('investment', tabOfTodo[code])
  }
  return (
    <section>
      <h2>{homeText.todo}</h2>
      {todo.length === 0 && <p className="soft">{homeText.noTodo}</p>}
      {todo.length > 0 && (
        <ul className="todo">
          {todo.map((item) => (
            <li key={item.code}>
              <span>{item.text}</span>
              <Button className="for-work" size="small" onClick={() => act(item)}>
                {homeText.actions[item.code]}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** 今天: the four streams and 整改台账, what is due, what is to be done. */
export function HomePage({ onImport }: { readonly onImport: () => void }) {
  const { today, bureau } = useShell()
  const overview = useCall('home.overview', {})
  const { data } = overview
  const isEmpty = data?.cards.every((card) => card.assignmentCount === 0) ?? false
  return (
    <div className="page page-scroll">
      <PageHeader title={homeText.today(today)} />
      <FailureNotice error={overview.error} onRetry={() => void overview.refetch()} />
      {data && <StreamLedger cards={data.cards} rectification={data.rectification} year={bureau.year} />}
      {isEmpty && (
        <EmptyState
          text={homeText.emptyTitle}
          action={
            <Button type="primary" onClick={onImport}>
              {homeText.import}
            </Button>
          }
        />
      )}
      {data && (
        <div className="home-lower">
          <TodayList />
          <TodoList
            todo={isEmpty ? data.todo.filter(({ code }) => code !== 'importAssignments') : data.todo}
            onImport={onImport}
          />
        </div>
      )}
    </div>
  )
}
