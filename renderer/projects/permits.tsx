import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { ProjectDetail } from '../../shared/projects/contract'
import { permitKinds, type Permit, type PermitKind } from '../../shared/projects/record'
import { permitKindLabels } from '../../shared/terms/projects'
import { dropDraft, useDraft } from '../app/kept'
import { ActionButton } from '../components/action-button'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { permitsText as text } from '../text/projects'

interface Entry {
  readonly kind: PermitKind
  readonly applicant: string
  readonly acceptedOn: string
  readonly issuedOn: string
  readonly docNo: string
  readonly blocked: string
}
const noEntry: Entry = { kind: 'construction', applicant: '', acceptedOn: '', issuedOn: '', docNo: '', blocked: '' }

function entryOf(permit: Permit): Entry {
  const { kind, applicant, docNo, blocked } = permit
  return { kind, applicant, docNo, blocked, acceptedOn: permit.acceptedOn ?? '', issuedOn: permit.issuedOn ?? '' }
}

interface PermitFormProps {
  readonly projectId: string
  readonly permit: Permit | null
  readonly today: IsoDate
  readonly onClose: () => void
}

function PermitForm({ projectId, permit, today, onClose }: PermitFormProps) {
  const key = `project-permit.${permit?.id ?? projectId}`
  const [typed, setTyped] = useDraft<Partial<Entry>>(key, noTyped)
  const [error, setError] = useState<unknown>(null)
  const done = useDone()
  const entry: Entry = { ...(permit ? entryOf(permit) : noEntry), ...typed }
  const acceptedOn = parseIsoDate(entry.acceptedOn)
  const issuedOn = parseIsoDate(entry.issuedOn)
  const submit = async (): Promise<void> => {
    const { kind, applicant, docNo, blocked } = entry
    try {
      await call('projects.savePermit', {
        id: permit?.id ?? null,
        projectId,
        kind,
        applicant,
        docNo,
        blocked,
        acceptedOn,
        issuedOn,
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
        <Field label={text.kind} isRequired>
          <ChoiceField
            value={entry.kind}
            onChange={(kind) => setTyped({ kind: kind ?? noEntry.kind })}
            options={permitKinds.map((value) => ({ value, label: permitKindLabels[value] }))}
          />
        </Field>
        <Field label={text.applicant}>
          <TextField value={entry.applicant} onChange={(applicant) => setTyped({ applicant })} />
        </Field>
        <Field label={text.acceptedOn}>
          <DateField value={acceptedOn} today={today} onChange={(on) => setTyped({ acceptedOn: on ?? '' })} />
        </Field>
        <Field label={text.issuedOn}>
          <DateField value={issuedOn} today={today} onChange={(on) => setTyped({ issuedOn: on ?? '' })} />
        </Field>
        <Field label={text.docNo}>
          <TextField value={entry.docNo} onChange={(docNo) => setTyped({ docNo })} />
        </Field>
        <Field label={text.blocked}>
          <TextField value={entry.blocked} onChange={(blocked) => setTyped({ blocked })} />
        </Field>
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
const noTyped: Partial<Entry> = {}

function stateOf({ acceptedOn, issuedOn, blocked }: Permit): string {
  if (issuedOn !== null) return text.issued(issuedOn)
  const running = acceptedOn === null ? text.open : text.accepted(acceptedOn)
  return blocked === '' ? running : `${running} ▲ ${text.stuck}`
}

/** 手续: each permit with how far it is and what holds it up. */
export function Permits({ detail, today }: { readonly detail: ProjectDetail; readonly today: IsoDate }) {
  const [open, setOpen] = useState<string | null>(null)
  const done = useDone()
  const { permits, project } = detail
  const close = (): void => setOpen(null)
  return (
    <section className="section">
      {project.permitText !== '' && <p className="project-text">{project.permitText}</p>}
      {permits.length === 0 && open === null && <p className="soft">{text.empty}</p>}
      <ul className="project-rows">
        {permits.map((permit) =>
          open === permit.id ? (
            <li key={permit.id}>
              <PermitForm projectId={project.id} permit={permit} today={today} onClose={close} />
            </li>
          ) : (
            <li key={permit.id}>
              <strong>{permitKindLabels[permit.kind]}</strong>
              <span className="figures">{stateOf(permit)}</span>
              <span className="project-grow soft">{[permit.docNo, permit.blocked].filter(Boolean).join(' ')}</span>
              <Button size="small" onClick={() => setOpen(permit.id)}>
                {text.edit}
              </Button>
              <ActionButton
                size="small"
                run={async () => {
                  await call('projects.removePermit', { id: permit.id })
                  done(text.removed)
                }}
              >
                {text.remove}
              </ActionButton>
            </li>
          ),
        )}
      </ul>
      {open === '' ? (
        <PermitForm projectId={project.id} permit={null} today={today} onClose={close} />
      ) : (
        <Button onClick={() => setOpen('')}>{text.add}</Button>
      )}
    </section>
  )
}
