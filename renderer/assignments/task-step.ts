import type { IsoDate } from '../../shared/core/dates'
import type { Task, TaskStep } from '../../shared/assignments/task'
import { stepsOf } from '../../shared/assignments/task-life'
import { taskStepLabels } from '../../shared/terms/tasks'
import { useShell } from '../app/shell'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { taskText } from '../text/tasks'

/** What a person fills in for a step. */
export interface StepEntry {
  readonly on: IsoDate
  readonly by: string
  readonly via: string
  readonly note: string
}

/** Steps that can be taken now, the usual next one first. */
export function stepsOfTask(task: Task): readonly TaskStep[] {
  return stepsOf(task.record, task.doneBy?.on ?? null)
}

/** Who is named with a step, where one is. */
export type NamedStep = keyof typeof taskText.person
export function isNamedStep(step: TaskStep): step is NamedStep {
  return Object.hasOwn(taskText.person, step)
}

/** What a step is filled in with until somebody writes otherwise: today, the one who sits here, the table's channel. */
export function usualEntry(task: Task, step: TaskStep, today: IsoDate, person: string): StepEntry {
  // Whoever prepared it does not check it: that name is asked for.
  const isOwnCheck = step === 'check' && person === task.record.preparedBy
  return {
    on: today,
    by: isNamedStep(step) && !isOwnCheck ? person : '',
    via: step === 'submit' ? task.channel : '',
    note: '',
  }
}

/** The person at this computer, or nobody. */
export function useSeatName(): string {
  return useShell().person?.name ?? ''
}

/** Records a step and offers to take it back. */
export function useTakeStep(): (task: Task, step: TaskStep, entry: StepEntry) => Promise<void> {
  const done = useDone()
  return async (task, step, entry) => {
    const { assignmentId, occurrence } = task
    await call('assignments.stepTask', { assignmentId, occurrence, step, ...entry })
    done(taskText.done(taskStepLabels[step]))
  }
}
