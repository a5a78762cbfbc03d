import type { Task } from '../../shared/assignments/task'
import type { Duty } from '../../shared/environment/contract'
import { dutyText as text } from '../text/environment'
import { taskDay } from './duty-words'

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

type Sign = keyof typeof text.signs

function signOf(task: Task): Sign {
  if (task.state === 'cancelled') return 'cancelled'
  if (task.submittedOn !== null) return task.lateDays !== null && task.lateDays > 0 ? 'late' : 'done'
  return task.light === 'overdue' || task.light === 'near' ? task.light : 'open'
}

function wordsOf(task: Task, year: number): string {
  const late = task.lateDays !== null && task.lateDays > 0 ? text.lateDays(task.lateDays) : ''
  return [task.title, taskDay(task, year), text.stateWords[task.state], late].filter((part) => part !== '').join(' ')
}

function monthOfTask({ dueOn, submitByEstimate }: Task): number | null {
  const day = dueOn ?? submitByEstimate
  return day === null ? null : Number(day.slice(5, 7))
}

interface DutyStripProps {
  readonly duties: readonly Duty[]
  readonly year: number
  readonly onOpen: (task: Task) => void
}

/** The year at a glance: each duty's days by month, as signs that open the day. */
export function DutyStrip({ duties, year, onOpen }: DutyStripProps) {
  return (
    <section className="section duty-strip" aria-label={text.strip}>
      <div className="section-head">
        <h2>{text.strip}</h2>
        <span className="soft">{text.stripKey}</span>
      </div>
      <table className="ledger">
        <thead>
          <tr>
            <th>{text.columns.task}</th>
            {months.map((month) => (
              <th key={month} className="duty-month">
                {text.month(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <tr key={duty.assignmentId}>
              <td>{duty.task}</td>
              {months.map((month) => (
                <td key={month} className="duty-month">
                  {duty.tasks
                    .filter((task) => monthOfTask(task) === month)
                    .map((task) => {
                      const sign = signOf(task)
                      const words = wordsOf(task, year)
                      return (
                        <button
                          key={task.id}
                          type="button"
                          className={`duty-sign duty-sign-${sign}`}
                          title={words}
                          onClick={() => onOpen(task)}
                        >
                          <span className="unseen">{words}</span>
                          <span aria-hidden="true">{text.signs[sign]}</span>
                        </button>
                      )
                    })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
