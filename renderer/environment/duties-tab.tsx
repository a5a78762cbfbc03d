import { Button } from 'antd'
import { useState } from 'react'
import type { Task } from '../../shared/assignments/task'
import type { Duty } from '../../shared/environment/contract'
import type { TabsOfPage } from '../app/room-tabs'
import { goTo } from '../app/screen'
import { useShell } from '../app/shell'
import { TaskDrawer } from '../assignments/task-drawer'
import { ActionButton } from '../components/action-button'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { Light } from '../components/light'
import { PageHeader } from '../components/page-header'
import { useDone } from '../components/undo-notice'
import { call, useCall } from '../desk'
import { dutyText as text, type environmentTabs } from '../text/environment'
import { DutiesPrint } from './duties-print'
import { DutyPerson } from './duty-person'
import { DutyStrip } from './duty-strip'
import { dutiesSentence, nextTask, taskDay } from './duty-words'
import { Trainings } from './trainings'

/** Where the records that fulfil a duty are made. */
const tabOf: Partial<Record<NonNullable<Duty['kind']>, keyof typeof environmentTabs>> = {
  brief: 'briefs',
  case: 'briefs',
  summary: 'briefs',
  policy: 'policies',
  visits: 'matrix',
}

function goWord(kind: Duty['kind']): string | null {
  return Object.entries(text.go).find(([key]) => key === kind)?.[1] ?? null
}

function DutyAction({ duty }: { readonly duty: Duty }) {
  const { today } = useShell()
  const done = useDone()
  const tab = duty.kind === null ? undefined : tabOf[duty.kind]
  const word = goWord(duty.kind)
  if (tab !== undefined && word !== null) {
    return (
      <Button className="for-work" size="small" onClick={() => goTo('environment', tab)}>
        {word}
      </Button>
    )
  }
  const next = nextTask(duty)
  if (!next || (next.periodStart !== null && next.periodStart > today)) return null
  const { assignmentId, occurrence, title } = next
  return (
    <ActionButton
      size="small"
      run={async () => {
        const via = duty.channel
        await call('assignments.stepTask', { assignmentId, occurrence, step: 'submit', on: today, via })
        done(text.marked(title))
      }}
    >
      {text.mark}
    </ActionButton>
  )
}

function DueCell({ duty, year, onOpen }: { readonly duty: Duty; readonly year: number; readonly onOpen: OpenTask }) {
  const next = nextTask(duty)
  const day = next && taskDay(next, year)
  if (next && day) {
    return (
      <button type="button" className="link" title={text.openTask(next.title)} onClick={() => onOpen(next)}>
        {day} <span className="unseen">{next.title}</span>
      </button>
    )
  }
  return <span className="soft">{duty.tasks.length > 0 && !next ? text.allDone : duty.dueText}</span>
}

type OpenTask = (task: Task) => void

interface DutyTableProps {
  readonly duties: readonly Duty[]
  readonly year: number
  readonly onOpen: OpenTask
}

function DutyTable({ duties, year, onOpen }: DutyTableProps) {
  const { columns } = text
  return (
    <table className="ledger duty-table">
      <thead>
        <tr>
          <th>{columns.task}</th>
          <th>{columns.due}</th>
          <th className="amount">{columns.expected}</th>
          <th className="amount">{columns.submitted}</th>
          <th className="amount">{columns.late}</th>
          <th>{columns.light}</th>
          <th>{columns.evidence}</th>
          <th>{columns.handler}</th>
          <th>{columns.action}</th>
        </tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <tr key={duty.assignmentId}>
            <td>{duty.task}</td>
            <td className="figures">
              <DueCell duty={duty} year={year} onOpen={onOpen} />
            </td>
            <td className="amount">{duty.expected}</td>
            <td className="amount">{duty.submitted}</td>
            <td className="amount">{duty.late}</td>
            <td>
              <Light state={duty.light} {...(duty.overdue > 1 ? { text: text.overdueCount(duty.overdue) } : {})} />
            </td>
            <td className="duty-evidence">{duty.evidence}</td>
            <td>
              <DutyPerson duty={duty} />
            </td>
            <td>
              <DutyAction duty={duty} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 七项任务: each duty with its next day, what was sent, what stands behind it and who has it in hand. */
export function DutiesTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const { bureau } = useShell()
  const { year } = bureau
  const { data, error, refetch } = useCall('environment.duties', { year }, { keepsPrevious: true })
  const [taskId, setTaskId] = useState<string | null>(null)
  const [isPrinting, setIsPrinting] = useState(false)
  const duties = data?.duties ?? []
  const open: OpenTask = (task) => setTaskId(task.id)
  return (
    <section className="page page-scroll" aria-label={tabs.active}>
      <PageHeader
        title={text.room}
        tabs={tabs}
        sentence={data && duties.length > 0 ? dutiesSentence(duties, year) : ' '}
        extra={
          <Button disabled={duties.length === 0} onClick={() => setIsPrinting(true)}>
            {text.print}
          </Button>
        }
      />
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data && data.missingCalendarYears.length > 0 && <p className="soft">{text.noDay(data.missingCalendarYears)}</p>}
      {data && duties.length === 0 && (
        <EmptyState
          text={text.empty}
          action={
            <Button className="for-work" onClick={() => goTo('assignments')}>
              {text.import}
            </Button>
          }
        />
      )}
      {duties.length > 0 && (
        <>
          <DutyTable duties={duties} year={year} onOpen={open} />
          <DutyStrip duties={duties} year={year} onOpen={open} />
        </>
      )}
      <Trainings />
      <TaskDrawer taskId={taskId} onClose={() => setTaskId(null)} />
      {isPrinting && <DutiesPrint duties={duties} onDone={() => setIsPrinting(false)} />}
    </section>
  )
}
