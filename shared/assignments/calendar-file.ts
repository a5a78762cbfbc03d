import { addDays, type IsoDate } from '../core/dates'
import { calendarTexts, rectificationDateTexts } from '../terms/tasks'
import type { RectificationDate } from './rectification-date'
import { shownDayOf } from './shown-day'
import type { Task } from './task'
import { isOpenState } from './task-life'

/** Unit: octets of one line without its line break. Source: RFC 5545 3.1. */
const LINE_OCTETS = 75
/** 9:00 on the day itself, counted from its beginning. */
const ALARM_TRIGGER = 'PT9H'

/**
 * Tasks and the dates of 整改台账 as an iCalendar file: one whole-day entry on the last working day of each, with a
 * reminder while it is open. The UID is the entry's own, so that a later file renews the entries instead of doubling
 * them. Source: RFC 5545.
 */
export function calendarFile(tasks: readonly Task[], dates: readonly RectificationDate[], stamp: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//sizhua//tasks//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(calendarTexts.name)}`,
    ...tasks.flatMap((task) => {
      const day = shownDayOf(task)
      return day === null ? [] : eventLines(entryOf(task), day, stamp)
    }),
    ...dates.flatMap((date) => eventLines(entryOfDate(date), date.day, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

interface CalendarEntry {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly description: readonly string[]
  readonly isOpen: boolean
}

function entryOf(task: Task): CalendarEntry {
  const isEstimated = task.submitBy === null && task.submitByEstimate !== null
  return {
    id: task.id,
    title: task.title,
    summary: calendarTexts.summary(task.title, isEstimated),
    description: descriptionOf(task),
    isOpen: isOpenState(task.state),
  }
}

function entryOfDate({ key, title, dueOn, day, isEstimated, isDone }: RectificationDate): CalendarEntry {
  return {
    id: key,
    title,
    summary: rectificationDateTexts.summary(title, isEstimated),
    description: [
      calendarTexts.officialDay(dueOn),
      isEstimated ? calendarTexts.estimate(day) : calendarTexts.submitBy(day),
      isDone ? rectificationDateTexts.done : rectificationDateTexts.open,
    ],
    isOpen: !isDone,
  }
}

function eventLines(entry: CalendarEntry, day: IsoDate, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${entry.id}@sizhua`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(entry.summary)}`,
    `DESCRIPTION:${escaped(entry.description.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    ...(entry.isOpen ? alarmLines(entry.title) : []),
    'END:VEVENT',
  ]
}

function alarmLines(title: string): readonly string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(calendarTexts.alarm(title))}`,
    `TRIGGER:${ALARM_TRIGGER}`,
    'END:VALARM',
  ]
}

function descriptionOf(task: Task): readonly string[] {
  const { dueOn, submitBy, submitByEstimate, internalDueOn, dataCutoff, channel, state } = task
  return [
    dueOn && calendarTexts.officialDay(dueOn),
    submitBy && calendarTexts.submitBy(submitBy),
    submitByEstimate && calendarTexts.estimate(submitByEstimate),
    internalDueOn && calendarTexts.internal(internalDueOn),
    dataCutoff && calendarTexts.dataCutoff(dataCutoff),
    channel === '' ? null : calendarTexts.channel(channel),
    calendarTexts.state(state),
  ].filter((line) => line !== null)
}

function compact(day: IsoDate): string {
  return day.replaceAll('-', '')
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
}

/** Octets of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** Breaks a line by octets, never inside a character. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LINE_OCTETS) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}
