import type { Task } from '../../shared/assignments/task'
import type { Duty } from '../../shared/environment/contract'
import { environmentBriefText, dutyText as text } from '../text/environment'
import { dueText } from '../text/home'

/** When an occurrence is due: 「6月24日（原6月25日，周六）」; an estimate is called one; '' where no day is named. */
export function taskDay(task: Task, year: number): string {
  if (task.submitBy !== null && task.dueOn !== null) return dueText(task.submitBy, task.dueOn, task.isMoved, year)
  const estimate = task.submitByEstimate ?? task.dueOn
  return estimate === null ? '' : text.about(environmentBriefText.dueDay(estimate))
}

/** The occurrence that is to be done next. */
export function nextTask(duty: Duty): Task | null {
  return duty.tasks.find(({ id }) => id === duty.nextTaskId) ?? null
}

/** The one sentence of the page: what is overdue, and what comes next. */
export function dutiesSentence(duties: readonly Duty[], year: number): string {
  const overdue = duties.flatMap(({ tasks }) => tasks.filter(({ isOverdue }) => isOverdue)).map(({ title }) => title)
  const [next] = duties
    .flatMap((duty) => duty.tasks.filter((task) => !task.isOverdue && isOpen(task)))
    .toSorted((left, right) => (left.dueOn ?? '').localeCompare(right.dueOn ?? ''))
  const parts = [
    overdue.length > 1 ? text.overdueMany(overdue.length) : overdue.map(text.overdue).join(''),
    next ? text.next(next.title, taskDay(next, year)) : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? text.calm : parts.join(text.separator) + text.stop
}

function isOpen({ submittedOn, state, dueOn }: Task): boolean {
  return submittedOn === null && state !== 'cancelled' && dueOn !== null
}
