import { Button } from 'antd'
import { useState } from 'react'
import { monthOf, parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { streams, type Stream } from '../../shared/core/schemas'
import { streamLabels } from '../../shared/terms/settings'
import { useKept } from '../app/kept'
import { goTo, showRecord, useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { TaskDrawer } from '../assignments/task-drawer'
import { ChoiceField } from '../components/choice-field'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { calendarText as text } from '../text/calendar'
import { appText } from '../text/app'
import { taskText } from '../text/tasks'
import { ExportIcsButton } from './export-ics'
import { dayInMonth, monthAfter } from './month-days'
import { MonthGrid } from './month-grid'
import { MonthSheet } from './month-sheet'
import { useMonthView } from './month-view'
import './calendar.css'

interface CalendarState {
  /** The day in view; null is today, so that the page opens on the running month. */
  readonly day: IsoDate | null
  readonly stream: Stream | null
}

const start: CalendarState = { day: null, stream: null }
const streamOptions = streams.map((value) => ({ value, label: streamLabels[value] }))

function monthName(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return text.month(year, number)
}

/** 日历: what is to be sent or rectified by which working day, on screen and for the wall. */
export function CalendarPage() {
  const { today, bureau } = useShell()
  const [kept, change] = useKept('calendar', start)
  const [isPrinting, setIsPrinting] = useState(false)
  const recordId = useScreen((state) => state.recordId)
  const day = (kept.day && parseIsoDate(kept.day)) ?? today
  const month = monthOf(day)
  const view = useMonthView(month, kept.stream)
  const move = (months: number): void => change({ day: dayInMonth(day, monthAfter(month, months)) })
  const hasTasks = view.days.some(({ isInMonth, tasks, dates }) => isInMonth && tasks.length + dates.length > 0)
  const buttons = (
    <>
      <ExportIcsButton month={month} stream={kept.stream} />
      <Button className="for-all" type="primary" onClick={() => setIsPrinting(true)}>
        {text.print}
      </Button>
    </>
  )
  return (
    <div className="page page-scroll">
      <PageHeader title={text.title} extra={buttons} />
      <div className="cal-bar">
        <Button aria-label={text.previous} onClick={() => move(-1)}>
          {text.previousSign}
        </Button>
        <h2 className="cal-month" aria-live="polite">
          {monthName(month)}
        </h2>
        <Button aria-label={text.next} onClick={() => move(1)}>
          {text.nextSign}
        </Button>
        <Button onClick={() => change({ day: null })}>{text.today}</Button>
        <ChoiceField
          label={text.stream}
          placeholder={text.allStreams}
          width={150}
          allowsNone
          value={kept.stream}
          options={streamOptions}
          onChange={(stream) => change({ stream })}
        />
        <span className="soft cal-keys">{hasTasks ? text.keys : text.empty}</span>
      </div>
      <FailureNotice error={view.error} onRetry={view.retry} />
      {view.missingYears.length > 0 && (
        <p className="task-estimate" role="status">
          ▲ {taskText.estimate(view.missingYears)}{' '}
          <button type="button" className="link" onClick={() => goTo('settings', 'calendars')}>
            {appText.importCalendar}
          </button>
        </p>
      )}
      <MonthGrid
        days={view.days}
        month={month}
        label={text.grid(monthName(month))}
        today={today}
        focused={day}
        onFocus={(next) => change({ day: next })}
        onOpen={(task) => showRecord(task.id)}
      />
      <TaskDrawer taskId={recordId} onClose={() => showRecord(null)} />
      {isPrinting && (
        <MonthSheet
          days={view.days}
          monthName={monthName(month)}
          bureau={bureau.name}
          stream={kept.stream ? streamLabels[kept.stream] : text.allStreams}
          today={today}
          onDone={() => setIsPrinting(false)}
        />
      )}
    </div>
  )
}
