import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { satisfactions } from '../../shared/environment/record'
import { demandTerms, satisfactionLabels } from '../../shared/terms/visits'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { Field } from '../components/field'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { visitFormText as text } from '../text/visits'
import type { DemandWords } from './demand-words'

interface DemandFieldsProps {
  readonly words: DemandWords
  readonly today: IsoDate
  readonly onChange: (part: Partial<DemandWords>) => void
  /** Days of 提出 that differ from the visit's are rare, so the form of a visit leaves the field out. */
  readonly hasRaisedOn: boolean
}

const solvedOptions = [
  { value: 'yes', label: text.yes },
  { value: 'no', label: text.no },
] as const
const satisfactionOptions = satisfactions.map((value) => ({ value, label: satisfactionLabels[value] }))

/** The fields of one demand. */
export function DemandFields({ words, today, onChange, hasRaisedOn }: DemandFieldsProps) {
  const day = (field: 'raisedOn' | 'transferredOn' | 'repliedOn' | 'solvedOn') => (
    <Field label={demandTerms[field]} isRequired={field === 'raisedOn'}>
      <DateField
        value={parseIsoDate(words[field])}
        today={today}
        onChange={(next) => onChange({ [field]: next ?? '' })}
      />
    </Field>
  )
  return (
    <div className="visit-grid">
      <div className="visit-wide">
        <Field label={demandTerms.text} isRequired>
          <TextField isMultiline value={words.text} onChange={(next) => onChange({ text: next })} />
        </Field>
      </div>
      {hasRaisedOn && day('raisedOn')}
      {day('transferredOn')}
      <Field label={demandTerms.transferredTo}>
        <TextField value={words.transferredTo} onChange={(next) => onChange({ transferredTo: next })} />
      </Field>
      {day('repliedOn')}
      <Field label={demandTerms.isSolved}>
        <ChoiceField<'yes' | 'no'>
          value={words.isSolved === null ? null : words.isSolved ? 'yes' : 'no'}
          options={solvedOptions}
          allowsNone
          onChange={(next) => onChange({ isSolved: next === null ? null : next === 'yes' })}
        />
      </Field>
      {day('solvedOn')}
      <Field label={demandTerms.satisfaction}>
        <ChoiceField
          value={words.satisfaction}
          options={satisfactionOptions}
          allowsNone
          onChange={(satisfaction) => onChange({ satisfaction })}
        />
      </Field>
      <Field label={demandTerms.handler}>
        <PersonField value={words.handler} onChange={(handler) => onChange({ handler })} />
      </Field>
      <div className="visit-wide">
        <Field label={demandTerms.handling}>
          <TextField isMultiline value={words.handling} onChange={(handling) => onChange({ handling })} />
        </Field>
      </div>
    </div>
  )
}
