import { AutoComplete, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { monthOf, parseIsoDate, type Month } from '../../shared/core/dates'
import type { BriefRecord } from '../../shared/investment/record'
import { briefTerms } from '../../shared/terms/investment'
import { dropDraft, useDraft } from '../app/kept'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction } from '../desk'
import { routineText as text } from '../text/investment'
import type { Day } from './day'
import { parseTypedCount, parseTypedMonth } from './typed-values'

interface BriefWords {
  readonly title: string
  readonly month: string
  readonly submittedOn: string
  readonly channel: string
  readonly count: string
  readonly isAccepted: boolean
  readonly backfilledOn: string
}

/** Typed words by field; what is not typed comes from the record. */
type Typed = Partial<BriefWords>
const nothingTyped: Typed = {}

function wordsOf(brief: BriefRecord | null, month: Month): BriefWords {
  return {
    title: brief?.title ?? '',
    month: brief?.month ?? month,
    submittedOn: brief?.submittedOn ?? '',
    channel: brief?.channel ?? '',
    count: String(brief?.characterCount ?? ''),
    isAccepted: brief?.isAccepted ?? true,
    backfilledOn: brief?.backfilledOn ?? '',
  }
}

interface BriefFormProps {
  /** Null: a new item. */
  readonly brief: BriefRecord | null
  readonly month: Month
  readonly day: Day
  readonly onSaved: () => void
  readonly onCancel?: () => void
}

const channels = text.channels.map((value) => ({ value }))

/** What is wrong with the typed words, or the values that they stand for. */
function readWords(words: BriefWords, year: number) {
  const month = parseTypedMonth(words.month, year)
  const characterCount = parseTypedCount(words.count)
  const title = words.title.trim()
  if (title === '') return { problem: text.needTitle }
  if (!month) return { problem: text.needMonth }
  if (Number.isNaN(characterCount)) return { problem: text.needCount }
  const values = {
    stream: 'investment' as const,
    title,
    month,
    submittedOn: parseIsoDate(words.submittedOn),
    channel: words.channel.trim(),
    characterCount,
    isAccepted: words.isAccepted,
    backfilledOn: parseIsoDate(words.backfilledOn),
  }
  return { values }
}

/** One 工作信息: new, or as it was. Typed text survives closing. */
export function BriefForm({ brief, month, day, onSaved, onCancel }: BriefFormProps) {
  const key = `brief.${brief?.id ?? month}`
  const [typed, setTyped] = useDraft<Typed>(key, nothingTyped)
  const [problem, setProblem] = useState<string | null>(null)
  const save = useAction('investment.saveBrief')
  const done = useDone()
  const words = { ...wordsOf(brief, month), ...typed }
  const submittedOn = parseIsoDate(words.submittedOn)
  const isElsewhere = submittedOn !== null && monthOf(submittedOn) !== parseTypedMonth(words.month, day.year)
  const submit = (): void => {
    const read = readWords(words, day.year)
    setProblem(read.problem ?? null)
    if (!read.values) return
    save.mutate(
      { id: brief?.id ?? null, ...read.values },
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
    <div className="lead-grid brief-form">
      <div className="lead-wide">
        <Field label={briefTerms.title.label} isRequired>
          <TextField value={words.title} onChange={(title) => setTyped({ title })} onEnter={submit} />
        </Field>
      </div>
      <Field label={briefTerms.submittedOn.label} hint={isElsewhere ? text.otherMonth : null}>
        <DateField value={submittedOn} today={day.today} onChange={(on) => setTyped({ submittedOn: on ?? '' })} />
      </Field>
      <Field label={text.briefMonth} isRequired>
        <TextField value={words.month} onChange={(typedMonth) => setTyped({ month: typedMonth })} onEnter={submit} />
      </Field>
      <Field label={briefTerms.channel.label}>
        <AutoComplete
          aria-label={briefTerms.channel.label}
          value={words.channel}
          options={channels}
          onChange={(channel: string | undefined) => setTyped({ channel: channel ?? '' })}
          style={{ width: '100%' }}
        />
      </Field>
      <Field label={briefTerms.characterCount.label}>
        <TextField value={words.count} onChange={(count) => setTyped({ count })} onEnter={submit} />
      </Field>
      <Field label={briefTerms.backfilledOn.label} hint={briefTerms.backfilledOn.definition}>
        <DateField
          value={parseIsoDate(words.backfilledOn)}
          today={day.today}
          onChange={(on) => setTyped({ backfilledOn: on ?? '' })}
        />
      </Field>
      <Checkbox checked={words.isAccepted} onChange={(event) => setTyped({ isAccepted: event.target.checked })}>
        {text.isAccepted}
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
          {onCancel && (
            <Button type="text" onClick={onCancel}>
              {text.cancelEdit}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
