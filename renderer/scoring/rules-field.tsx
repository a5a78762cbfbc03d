import { Button, Checkbox } from 'antd'
import { ChoiceField } from '../components/choice-field'
import { Field } from '../components/field'
import { rulesText as text } from '../text/rules'
import { useRuleForm } from './rules-edit'
import {
  blankOf,
  blankVariant,
  isFields,
  isLeaf,
  listOf,
  textAt,
  valueAt,
  type Path,
  type RuleField,
} from './rules-form'
import { Leaf } from './rules-leaf'
import { nameOfRow, ProblemAt, RowButtons } from './rules-row-buttons'
import { FlatRows, KeyedRows } from './rules-tables'

type FieldOf<K extends RuleField['kind']> = Extract<RuleField, { readonly kind: K }>

interface RowsProps {
  readonly field: FieldOf<'rows'>
  readonly path: Path
}

/** Rows with lists or paragraphs of their own: one block each. */
function BlockRows({ field, path }: RowsProps) {
  const { document, isReadOnly } = useRuleForm()
  return listOf(valueAt(document, path)).map((row, index) => (
    <div key={index} className="rules-block">
      <div className="rules-block-head">
        <b>{nameOfRow(row, field.row, index)}</b>
        {!isReadOnly && <RowButtons path={path} index={index} name={nameOfRow(row, field.row, index)} />}
      </div>
      <ProblemAt path={[...path, index]} />
      <FieldList fields={field.fields} path={[...path, index]} />
    </div>
  ))
}

function Rows({ field, path }: RowsProps) {
  const { document, isReadOnly, set } = useRuleForm()
  const rows = listOf(valueAt(document, path))
  const columns = field.fields.filter(isLeaf)
  const isFlat = columns.length === field.fields.length && columns.every(({ kind }) => kind !== 'paragraph')
  return (
    <div className="rules-wide" role="group" aria-label={field.label}>
      <div className="field-label">{field.label}</div>
      <ProblemAt path={path} />
      {rows.length === 0 && <span className="soft">{text.noRows} </span>}
      {rows.length > 0 && isFlat && <FlatRows field={field} path={path} columns={columns} />}
      {!isFlat && <BlockRows field={field} path={path} />}
      {!isReadOnly && (
        <Button size="small" type="link" onClick={() => set(path, [...rows, blankOf(field.fields)])}>
          {text.add(field.row)}
        </Button>
      )}
    </div>
  )
}

/** Fields that belong together; one that may be missing is switched on first. */
function Group({ field, path }: { readonly field: FieldOf<'group'>; readonly path: Path }) {
  const { document, isReadOnly, set } = useRuleForm()
  if (!field.isNullable) return <FieldItems fields={field.fields} path={path} />
  const isOn = isFields(valueAt(document, path))
  return (
    <div className="rules-wide" role="group" aria-label={field.label}>
      {isReadOnly ? (
        <span className="field-label">{isOn ? field.label : `${field.label} ${text.blank}`}</span>
      ) : (
        <Checkbox checked={isOn} onChange={({ target }) => set(path, target.checked ? blankOf(field.fields) : null)}>
          {field.label}
        </Checkbox>
      )}
      {isOn && <FieldList fields={field.fields} path={path} />}
    </div>
  )
}

/** Which of several shapes the group has, and the fields of that shape. */
function Variant({ field, path }: { readonly field: FieldOf<'variant'>; readonly path: Path }) {
  const { document, isReadOnly, set } = useRuleForm()
  const shape = textAt(document, [...path, field.key])
  const { label, fields = [] } = field.variants[shape] ?? {}
  const options = Object.entries(field.variants).map(([value, variant]) => ({ value, label: variant.label }))
  return (
    <>
      <div className="rules-cell">
        <Field label={field.label}>
          {isReadOnly ? (
            <div className="rules-written">{label}</div>
          ) : (
            <ChoiceField
              value={shape}
              options={options}
              onChange={(next) => next !== null && next !== shape && set(path, blankVariant(field, next))}
            />
          )}
        </Field>
      </div>
      <FieldItems fields={fields} path={path} />
    </>
  )
}

interface FieldsProps {
  readonly fields: readonly RuleField[]
  /** Path of what holds the fields. */
  readonly path: Path
}

function FieldItems({ fields, path }: FieldsProps) {
  return fields.map((field) => {
    const at = [...path, field.key]
    switch (field.kind) {
      case 'fixed':
      case 'components':
        return null
      case 'group':
        return <Group key={field.key} field={field} path={at} />
      case 'variant':
        return <Variant key={field.key} field={field} path={path} />
      case 'rows':
        return <Rows key={field.key} field={field} path={at} />
      case 'keyed':
        return <KeyedRows key={field.key} field={field} path={at} />
      default:
        return <Leaf key={field.key} field={field} path={at} />
    }
  })
}

/** Fields beside one another as the width allows. */
export function FieldList({ fields, path }: FieldsProps) {
  return (
    <div className="rules-fields">
      <FieldItems fields={fields} path={path} />
    </div>
  )
}
