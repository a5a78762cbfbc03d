import type { IsoDate } from '../../shared/core/dates'
import { formatChineseDate } from '../../shared/terms/dates'
import { PrintSheet } from '../components/print-sheet'
import { calendarText as text } from '../text/calendar'
import { dateStateWords, dateTitleWords, stateWords, titleWords } from './calendar-task'
import { isRestDay } from './month-days'
import type { MonthDay } from './month-view'

interface MonthSheetProps {
  readonly days: readonly MonthDay[]
  readonly monthName: string
  readonly bureau: string
  readonly stream: string
  readonly today: IsoDate
  readonly onDone: () => void
}

/** Unit: lines that a page takes in the usual and in the small type. */
const usualLines = 32
const smallLines = 46
/** Characters of one line of a cell. */
const lineCharacters = 14

/** What a day of the month says, line by line. */
function linesOn({ isInMonth, tasks, dates }: MonthDay): readonly { readonly key: string; readonly text: string }[] {
  if (!isInMonth) return []
  return [
    ...tasks.map((task) => ({ key: task.id, text: `${stateWords(task)} ${titleWords(task)}` })),
    ...dates.map((date) => ({ key: date.key, text: `${dateStateWords(date)} ${dateTitleWords(date)}` })),
  ]
}

/** How high the sheet is in lines: each week as high as its fullest day. */
function linesOf(weeks: readonly (readonly MonthDay[])[]): number {
  const ofDay = (day: MonthDay): number =>
    1 + linesOn(day).reduce((sum, { text: line }) => sum + Math.ceil(line.length / lineCharacters), 0)
  return weeks.reduce((sum, week) => sum + Math.max(2, ...week.map(ofDay)), 0)
}

/** The month as one sheet of A4 for the wall; weeks without a day of the month are left out. */
export function MonthSheet({ days, monthName, bureau, stream, today, onDone }: MonthSheetProps) {
  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7)).filter(
    (week) => week.some(({ isInMonth }) => isInMonth),
  )
  const lines = linesOf(weeks)
  const type = lines <= usualLines ? 'usual' : lines <= smallLines ? 'small' : 'smallest'
  return (
    <PrintSheet onDone={onDone}>
      <div className={`cal-sheet cal-sheet-${type}`}>
        <h1>{text.printTitle(monthName)}</h1>
        <div className="print-head">
          <span>{text.printUnit(bureau)}</span>
          <span>{text.printStream(stream)}</span>
          <span>{text.printMade(formatChineseDate(today))}</span>
        </div>
        <table>
          <thead>
            <tr>
              {text.weekdays.map((weekday) => (
                <th key={weekday}>{weekday}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]?.day}>
                {week.map((shown) => (
                  <td key={shown.day} className={isRestDay(shown.day, shown.mark) ? 'cal-sheet-rest' : ''}>
                    <div className={shown.isInMonth ? 'cal-sheet-day' : 'cal-sheet-day cal-sheet-outside'}>
                      {text.dayNumber(shown.day)} {shown.mark && text.marks[shown.mark]}
                    </div>
                    {linesOn(shown).map((line) => (
                      <div key={line.key} className="cal-sheet-task">
                        {line.text}
                      </div>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="cal-sheet-note">{text.printNote}</p>
      </div>
    </PrintSheet>
  )
}
