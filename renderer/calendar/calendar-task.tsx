import type { RectificationDate } from '../../shared/assignments/rectification-date'
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

/** 「■ 逾期」 for what is open, 「✓ 已完成」 for what is done. */
export function dateStateWords({ isDone, light }: RectificationDate): string {
  if (isDone) return calendarText.dateDone
  const { sign, word } = lightText[light]
  return `${sign} ${word}`
}

/** The title of a deadline of 整改 with the day that it was moved from. */
export function dateTitleWords({ title, isMoved, dueOn, isEstimated }: RectificationDate): string {
  const moved = isMoved ? calendarText.moved(shortDayWithWeekday(dueOn)) : ''
  return `${title}${moved}${isEstimated ? calendarText.estimated : ''}`
}

/** One deadline of 整改台账 in its day. */
export function CalendarDate({ date, onOpen }: { readonly date: RectificationDate; readonly onOpen: () => void }) {
  const words = dateTitleWords(date)
  return (
    <button
      type="button"
      className={`cal-task cal-task-${date.isDone ? 'done' : date.light}`}
      title={words}
      onClick={onOpen}
    >
      <span className="cal-task-light">{dateStateWords(date)}</span> {words}
    </button>
  )
}
