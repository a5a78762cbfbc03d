import { Button } from 'antd'
import { useState } from 'react'
import type { Failure } from '../../shared/core/result'
import type { LeadClass } from '../../shared/investment/record'
import { CallError } from '../../shared/ipc/client'
import { leadClassLabel, leadClassTerms } from '../../shared/terms/investment'
import { dropDraft, useDraft } from '../app/kept'
import { ChoiceField } from '../components/choice-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { classText as text } from '../text/investment'
import { decidedClasses } from './class-choice'
import type { LeadEditing } from './lead-editing'
import { remarksOf } from './lead-field'
import { Shareholdings } from './shareholdings'

const decisions = [...decidedClasses, 'invalid', 'pending'] as const
const decisionOptions = decisions.map((value) => ({ value, label: leadClassLabel(value) }))

/** The class that the facts point to, with the reasons; the bureau may take it as its own proposal. */
function Proposal({ editing }: { readonly editing: LeadEditing }) {
  const { proposal, lead } = editing.detail
  const { leadClass, reasons } = proposal
  return (
    <div className="class-proposal">
      <div>
        {text.proposal}
        <strong>{leadClass ? leadClassLabel(leadClass) : text.none}</strong>
        {leadClass && lead.proposedClass !== leadClass && (
          <Button size="small" onClick={() => void editing.save({ proposedClass: leadClass })}>
            {text.adopt}
          </Button>
        )}
      </div>
      {reasons.length > 0 && (
        <ul className="class-reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {leadClass && <div className="soft">{leadClassTerms[leadClass].source}</div>}
    </div>
  )
}

interface Decision {
  readonly leadClass: LeadClass | null
  readonly documentReference: string
}
const noDecision: Decision = { leadClass: null, documentReference: '' }

/** The district's decision, with the document it stands in. */
function DistrictDecision({ editing }: { readonly editing: LeadEditing }) {
  const { lead, state } = editing.detail
  const key = `lead-class.${lead.id}`
  const [decision, setDecision] = useDraft<Decision>(key, noDecision)
  const [failure, setFailure] = useState<Failure | null>(null)
  const done = useDone()
  const { documentReference } = decision
  const leadClass = decision.leadClass ?? lead.districtClass
  const submit = async (): Promise<void> => {
    try {
      await editing.run((expectedUpdatedAt) =>
        call('investment.recordFacts', {
          id: lead.id,
          to: state,
          facts: { districtClass: leadClass },
          documentReference,
          expectedUpdatedAt,
        }),
      )
      dropDraft(key)
      setFailure(null)
      done(text.decidedSaved)
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setFailure(error.failure)
    }
  }
  return (
    <>
      <div className="lead-grid">
        <Field label={text.decided} hint={remarksOf(editing.detail, 'districtClass')}>
          <ChoiceField
            value={leadClass}
            options={decisionOptions}
            onChange={(next) => setDecision({ leadClass: next })}
          />
        </Field>
        <Field label={text.decisionEvidence} hint={lead.documentReference && text.lastEvidence(lead.documentReference)}>
          <TextField
            value={documentReference}
            onChange={(typed) => setDecision({ documentReference: typed })}
            onEnter={() => void submit()}
          />
        </Field>
      </div>
      {failure && <FailureNotice error={new CallError(failure)} />}
      <div className="lead-actions">
        <Button disabled={leadClass === lead.districtClass} onClick={() => void submit()}>
          {text.decide}
        </Button>
        <span className="soft">{text.decideHint}</span>
      </div>
    </>
  )
}

/** 类别: shareholdings, what they point to, and what the district decided. */
export function ClassPanel({ editing }: { readonly editing: LeadEditing }) {
  const { proposedClass } = editing.detail.lead
  return (
    <section className="section">
      <h2>
        {text.title}
        {proposedClass && (
          <span className="soft lead-aside">
            {text.proposed} {leadClassLabel(proposedClass)}
          </span>
        )}
      </h2>
      <Proposal editing={editing} />
      <Shareholdings editing={editing} />
      <DistrictDecision editing={editing} />
    </section>
  )
}
