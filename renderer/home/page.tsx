import { Button } from 'antd'
import { openRecord, goTo } from '../app/screen'
import { useShell } from '../app/shell'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { Light } from '../components/light'
import { PageHeader } from '../components/page-header'
import { useCall, type OutputOf } from '../desk'
import { daysLeftText, dueText, homeText } from '../text/home'
import './home.css'
import { StreamLedger } from './stream-ledger'

/** Lines shown of the due list; the rest is in 任务. */
const longestDueList = 8

type Overview = OutputOf<'reports.overview'>

function DueList({ due }: { readonly due: Overview['due'] }) {
  const { today, bureau } = useShell()
  return (
    <section>
      <h2>{homeText.due}</h2>
      {due.length === 0 && <p className="soft">{homeText.noDueItems}</p>}
      {due.length > 0 && (
        <table className="ledger">
          <thead>
            <tr>
              <th>{homeText.light}</th>
              <th>{homeText.dueTask}</th>
              <th>{homeText.dueOn}</th>
              <th>{homeText.dueLeft}</th>
            </tr>
          </thead>
          <tbody>
            {due.slice(0, longestDueList).map((item) => (
              <tr key={`${item.assignmentId}/${item.dueOn}`}>
                <td>
                  <Light state={item.light} />
                </td>
                <td>
                  <button
                    type="button"
                    className="link"
                    onClick={() => openRecord('assignments', 'list', item.assignmentId)}
                  >
                    {item.task}
                  </button>
                </td>
                <td className="figures">{dueText(item.submitBy, item.dueOn, item.isMoved, bureau.year)}</td>
                <td className="figures">{daysLeftText(item.workdaysLeft, item.submitBy, today)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {due.length > longestDueList && (
        <button type="button" className="link home-more" onClick={() => goTo('assignments')}>
          {homeText.moreDue(due.length - longestDueList)}
        </button>
      )}
    </section>
  )
}

function TodoList({ todo, onImport }: { readonly todo: Overview['todo']; readonly onImport: () => void }) {
  const act = (code: Overview['todo'][number]['code']): void => {
    if (code === 'importAssignments') onImport()
    else goTo('investment', code === 'monthlyBrief' ? 'routine' : 'leads')
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
              <Button size="small" onClick={() => act(item.code)}>
                {homeText.actions[item.code]}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** 今天: the four streams, what is due, what is to be done. */
export function HomePage({ onImport }: { readonly onImport: () => void }) {
  const { today, bureau } = useShell()
  const overview = useCall('reports.overview', { year: bureau.year })
  const { data } = overview
  const isEmpty = data?.cards.every((card) => card.assignmentCount === 0) ?? false
  return (
    <div className="page page-scroll">
      <PageHeader title={homeText.today(today)} />
      <FailureNotice error={overview.error} onRetry={() => void overview.refetch()} />
      {data && <StreamLedger cards={data.cards} year={bureau.year} />}
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
          <DueList due={data.due} />
          <TodoList
            todo={isEmpty ? data.todo.filter(({ code }) => code !== 'importAssignments') : data.todo}
            onImport={onImport}
          />
        </div>
      )}
    </div>
  )
}
