import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { visitModes } from '../../shared/environment/record'
import { visitModeLabels, visitTerms } from '../../shared/terms/visits'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { EnterpriseField } from '../components/enterprise-field'
import { Field } from '../components/field'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { visitFormText as text } from '../text/visits'
import { DemandFields } from './demand-fields'
import { emptyDemand, type DemandWords } from './demand-words'
import type { VisitWords } from './visit-words'

const modeOptions = visitModes.map((value) => ({ value, label: visitModeLabels[value] }))
/** Time for the drawer to come in. Unit: milliseconds. */
const settleMs = 150

interface VisitFormProps {
  readonly words: VisitWords
  readonly today: IsoDate
  readonly onChange: (part: Partial<VisitWords>) => void
  readonly onEnter: () => void
}

/** The first field that is still to be filled in. */
function useFirstFocus(words: VisitWords) {
  const form = useRef<HTMLDivElement>(null)
  const wanted = words.enterprise === null ? 0 : words.person === '' ? 1 : 2
  const start = useRef(wanted)
  useEffect(() => {
    const timer = window.setTimeout(
      () => form.current?.querySelectorAll<HTMLElement>('.visit-fields input')[start.current]?.focus(),
      settleMs,
    )
    return () => window.clearTimeout(timer)
  }, [])
  return form
}

/** A visit and the demands raised on it. */
export function VisitForm({ words, today, onChange, onEnter }: VisitFormProps) {
  const form = useFirstFocus(words)
  return (
    <div ref={form}>
      <div className="visit-grid visit-fields">
        <div className="visit-wide">
          <Field label={visitTerms.enterprise} isRequired>
            <EnterpriseField value={words.enterprise} onChange={(enterprise) => onChange({ enterprise })} />
          </Field>
        </div>
        <Field label={visitTerms.person} hint={text.personHint}>
          <PersonField value={words.person} onChange={(person) => onChange({ person })} />
        </Field>
        <Field label={visitTerms.visitedOn} isRequired>
          <DateField
            value={parseIsoDate(words.visitedOn)}
            today={today}
            onChange={(day) => onChange({ visitedOn: day ?? '' })}
          />
        </Field>
        <Field label={visitTerms.mode}>
          <ChoiceField value={words.mode} options={modeOptions} allowsNone onChange={(mode) => onChange({ mode })} />
        </Field>
        <Field label={visitTerms.visitors}>
          <TextField value={words.visitors} onChange={(visitors) => onChange({ visitors })} onEnter={onEnter} />
        </Field>
        <div className="visit-wide">
          <Field label={visitTerms.topics}>
            <TextField isMultiline value={words.topics} onChange={(topics) => onChange({ topics })} onEnter={onEnter} />
          </Field>
        </div>
      </div>
      <DemandsOfVisit demands={words.demands} today={today} onChange={(demands) => onChange({ demands })} />
    </div>
  )
}

interface DemandsOfVisitProps {
  readonly demands: readonly DemandWords[]
  readonly today: IsoDate
  readonly onChange: (demands: readonly DemandWords[]) => void
}

function DemandsOfVisit({ demands, today, onChange }: DemandsOfVisitProps) {
  const add = (): void => {
    const key = `new ${demands.reduce((most, { key: known }) => Math.max(most, Number(known.slice(4)) || 0), 0) + 1}`
    onChange([...demands, emptyDemand(key)])
  }
  return (
    <section className="section" aria-label={text.demands}>
      <h2>{text.demands}</h2>
      {demands.length === 0 && <p className="soft">{text.noDemands}</p>}
      {demands.map((words, index) => (
        <div className="visit-demand" key={words.key}>
          <div className="visit-demand-head">
            <span className="soft">{text.demandTitle(index + 1)}</span>
            <Button size="small" type="text" onClick={() => onChange(demands.filter(({ key }) => key !== words.key))}>
              {text.removeDemand}
            </Button>
          </div>
          <DemandFields
            words={words}
            today={today}
            hasRaisedOn={false}
            onChange={(part) => onChange(demands.map((each) => (each.key === words.key ? { ...each, ...part } : each)))}
          />
        </div>
      ))}
      <Button style={{ marginTop: 8 }} onClick={add}>
        {text.addDemand}
      </Button>
    </section>
  )
}
