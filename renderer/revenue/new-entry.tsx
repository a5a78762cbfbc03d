import { Button, Modal } from 'antd'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import { revenueTerms } from '../../shared/terms/revenue'
import { dropDraft, useDraft } from '../app/kept'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { useFirstFocus } from '../components/first-focus'
import { useDone } from '../components/undo-notice'
import { useAction } from '../desk'
import { entryText as text } from '../text/revenue'
import { EntryFields } from './entry-fields'
import { emptyDraft, fieldsOf } from './entry-form'

interface NewEntryProps {
  /** 'booking' asks for the day in the treasury and books at once, 'clue' keeps a clue. */
  readonly kind: 'booking' | 'clue'
  readonly isOpen: boolean
  readonly today: IsoDate
  readonly onClose: () => void
}

const firstDrafts = { booking: { ...emptyDraft, bookedOn: '' }, clue: { ...emptyDraft, bookedOn: '' } }

function NewEntryForm({ kind, today, onClose }: Omit<NewEntryProps, 'isOpen'>) {
  const key = `revenue.new.${kind}`
  const [draft, setDraft] = useDraft(key, firstDrafts[kind])
  const save = useAction('revenue.save')
  const done = useDone()
  const isBooking = kind === 'booking'
  const fields = fieldsOf(draft, emptyDraft)
  const submit = async (): Promise<void> => {
    if (fields === null) return
    const bookedOn = isBooking ? (parseIsoDate(draft.bookedOn) ?? today) : null
    try {
      await save.mutateAsync({ id: null, fields, bookedOn, expectedUpdatedAt: null })
      dropDraft(key)
      done(text.saved)
      onClose()
    } catch (error) {
      // Shown below by the mutation's own error.
      if (!(error instanceof CallError)) throw error
    }
  }
  return (
    <div className="new-entry">
      {isBooking && (
        <Field label={revenueTerms.bookedOn.label} isRequired>
          <DateField
            value={parseIsoDate(draft.bookedOn) ?? today}
            today={today}
            onChange={(day) => setDraft({ bookedOn: day ?? '' })}
          />
        </Field>
      )}
      <EntryFields draft={draft} onChange={setDraft} today={today} areAmountsRequired={isBooking} />
      <FailureNotice error={save.error} />
      <div className="rev-actions">
        <Button type="primary" disabled={save.isPending || fields === null} onClick={() => void submit()}>
          {isBooking ? text.saveBooking : text.saveClue}
        </Button>
        <Button
          onClick={() => {
            dropDraft(key)
            onClose()
          }}
        >
          {text.dropDraft}
        </Button>
      </div>
    </div>
  )
}

/** 登记入库, or a clue. Closing keeps what was typed. */
export function NewEntry({ kind, isOpen, today, onClose }: NewEntryProps) {
  useFirstFocus('.new-entry .rev-grid input', isOpen ? kind : null)
  return (
    <Modal
      title={kind === 'booking' ? text.newTitle : text.newClueTitle}
      open={isOpen}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      width={640}
      style={{ top: 16 }}
    >
      <NewEntryForm kind={kind} today={today} onClose={onClose} />
    </Modal>
  )
}
