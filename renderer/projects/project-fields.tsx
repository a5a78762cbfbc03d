import { Checkbox } from 'antd'
import type { IsoDate } from '../../shared/core/dates'
import type { AmountField } from '../../shared/projects/rules'
import { projectFieldLabels } from '../../shared/terms/projects'
import { DateField } from '../components/date-field'
import { Field } from '../components/field'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { amountText } from '../text/app'
import { fieldsText as text } from '../text/projects'
import { AmountInput } from '../components/amount-input'
import type { ProjectEditing, TextName } from './project-editing'

interface PartProps {
  readonly editing: ProjectEditing
}

function TextPart({
  editing,
  name,
  isMultiline = false,
}: PartProps & { readonly name: TextName; readonly isMultiline?: boolean }) {
  return (
    <Field label={projectFieldLabels[name]} isRequired={name === 'name'}>
      <TextField
        value={editing.textOf(name)}
        onChange={(next) => editing.type(name, next)}
        onBlur={editing.commit}
        onEnter={editing.commit}
        isMultiline={isMultiline}
        rows={1}
      />
    </Field>
  )
}

function AmountPart({ editing, name }: PartProps & { readonly name: AmountField }) {
  return (
    <AmountInput
      label={projectFieldLabels[name]}
      value={editing.textOf(name)}
      onChange={(next) => editing.type(name, next)}
      onBlur={editing.commit}
      onEnter={editing.commit}
    />
  )
}

function PersonPart({ editing, name }: PartProps & { readonly name: 'leaderSponsor' | 'steward' | 'handler' }) {
  return (
    <Field label={projectFieldLabels[name]}>
      <PersonField value={editing.textOf(name)} onChange={(next) => editing.type(name, next)} onBlur={editing.commit} />
    </Field>
  )
}

function Ticks({ editing }: PartProps) {
  const { project } = editing.detail
  return (
    <div className="project-ticks">
      {(['isInStatistics', 'isProvincialKey'] as const).map((name) => (
        <Checkbox
          key={name}
          checked={project[name]}
          onChange={({ target }) => void editing.save({ [name]: target.checked })}
        >
          {projectFieldLabels[name]}
        </Checkbox>
      ))}
    </div>
  )
}

/** The bureau's own fields; each is saved when it is left. */
export function ProjectFieldsForm({ editing, today }: PartProps & { readonly today: IsoDate }) {
  const { project } = editing.detail
  const wide = (name: TextName) => (
    <div className="project-wide">
      <TextPart editing={editing} name={name} isMultiline />
    </div>
  )
  return (
    <>
      <section className="section">
        <h2>{text.groups.base}</h2>
        <div className="project-grid">
          <TextPart editing={editing} name="name" />
          <TextPart editing={editing} name="owner" />
          <TextPart editing={editing} name="site" />
          <TextPart editing={editing} name="industry" />
          <TextPart editing={editing} name="landArea" />
          <Field label={projectFieldLabels.enterPoolOn}>
            <DateField
              value={project.enterPoolOn}
              today={today}
              onChange={(enterPoolOn) => void editing.save({ enterPoolOn })}
            />
          </Field>
          {wide('content')}
          <Ticks editing={editing} />
        </div>
      </section>
      <section className="section">
        <h2>{text.groups.money}</h2>
        <p className="soft">
          {amountText.hint}
          {text.overrun}
        </p>
        <div className="project-grid">
          <AmountPart editing={editing} name="totalInvestment" />
          <AmountPart editing={editing} name="annualPlan" />
          <AmountPart editing={editing} name="investedYtd" />
          <AmountPart editing={editing} name="investedTotal" />
          {wide('overrunReason')}
        </div>
      </section>
      <section className="section">
        <h2>{text.groups.people}</h2>
        <div className="project-grid">
          <PersonPart editing={editing} name="leaderSponsor" />
          <PersonPart editing={editing} name="steward" />
          <TextPart editing={editing} name="taskTeam" />
          <TextPart editing={editing} name="contact" />
          <PersonPart editing={editing} name="handler" />
        </div>
      </section>
      <section className="section">
        <h2>{text.groups.text}</h2>
        <div className="project-grid">
          {wide('physicalProgress')}
          {wide('permitText')}
          {wide('problemText')}
          {wide('coordinationText')}
          {wide('remark')}
        </div>
      </section>
    </>
  )
}
