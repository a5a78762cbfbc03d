import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate } from '../../shared/core/dates'
import type { ComponentScore } from '../../shared/scoring/result'
import { dropDraft, useDraft } from '../app/kept'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction } from '../desk'
import { routineText as text } from '../text/investment'
import type { Day } from './day'
import { RoutinePart } from './routine-part'
import { componentOf, type Score } from './score-line'
import { parseTypedDecimal } from '../components/typed-values'

interface Given {
  readonly value: string
  readonly on: string | null
  readonly documentReference: string
}
const nothingGiven: Given = { value: '', on: null, documentReference: '' }

function GivenForm({ component, day }: { readonly component: ComponentScore; readonly day: Day }) {
  const key = `given.${day.year}.${component.id}`
  const [given, setGiven] = useDraft<Given>(key, nothingGiven)
  const [problem, setProblem] = useState<string | null>(null)
  const record = useAction('scoring.recordManual')
  const done = useDone()
  const givenOn = given.on === null ? day.today : parseIsoDate(given.on)
  const submit = (): void => {
    const value = parseTypedDecimal(given.value)
    if (value === null) return setProblem(text.cooperateNotNumber)
    if (!givenOn || given.documentReference.trim() === '') return setProblem(text.cooperateNeeds)
    setProblem(null)
    const documentReference = given.documentReference.trim()
    record.mutate(
      { year: day.year, componentId: component.id, value, givenOn, documentReference },
      {
        onSuccess: () => {
          dropDraft(key)
          done()
        },
      },
    )
  }
  return (
    <>
      <div className="lead-grid">
        <Field label={text.cooperateValue} isRequired>
          <TextField
            value={given.value}
            onChange={(value) => setGiven({ value })}
            onEnter={submit}
            placeholder={component.points ?? text.notGiven}
          />
        </Field>
        <Field label={text.cooperateOn} isRequired>
          <DateField value={givenOn} today={day.today} onChange={(on) => setGiven({ on: on ?? '' })} width={190} />
        </Field>
        <div className="lead-wide">
          <Field label={text.cooperateDocument} isRequired>
            <TextField
              value={given.documentReference}
              onChange={(documentReference) => setGiven({ documentReference })}
              onEnter={submit}
            />
          </Field>
        </div>
      </div>
      {problem && (
        <div className="field-error" role="alert">
          {problem}
        </div>
      )}
      <FailureNotice error={record.error} />
      <div className="lead-actions">
        <Button className="for-work" disabled={record.isPending} onClick={submit}>
          {text.cooperateSave}
        </Button>
      </div>
    </>
  )
}

/** Figures that only the district can give: 配合, and the lecture bonus that it has not fixed. */
export function Cooperation({ score, day }: { readonly score: Score; readonly day: Day }) {
  const cooperate = componentOf(score, 'cooperate')
  const lecture = componentOf(score, 'lecture')
  if (!cooperate) return null
  return (
    <div>
      <RoutinePart
        title={text.cooperateTitle}
        component={cooperate}
        extra={cooperate.points === null && <span>{text.notGiven}</span>}
      >
        <p className="soft">{text.cooperateLine(cooperate.max ?? '')}</p>
        <GivenForm component={cooperate} day={day} />
      </RoutinePart>
      {lecture && (
        <RoutinePart title={text.lectureTitle} extra={<span>{text.lecturePending}</span>}>
          {null}
        </RoutinePart>
      )}
    </div>
  )
}
