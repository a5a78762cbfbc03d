import type { Task } from '../../shared/assignments/task'
import { isOpenState } from '../../shared/assignments/task-life'
import { shortDayWithWeekday } from '../../shared/terms/tasks'
import { lightText } from '../text/app'
import { calendarText } from '../text/calendar'
import { taskStateText } from '../text/tasks'

/** 「▲ 临近」 for what is open, 「✓ 已报送」 for what is done. */
export function stateWords(task: Task): string {
  if (!isOpenState(task.state)) return taskStateText(task.state)
  const { sign, word } = lightText[task.light]
  return `${sign} ${word}`
}

/** The title with 「（原6月25日，周六）」 where the day was moved, and a word where it is an estimate. */
export function titleWords(task: Task): string {
  const moved = task.isMoved && task.dueOn ? calendarText.moved(shortDayWithWeekday(task.dueOn)) : ''
  const estimated = task.submitBy === null && task.submitByEstimate !== null ? calendarText.estimated : ''
  return `${task.title}${moved}${estimated}`
}

interface CalendarTaskProps {
  readonly task: Task
  readonly onOpen: () => void
}

/** One report in its day: light as shape and word, title, the day it was moved from. */
export function CalendarTask({ task, onOpen }: CalendarTaskProps) {
  const tone = isOpenState(task.state) ? task.light : 'done'
  return (
    <button type="button" className={`cal-task cal-task-${tone}`} title={titleWords(task)} onClick={onOpen}>
      <span className="cal-task-light">{stateWords(task)}</span> {titleWords(task)}
    </button>
  )
}
