import { App, AutoComplete, Button, Checkbox } from 'antd'
import { textForOa } from '../../shared/briefs/plain-text'
import { briefKinds } from '../../shared/briefs/record'
import { ownUse } from '../../shared/briefs/uses'
import { monthOf, parseIsoDate } from '../../shared/core/dates'
import { briefKindLabels, briefTerms, briefUseLabels } from '../../shared/terms/briefs'
import { ChoiceField } from '../components/choice-field'
import { CompositionGuard } from '../components/composition-guard'
import { copyText } from '../components/copy-text'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { briefText as text } from '../text/briefs'
import { countOf } from './brief-words'
import './briefs.css'
import { LengthLine } from './length-line'
import { useBriefForm, type BriefFormProps, type BriefFormState } from './use-brief-form'
import { UseChoice } from './use-choice'

const channels = text.channels.map((value) => ({ value }))
const kinds = briefKinds.map((value) => ({ value, label: briefKindLabels[value] }))

function BodyField({ form }: { readonly form: BriefFormState }) {
  const { words, setTyped, stream } = form
  const own = ownUse({ stream, kind: words.kind })
  const isCase = own === 'environmentCase' || words.uses.includes('environmentCase')
  const hasBody = words.body.trim() !== ''
  return (
    <>
      {hasBody && (
        <p className="brief-length" title={text.countHint} aria-live="polite">
          <LengthLine count={countOf(words) ?? 0} isCase={isCase} />
        </p>
      )}
      <Field label={text.body} hint={hasBody ? null : text.bodyHint}>
        <TextField isMultiline rows={8} value={words.body} onChange={(body) => setTyped({ body })} />
      </Field>
      {!hasBody && (
        <Field label={text.typedCount}>
          <TextField value={words.count} onChange={(count) => setTyped({ count })} onEnter={() => form.submit()} />
        </Field>
      )}
    </>
  )
}

function SendingFields({ form }: { readonly form: BriefFormState }) {
  const { words, setTyped, submittedOn, month, stream, today } = form
  const servesInvestment = stream === 'investment' || words.uses.includes('investmentBrief')
  const isElsewhere = submittedOn !== null && month !== null && monthOf(submittedOn) !== month && words.kind === 'brief'
  return (
    <div className="brief-grid">
      <Field label={briefTerms.submittedOn.label} hint={isElsewhere ? text.otherMonth : null}>
        <DateField value={submittedOn} today={today} onChange={(on) => setTyped({ submittedOn: on ?? '' })} />
      </Field>
      <Field label={briefTerms.channel.label}>
        <CompositionGuard>
          <AutoComplete
            aria-label={briefTerms.channel.label}
            value={words.channel}
            options={channels}
            onChange={(channel: string | undefined) => setTyped({ channel: (channel ?? '').slice(0, 500) })}
            style={{ width: '100%' }}
          />
        </CompositionGuard>
      </Field>
      <Field label={text.handler}>
        <PersonField value={words.handler} onChange={(handler) => setTyped({ handler })} />
      </Field>
      {servesInvestment && (
        <>
          <Field label={briefTerms.backfilledOn.label} hint={briefTerms.backfilledOn.definition}>
            <DateField
              value={parseIsoDate(words.backfilledOn)}
              today={today}
              onChange={(on) => setTyped({ backfilledOn: on ?? '' })}
            />
          </Field>
          <Checkbox checked={words.isAccepted} onChange={(event) => setTyped({ isAccepted: event.target.checked })}>
            {text.isAccepted}
          </Checkbox>
        </>
      )}
    </div>
  )
}

function Actions({ form, onCancel }: { readonly form: BriefFormState; readonly onCancel?: (() => void) | undefined }) {
  const { message } = App.useApp()
  const { words, submit, submittedOn, today, isPending } = form
  const day = submittedOn ?? today
  const shown = text.day(day)
  const copy = (): void => {
    if (copyText(textForOa(words.title, words.body))) void message.success(text.copied)
    else void message.warning(text.copyFailed)
  }
  return (
    <>
      {form.problem && (
        <div className="field-error" role="alert">
          {form.problem}
        </div>
      )}
      <FailureNotice error={form.error} />
      <div className="brief-actions">
        <Button type="primary" disabled={isPending} onClick={() => submit()}>
          {text.save}
        </Button>
        <Button disabled={words.body.trim() === ''} onClick={copy}>
          {text.copy}
        </Button>
        <Button disabled={isPending} onClick={() => submit({ submittedOn: day }, text.marked(shown))}>
          {text.mark(shown)}
        </Button>
        {onCancel && (
          <Button type="text" onClick={onCancel}>
            {text.cancelEdit}
          </Button>
        )}
      </div>
    </>
  )
}

/** One text of any stream: new, or as it was. Typed text survives closing. */
export function BriefForm(props: BriefFormProps) {
  const form = useBriefForm(props)
  const { words, setTyped, states, stream } = form
  const own = states.find(({ state }) => state === 'own')?.use
  return (
    <div className="brief-form">
      <Field label={briefTerms.title.label} isRequired>
        <TextField value={words.title} onChange={(title) => setTyped({ title })} onEnter={() => form.submit()} />
      </Field>
      <div className="brief-grid">
        {stream === 'environment' && (
          <Field label={text.kind}>
            <ChoiceField
              value={words.kind}
              options={kinds}
              onChange={(kind) => setTyped(kind === null ? {} : { kind })}
            />
          </Field>
        )}
        <Field label={text.monthField} isRequired hint={own ? text.ownUse(briefUseLabels[own]) : null}>
          <TextField value={words.month} onChange={(month) => setTyped({ month })} onEnter={() => form.submit()} />
        </Field>
      </div>
      <BodyField form={form} />
      <UseChoice states={states} uses={words.uses} onChange={(uses) => setTyped({ uses })} />
      <SendingFields form={form} />
      <Actions form={form} onCancel={props.onCancel} />
    </div>
  )
}
