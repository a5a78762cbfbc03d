import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import { dueOf, usualClocks } from '../../shared/rectification/clocks'
import { rectClockKeys, rectSources, type RectSource } from '../../shared/rectification/record'
import { rectClockLabels, rectSourceLabels } from '../../shared/terms/rectification'
import { dropDraft, useDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { newProgramText as text } from '../text/rectification'
import { optionsOf } from './filter-choices'

interface Entry {
  readonly source: RectSource
  /** '' = none. */
  readonly feedbackOn: string
  readonly title: string
}
const noEntry: Entry = { source: 'districtInspection', feedbackOn: '', title: '' }
const draftKey = 'rectification.new-program'
const sourceOptions = [...optionsOf(rectSources, rectSourceLabels)]

/** Deadlines by kind that the usual clocks of such a source give. */
function Proposals({ source, feedbackOn }: { readonly source: RectSource; readonly feedbackOn: IsoDate | null }) {
  if (feedbackOn === null) return <p className="soft rect-above">{text.needDay}</p>
  const clocks = usualClocks(source)
  return (
    <>
      <p className="soft rect-above">{text.proposals}</p>
      <ul className="rect-proposals figures">
        {rectClockKeys.map((key) => {
          const clock = clocks[key]
          // 回头看 starts with the 销号. No year's 放假安排 is needed: the usual clocks count days and months.
          if (clock === null || key === 'lookBack') return null
          return <li key={key}>{text.proposal(rectClockLabels[key], dueOf(clock, feedbackOn, new Map()).dueOn)}</li>
        })}
      </ul>
    </>
  )
}

interface NewProgramProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onMade: (programId: string) => void
  /** The form has left the screen. */
  readonly onGone: () => void
}

/** A new source in three fields; everything else takes the usual rules of its kind. What is typed is kept. */
export function NewProgram({ isOpen, onClose, onMade, onGone }: NewProgramProps) {
  const [entry, setEntry] = useDraft<Entry>(draftKey, noEntry)
  const [error, setError] = useState<unknown>(null)
  const [missing, setMissing] = useState<string | null>(null)
  const { today } = useShell()
  const done = useDone()
  const feedbackOn = parseIsoDate(entry.feedbackOn)
  const submit = async (): Promise<void> => {
    if (entry.title.trim() === '') return setMissing(text.needTitle)
    setMissing(null)
    try {
      const { id } = await call('rectification.saveProgram', {
        id: null,
        fields: { source: entry.source, title: entry.title.trim(), feedbackOn },
        expectedUpdatedAt: null,
      })
      dropDraft(draftKey)
      setError(null)
      onClose()
      onMade(id)
      done(text.saved)
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    }
  }
  return (
    <Modal
      open={isOpen}
      title={text.title}
      onCancel={onClose}
      afterClose={onGone}
      footer={null}
      width={720}
      destroyOnHidden
    >
      <Radio.Group
        aria-label={text.source}
        value={entry.source}
        options={sourceOptions}
        onChange={({ target }) => setEntry({ source: target.value as RectSource })}
      />
      <div className="rect-grid rect-above">
        <Field label={text.name} isRequired error={missing} hint={text.nameHint}>
          <TextField
            value={entry.title}
            onChange={(title) => setEntry({ title })}
            onEnter={() => void submit()}
            hasFocus
          />
        </Field>
        <Field label={text.feedbackOn}>
          <DateField value={feedbackOn} today={today} onChange={(day) => setEntry({ feedbackOn: day ?? '' })} />
        </Field>
      </div>
      <Proposals source={entry.source} feedbackOn={feedbackOn} />
      <FailureNotice error={error} />
      <div className="rect-actions">
        <Button type="primary" onClick={() => void submit()}>
          {text.save}
        </Button>
        <Button type="text" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </Modal>
  )
}
