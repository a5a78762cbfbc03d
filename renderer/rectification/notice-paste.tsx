import { Button, Checkbox, Modal } from 'antd'
import { useRef, useState, type Ref } from 'react'
import { CallError } from '../../shared/ipc/client'
import type { ProgramRow } from '../../shared/rectification/contract'
import type { NoticeReading } from '../../shared/rectification/notice-contract'
import { dropDraft, useDraft } from '../app/kept'
import { FailureNotice } from '../components/failure-notice'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { noticeText as text } from '../text/rectification-notice'
import { IssueList } from './issue-list'
import { itemsOf, keyOfNotice, longestNotice, noNotice, takesMeasures, type NoticeDraft } from './notice-draft'
import { NoticeItems } from './notice-items'
import { NoticeLeft } from './notice-left'
import './statistics.css'

/** Declared and found side by side; what differs carries a sign and both numbers. */
function Totals({ totals }: { readonly totals: NoticeReading['totals'] }) {
  return (
    <p className="rect-totals figures" aria-label={text.totalsLabel}>
      {totals.map(({ label, declared, found, isSame }) => (
        <span key={label} className={isSame === false ? 'light-near' : ''}>
          {text.total(label, declared, found, isSame)}
        </span>
      ))}
    </p>
  )
}

interface ReviewProps {
  readonly program: ProgramRow
  readonly draft: NoticeDraft
  readonly onChange: (change: Partial<NoticeDraft> | ((now: NoticeDraft) => Partial<NoticeDraft>)) => void
  readonly reading: NoticeReading
  readonly onDone: () => void
}

/** The tree that was read: what is kept, under which title and kind. */
function Review({ program, draft, onChange, reading, onDone }: ReviewProps) {
  const { left, pasted } = draft
  const withMeasures = takesMeasures(draft, reading)
  const items = itemsOf(reading.items, draft)
  const keep = useAction('rectification.keepNotice')
  const done = useDone()
  const kept = items.filter(({ index }) => !left.includes(index))
  const isNamed = kept.every(({ title }) => title.trim() !== '')
  const submit = async (): Promise<void> => {
    const { declared, levelNames } = reading
    try {
      const asked = { programId: program.id, text: pasted, items: [...kept], declared, levelNames, withMeasures }
      const counts = await keep.mutateAsync(asked)
      dropDraft(keyOfNotice(program.id))
      onDone()
      done(text.done(counts.added, counts.unchanged))
    } catch (refusal) {
      // Shown below by the mutation's own error.
      if (!(refusal instanceof CallError)) throw refusal
    }
  }
  const { issues } = reading
  return (
    <>
      <Totals totals={reading.totals} />
      {issues.length === 0 ? (
        <p className="soft rect-tight">{text.clean}</p>
      ) : (
        <section className="rect-notice-issues">
          <h2>{text.issues(issues.length)}</h2>
          <IssueList issues={issues} onOpen={onDone} />
        </section>
      )}
      {items.length === 0 ? <p>{text.noItems}</p> : <NoticeItems items={items} left={left} onChange={onChange} />}
      <NoticeLeft reading={reading} />
      <FailureNotice error={keep.error} />
      <div className="rect-actions">
        <Button type="primary" disabled={kept.length === 0 || !isNamed || keep.isPending} onClick={() => void submit()}>
          {text.confirm(kept.length)}
        </Button>
        <Button onClick={() => dropDraft(keyOfNotice(program.id))}>{text.again}</Button>
        <Checkbox checked={withMeasures} onChange={({ target }) => onChange({ withMeasures: target.checked })}>
          {text.withMeasures}
        </Checkbox>
        {!isNamed && <span className="field-error">{text.needTitle}</span>}
      </div>
    </>
  )
}

interface PlaceProps {
  readonly onRead: (pasted: string) => void
  readonly place: Ref<HTMLDivElement>
}

/** Where a text is pasted, which reads it at once, or typed and then read. */
function PastePlace({ onRead, place }: PlaceProps) {
  const [typed, setTyped] = useState('')
  const isLong = typed.length > longestNotice
  return (
    // A paste into the empty field needs no further click.
    <div
      ref={place}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain')
        if (typed.trim() !== '' || pasted.trim() === '' || pasted.length > longestNotice) return
        event.preventDefault()
        onRead(pasted)
      }}
    >
      <TextField
        isMultiline
        rows={10}
        maxLength={longestNotice}
        hasFocus
        label={text.here}
        placeholder={text.here}
        value={typed}
        onChange={setTyped}
      />
      {typed.trim() !== '' && (
        <div className="rect-actions">
          <Button type="primary" disabled={isLong} onClick={() => onRead(typed)}>
            {text.read}
          </Button>
        </div>
      )}
    </div>
  )
}

interface NoticePasteProps {
  readonly program: ProgramRow
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A notice's text, pasted, becomes a tree to review and then findings of the programme. The review is kept until then. */
export function NoticePaste({ program, isOpen, onClose }: NoticePasteProps) {
  const [draft, change] = useDraft(keyOfNotice(program.id), noNotice)
  const place = useRef<HTMLDivElement>(null)
  const { pasted } = draft
  const { data, error, isFetching } = useCall(
    'rectification.readNotice',
    { text: pasted },
    { enabled: isOpen && pasted !== '' },
  )
  return (
    <Modal
      open={isOpen}
      title={text.title(program.title)}
      onCancel={onClose}
      // The dialog gives the focus to its first button where it opens over one that closes.
      afterOpenChange={(isShown) => {
        if (isShown) place.current?.querySelector('textarea')?.focus()
      }}
      footer={null}
      width={1080}
      className="rect-notice-dialog"
      destroyOnHidden
    >
      {isFetching && !data && <p className="soft">{text.reading}</p>}
      <FailureNotice error={error} />
      {(pasted === '' || Boolean(error)) && (
        <PastePlace place={place} onRead={(next) => change({ ...noNotice, pasted: next })} />
      )}
      {data && pasted !== '' && (
        <Review program={program} draft={draft} onChange={change} reading={data} onDone={onClose} />
      )}
    </Modal>
  )
}
