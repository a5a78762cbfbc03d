import { useState } from 'react'
import { titleOfText } from '../../shared/briefs/plain-text'
import type { BriefRecord } from '../../shared/briefs/record'
import { statesOfUses } from '../../shared/briefs/uses'
import { parseIsoDate } from '../../shared/core/dates'
import { dropDraft, useDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { parseTypedMonth } from '../components/typed-values'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { draftKeyOf } from './brief-draft'
import { readWords, wordsOf, type BriefPreset, type BriefWords } from './brief-words'

/** Typed words by field; what is not typed comes from the record. */
type Typed = Partial<BriefWords>
const nothingTyped: Typed = {}

export interface BriefFormProps {
  /** Null: a new text. */
  readonly brief: BriefRecord | null
  readonly preset: BriefPreset
  readonly onSaved: (id: string) => void
  readonly onCancel?: () => void
}

/** Everything of the form that is kept, judged and saved. */
export function useBriefForm({ brief, preset, onSaved }: BriefFormProps) {
  const { today, bureau } = useShell()
  const stream = brief?.stream ?? preset.stream
  const key = draftKeyOf(brief?.id ?? null, preset)
  const [typed, setTyped] = useDraft<Typed>(key, nothingTyped)
  const [problem, setProblem] = useState<string | null>(null)
  const all = useCall('briefs.list', { year: bureau.year, stream: null })
  const save = useAction('briefs.save')
  const done = useDone()
  const start = wordsOf(brief, preset)
  const body = typed.body ?? start.body
  // A new text takes its first line as its title until another is typed.
  const words: BriefWords = { ...start, ...(brief ? {} : { title: titleOfText(body) }), ...typed }
  const submittedOn = parseIsoDate(words.submittedOn)
  const month = parseTypedMonth(words.month, bureau.year)
  const draft = { id: brief?.id ?? null, stream, kind: words.kind, month: month ?? preset.month, submittedOn }
  const submit = (changes: Typed = {}, sentence?: string): void => {
    const read = readWords({ ...words, ...changes }, { brief, stream, today, year: bureau.year })
    setProblem(read.problem ?? null)
    if (!read.values) return
    save.mutate(read.values, {
      onSuccess: ({ id }) => {
        dropDraft(key)
        done(sentence)
        onSaved(id)
      },
    })
  }
  return {
    words,
    setTyped,
    problem,
    states: statesOfUses(all.data ?? [], draft),
    error: save.error,
    isPending: save.isPending,
    submit,
    submittedOn,
    month,
    stream,
    today,
  }
}

export type BriefFormState = ReturnType<typeof useBriefForm>
