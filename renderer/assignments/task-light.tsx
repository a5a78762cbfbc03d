import type { Task } from '../../shared/assignments/task'
import { isOpenState } from '../../shared/assignments/task-life'
import { taskStateLabels } from '../../shared/terms/tasks'
import { Light } from '../components/light'
import { taskStateText, taskText } from '../text/tasks'

/** An open report as its light and its state, a finished one as its state and how late it was. */
export function TaskLight({ task }: { readonly task: Task }) {
  if (!isOpenState(task.state)) {
    const isLate = task.lateDays !== null && task.lateDays > 0
    return (
      <span className="task-state">
        {taskStateText(task.state)}
        {isLate && <span className="task-late"> {taskText.late(task.lateDays ?? 0)}</span>}
      </span>
    )
  }
  return (
    <span className="task-state">
      {task.light !== 'none' && <Light state={task.light} />}{' '}
      <span className="soft">{taskStateLabels[task.state]}</span>
    </span>
  )
}
