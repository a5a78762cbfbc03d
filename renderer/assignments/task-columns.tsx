import type { Task } from '../../shared/assignments/task'
import { isOpenState } from '../../shared/assignments/task-life'
import { daysBetween, type IsoDate } from '../../shared/core/dates'
import { streamShortLabels } from '../../shared/terms/settings'
import { dueText } from '../../shared/terms/tasks'
import type { DataColumn } from '../components/data-table'
import { taskText as text } from '../text/tasks'
import { TaskActions } from './task-actions'
import { TaskLight } from './task-light'

/** What is left of an open report, or by how much it is overdue. */
export function leftText({ state, isOverdue, dueOn, workdaysLeft }: Task, today: IsoDate): string {
  if (!isOpenState(state)) return ''
  if (isOverdue && dueOn) return text.overdueDays(daysBetween(dueOn, today))
  if (workdaysLeft === null) return ''
  return workdaysLeft < 0 ? text.passed : text.left(workdaysLeft)
}

export function taskColumns(today: IsoDate): readonly DataColumn<Task>[] {
  const { columns } = text
  return [
    { key: 'light', title: columns.light, width: 150, render: (task) => <TaskLight task={task} /> },
    {
      key: 'stream',
      title: columns.stream,
      width: 76,
      render: (task) => (task.stream ? streamShortLabels[task.stream] : text.otherStream),
    },
    { key: 'title', title: columns.title, render: (task) => task.title },
    { key: 'due', title: columns.due, width: 218, render: (task) => dueText(task) },
    { key: 'left', title: columns.left, width: 104, render: (task) => leftText(task, today) },
    { key: 'handler', title: columns.handler, width: 110, render: (task) => task.handler },
    { key: 'submittedOn', title: columns.submittedOn, width: 96, render: (task) => task.submittedOn ?? '' },
    { key: 'action', title: columns.action, width: 76, render: (task) => <TaskActions task={task} /> },
  ]
}
