import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { parseIsoDate } from '../../shared/core/dates'
import type { TrainingRecord } from '../../shared/investment/record'
import type { ComponentScore } from '../../shared/scoring/result'
import { trainingTerms } from '../../shared/terms/investment'
import { dropDraft, useDraft } from '../app/kept'
import { ActionButton } from '../components/action-button'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { RecordDrawer } from '../components/record-drawer'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call, useAction } from '../desk'
import { listText, routineText as text } from '../text/investment'
import type { Day } from './day'
import { useFirstFocus } from './first-focus'
import { RoutinePart } from './routine-part'
import { parseTypedCount } from './typed-values'

interface TrainingWords {
  readonly title: string
  readonly heldOn: string
  readonly isRequired: boolean
  readonly isAttended: boolean
  readonly count: string
}
type Typed = Partial<TrainingWords>
const nothingTyped: Typed = {}

function wordsOf(training: TrainingRecord | null): TrainingWords {
  return {
    title: training?.title ?? '',
    heldOn: training?.heldOn ?? '',
    isRequired: training?.isRequired ?? true,
    isAttended: training?.isAttended ?? true,
    count: String(training?.attendeeCount ?? ''),
  }
}

interface TrainingFormProps {
  readonly training: TrainingRecord | null
  readonly day: Day
  readonly onSaved: () => void
}

function TrainingForm({ training, day, onSaved }: TrainingFormProps) {
  const key = `training.${training?.id ?? 'new'}`
  const [typed, setTyped] = useDraft<Typed>(key, nothingTyped)
  const [problem, setProblem] = useState<string | null>(null)
  const save = useAction('investment.saveTraining')
  const done = useDone()
  const words = { ...wordsOf(training), ...typed }
  const { isRequired, isAttended } = words
  const heldOn = parseIsoDate(words.heldOn)
  const submit = (): void => {
    const attendeeCount = parseTypedCount(words.count)
    const title = words.title.trim()
    if (title === '' || !heldOn) return setProblem(text.needTraining)
    if (Number.isNaN(attendeeCount)) return setProblem(text.needAttendees)
    setProblem(null)
    save.mutate(
      { id: training?.id ?? null, title, heldOn, isRequired, isAttended, attendeeCount },
      {
        onSuccess: () => {
          dropDraft(key)
          done()
          onSaved()
        },
      },
    )
  }
  return (
    <div className="lead-grid training-form">
      <div className="lead-wide">
        <Field label={trainingTerms.title.label} isRequired>
          <TextField value={words.title} onChange={(title) => setTyped({ title })} onEnter={submit} />
        </Field>
      </div>
      <Field label={trainingTerms.heldOn.label} isRequired>
        <DateField value={heldOn} today={day.today} onChange={(on) => setTyped({ heldOn: on ?? '' })} />
      </Field>
      <Field label={trainingTerms.attendeeCount.label}>
        <TextField value={words.count} onChange={(count) => setTyped({ count })} onEnter={submit} />
      </Field>
      <Checkbox checked={isRequired} onChange={(event) => setTyped({ isRequired: event.target.checked })}>
        {text.isRequired}
      </Checkbox>
      <Checkbox checked={isAttended} onChange={(event) => setTyped({ isAttended: event.target.checked })}>
        {text.isAttended}
      </Checkbox>
      <div className="lead-wide">
        {problem && (
          <div className="field-error" role="alert">
            {problem}
          </div>
        )}
        <FailureNotice error={save.error} />
        <div className="lead-actions">
          <Button type="primary" disabled={save.isPending} onClick={submit}>
            {text.save}
          </Button>
        </div>
      </div>
    </div>
  )
}

interface TrainingsTableProps {
  readonly trainings: readonly TrainingRecord[]
  readonly onEdit: (training: TrainingRecord) => void
}

function TrainingsTable({ trainings, onEdit }: TrainingsTableProps) {
  const done = useDone()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{trainingTerms.title.label}</th>
          <th>{trainingTerms.heldOn.label}</th>
          <th>{text.isRequired}</th>
          <th>{text.isAttended}</th>
          <th className="number">{trainingTerms.attendeeCount.label}</th>
          <th aria-label={text.edit} />
        </tr>
      </thead>
      <tbody>
        {trainings.map((training) => (
          <tr key={training.id}>
            <td>
              {training.isSample && <span className="lead-flag">{listText.sample}</span>}
              <button type="button" className="link" onClick={() => onEdit(training)}>
                {training.title}
              </button>
            </td>
            <td className="figures">{training.heldOn}</td>
            <td>{training.isRequired ? text.yes : text.no}</td>
            <td>{training.isAttended ? text.yes : text.no}</td>
            <td className="number">{training.attendeeCount ?? ''}</td>
            <td>
              <ActionButton
                size="small"
                run={async () => {
                  await call('investment.removeTraining', { id: training.id })
                  done(text.trainingRemoved)
                }}
              >
                {text.remove}
              </ActionButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface TrainingsProps {
  readonly trainings: readonly TrainingRecord[]
  readonly component: ComponentScore | undefined
  readonly day: Day
}

/** 招商培训: attended of required. */
export function Trainings({ trainings, component, day }: TrainingsProps) {
  const [edited, setEdited] = useState<TrainingRecord | 'new' | null>(null)
  useFirstFocus('.training-form input', edited === null ? null : edited === 'new' ? 'new' : edited.id)
  const { num, den } = component?.inputs ?? {}
  return (
    <RoutinePart
      title={text.trainingsTitle}
      component={component}
      extra={
        <>
          {num !== undefined && den !== undefined && <span>{text.trainingsLine(num, den)}</span>}
          <Button size="small" onClick={() => setEdited('new')}>
            {text.addTraining}
          </Button>
        </>
      }
    >
      {trainings.length === 0 ? (
        <p className="soft">{text.trainingsNone}</p>
      ) : (
        <TrainingsTable trainings={trainings} onEdit={setEdited} />
      )}
      <RecordDrawer
        title={edited === 'new' ? text.addTraining : text.trainingsTitle}
        isOpen={edited !== null}
        onClose={() => setEdited(null)}
      >
        {edited !== null && (
          <TrainingForm
            key={edited === 'new' ? 'new' : edited.id}
            training={edited === 'new' ? null : edited}
            day={day}
            onSaved={() => setEdited(null)}
          />
        )}
      </RecordDrawer>
    </RoutinePart>
  )
}
