import { Button, Checkbox } from 'antd'
import { assesseeCategories } from '../../shared/core/schemas'
import type { UnitFields, UnitRecord } from '../../shared/district/record'
import { dropDraft, useDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { Field } from '../components/field'
import { RecordDrawer } from '../components/record-drawer'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { categoryLabels, districtText, unitsText as text } from '../text/district'

const emptyUnit: UnitFields = {
  name: '',
  aliases: [],
  category: 3,
  contact: '',
  phone: '',
  isOptional: false,
  remark: '',
  leftOn: null,
}

interface TypedUnit extends Partial<Omit<UnitFields, 'aliases'>> {
  readonly aliasText?: string
}
const nothingTyped: TypedUnit = {}

function aliasesOf(typed: string): string[] {
  return [...new Set(typed.split(text.aliasSeparators).map((alias) => alias.trim()))].filter((alias) => alias !== '')
}

interface UnitFormProps {
  /** Null for a new one. */
  readonly unit: UnitRecord | null
  readonly onClose: () => void
}

function UnitForm({ unit, onClose }: UnitFormProps) {
  const { today } = useShell()
  const done = useDone()
  const key = `district.unit.${unit?.id ?? 'new'}`
  const [typed, change] = useDraft<TypedUnit>(key, nothingTyped)
  const stored: UnitFields = unit ?? emptyUnit
  const { aliasText = stored.aliases.join(text.aliasSeparator), ...changed } = typed
  const fields: UnitFields = {
    name: stored.name,
    category: stored.category,
    contact: stored.contact,
    phone: stored.phone,
    isOptional: stored.isOptional,
    remark: stored.remark,
    leftOn: stored.leftOn,
    ...changed,
    aliases: aliasesOf(aliasText),
  }
  const save = async (): Promise<void> => {
    await call('district.saveUnit', { id: unit?.id ?? null, fields })
    dropDraft(key)
    done(text.saved(fields.name))
    onClose()
  }
  const remove = async (id: string): Promise<void> => {
    await call('district.removeUnit', { id })
    dropDraft(key)
    done(text.removed(fields.name))
    onClose()
  }
  return (
    <>
      <div className="district-form">
        <Field label={text.fields.name} isRequired>
          <TextField value={fields.name} onChange={(name) => change({ name })} hasFocus={unit === null} />
        </Field>
        <Field label={text.fields.category} isRequired>
          <ChoiceField
            value={fields.category}
            options={assesseeCategories.map((value) => ({ value, label: categoryLabels[value] }))}
            onChange={(category) => category !== null && change({ category })}
          />
        </Field>
        <div className="district-wide">
          <Field label={text.fields.aliases} hint={text.fields.aliasesHint}>
            <TextField value={aliasText} onChange={(next) => change({ aliasText: next })} />
          </Field>
        </div>
        <Field label={text.fields.contact}>
          <TextField value={fields.contact} onChange={(contact) => change({ contact })} />
        </Field>
        <Field label={text.fields.phone}>
          <TextField value={fields.phone} onChange={(phone) => change({ phone })} />
        </Field>
        <Field label={text.fields.leftOn}>
          <DateField value={fields.leftOn} today={today} onChange={(leftOn) => change({ leftOn })} />
        </Field>
        <Checkbox checked={fields.isOptional} onChange={(event) => change({ isOptional: event.target.checked })}>
          {text.fields.isOptional}
        </Checkbox>
        <div className="district-wide">
          <Field label={text.fields.remark}>
            <TextField isMultiline value={fields.remark} onChange={(remark) => change({ remark })} />
          </Field>
        </div>
      </div>
      <div className="district-line">
        <ActionButton type="primary" disabled={fields.name.trim() === ''} does="district.saveUnit" run={save}>
          {districtText.save}
        </ActionButton>
        <Button type="text" onClick={onClose}>
          {districtText.cancel}
        </Button>
        <span className="district-grow" />
        {unit && (
          <ActionButton type="text" danger does="district.removeUnit" run={() => remove(unit.id)}>
            {text.remove}
          </ActionButton>
        )}
      </div>
    </>
  )
}

interface UnitDrawerProps extends UnitFormProps {
  readonly isOpen: boolean
}

/** A unit of the district, or a new one. */
export function UnitDrawer({ unit, isOpen, onClose }: UnitDrawerProps) {
  return (
    <RecordDrawer title={unit?.name ?? text.add} isOpen={isOpen} onClose={onClose}>
      {isOpen && <UnitForm key={unit?.id ?? 'new'} unit={unit} onClose={onClose} />}
    </RecordDrawer>
  )
}
