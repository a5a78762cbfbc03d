import type { IsoDate } from '../../shared/core/dates'
import { parseIsoDate } from '../../shared/core/dates'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import { determinations, type FindingEvent } from '../../shared/rectification/lifecycle'
import { determinationLabels } from '../../shared/terms/rectification'
import { AmountInput } from '../components/amount-input'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { Field } from '../components/field'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { parseTypedCount } from '../components/typed-values'
import { stepText as text } from '../text/rectification-steps'
import { optionsOf } from './filter-choices'
import { agreedByOf, dayOf, stepFields, textOf, type StepDraft } from './step-draft'

const determinationOptions = optionsOf(determinations, determinationLabels)

/** What the text of a step is. */
const textLabels: Readonly<Record<FindingEvent, string>> = {
  assign: text.opinion,
  approvePlan: text.planNote,
  submit: text.result,
  return: text.returnReason,
  propose: text.opinion,
  confirm: text.opinion,
  close: text.opinion,
  requestExtension: text.extensionReason,
  decideExtension: text.opinion,
  reopen: text.reopenReason,
  refer: text.reason,
}

const needsText: ReadonlySet<FindingEvent> = new Set(['submit', 'return', 'requestExtension', 'reopen'])

export interface StepFieldsProps {
  readonly event: FindingEvent
  readonly detail: FindingDetail
  readonly today: IsoDate
  readonly draft: StepDraft
  readonly onChange: (part: Partial<StepDraft>) => void
  readonly onEnter: () => void
}

function Count({ label, value, onChange }: { label: string; value: string; onChange: (next: string) => void }) {
  const isWrong = Number.isNaN(parseTypedCount(value))
  return (
    <Field label={label} error={isWrong ? text.badNumber : null}>
      <TextField value={value} onChange={onChange} maxLength={12} />
    </Field>
  )
}

function ReferralFields({ draft, onChange }: Pick<StepFieldsProps, 'draft' | 'onChange'>) {
  return (
    <>
      <Field label={text.referTo} isRequired>
        <TextField value={draft.to} onChange={(to) => onChange({ to })} />
      </Field>
      <Count label={text.cases} value={draft.cases} onChange={(cases) => onChange({ cases })} />
      <Count label={text.persons} value={draft.persons} onChange={(persons) => onChange({ persons })} />
      <AmountInput label={text.amount} value={draft.amount} onChange={(amount) => onChange({ amount })} />
    </>
  )
}

/** The day of a step and what else it asks for. */
export function StepFields({ event, detail, today, draft, onChange, onEnter }: StepFieldsProps) {
  const fields = stepFields[event]
  return (
    <div className="rect-grid">
      <Field label={text.on} isRequired>
        <DateField
          value={dayOf(draft, today)}
          today={today}
          onChange={(day) => onChange({ on: day ?? '' })}
          onEnter={onEnter}
        />
      </Field>
      {fields.includes('agreedBy') && (
        <Field label={event === 'submit' ? text.unitHead : text.agreedBy} isRequired>
          <PersonField value={agreedByOf(draft, event, detail)} onChange={(agreedBy) => onChange({ agreedBy })} />
        </Field>
      )}
      {fields.includes('determination') && (
        <Field label={text.determination} isRequired>
          <ChoiceField
            value={draft.determination}
            options={determinationOptions}
            onChange={(determination) => onChange({ determination: determination ?? 'completed' })}
          />
        </Field>
      )}
      {fields.includes('newDueOn') && (
        <Field
          label={event === 'reopen' ? text.reopenDue : text.newDueOn}
          isRequired={event === 'requestExtension'}
          hint={detail.dueOn === null ? null : text.oldDue(detail.dueOn)}
        >
          <DateField
            value={parseIsoDate(draft.newDueOn)}
            today={today}
            onChange={(day) => onChange({ newDueOn: day ?? '' })}
          />
        </Field>
      )}
      {fields.includes('referral') && <ReferralFields draft={draft} onChange={onChange} />}
      {fields.includes('docNo') && (
        <Field label={event === 'reopen' ? text.basis : text.docNo} isRequired={event !== 'decideExtension'}>
          <TextField value={draft.docNo} onChange={(docNo) => onChange({ docNo })} onEnter={onEnter} />
        </Field>
      )}
      {fields.includes('text') && (
        <div className="rect-wide">
          <Field
            label={textLabels[event]}
            isRequired={needsText.has(event) || (event === 'propose' && draft.determination !== 'completed')}
            hint={event === 'submit' ? text.resultHint : null}
          >
            <TextField
              value={textOf(draft, event, detail)}
              onChange={(next) => onChange({ text: next })}
              onEnter={onEnter}
              isMultiline
              rows={1}
            />
          </Field>
        </div>
      )}
    </div>
  )
}
