import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import { problemDays, problemStates, type ProblemState } from '../../shared/projects/problems'
import type { ProjectProblem } from '../../shared/projects/record'
import { problemDayLabels } from '../../shared/terms/projects'
import { dropDraft, useDraft } from '../app/kept'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { problemsText as text } from '../text/projects'

type DayName = (typeof problemDays)[ProblemState]

/** Days are kept as texts, '' for none. */
type Entry = Readonly<Record<DayName | 'text' | 'askUnit' | 'result' | 'handler', string>>
type Typed = Partial<Entry>
const noTyped: Typed = {}

function entryOf(problem: ProjectProblem | null, today: IsoDate): Entry {
  return {
    text: problem?.text ?? '',
    askUnit: problem?.askUnit ?? '',
    result: problem?.result ?? '',
    handler: problem?.handler ?? '',
    raisedOn: problem?.raisedOn ?? today,
    whistledOn: problem?.whistledOn ?? '',
    reportedOn: problem?.reportedOn ?? '',
    coordinatedOn: problem?.coordinatedOn ?? '',
    solvedOn: problem?.solvedOn ?? '',
  }
}

interface ProblemFormProps {
  readonly projectId: string
  readonly problem: ProjectProblem | null
  readonly today: IsoDate
  readonly onClose: () => void
}

/** A problem with the days of its steps. What is typed is kept. */
export function ProblemForm({ projectId, problem, today, onClose }: ProblemFormProps) {
  const key = `project-problem.${problem?.id ?? projectId}`
  const [typed, setTyped] = useDraft<Typed>(key, noTyped)
  const [error, setError] = useState<unknown>(null)
  const [missing, setMissing] = useState<string | null>(null)
  const done = useDone()
  const entry: Entry = { ...entryOf(problem, today), ...typed }
  // A new problem begins with its first two steps.
  const steps = problem ? problemStates : problemStates.slice(0, 2)
  const submit = async (): Promise<void> => {
    const raisedOn = parseIsoDate(entry.raisedOn)
    if (entry.text.trim() === '' || !raisedOn) return setMissing(raisedOn ? text.needText : text.needDay)
    setMissing(null)
    try {
      await call('projects.saveProblem', {
        id: problem?.id ?? null,
        projectId,
        text: entry.text,
        askUnit: entry.askUnit,
        result: entry.result,
        handler: entry.handler,
        raisedOn,
        whistledOn: parseIsoDate(entry.whistledOn),
        reportedOn: parseIsoDate(entry.reportedOn),
        coordinatedOn: parseIsoDate(entry.coordinatedOn),
        solvedOn: parseIsoDate(entry.solvedOn),
      })
      dropDraft(key)
      onClose()
      done()
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    }
  }
  return (
    <div className="project-form">
      <div className="project-grid">
        <div className="project-wide">
          <Field label={text.text} isRequired error={missing}>
            <TextField value={entry.text} onChange={(next) => setTyped({ text: next })} isMultiline rows={1} hasFocus />
          </Field>
        </div>
        <Field label={text.askUnit}>
          <TextField value={entry.askUnit} onChange={(askUnit) => setTyped({ askUnit })} />
        </Field>
        <Field label={text.handler}>
          <PersonField value={entry.handler} onChange={(handler) => setTyped({ handler })} />
        </Field>
        {steps.map((state) => (
          <Field key={state} label={problemDayLabels[state]} isRequired={state === 'raised'}>
            <DateField
              value={parseIsoDate(entry[problemDays[state]])}
              today={today}
              onChange={(on) => setTyped({ [problemDays[state]]: on ?? '' })}
            />
          </Field>
        ))}
        {problem && (
          <div className="project-wide">
            <Field label={text.result}>
              <TextField value={entry.result} onChange={(result) => setTyped({ result })} isMultiline rows={1} />
            </Field>
          </div>
        )}
      </div>
      <FailureNotice error={error} />
      <div className="project-actions">
        <Button type="primary" onClick={() => void submit()}>
          {text.save}
        </Button>
        <Button type="text" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </div>
  )
}
