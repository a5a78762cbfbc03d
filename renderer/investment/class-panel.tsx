import { Button } from 'antd'
import { useState } from 'react'
import type { Failure } from '../../shared/core/result'
import type { LeadDetail } from '../../shared/investment/contract'
import type { LeadClass } from '../../shared/investment/record'
import { CallError } from '../../shared/ipc/client'
import { leadClassLabel, leadClassTerms, leadFieldLabel } from '../../shared/terms/investment'
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

/** 无效 is open to a lead that is filed and not yet effective; later the district revokes. */
function optionsFor({ lead, nextStates }: LeadDetail) {
  const mayBeInvalid = lead.districtClass === 'invalid' || nextStates.includes('invalid')
  return decisions
    .filter((value) => value !== 'invalid' || mayBeInvalid)
    .map((value) => ({ value, label: leadClassLabel(value) }))
}

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
  /** Why, for 无效. */
  readonly reason: string
}
const noDecision: Decision = { leadClass: null, documentReference: '', reason: '' }

/** The district's decision, with the document it stands in. */
function DistrictDecision({ editing }: { readonly editing: LeadEditing }) {
  const { lead, state } = editing.detail
  const key = `lead-class.${lead.id}`
  const [decision, setDecision] = useDraft<Decision>(key, noDecision)
  const [failure, setFailure] = useState<Failure | null>(null)
  const done = useDone()
  const { documentReference } = decision
  const leadClass = decision.leadClass ?? lead.districtClass
  const isInvalid = leadClass === 'invalid' && lead.districtClass !== 'invalid'
  const reason = isInvalid ? decision.reason.trim() : ''
  const submit = async (): Promise<void> => {
    if (isInvalid && reason === '') {
      setFailure({ code: 'leadNeedsFields', params: { fields: leadFieldLabel('endingReason') } })
      return
    }
    try {
      await editing.run((expectedUpdatedAt) =>
        call('investment.recordFacts', {
          id: lead.id,
          to: isInvalid ? 'invalid' : state,
          facts: { districtClass: leadClass },
          documentReference,
          expectedUpdatedAt,
          reason,
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
            options={optionsFor(editing.detail)}
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
        {isInvalid && (
          <div className="lead-wide">
            <Field label={text.invalidReason} isRequired hint={text.invalidHint}>
              <TextField
                value={decision.reason}
                onChange={(typed) => setDecision({ reason: typed })}
                onEnter={() => void submit()}
              />
            </Field>
          </div>
        )}
        {lead.districtClass === 'invalid' && lead.endingReason !== '' && (
          <p className="soft lead-wide">{text.invalidLine(lead.endedOn, lead.endingReason)}</p>
        )}
      </div>
      {failure && <FailureNotice error={new CallError(failure)} />}
      <div className="lead-actions">
        <Button className="for-work" disabled={leadClass === lead.districtClass} onClick={() => void submit()}>
          {text.decide}
        </Button>
        <span className="soft">{state === 'effective' ? text.decideHintEffective : text.decideHint}</span>
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
