import { Button } from 'antd'
import { rulesText as text } from '../text/rules'
import { useRuleForm } from './rules-edit'
import {
  blankOf,
  isFields,
  isLeaf,
  listOf,
  textAt,
  valueAt,
  type LeafField,
  type Path,
  type RuleField,
} from './rules-form'
import { KeyAdder } from './rules-key-adder'
import { LeafCell } from './rules-leaf'
import { nameOfRow, ProblemAt, RowButtons } from './rules-row-buttons'

type FieldOf<K extends RuleField['kind']> = Extract<RuleField, { readonly kind: K }>

interface FlatRowsProps {
  readonly field: FieldOf<'rows'>
  readonly path: Path
  readonly columns: readonly LeafField[]
}

/** Rows of single values: one line each. */
export function FlatRows({ field, path, columns }: FlatRowsProps) {
  const { document, isReadOnly } = useRuleForm()
  const rows = listOf(valueAt(document, path))
  return (
    <table className="ledger rules-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key}>{column.label}</th>
          ))}
          {!isReadOnly && <th aria-label={text.remove} />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const name = nameOfRow(row, field.row, index)
          return (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column.key}>
                  <LeafCell
                    field={column}
                    path={[...path, index, column.key]}
                    label={text.cellOf(name, column.label)}
                  />
                </td>
              ))}
              {!isReadOnly && (
                <td>
                  <RowButtons path={path} index={index} name={name} />
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** An object as rows by key. */
export function KeyedRows({ field, path }: { readonly field: FieldOf<'keyed'>; readonly path: Path }) {
  const { document, isReadOnly, set } = useRuleForm()
  const value = valueAt(document, path)
  const rows = isFields(value) ? value : {}
  const columns = field.fields.filter(isLeaf)
  const add = (key: string): void => {
    const label = field.known[key] ?? ''
    set([...path, key], { ...blankOf(field.fields), label })
  }
  const remove = (key: string): void => set(path, Object.fromEntries(Object.entries(rows).filter(([k]) => k !== key)))
  return (
    <div className="rules-wide" role="group" aria-label={field.label}>
      <div className="field-label">{field.label}</div>
      <ProblemAt path={path} />
      <table className="ledger rules-table">
        <thead>
          <tr>
            <th>{field.row}</th>
            {columns.map((column) => (
              <th key={column.key}>{column.label}</th>
            ))}
            {!isReadOnly && <th aria-label={text.remove} />}
          </tr>
        </thead>
        <tbody>
          {Object.entries(rows).map(([key, row]) => (
            <tr key={key}>
              <td>
                {field.known[key] ?? key}
                <ProblemAt path={[...path, key]} />
              </td>
              {columns.map((column) => (
                <td key={column.key}>
                  <LeafCell
                    field={column}
                    path={[...path, key, column.key]}
                    label={text.cellOf(textAt(row, ['label']) || key, column.label)}
                  />
                </td>
              ))}
              {!isReadOnly && (
                <td>
                  <Button
                    size="small"
                    type="text"
                    aria-label={text.actionOf(text.remove, textAt(row, ['label']) || key)}
                    title={text.remove}
                    onClick={() => remove(key)}
                  >
                    ×
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {!isReadOnly && <KeyAdder what={field.row} known={field.known} taken={Object.keys(rows)} onAdd={add} />}
    </div>
  )
}
