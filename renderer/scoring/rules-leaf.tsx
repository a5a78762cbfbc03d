import { Checkbox } from 'antd'
import { parseIsoDate } from '../../shared/core/dates'
import { formatChineseDate } from '../../shared/terms/dates'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { knownData, rulesText as text } from '../text/rules'
import { DataCode, Several, Words } from './rules-controls'
import { placeName, useRuleForm } from './rules-edit'
import { listOf, optionsOf, textAt, valueAt, type LeafField, type Path } from './rules-form'
import { optionLabel } from './rules-scheme-form'

interface ControlProps {
  readonly field: LeafField
  readonly path: Path
  /** Where no label stands above: in a table. */
  readonly label?: string
}

/** Full-width digits and signs as they are meant; blanks have no meaning in a number. */
function asNumber(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s/gu, '')
}

/** A whole number as such; anything else stays as typed and is said to be wrong. */
function asInteger(typed: string): string | number {
  const digits = asNumber(typed)
  return /^\d{1,9}$/.test(digits) ? Number(digits) : digits
}

function isOptionValue(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

/** The control of one field, without its label and its problem. */
function Control({ field, path, label }: ControlProps) {
  const { document, today, set } = useRuleForm()
  const value = valueAt(document, path)
  const shown = textAt(document, path)
  const put = (next: unknown): void => set(path, field.isNullable && next === '' ? null : next)
  const named = label === undefined ? {} : { label }
  switch (field.kind) {
    case 'paragraph':
      return <TextField {...named} isMultiline rows={2} value={shown} onChange={put} />
    case 'decimal':
      return <TextField {...named} value={shown} onChange={(typed) => put(asNumber(typed))} />
    case 'integer':
      return <TextField {...named} value={shown} onChange={(typed) => put(asInteger(typed))} />
    case 'day':
      return <DateField {...named} value={parseIsoDate(shown)} today={today} onChange={(day) => put(day ?? '')} />
    case 'flag':
      return (
        <Checkbox
          checked={value === true}
          aria-label={label ?? field.label}
          onChange={({ target }) => put(target.checked)}
        >
          {label === undefined && field.label}
        </Checkbox>
      )
    case 'words':
      return <Words label={label} value={listOf(value).map(String)} onChange={put} />
    case 'data':
      return <DataCode label={label} value={shown} onChange={put} />
    case 'choice':
      return (
        <ChoiceField
          {...named}
          value={isOptionValue(value) && value !== '' ? value : null}
          options={optionsOf(field, document, path)}
          allowsNone={field.isNullable ?? false}
          onChange={(next) => put(next ?? '')}
        />
      )
    case 'several':
      return (
        <Several
          label={label ?? field.label}
          value={listOf(value).filter(isOptionValue)}
          options={optionsOf(field, document, path)}
          onChange={put}
        />
      )
    default:
      return <TextField {...named} value={shown} onChange={put} />
  }
}

/** What a field says, for reading. */
function Written({ field, path }: ControlProps) {
  const { document } = useRuleForm()
  const value = valueAt(document, path)
  if (field.kind === 'flag') return <>{value === true ? text.yes : text.no}</>
  if (field.kind === 'choice') return <>{optionLabel(optionsOf(field, document, path), value)}</>
  if (field.kind === 'several') {
    const options = optionsOf(field, document, path)
    return (
      <>
        {listOf(value)
          .map((each) => optionLabel(options, each))
          .join(text.separator) || text.blank}
      </>
    )
  }
  if (field.kind === 'words') return <>{listOf(value).map(String).join(text.separator) || text.blank}</>
  const day = field.kind === 'day' ? parseIsoDate(textAt(document, path)) : null
  return <>{day ? formatChineseDate(day) : textAt(document, path) || text.blank}</>
}

const wide: ReadonlySet<LeafField['kind']> = new Set(['paragraph', 'several'])

function classOf({ kind, isBroad }: LeafField): string {
  return wide.has(kind) ? 'rules-wide' : isBroad ? 'rules-broad' : 'rules-cell'
}

/** One field with its label and what is wrong with it. */
export function Leaf({ field, path }: ControlProps) {
  const { document, problems, isReadOnly } = useRuleForm()
  const meaning = field.kind === 'data' ? knownData[textAt(document, path)] : undefined
  const className = classOf(field)
  if (isReadOnly) {
    return (
      <div className={className}>
        <div className="field-label">{field.label}</div>
        <div className="rules-written">
          <Written field={field} path={path} />
        </div>
      </div>
    )
  }
  return (
    <div className={className}>
      <Field
        label={field.kind === 'flag' ? '' : field.label}
        hint={meaning ?? field.hint}
        error={problems.get(placeName(path))}
      >
        <Control field={field} path={path} />
      </Field>
    </div>
  )
}

/** The same inside a table, whose head has the label. */
export function LeafCell({ field, path, label }: ControlProps & { readonly label: string }) {
  const { problems, isReadOnly } = useRuleForm()
  if (isReadOnly) return <Written field={field} path={path} />
  const problem = problems.get(placeName(path))
  return (
    <>
      <Control field={field} path={path} label={label} />
      {problem !== undefined && (
        <div className="field-error" role="alert">
          {problem}
        </div>
      )}
    </>
  )
}
