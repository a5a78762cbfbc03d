import { Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { CallError } from '../../shared/ipc/client'
import type { ProgramRow } from '../../shared/rectification/contract'
import type { NoticeItem, NoticeReading } from '../../shared/rectification/notice-contract'
import { FailureNotice } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { noticeText as text } from '../text/rectification-notice'
import { IssueList } from './issue-list'
import { NoticeItems } from './notice-items'
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
  readonly pasted: string
  readonly reading: NoticeReading
  readonly onAgain: () => void
  readonly onDone: () => void
}

/** The tree that was read: what is kept, under which title and kind. */
function Review({ program, pasted, reading, onAgain, onDone }: ReviewProps) {
  const [items, setItems] = useState<readonly NoticeItem[]>(reading.items)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [withMeasures, setWithMeasures] = useState(true)
  const keep = useAction('rectification.keepNotice')
  const done = useDone()
  const kept = items.filter(({ index }) => !left.has(index))
  const submit = async (): Promise<void> => {
    const { declared, levelNames } = reading
    try {
      const counts = await keep.mutateAsync({
        programId: program.id,
        text: pasted,
        items: [...kept],
        declared,
        levelNames,
        withMeasures,
      })
      done(text.done(counts.added, counts.unchanged))
      onDone()
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
        <p className="soft">{text.clean}</p>
      ) : (
        <section className="rect-notice-issues">
          <h2>{text.issues(issues.length)}</h2>
          <IssueList issues={issues} onOpen={onDone} />
        </section>
      )}
      <NoticeItems
        items={items}
        left={left}
        onKeep={(index, isKept) =>
          setLeft((now) => {
            const next = new Set(now)
            if (isKept) next.delete(index)
            else next.add(index)
            return next
          })
        }
        onChange={(index, part) =>
          setItems((now) => now.map((item) => (item.index === index ? { ...item, ...part } : item)))
        }
      />
      <FailureNotice error={keep.error} />
      <div className="rect-actions">
        <Button type="primary" disabled={kept.length === 0 || keep.isPending} onClick={() => void submit()}>
          {text.confirm(kept.length)}
        </Button>
        <Button onClick={onAgain}>{text.again}</Button>
        <Checkbox checked={withMeasures} onChange={({ target }) => setWithMeasures(target.checked)}>
          {text.withMeasures}
        </Checkbox>
      </div>
    </>
  )
}

interface NoticePasteProps {
  readonly program: ProgramRow
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A notice's text, pasted, becomes a tree to review and then findings of the programme. */
export function NoticePaste({ program, isOpen, onClose }: NoticePasteProps) {
  const [pasted, setPasted] = useState('')
  const { data, error, isFetching } = useCall('rectification.readNotice', { text: pasted }, { enabled: pasted !== '' })
  const close = (): void => {
    setPasted('')
    onClose()
  }
  return (
    <Modal open={isOpen} title={text.title(program.title)} onCancel={close} footer={null} width={1080} destroyOnHidden>
      {isFetching && <p className="soft">{text.reading}</p>}
      <FailureNotice error={error} />
      {(pasted === '' || Boolean(error)) && (
        <Input.TextArea
          rows={10}
          value=""
          autoFocus
          aria-label={text.here}
          placeholder={text.here}
          onChange={() => undefined}
          onPaste={(event) => {
            event.preventDefault()
            setPasted(event.clipboardData.getData('text/plain'))
          }}
        />
      )}
      {data && pasted !== '' && (
        <Review
          key={pasted}
          program={program}
          pasted={pasted}
          reading={data}
          onAgain={() => setPasted('')}
          onDone={close}
        />
      )}
    </Modal>
  )
}
