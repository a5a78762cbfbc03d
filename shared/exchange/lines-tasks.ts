import type { Task } from '../assignments/task'
import type { Stream } from '../core/schemas'
import type { ReportFrame } from '../reports/frame'
import { isExpectedBy, isSubmittedBy } from '../reports/task-lines'
import { exchangeLineTerms } from '../terms/exchange-lines'
import { taskStateLabels } from '../terms/tasks'
import type { ReportedLine } from './lines'
import { recordLine, type EvidenceOf } from './record-line'

/** 报送事项 that had to be sent by the cut-off, or were. */
export function taskLines(
  stream: Stream,
  frame: Pick<ReportFrame, 'asOf'>,
  tasks: readonly Task[],
  evidenceOf: EvidenceOf,
): readonly ReportedLine[] {
  return tasks
    .filter((task) => isExpectedBy(task, frame))
    .map((task) => {
      const isSubmitted = isSubmittedBy(task, frame)
      const lateDays = isSubmitted ? (task.lateDays ?? 0) : null
      return recordLine({
        stream,
        kind: 'task',
        id: task.id,
        label: task.title,
        status: isSubmitted ? taskStateLabels[task.state] : exchangeLineTerms.notSubmitted,
        happenedOn: isSubmitted ? task.submittedOn : null,
        evidence: evidenceOf(task.id),
        detail: {
          dueOn: task.dueOn,
          submittedOn: isSubmitted ? task.submittedOn : null,
          lateDays: lateDays === null ? null : String(lateDays),
          state: task.state,
        },
      })
    })
}
