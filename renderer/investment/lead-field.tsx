import type { ReactNode } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import type { LeadDetail } from '../../shared/investment/contract'
import type { LeadFieldName } from '../../shared/investment/states'
import { leadTerms } from '../../shared/terms/investment'
import { DateField } from '../components/date-field'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { drawerText } from '../text/investment'
import type { LeadEditing, TextFieldName } from './lead-editing'

type Check = LeadDetail['checks'][number]

/** One remark of the rules, as shape, word and sentence. */
export function CheckLine({ check }: { readonly check: Check }) {
  return (
    <div className={`lead-check lead-check-${check.severity}`}>
      {drawerText.checkWords[check.severity]} {check.text}
    </div>
  )
}

/** What the rules say about a field, below it. */
export function remarksOf(detail: LeadDetail, field: LeadFieldName): ReactNode {
  const checks = detail.checks.filter((check) => check.field === field && check.rule !== 'planIncomplete')
  return checks.length === 0 ? null : checks.map((check) => <CheckLine key={check.rule} check={check} />)
}

interface BureauTextProps {
  readonly editing: LeadEditing
  readonly name: TextFieldName
  readonly isMultiline?: boolean
  readonly isRequired?: boolean
}

/** A text of the bureau, saved when the field is left. */
export function BureauText({ editing, name, isMultiline = false, isRequired = false }: BureauTextProps) {
  return (
    <Field label={leadTerms[name].label} isRequired={isRequired} hint={remarksOf(editing.detail, name)}>
      <TextField
        value={editing.textOf(name)}
        onChange={(text) => editing.type(name, text)}
        onBlur={() => editing.commit(name)}
        onEnter={() => editing.commit(name)}
        isMultiline={isMultiline}
        rows={1}
      />
    </Field>
  )
}

interface BureauDateProps {
  readonly editing: LeadEditing
  readonly name: 'filedOn' | 'backfilledOn'
  readonly today: IsoDate
}

/** A day of the bureau, saved as soon as it is a day. */
export function BureauDate({ editing, name, today }: BureauDateProps) {
  const value = editing.detail.lead[name]
  return (
    <Field label={leadTerms[name].label} hint={remarksOf(editing.detail, name)}>
      <DateField
        value={value}
        today={today}
        onChange={(day) => {
          if (day !== value) void editing.save({ [name]: day })
        }}
      />
    </Field>
  )
}
