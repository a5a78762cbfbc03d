import type { Task } from '../../shared/assignments/task'
import { isOpenState } from '../../shared/assignments/task-life'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { shortStepLabels, taskText } from '../text/tasks'
import { stepsOfTask, usualEntry, useSeatName, useTakeStep } from './task-step'

/** The next step of an open report in one click, dated today; 撤销 is offered after it. */
export function TaskActions({ task }: { readonly task: Task }) {
  const { today } = useShell()
  const person = useSeatName()
  const take = useTakeStep()
  const [step] = isOpenState(task.state) ? stepsOfTask(task) : []
  if (step === undefined) return null
  return (
    // A list opens its record with a click on the row; the button does its own.
    <span onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
      <ActionButton
        size="small"
        aria-label={taskText.stepOf(shortStepLabels[step], task.title)}
        run={() => take(task, step, usualEntry(task, step, today, person))}
      >
        {shortStepLabels[step]}
      </ActionButton>
    </span>
  )
}
