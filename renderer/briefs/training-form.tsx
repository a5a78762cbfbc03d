import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { TrainingRecord } from '../../shared/briefs/record'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import type { Stream } from '../../shared/core/schemas'
import { trainingTerms } from '../../shared/terms/briefs'
import { dropDraft, useDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { Attachments } from '../components/attachments'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { parseTypedCount } from '../components/typed-values'
import { useDone } from '../components/undo-notice'
import { useAction } from '../desk'
import { trainingText as text } from '../text/briefs'
import { Attendees } from './attendees'
import './briefs.css'

type Words = Pick<
  TrainingRecord,
  'title' | 'status' | 'isRequired' | 'isAttended' | 'hours' | 'place' | 'handler' | 'attendees'
> & { readonly heldOn: string; readonly count: string }
type Typed = Partial<Words>
const nothingTyped: Typed = {}

/** What a new training begins with. */
export interface TrainingPreset {
  readonly stream: Stream
  readonly status: TrainingRecord['status']
}

function wordsOf(training: TrainingRecord | null, { status }: TrainingPreset): Words {
  return {
    title: training?.title ?? '',
    status: training?.status ?? status,
    heldOn: training?.heldOn ?? '',
    isRequired: training?.isRequired ?? true,
    isAttended: training?.isAttended ?? status === 'held',
    hours: training?.hours ?? '',
    place: training?.place ?? '',
    handler: training?.handler ?? '',
    attendees: training?.attendees ?? [],
    count: String(training?.attendeeCount ?? ''),
  }
}

const hoursPattern = /^(\d{1,4}(\.\d{1,2})?)?$/

function typedHours(typed: string): string | null {
  const plain = typed.normalize('NFKC').replaceAll(/\s/gu, '')
  return hoursPattern.test(plain) ? plain : null
}

/** What is wrong with the typed words, or the values that they stand for. */
function readWords(words: Words, training: TrainingRecord | null, stream: Stream, today: IsoDate) {
  const title = words.title.trim()
  const heldOn = parseIsoDate(words.heldOn)
  const count = parseTypedCount(words.count)
  const hours = typedHours(words.hours)
  const attendees = words.attendees.map(({ personName, hours: own }) => ({ personName, hours: typedHours(own) }))
  const known = attendees.flatMap(({ personName, hours: own }) => (own === null ? [] : [{ personName, hours: own }]))
  if (title === '') return { problem: text.needTitle }
  if (!heldOn) return { problem: text.needDay }
  if (words.status === 'held' && heldOn > today) return { problem: text.future }
  if (Number.isNaN(count)) return { problem: text.needCount }
  if (hours === null || known.length < attendees.length) return { problem: text.needHours }
  const { status, isRequired, isAttended } = words
  const values = {
    id: training?.id ?? null,
    stream,
    title,
    heldOn,
    status,
    isRequired,
    isAttended,
    attendeeCount: known.length > 0 ? known.length : count,
    hours,
    place: words.place.trim(),
    handler: words.handler.trim(),
    attendees: known,
  }
  return { values }
}

interface TrainingFormProps {
  readonly training: TrainingRecord | null
  readonly preset: TrainingPreset
  /** Whether the score asks if it was required and attended. */
  readonly isScored: boolean
  readonly onSaved: () => void
}

/** One training of any stream, planned or held, with who attended. Typed text survives closing. */
export function TrainingForm({ training, preset, isScored, onSaved }: TrainingFormProps) {
  const { today } = useShell()
  const stream = training?.stream ?? preset.stream
  const key = `training.${training?.id ?? `${stream}.${preset.status}`}`
  const [typed, setTyped] = useDraft<Typed>(key, nothingTyped)
  const [problem, setProblem] = useState<string | null>(null)
  const save = useAction('briefs.saveTraining')
  const done = useDone()
  const words = { ...wordsOf(training, preset), ...typed }
  const submit = (): void => {
    const read = readWords(words, training, stream, today)
    setProblem(read.problem ?? null)
    if (!read.values) return
    save.mutate(read.values, {
      onSuccess: () => {
        dropDraft(key)
        done()
        onSaved()
      },
    })
  }
  return (
    <div className="brief-form training-form">
      <Field label={trainingTerms.title.label} isRequired>
        <TextField value={words.title} onChange={(title) => setTyped({ title })} onEnter={submit} />
      </Field>
      <TrainingFields words={words} setTyped={setTyped} today={today} onEnter={submit} />
      {isScored && (
        <div className="brief-grid">
          <Checkbox checked={words.isRequired} onChange={(event) => setTyped({ isRequired: event.target.checked })}>
            {text.isRequired}
          </Checkbox>
          <Checkbox checked={words.isAttended} onChange={(event) => setTyped({ isAttended: event.target.checked })}>
            {text.isAttended}
          </Checkbox>
        </div>
      )}
      <Attendees attendees={words.attendees} onChange={(attendees) => setTyped({ attendees })} />
      {words.attendees.length === 0 && (
        <Field label={text.countOnly}>
          <TextField value={words.count} onChange={(count) => setTyped({ count })} onEnter={submit} />
        </Field>
      )}
      {problem && (
        <div className="field-error" role="alert">
          {problem}
        </div>
      )}
      <FailureNotice error={save.error} />
      <div className="brief-actions">
        <Button type="primary" disabled={save.isPending} onClick={submit}>
          {text.save}
        </Button>
      </div>
      {training && <Attachments room={training.stream} recordId={training.id} />}
    </div>
  )
}

interface TrainingFieldsProps {
  readonly words: Words
  readonly setTyped: (typed: Typed) => void
  readonly today: IsoDate
  readonly onEnter: () => void
}

function TrainingFields({ words, setTyped, today, onEnter }: TrainingFieldsProps) {
  const statuses = Object.entries(text.statuses).map(([value, label]) => ({
    value: value as Words['status'], // the keys of the labels are the states
    label,
  }))
  return (
    <div className="brief-grid">
      <Field label={text.status}>
        <ChoiceField
          value={words.status}
          options={statuses}
          onChange={(status) => setTyped(status === null ? {} : { status })}
        />
      </Field>
      <Field label={words.status === 'planned' ? text.plannedOn : trainingTerms.heldOn.label} isRequired>
        <DateField value={parseIsoDate(words.heldOn)} today={today} onChange={(on) => setTyped({ heldOn: on ?? '' })} />
      </Field>
      <Field label={text.place}>
        <TextField value={words.place} onChange={(place) => setTyped({ place })} onEnter={onEnter} />
      </Field>
      <Field label={text.hours}>
        <TextField value={words.hours} onChange={(hours) => setTyped({ hours })} onEnter={onEnter} />
      </Field>
      <Field label={text.handler}>
        <PersonField value={words.handler} onChange={(handler) => setTyped({ handler })} />
      </Field>
    </div>
  )
}
