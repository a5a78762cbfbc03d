import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { Failure } from '../../shared/core/result'
import { parseIsoDate } from '../../shared/core/dates'
import type { Task, TaskStep } from '../../shared/assignments/task'
import { CallError } from '../../shared/ipc/client'
import { taskStepLabels } from '../../shared/terms/tasks'
import { dropDraft, useDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { taskText as text } from '../text/tasks'
import { isNamedStep, stepsOfTask, usualEntry, useSeatName, useTakeStep } from './task-step'

interface Entry {
  readonly on: string
  readonly by: string
  readonly via: string
  readonly note: string
}

interface StepFormProps {
  readonly task: Task
  readonly step: TaskStep
  readonly isPrimary: boolean
  readonly onDone: () => void
}

const noteLabels: Partial<Record<TaskStep, string>> = {
  receive: text.receiptNo,
  return: text.reason,
  cancel: text.cancelReason,
}

function StepForm({ task, step, isPrimary, onDone }: StepFormProps) {
  const { today } = useShell()
  const person = useSeatName()
  const take = useTakeStep()
  const key = `task-step.${task.id}.${step}`
  const usual = useMemo<Entry>(() => usualEntry(task, step, today, person), [task, step, today, person])
  const [entry, change] = useDraft<Entry>(key, usual)
  const [problem, setProblem] = useState<{ readonly field: 'on' | 'note'; readonly text: string } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isRunning, setIsRunning] = useState(false)
  const on = parseIsoDate(entry.on)
  const submit = async (): Promise<void> => {
    if (isRunning) return
    setFailure(null)
    if (!on) return setProblem({ field: 'on', text: text.needDay })
    if ((step === 'return' || step === 'cancel') && entry.note.trim() === '')
      return setProblem({ field: 'note', text: text.needReason })
    setProblem(null)
    setIsRunning(true)
    try {
      await take(task, step, { ...entry, on })
      dropDraft(key)
      onDone()
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setFailure(error.failure)
    } finally {
      setIsRunning(false)
    }
  }
  const noteLabel = noteLabels[step]
  const enter = (): void => void submit()
  return (
    <div className="task-form">
      <Field label={text.on} error={problem?.field === 'on' ? problem.text : null}>
        <DateField value={on} today={today} onChange={(day) => change({ on: day ?? '' })} onEnter={enter} />
      </Field>
      {isNamedStep(step) && (
        <Field label={text.person[step]}>
          <TextField value={entry.by} onChange={(by) => change({ by })} onEnter={enter} />
        </Field>
      )}
      {step === 'submit' && (
        <Field label={text.via}>
          <TextField value={entry.via} onChange={(via) => change({ via })} onEnter={enter} />
        </Field>
      )}
      {noteLabel !== undefined && (
        <div className={step === 'receive' ? '' : 'task-form-wide'}>
          <Field label={noteLabel} error={problem?.field === 'note' ? problem.text : null}>
            <TextField
              value={entry.note}
              onChange={(note) => change({ note })}
              onEnter={enter}
              isMultiline={step !== 'receive'}
            />
          </Field>
        </div>
      )}
      <div className="task-form-wide">
        <FailureNotice error={failure && new CallError(failure)} />
        <Button type={isPrimary ? 'primary' : 'default'} disabled={isRunning} onClick={enter}>
          {taskStepLabels[step]}
        </Button>
      </div>
    </div>
  )
}

/** The next step with what it asks for as the one primary button; the other steps beside it, opened by name. */
export function TaskSteps({ task }: { readonly task: Task }) {
  const steps = stepsOfTask(task)
  const [chosen, setChosen] = useState<TaskStep | null>(null)
  // After a step the choice may be none of the new ones.
  const step = chosen !== null && steps.includes(chosen) ? chosen : steps[0]
  if (step === undefined) return <p className="soft">{text.cannotNow}</p>
  return (
    <>
      <StepForm
        key={`${task.id}/${step}`}
        task={task}
        step={step}
        isPrimary={step === steps[0]}
        onDone={() => setChosen(null)}
      />
      {steps.length > 1 && (
        <div className="task-others" role="group" aria-label={text.steps}>
          <span className="soft">{text.steps}</span>
          {steps
            .filter((other) => other !== step)
            .map((other) => (
              <button key={other} type="button" className="link" onClick={() => setChosen(other)}>
                {taskStepLabels[other]}
              </button>
            ))}
        </div>
      )}
    </>
  )
}
