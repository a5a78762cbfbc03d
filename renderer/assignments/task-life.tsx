import type { Task, TaskRecord } from '../../shared/assignments/task'
import { taskStateLabels } from '../../shared/terms/tasks'
import { taskText as text } from '../text/tasks'

interface LifeStep {
  readonly label: string
  readonly on: string | null
  readonly by: string
}

/** The main way of a report; 送审, 审核 and 签发 stand in it only where they were used. */
function lifeOf({ record, submittedOn, handler }: Task): readonly LifeStep[] {
  const reviewed: readonly LifeStep[] = [
    { label: text.lifeSteps.sendForReview, on: record.sentForReviewOn, by: record.preparedBy },
    { label: text.lifeSteps.check, on: record.checkedOn, by: record.checkedBy },
    { label: text.lifeSteps.approve, on: record.approvedOn, by: record.approvedBy },
  ]
  return [
    { label: taskStateLabels.inProgress, on: record.startedOn, by: handler },
    ...(record.sentForReviewOn === null ? [] : reviewed.filter(isUsed(record))),
    { label: taskStateLabels.submitted, on: submittedOn, by: record.submittedVia },
    { label: taskStateLabels.received, on: record.receivedOn, by: record.receiptNo },
  ]
}

/** 签发 is left out once the report went without it. */
function isUsed({ submittedOn }: TaskRecord): (step: LifeStep) => boolean {
  return ({ on }) => on !== null || submittedOn === null
}

/** Where the report stands: each step with its day and who took it, as far as it has come. */
export function TaskLife({ task }: { readonly task: Task }) {
  const steps = lifeOf(task)
  const last = steps.findLastIndex(({ on }) => on !== null)
  return (
    <ol className="task-life" aria-label={text.lifeOf}>
      {steps.map(({ label, on, by }, index) => {
        const state = on !== null ? 'done' : index < last ? 'skipped' : 'open'
        return (
          <li key={label} className={`task-life-step task-life-${state}`}>
            <span className="task-life-name">
              <span aria-hidden="true">{text.lifeSigns[state]}</span> {label}
            </span>
            <span className="ledger-small">{on ?? text.lifeStates[state]}</span>
            {on !== null && by !== '' && <span className="ledger-small">{by}</span>}
          </li>
        )
      })}
    </ol>
  )
}
