import { Button, Modal } from 'antd'
import { useState } from 'react'
import { CallError } from '../../shared/ipc/client'
import { projectFieldLabels } from '../../shared/terms/projects'
import { useShell } from '../app/shell'
import { dropDraft, useDraft } from '../app/kept'
import { showRecord } from '../app/screen'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call, useCall } from '../desk'
import { amountText } from '../text/app'
import { newProjectText as text } from '../text/projects'
import { AmountInput } from '../components/amount-input'
import { parseTypedAmount } from '../components/typed-amount'

interface Entry {
  readonly name: string
  readonly owner: string
  readonly site: string
  readonly totalInvestment: string
}
const noEntry: Entry = { name: '', owner: '', site: '', totalInvestment: '' }
const draftKey = 'project-new'

interface NewProjectProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Landed leads that are no project yet, each one click away. */
function LandedLeads({ onClose }: { readonly onClose: () => void }) {
  const { data, error } = useCall('projects.landedLeads', {})
  const done = useDone()
  const take = async (leadId: string): Promise<void> => {
    const { id } = await call('projects.fromLead', { leadId })
    onClose()
    showRecord(id)
    done(text.taken)
  }
  return (
    <section className="section">
      <h2>{text.fromLead}</h2>
      <FailureNotice error={error} />
      {data?.length === 0 && <p className="soft">{text.noLeads}</p>}
      <ul className="project-rows">
        {data?.map((lead) => (
          <li key={lead.id}>
            <span className="project-grow">
              {lead.title}
              <span className="soft"> {lead.companyName}</span>
            </span>
            {lead.landedOn && <span className="soft figures">{text.landedOn(lead.landedOn)}</span>}
            <ActionButton size="small" run={() => take(lead.id)}>
              {text.choose}
            </ActionButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A new project in four fields, or from a landed lead. What is typed is kept. */
export function NewProject({ isOpen, onClose }: NewProjectProps) {
  const [entry, setEntry] = useDraft<Entry>(draftKey, noEntry)
  const [error, setError] = useState<unknown>(null)
  const { today } = useShell()
  const done = useDone()
  const totalInvestment = parseTypedAmount(entry.totalInvestment)
  const submit = async (): Promise<void> => {
    if (totalInvestment === undefined) return
    const { name, owner, site } = entry
    try {
      const { id } = await call('projects.save', {
        id: null,
        fields: { name, owner, site, totalInvestment, enterPoolOn: today },
        expectedUpdatedAt: null,
      })
      dropDraft(draftKey)
      setError(null)
      onClose()
      showRecord(id)
      done(text.saved)
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    }
  }
  return (
    <Modal open={isOpen} title={text.title} onCancel={onClose} footer={null} width={640} destroyOnHidden>
      <div className="project-grid">
        <Field label={projectFieldLabels.name} isRequired>
          <TextField value={entry.name} onChange={(name) => setEntry({ name })} hasFocus />
        </Field>
        <Field label={projectFieldLabels.owner}>
          <TextField value={entry.owner} onChange={(owner) => setEntry({ owner })} />
        </Field>
        <Field label={projectFieldLabels.site}>
          <TextField value={entry.site} onChange={(site) => setEntry({ site })} />
        </Field>
        <AmountInput
          label={projectFieldLabels.totalInvestment}
          value={entry.totalInvestment}
          onChange={(next) => setEntry({ totalInvestment: next })}
          onEnter={() => void submit()}
          hint={amountText.hint}
        />
      </div>
      <FailureNotice error={error} />
      <div className="project-actions">
        <Button type="primary" disabled={totalInvestment === undefined} onClick={() => void submit()}>
          {text.save}
        </Button>
        <Button type="text" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
      {isOpen && <LandedLeads onClose={onClose} />}
    </Modal>
  )
}
