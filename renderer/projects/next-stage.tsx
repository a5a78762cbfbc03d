import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { ProjectDetail } from '../../shared/projects/contract'
import type { ProjectStage } from '../../shared/projects/record'
import { stageRank } from '../../shared/projects/stages'
import { projectStageLabels } from '../../shared/terms/projects'
import { dropDraft, useDraft } from '../app/kept'
import { useScreen } from '../app/screen'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { stageText as text } from '../text/projects'

interface Entry {
  readonly to: ProjectStage | null
  /** Null = today; '' = emptied. */
  readonly on: string | null
  readonly reason: string
}
const noEntry: Entry = { to: null, on: null, reason: '' }

/** 开工 is passed without an issued 施工许可, so a reason is asked for. */
function needsReason({ project, permits }: ProjectDetail, to: ProjectStage): boolean {
  const isPermitted = permits.some(({ kind, issuedOn }) => kind === 'construction' && issuedOn !== null)
  return (
    stageRank(project.stage) < stageRank('started') &&
    stageRank(to) >= stageRank('started') &&
    project.startReason === '' &&
    !isPermitted
  )
}

/** The next step with its day as the one button; a later one may be taken directly. */
export function NextStage({ detail, today }: { readonly detail: ProjectDetail; readonly today: IsoDate }) {
  const { project, nextStages } = detail
  const key = `project-stage.${project.id}`
  const [typed, setTyped] = useDraft<Entry>(key, noEntry)
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setIsRunning] = useState(false)
  const done = useDone()
  const [first] = nextStages
  if (!first) return null
  const stageOf = (entry: Entry): ProjectStage => nextStages.find((stage) => stage === entry.to) ?? first
  const to = stageOf(typed)
  const on = typed.on === null ? today : parseIsoDate(typed.on)
  const submit = async (): Promise<void> => {
    // The keystroke before may not have been painted yet; the store has it.
    const entry = { ...noEntry, ...(useScreen.getState().drafts[key] as Entry | undefined) }
    const day = entry.on === null ? today : parseIsoDate(entry.on)
    if (!day || isRunning) return
    setIsRunning(true)
    try {
      const { stage } = await call('projects.moveStage', {
        id: project.id,
        to: stageOf(entry),
        on: day,
        reason: entry.reason,
      })
      dropDraft(key)
      setError(null)
      done(text.recorded(projectStageLabels[stage]))
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    } finally {
      setIsRunning(false)
    }
  }
  return (
    <section className="section project-next">
      <h2>{text.title}</h2>
      <div className="project-line">
        <Field label={text.upTo}>
          <ChoiceField
            value={to}
            onChange={(stage) => setTyped({ to: stage })}
            options={nextStages.map((value) => ({ value, label: projectStageLabels[value] }))}
            width={120}
          />
        </Field>
        <Field label={text.on} isRequired error={on ? null : text.needDay}>
          <DateField
            value={on}
            today={today}
            onChange={(day) => setTyped({ on: day ?? '' })}
            onEnter={() => void submit()}
          />
        </Field>
        <Button type="primary" disabled={isRunning || !on} onClick={() => void submit()}>
          {text.record(projectStageLabels[to])}
        </Button>
      </div>
      {needsReason(detail, to) && (
        <Field label={text.reason} hint={text.reasonHint}>
          <TextField value={typed.reason} onChange={(reason) => setTyped({ reason })} onEnter={() => void submit()} />
        </Field>
      )}
      <FailureNotice error={error} />
    </section>
  )
}
