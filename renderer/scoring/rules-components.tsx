import { useState } from 'react'
import { ChoiceField } from '../components/choice-field'
import { ruleTypeLabels, rulesText as text } from '../text/rules'
import { useRuleForm } from './rules-edit'
import { FieldList } from './rules-field'
import { blankOf, choices, listOf, textAt, valueAt, type Path } from './rules-form'
import { KeyAdder } from './rules-key-adder'
import { ProblemAt, RowButtons } from './rules-row-buttons'
import { fieldsOfComponent, optionLabel } from './rules-scheme-form'

const path: Path = ['components']
const ruleOptions = choices(ruleTypeLabels)

function Component({ component, index }: { readonly component: unknown; readonly index: number }) {
  const { isReadOnly } = useRuleForm()
  const [clause, ...fields] = fieldsOfComponent(component)
  const name = textAt(component, ['name']) || text.unnamed
  const at = [...path, index]
  return (
    <section className="rules-component" aria-label={name}>
      <div className="rules-block-head">
        <b>{name}</b>
        <span className="soft">
          {optionLabel(ruleOptions, textAt(component, ['rule']))} · {textAt(component, ['id'])}
        </span>
        {!isReadOnly && <RowButtons path={path} index={index} name={name} />}
      </div>
      <ProblemAt path={at} />
      <ProblemAt path={[...at, 'rule']} />
      <div className="rules-beside">
        {clause && <FieldList fields={[clause]} path={at} />}
        <FieldList fields={fields} path={at} />
      </div>
    </section>
  )
}

function AddComponent() {
  const { document, set } = useRuleForm()
  const [rule, setRule] = useState('ratio')
  const components = listOf(valueAt(document, path))
  const taken = components.map((component) => textAt(component, ['id']))
  const numbers = components.map((_, index) => `item${index + 1}`)
  const proposed = [...numbers, `item${components.length + 1}`].find((id) => !taken.includes(id)) ?? ''
  const add = (id: string): void => set(path, [...components, { id, rule, ...blankOf(fieldsOfComponent({ rule })) }])
  return (
    <div className="rules-adder">
      <ChoiceField<string | number>
        label={text.componentRule}
        width={260}
        value={rule}
        options={ruleOptions}
        onChange={(next) => next !== null && setRule(String(next))}
      />
      <KeyAdder what={text.component} taken={taken} proposed={proposed} onAdd={add} />
    </div>
  )
}

/** The components in the order of the sheet, each with its clause beside its rule. */
export function Components() {
  const { document, isReadOnly } = useRuleForm()
  return (
    <>
      <ProblemAt path={path} />
      {listOf(valueAt(document, path)).map((component, index) => (
        <Component key={textAt(component, ['id']) || index} component={component} index={index} />
      ))}
      {!isReadOnly && <AddComponent />}
    </>
  )
}
