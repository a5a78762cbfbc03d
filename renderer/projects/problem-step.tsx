import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { ProjectDetail } from '../../shared/projects/contract'
import { problemDays, problemStates, type ProblemState } from '../../shared/projects/problems'
import { dropDraft, useDraft } from '../app/kept'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { problemsText as text } from '../text/projects'

export type Problem = ProjectDetail['problems'][number]
type OpenState = Exclude<ProblemState, 'solved'>

interface Entry {
  /** Null = today. */
  readonly on: string | null
  readonly askUnit: string | null
  readonly result: string | null
}
const noEntry: Entry = { on: null, askUnit: null, result: null }

function following(state: OpenState): ProblemState {
  return problemStates[problemStates.indexOf(state) + 1] ?? 'solved'
}

interface ProblemStepProps {
  readonly problem: Problem
  readonly today: IsoDate
}

/** 吹哨, 报到, 协调, 办结: the next one with its day as the one button; 办结 is possible from each. */
export function ProblemStep({ problem, today }: ProblemStepProps) {
  const key = `project-problem-step.${problem.id}`
  const [entry, setEntry] = useDraft<Entry>(key, noEntry)
  const [error, setError] = useState<unknown>(null)
  const done = useDone()
  if (problem.state === 'solved') return null
  const on = entry.on === null ? today : parseIsoDate(entry.on)
  const askUnit = entry.askUnit ?? problem.askUnit
  const result = entry.result ?? problem.result
  const to = following(problem.state)
  const label = text.next[problem.state]
  const record = async (step: ProblemState, said: string): Promise<void> => {
    if (!on) return
    const { state: _state, replyDueOn: _due, light: _light, isEstimated: _estimated, ...facts } = problem
    try {
      await call('projects.saveProblem', { ...facts, askUnit, result, [problemDays[step]]: on })
      dropDraft(key)
      setError(null)
      done(text.recorded(said))
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    }
  }
  return (
    <div className="problem-step">
      <div className="project-line">
        <DateField
          value={on}
          today={today}
          label={text.nextOn(label)}
          onChange={(day) => setEntry({ on: day ?? '' })}
        />
        {to === 'whistled' && (
          <TextField
            value={askUnit}
            onChange={(next) => setEntry({ askUnit: next })}
            label={text.askUnit}
            placeholder={text.askUnit}
            width={160}
          />
        )}
        {to === 'solved' && (
          <TextField
            value={result}
            onChange={(next) => setEntry({ result: next })}
            label={text.result}
            placeholder={text.result}
            width={200}
          />
        )}
        <Button type="primary" size="small" disabled={!on} onClick={() => void record(to, label)}>
          {text.record(label)}
        </Button>
        {to !== 'solved' && (
          <Button
            className="for-work"
            size="small"
            type="text"
            disabled={!on}
            onClick={() => void record('solved', text.next.coordinated)}
          >
            {text.solve}
          </Button>
        )}
      </div>
      <FailureNotice error={error} />
    </div>
  )
}
