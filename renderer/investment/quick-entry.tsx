import { Button, Flex, Modal, type InputRef } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { CallError } from '../../shared/ipc/client'
import { dropDraft, useDraft } from '../app/kept'
import { showRecord } from '../app/screen'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { isComposing } from '../components/ime'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { quickEntryText as text } from '../text/investment'
import { DuplicateChoice } from './duplicate-choice'
import { useFirstFocus } from '../components/first-focus'

const draftKey = 'quick-lead'
const noWords = { investorName: '', title: '', sourcePerson: '', contact: '' }
/** The check for duplicates waits until typing rests. Unit: milliseconds. */
const restMs = 300
const shortestName = 2

function useRested(value: string): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(value), restMs)
    return () => window.clearTimeout(timer)
  }, [value])
  return rested
}

interface QuickEntryProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** `opens`: the person wants to go on with the record at once. */
  readonly onSaved: (id: string, opens: boolean) => void
}

/** Ctrl+N: a lead in four fields. Closing keeps what was typed. */
export function QuickEntry({ isOpen, onClose, onSaved }: QuickEntryProps) {
  useFirstFocus('.quick-entry input', isOpen ? 'open' : null)
  return (
    <Modal title={text.title} open={isOpen} onCancel={onClose} footer={null} destroyOnHidden width={520}>
      <QuickEntryForm onClose={onClose} onSaved={onSaved} />
    </Modal>
  )
}

/** Live look for the same enterprise, and whether the person has said that it is another one. */
function useDuplicateWatch(investorName: string) {
  const name = useRested(investorName.trim())
  const [different, setDifferent] = useState<string | null>(null)
  const isAsked = name.length >= shortestName
  const { data } = useCall(
    'investment.duplicates',
    { investorName: name, creditCode: '', exceptId: null },
    { enabled: isAsked },
  )
  const isDifferent = different === investorName.trim()
  return {
    duplicates: isDifferent || !isAsked ? [] : (data ?? []),
    isDifferent,
    /** Only likely the same: an alike spelling is shown, and stands in nobody's way. */
    isAsking: !isDifferent && isAsked && (data ?? []).some(({ reason }) => reason !== 'alikeName'),
    isClear: isAsked && name === investorName.trim() && data?.length === 0,
    setDifferent: () => setDifferent(investorName.trim()),
  }
}

function QuickEntryForm({ onClose, onSaved }: Omit<QuickEntryProps, 'isOpen'>) {
  const [words, setWords] = useDraft(draftKey, noWords)
  const [isEmpty, setIsEmpty] = useState(false)
  const save = useAction('investment.save')
  const done = useDone()
  const watch = useDuplicateWatch(words.investorName)
  const openSame = useRef<HTMLButtonElement>(null)
  const summary = useRef<InputRef>(null)
  const submit = async (opens: boolean): Promise<void> => {
    if (words.investorName.trim() === '' && words.title.trim() === '') return setIsEmpty(true)
    if (watch.isAsking) return openSame.current?.focus()
    setIsEmpty(false)
    try {
      const saved = await save.mutateAsync({
        id: null,
        fields: words,
        allowDuplicate: watch.isDifferent,
        expectedUpdatedAt: null,
      })
      dropDraft(draftKey)
      done(text.saved)
      onSaved(saved.id, opens)
    } catch (error) {
      // Shown below by the mutation's own error.
      if (!(error instanceof CallError)) throw error
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isComposing(event) || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    void submit(event.ctrlKey)
  }
  const field = (name: keyof typeof noWords) => ({
    value: words[name],
    onChange: (value: string) => setWords({ [name]: value }),
  })
  return (
    <Flex vertical gap={10} className="quick-entry" onKeyDown={onKeyDown}>
      <Field
        label={text.investor}
        error={isEmpty ? text.needName : null}
        hint={watch.isClear ? text.noDuplicate : null}
      >
        <TextField {...field('investorName')} />
      </Field>
      <DuplicateChoice
        duplicates={watch.duplicates}
        openRef={openSame}
        onOpen={(id) => {
          onClose()
          showRecord(id)
        }}
        onGoOn={() => {
          watch.setDifferent()
          summary.current?.focus()
        }}
      />
      <Field label={text.summary}>
        <TextField {...field('title')} placeholder={text.summaryHint} ref={summary} />
      </Field>
      <Flex gap={12}>
        <div style={{ flex: 1 }}>
          <Field label={text.source}>
            <TextField {...field('sourcePerson')} />
          </Field>
        </div>
        <div style={{ flex: 1 }}>
          <Field label={text.contact}>
            <TextField {...field('contact')} />
          </Field>
        </div>
      </Flex>
      <FailureNotice error={save.error} />
      <Flex gap={8} align="center">
        <span className="soft lead-grow">{text.hint}</span>
        <Button onClick={() => void submit(true)} disabled={save.isPending}>
          {text.saveAndOpen}
        </Button>
        <Button type="primary" onClick={() => void submit(false)} disabled={save.isPending}>
          {text.save}
        </Button>
      </Flex>
    </Flex>
  )
}
