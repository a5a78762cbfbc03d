import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Task } from '../../shared/assignments/task'
import { addDays, weekdayOf, type IsoDate } from '../../shared/core/dates'
import { calendarText as text } from '../text/calendar'
import { openTarget } from '../app/open-target'
import { CalendarDate, CalendarTask } from './calendar-task'
import { dayInMonth, isRestDay, monthAfter } from './month-days'
import type { MonthDay } from './month-view'

interface MonthGridProps {
  readonly days: readonly MonthDay[]
  readonly month: string
  readonly label: string
  readonly today: IsoDate
  /** The day that the keyboard stands on. */
  readonly focused: IsoDate
  readonly onFocus: (day: IsoDate) => void
  readonly onOpen: (task: Task) => void
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The day that a key leads to; null for keys that lead nowhere. */
function dayAfterKey(key: string, day: IsoDate): IsoDate | null {
  const step = steps[key]
  if (step !== undefined) return addDays(day, step)
  if (key === 'PageUp' || key === 'PageDown')
    return dayInMonth(day, monthAfter(day.slice(0, 7), key === 'PageUp' ? -1 : 1))
  if (key === 'Home') return addDays(day, 1 - weekdayOf(day))
  return key === 'End' ? addDays(day, 7 - weekdayOf(day)) : null
}

function DayCell({ shown, grid }: { readonly shown: MonthDay; readonly grid: MonthGridProps }) {
  const { day, mark, isInMonth, tasks, dates } = shown
  const count = tasks.length + dates.length
  const weekday = text.weekdays[weekdayOf(day) - 1] ?? ''
  const tones = [
    isInMonth ? '' : 'cal-outside',
    isRestDay(day, mark) ? 'cal-rest' : '',
    day === grid.today ? 'cal-today' : '',
  ]
  return (
    <div
      role="gridcell"
      data-day={day}
      className={['cal-day', ...tones].filter((tone) => tone !== '').join(' ')}
      tabIndex={day === grid.focused ? 0 : -1}
      aria-current={day === grid.today ? 'date' : undefined}
      onFocus={(event) => {
        if (event.target === event.currentTarget) grid.onFocus(day)
      }}
    >
      <span className="unseen">{text.dayLabel(day, weekday, mark ? text.markNames[mark] : '', count)}</span>
      <div className="cal-day-head">
        <span className="cal-day-number" aria-hidden="true">
          {text.dayNumber(day)}
        </span>
        {day === grid.today && <span className="cal-day-today">{text.today}</span>}
        {mark && (
          <span className={`cal-mark cal-mark-${mark}`} title={text.markNames[mark]} aria-hidden="true">
            {text.marks[mark]}
          </span>
        )}
      </div>
      {isInMonth && tasks.map((task) => <CalendarTask key={task.id} task={task} onOpen={() => grid.onOpen(task)} />)}
      {isInMonth &&
        dates.map((date) => <CalendarDate key={date.key} date={date} onOpen={() => openTarget(date.target)} />)}
      {!isInMonth && count > 0 && (
        <button type="button" className="cal-task cal-task-done" onClick={() => grid.onFocus(day)}>
          {text.otherMonth(day, count)}
        </button>
      )}
    </div>
  )
}

/** A month of six weeks; arrow keys move between days, PageUp and PageDown between months, Enter to the day's reports. */
export function MonthGrid(props: MonthGridProps) {
  const { days, label, focused, onFocus } = props
  const grid = useRef<HTMLDivElement>(null)
  // A key may lead into another month, whose cell exists only after it is drawn.
  const isMoving = useRef(false)
  useEffect(() => {
    if (!isMoving.current) return
    isMoving.current = false
    grid.current?.querySelector<HTMLElement>(`[data-day="${focused}"]`)?.focus()
  }, [focused])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.altKey || !(event.target instanceof HTMLElement)) return
    if (event.key === 'Enter' && event.target.dataset['day'] !== undefined) {
      event.preventDefault()
      return event.target.querySelector<HTMLElement>('.cal-task')?.focus()
    }
    const next = dayAfterKey(event.key, focused)
    if (!next) return
    event.preventDefault()
    isMoving.current = true
    onFocus(next)
  }
  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7))
  return (
    <div ref={grid} role="grid" aria-label={label} className="cal-grid" onKeyDown={onKeyDown}>
      <div role="row" className="cal-week cal-heads">
        {text.weekdays.map((weekday) => (
          <div key={weekday} role="columnheader" className="cal-head">
            {weekday}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]?.day} role="row" className="cal-week">
          {week.map((shown) => (
            <DayCell key={shown.day} shown={shown} grid={props} />
          ))}
        </div>
      ))}
    </div>
  )
}
