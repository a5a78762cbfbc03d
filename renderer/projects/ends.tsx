import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { ProjectDetail } from '../../shared/projects/contract'
import { projectStages, type ProjectStage } from '../../shared/projects/record'
import { stageRank } from '../../shared/projects/stages'
import { projectStageLabels } from '../../shared/terms/projects'
import { dropDraft, useDraft } from '../app/kept'
import { ActionButton } from '../components/action-button'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { endText as text } from '../text/projects'

type Action = keyof typeof text.actions

interface Entry {
  readonly on: string | null
  readonly reason: string
  readonly to: ProjectStage | null
}
const noEntry: Entry = { on: null, reason: '', to: null }

interface EndsProps {
  readonly detail: ProjectDetail
  readonly today: IsoDate
}

function write(action: Action, id: string, on: IsoDate, reason: string, to: ProjectStage): Promise<unknown> {
  switch (action) {
    case 'suspended':
    case 'terminated':
      return call('projects.exit', { id, exit: action, on, reason })
    case 'leave':
      return call('projects.leavePool', { id, on, reason })
    case 'back':
      return call('projects.moveStage', { id, to, on, reason })
  }
}

function EndForm({
  detail,
  today,
  action,
  onClose,
}: EndsProps & { readonly action: Action; readonly onClose: () => void }) {
  const { id, stage } = detail.project
  const key = `project-end.${id}.${action}`
  const [entry, setEntry] = useDraft<Entry>(key, noEntry)
  const [error, setError] = useState<unknown>(null)
  const done = useDone()
  const earlier = projectStages.filter((known) => stageRank(known) < stageRank(stage))
  const to = earlier.find((known) => known === entry.to) ?? earlier.at(-1) ?? stage
  const on = entry.on === null ? today : parseIsoDate(entry.on)
  const submit = async (): Promise<void> => {
    if (!on) return
    try {
      await write(action, id, on, entry.reason, to)
      dropDraft(key)
      onClose()
      done(text.done[action])
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    }
  }
  return (
    <>
      <p className="soft">{text.hints[action]}</p>
      <div className="project-grid">
        {action === 'back' ? (
          <Field label={text.stage}>
            <ChoiceField
              value={to}
              onChange={(next) => setEntry({ to: next })}
              options={earlier.map((value) => ({ value, label: projectStageLabels[value] }))}
            />
          </Field>
        ) : (
          <Field label={text.on} isRequired>
            <DateField value={on} today={today} onChange={(next) => setEntry({ on: next ?? '' })} />
          </Field>
        )}
        <Field label={text.reason} isRequired>
          <TextField
            value={entry.reason}
            onChange={(reason) => setEntry({ reason })}
            onEnter={() => void submit()}
            hasFocus
          />
        </Field>
      </div>
      <FailureNotice error={error} />
      <div className="project-actions">
        <Button onClick={() => void submit()}>{text.confirm(text.actions[action])}</Button>
        <Button type="text" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </>
  )
}

function actionsOf({ project }: ProjectDetail): readonly Action[] {
  if (project.leavePoolOn !== null) return []
  if (project.exit !== null) return ['leave']
  return ['suspended', 'terminated', ...(stageRank(project.stage) > 0 ? (['back'] as const) : []), 'leave']
}

/** 竣工项目及时移出项目库: asked where it is seen first, done in one click. */
export function LeaveAsk({ detail, today }: EndsProps) {
  const done = useDone()
  if (!detail.asksToLeavePool) return null
  const leave = async (): Promise<void> => {
    await call('projects.leavePool', { id: detail.project.id, on: today, reason: text.leaveReason })
    done(text.done.leave)
  }
  return (
    <div className="project-ask" role="note">
      <span className="project-grow">{text.askLeave}</span>
      <ActionButton type="primary" run={leave}>
        {text.actions.leave}
      </ActionButton>
    </div>
  )
}

/** 暂缓, 终止, back to a stage, 出库; and taking each of them back. */
export function Ends({ detail, today }: EndsProps) {
  const [chosen, setChosen] = useState<Action | null>(null)
  const done = useDone()
  const { project } = detail
  const possible = actionsOf(detail)
  const resume = async (): Promise<void> => {
    await call('projects.exit', { id: project.id, exit: null, on: today, reason: '' })
    done(text.resumed)
  }
  const enter = async (): Promise<void> => {
    await call('projects.leavePool', { id: project.id, on: null, reason: '' })
    done(text.entered)
  }
  return (
    <section className="section">
      <h2>{text.title}</h2>
      {chosen && possible.includes(chosen) ? (
        <EndForm key={chosen} detail={detail} today={today} action={chosen} onClose={() => setChosen(null)} />
      ) : (
        <div className="project-actions">
          {project.exit !== null && (
            <ActionButton size="small" run={resume}>
              {text.resume}
            </ActionButton>
          )}
          {project.leavePoolOn !== null && (
            <ActionButton size="small" run={enter}>
              {text.enter}
            </ActionButton>
          )}
          {possible.map((action) => (
            <Button key={action} size="small" title={text.hints[action]} onClick={() => setChosen(action)}>
              {text.actions[action]}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
