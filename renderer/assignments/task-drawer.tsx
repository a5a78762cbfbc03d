import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { Task } from '../../shared/assignments/task'
import { streamLabels } from '../../shared/terms/settings'
import { dropDraft, useDraft, useHasDraft } from '../app/kept'
import { openTarget } from '../app/open-target'
import { useShell } from '../app/shell'
import { Attachments } from '../components/attachments'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { RecordDrawer } from '../components/record-drawer'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { taskText as text } from '../text/tasks'
import { openEvidence } from './open-evidence'
import { TaskSteps } from './step-form'
import { TaskHistory } from './task-history'
import { TaskLife } from './task-life'
import { TaskLight } from './task-light'
import './tasks.css'

function Dates({ task }: { readonly task: Task }) {
  const { dueOn, submitBy, submitByEstimate, internalDueOn, dataCutoff, periodStart, periodEnd } = task
  const period =
    periodStart && periodEnd
      ? ([text.period, text.periodOf(text.day(periodStart), text.day(periodEnd))] as const)
      : ([text.eventOn, periodStart && text.day(periodStart)] as const)
  const facts: readonly (readonly [string, string | null])[] = [
    [text.dueOn, dueOn ? text.dayWithWeekday(dueOn) : submitByEstimate ? null : text.noDay],
    [text.submitBy, submitBy && text.dayWithWeekday(submitBy)],
    [text.submitByEstimate, submitByEstimate && text.estimateOf(submitByEstimate)],
    [text.internalDueOn, internalDueOn && text.day(internalDueOn)],
    [text.dataCutoff, dataCutoff && text.day(dataCutoff)],
    period,
    [text.channel, task.channel === '' ? null : task.channel],
    [text.stream, task.stream ? streamLabels[task.stream] : text.otherStream],
  ]
  return (
    <section className="section">
      <h2>{text.dates}</h2>
      <dl className="facts figures">
        {facts
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {task.isMoved && <p className="soft task-moved">{text.moved}</p>}
      <button
        type="button"
        className="link"
        onClick={() => openTarget({ kind: 'assignment', recordId: task.assignmentId })}
      >
        {text.openAssignment}
      </button>
    </section>
  )
}

function Remarks({ task }: { readonly task: Task }) {
  const { returnedOn, returnReason, cancelledOn, cancelReason } = task.record
  const lines = [
    returnedOn && text.returned(text.day(returnedOn), returnReason),
    returnedOn === null && returnReason !== '' ? text.wasReturned(returnReason) : null,
    cancelledOn && text.cancelled(text.day(cancelledOn), cancelReason),
  ].filter((line) => line !== null)
  return lines.map((line) => (
    <p key={line} className="task-remark">
      {line}
    </p>
  ))
}

function Evidence({ task: { doneBy, stream } }: { readonly task: Task }) {
  return (
    <section className="section">
      <h2>{text.evidence}</h2>
      {doneBy === null ? (
        <p className="soft">{text.noEvidence}</p>
      ) : (
        <p>
          {text.doneBy(doneBy.title, text.day(doneBy.on))}{' '}
          <button type="button" className="link" onClick={() => openEvidence(doneBy, stream)}>
            {text.openEvidence}
          </button>
        </p>
      )}
    </section>
  )
}

function OwnFields({ task }: { readonly task: Task }) {
  const { today } = useShell()
  const key = `task.${task.id}`
  const initial = useMemo(
    () => ({ handler: task.handler, dataCutoff: task.dataCutoff, remark: task.record.remark }),
    [task],
  )
  const [draft, change] = useDraft(key, initial)
  const hasDraft = useHasDraft(key)
  const save = useAction('assignments.saveTask')
  const done = useDone()
  const submit = (): void => {
    const { assignmentId, occurrence } = task
    save.mutate(
      { assignmentId, occurrence, ...draft },
      {
        onSuccess: () => {
          dropDraft(key)
          done(text.saved)
        },
      },
    )
  }
  return (
    <section className="section">
      <h2>{text.fields}</h2>
      <div className="task-form">
        <Field label={text.handler}>
          <TextField value={draft.handler} onChange={(handler) => change({ handler })} onEnter={submit} />
        </Field>
        <Field label={text.dataCutoff}>
          <DateField value={draft.dataCutoff} today={today} onChange={(dataCutoff) => change({ dataCutoff })} />
        </Field>
        <div className="task-form-wide">
          <Field label={text.remark}>
            <TextField value={draft.remark} onChange={(remark) => change({ remark })} onEnter={submit} isMultiline />
          </Field>
        </div>
      </div>
      <FailureNotice error={save.error} />
      <div className="task-buttons">
        <Button disabled={!hasDraft || save.isPending} onClick={submit}>
          {text.save}
        </Button>
        {hasDraft && (
          <>
            <Button type="text" onClick={() => dropDraft(key)}>
              {text.discard}
            </Button>
            <span className="soft">{text.unsaved}</span>
          </>
        )}
      </div>
    </section>
  )
}

/** Files of a policy lie with the policy; every other report has its own. */
function TaskAttachments({ task }: { readonly task: Task }) {
  const [kind, eventId] = task.occurrence.split(':')
  return kind === 'event' && eventId !== undefined ? (
    <Attachments room="environment" recordId={eventId} />
  ) : (
    <Attachments room="assignments" recordId={task.id} />
  )
}

interface TaskDrawerProps {
  /** `assignmentId/occurrence`; null shows nothing. */
  readonly taskId: string | null
  readonly onClose: () => void
}

/** One 报送: its days, where it stands, the next step, what fulfilled it, files and history. */
export function TaskDrawer({ taskId, onClose }: TaskDrawerProps) {
  // The drawer keeps what it showed while it slides away.
  const [shown, setShown] = useState(taskId)
  if (taskId !== null && taskId !== shown) setShown(taskId)
  const assignmentId = shown?.split('/')[0] ?? null
  const { data, error, refetch } = useCall(
    'assignments.tasks',
    { from: null, to: null, stream: null, assignmentId },
    { enabled: assignmentId !== null },
  )
  const task = data?.tasks.find(({ id }) => id === shown)
  return (
    <RecordDrawer title={task ? <TaskTitle task={task} /> : ''} isOpen={taskId !== null} onClose={onClose}>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data && !task && <p className="soft">{text.missing}</p>}
      {task && (
        <div key={task.id}>
          <section className="section">
            <h2>{text.life}</h2>
            <TaskLife task={task} />
            <Remarks task={task} />
            <TaskSteps task={task} />
          </section>
          <Dates task={task} />
          <Evidence task={task} />
          <OwnFields task={task} />
          <TaskAttachments task={task} />
          <TaskHistory recordId={task.recordId} />
        </div>
      )}
    </RecordDrawer>
  )
}

function TaskTitle({ task }: { readonly task: Task }) {
  return (
    <span className="task-title">
      <span>{task.title}</span>
      <TaskLight task={task} />
    </span>
  )
}
