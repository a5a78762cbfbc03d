import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { revenueSources } from '../../shared/revenue/record'
import { revenueSourceLabel, revenueSourceTerms, revenueTerms } from '../../shared/terms/revenue'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { Field } from '../components/field'
import { FindingField, type FindingChoice } from '../components/finding-field'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { entryText as text } from '../text/revenue'
import { readAmounts, sourceOf, type AmountTexts, type EntryDraft } from './entry-form'

const sourceOptions = revenueSources.map((value) => ({ value, label: revenueSourceLabel(value) }))

interface AmountFieldsProps {
  readonly texts: AmountTexts
  readonly onChange: (part: Partial<AmountTexts>) => void
  readonly isRequired?: boolean
  readonly onEnter?: () => void
}

function labelOf(name: keyof AmountTexts): string {
  const { label, unit } = revenueTerms[name]
  return text.withUnit(label, unit)
}

/** 收入金额, 留成比例 and 区留成, each read as people write amounts. */
export function AmountFields({ texts, onChange, isRequired = false, onEnter }: AmountFieldsProps) {
  const { errors, hint } = readAmounts(texts)
  const enter = onEnter ? { onEnter } : {}
  return (
    <>
      <Field label={labelOf('gross')} isRequired={isRequired} error={errors.gross} hint={text.amountHint}>
        <TextField value={texts.gross} onChange={(gross) => onChange({ gross })} {...enter} />
      </Field>
      <Field label={labelOf('retainedRate')} error={errors.retainedRate} hint={text.rateHint}>
        <TextField value={texts.retainedRate} onChange={(retainedRate) => onChange({ retainedRate })} {...enter} />
      </Field>
      <Field label={labelOf('districtRetained')} isRequired={isRequired} error={errors.districtRetained} hint={hint}>
        <TextField
          value={texts.districtRetained}
          onChange={(districtRetained) => onChange({ districtRetained })}
          {...enter}
        />
      </Field>
    </>
  )
}

interface EntryFieldsProps {
  readonly draft: EntryDraft
  readonly onChange: (part: Partial<EntryDraft>) => void
  readonly today: IsoDate
  readonly areAmountsRequired?: boolean
}

/** The words of a chosen finding, where nothing else was written. */
function named(draft: EntryDraft, finding: FindingChoice | null): Partial<EntryDraft> {
  const isOwn = draft.findingText === '' || draft.findingText === draft.findingTitle
  return finding && isOwn ? { findingText: finding.name } : {}
}

/** All fields of an entry. */
export function EntryFields({ draft, onChange, today, areAmountsRequired = false }: EntryFieldsProps) {
  const line = (name: 'item' | 'payer' | 'voucherNo' | 'findingText') => (
    <Field label={revenueTerms[name].label} isRequired={name === 'item'}>
      <TextField value={draft[name]} onChange={(value) => onChange({ [name]: value })} />
    </Field>
  )
  const chosen = revenueSourceTerms[draft.source]
  return (
    <div className="rev-grid">
      <div className="rev-wide">{line('item')}</div>
      <Field label={revenueTerms.source.label} hint={text.sourceHint(chosen.definition, chosen.source)}>
        <ChoiceField
          value={draft.source}
          options={sourceOptions}
          onChange={(source) => onChange({ source: sourceOf(source) })}
        />
      </Field>
      {line('payer')}
      <AmountFields texts={draft} onChange={onChange} isRequired={areAmountsRequired} />
      {line('voucherNo')}
      <Field label={revenueTerms.occurredOn.label}>
        <DateField
          value={parseIsoDate(draft.occurredOn)}
          today={today}
          onChange={(day) => onChange({ occurredOn: day ?? '' })}
        />
      </Field>
      <Field label={revenueTerms.handler.label}>
        <PersonField value={draft.handler} onChange={(handler) => onChange({ handler })} />
      </Field>
      <div className="rev-wide">
        <Field label={revenueTerms.findingId.label}>
          <FindingField
            value={draft.findingId === '' ? null : { id: draft.findingId, name: draft.findingTitle }}
            onChange={(finding) =>
              onChange({ findingId: finding?.id ?? '', findingTitle: finding?.name ?? '', ...named(draft, finding) })
            }
          />
        </Field>
      </div>
      <div className="rev-wide">{line('findingText')}</div>
      <div className="rev-wide">
        <Field label={revenueTerms.remark.label}>
          <TextField isMultiline value={draft.remark} onChange={(remark) => onChange({ remark })} />
        </Field>
      </div>
    </div>
  )
}
