import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { ProjectDetail } from '../../shared/projects/contract'
import { visitWords } from '../../shared/terms/projects'
import { dropDraft, useDraft } from '../app/kept'
import { ActionButton } from '../components/action-button'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { projectsText, visitsText as text } from '../text/projects'

interface Entry {
  /** Null = today. */
  readonly on: string | null
  readonly visitors: string
  readonly topics: string
  readonly result: string
}
const noEntry: Entry = { on: null, visitors: '', topics: '', result: '' }

interface VisitFormProps {
  readonly projectId: string
  readonly today: IsoDate
  readonly onClose: () => void
}

function VisitForm({ projectId, today, onClose }: VisitFormProps) {
  const key = `project-visit.${projectId}`
  const [entry, setEntry] = useDraft<Entry>(key, noEntry)
  const [error, setError] = useState<unknown>(null)
  const done = useDone()
  const visitedOn = entry.on === null ? today : parseIsoDate(entry.on)
  const submit = async (): Promise<void> => {
    if (!visitedOn) return
    const { visitors, topics, result } = entry
    try {
      await call('projects.saveVisit', { id: null, projectId, visitedOn, visitors, topics, result })
      dropDraft(key)
      onClose()
      done(text.saved)
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    }
  }
  return (
    <div className="project-form">
      <div className="project-grid">
        <Field label={visitWords.visitedOn} isRequired error={visitedOn ? null : text.needDay}>
          <DateField value={visitedOn} today={today} onChange={(on) => setEntry({ on: on ?? '' })} />
        </Field>
        <Field label={visitWords.visitors}>
          <TextField value={entry.visitors} onChange={(visitors) => setEntry({ visitors })} />
        </Field>
        <div className="project-wide">
          <Field label={visitWords.topics}>
            <TextField value={entry.topics} onChange={(topics) => setEntry({ topics })} isMultiline rows={1} />
          </Field>
        </div>
        <div className="project-wide">
          <Field label={visitWords.result}>
            <TextField value={entry.result} onChange={(result) => setEntry({ result })} isMultiline rows={1} />
          </Field>
        </div>
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

/** 走访调研 of one project. */
export function Visits({ detail, today }: { readonly detail: ProjectDetail; readonly today: IsoDate }) {
  const [isOpen, setIsOpen] = useState(false)
  const done = useDone()
  const { visits, project } = detail
  return (
    <section className="section">
      <h2>{text.title}</h2>
      {visits.length === 0 && !isOpen && <p className="soft">{text.empty}</p>}
      <ul className="project-rows">
        {visits.map((visit) => (
          <li key={visit.id}>
            <span className="figures">{visit.visitedOn}</span>
            <span>{visit.visitors}</span>
            <span className="project-grow project-text">
              {[visit.topics, visit.result].filter(Boolean).join(projectsText.gap)}
            </span>
            <ActionButton
              size="small"
              run={async () => {
                await call('projects.removeVisit', { id: visit.id })
                done(text.removed)
              }}
            >
              {text.remove}
            </ActionButton>
          </li>
        ))}
      </ul>
      {isOpen ? (
        <VisitForm projectId={project.id} today={today} onClose={() => setIsOpen(false)} />
      ) : (
        <Button onClick={() => setIsOpen(true)}>{text.add}</Button>
      )}
    </section>
  )
}
