import { App, Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { TipRow } from '../../shared/revenue/contract'
import type { RevenueRecord } from '../../shared/revenue/record'
import { tipDirectionLabels, tipLetter, tipTerms } from '../../shared/terms/revenue'
import { dropDraft, useDraft } from '../app/kept'
import { openTarget } from '../app/open-target'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { copyText } from '../components/copy-text'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { useFirstFocus } from '../components/first-focus'
import { RecordDrawer } from '../components/record-drawer'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { HistorySection } from '../components/record-history'
import { call, useAction, useCall } from '../desk'
import { tipText as text } from '../text/revenue'
import type { Day } from './day'
import { AmountFields } from './entry-fields'
import { draftOf, readAmounts } from './entry-form'
import { TipForm } from './tip-form'
import { TipSlip } from './tip-slip'
import { TipState } from './tip-state'

interface AnswerDraft {
  readonly handledOn: string
  readonly result: string
  readonly receiptNo: string
  readonly gross: string | null
  readonly retainedRate: string | null
  readonly districtRetained: string | null
}

const noAnswer: AnswerDraft = {
  handledOn: '',
  result: '',
  receiptNo: '',
  gross: null,
  retainedRate: null,
  districtRetained: null,
}

interface AnswerFormProps {
  readonly row: TipRow
  /** The entry that the tip speaks of, where it is not in the treasury yet. */
  readonly entry: RevenueRecord | null
  readonly today: IsoDate
}

function AnswerForm({ row, entry, today }: AnswerFormProps) {
  const { tip } = row
  const key = `revenue.answer.${tip.id}`
  const [draft, setDraft] = useDraft<AnswerDraft>(key, noAnswer)
  const answer = useAction('revenue.answerTip')
  const done = useDone()
  const stored = entry ? draftOf(entry) : null
  const texts = {
    gross: draft.gross ?? stored?.gross ?? '',
    retainedRate: draft.retainedRate ?? stored?.retainedRate ?? '',
    districtRetained: draft.districtRetained ?? '',
  }
  const { errors, gross, retainedRate, districtRetained } = readAmounts(texts)
  const handledOn = parseIsoDate(draft.handledOn) ?? today
  const { result, receiptNo } = draft
  const isBooking = entry !== null && texts.districtRetained.trim() !== ''
  const isReadable = !isBooking || Object.keys(errors).length === 0
  const submit = async (): Promise<void> => {
    const amounts = { gross, retainedRate, districtRetained, voucherNo: entry?.voucherNo || receiptNo }
    const booking = isBooking ? { bookedOn: handledOn, ...amounts } : null
    try {
      await answer.mutateAsync({ id: tip.id, handledOn, result: result.trim(), receiptNo, booking })
      dropDraft(key)
      done(isBooking ? text.answeredBooked : text.answered)
    } catch (error) {
      // Shown below by the mutation's own error.
      if (!(error instanceof CallError)) throw error
    }
  }
  return (
    <section className="section answer-form">
      <h2>{text.answerTitle}</h2>
      <div className="rev-grid">
        <div className="rev-wide">
          <Field label={tipTerms.result.label} isRequired>
            <TextField isMultiline value={result} onChange={(next) => setDraft({ result: next })} />
          </Field>
        </div>
        <Field label={tipTerms.handledOn.label} isRequired>
          <DateField value={handledOn} today={today} onChange={(day) => setDraft({ handledOn: day ?? '' })} />
        </Field>
        <Field label={tipTerms.receiptNo.label}>
          <TextField value={receiptNo} onChange={(next) => setDraft({ receiptNo: next })} />
        </Field>
        {entry && (
          <>
            <p className="rev-wide soft">
              {text.booking} {text.bookingHint(entry.item)}
            </p>
            <AmountFields texts={texts} onChange={setDraft} />
          </>
        )}
      </div>
      <FailureNotice error={answer.error} />
      <div className="rev-actions">
        <Button
          type="primary"
          disabled={answer.isPending || !isReadable || result.trim() === ''}
          onClick={() => void submit()}
        >
          {text.answer}
        </Button>
        {result.trim() === '' && <span className="soft">{text.needsResult}</span>}
      </div>
    </section>
  )
}

function TipFacts({ row, entry }: { readonly row: TipRow; readonly entry: RevenueRecord | null }) {
  const { tip } = row
  return (
    <dl className="facts">
      <dt>{tipTerms.direction.label}</dt>
      <dd>{tipDirectionLabels[tip.direction]}</dd>
      <dt>{text.columns.state}</dt>
      <dd>
        <TipState row={row} />
      </dd>
      <dt>{tipTerms.answerDueOn.label}</dt>
      <dd>{tip.answerDueOn ?? text.noDay}</dd>
      {entry && (
        <>
          <dt>{tipTerms.entryId.label}</dt>
          <dd>
            <button type="button" className="link" onClick={() => openTarget({ kind: 'entry', recordId: entry.id })}>
              {entry.item}
            </button>
          </dd>
        </>
      )}
      {tip.handledOn !== null && (
        <>
          <dt>{tipTerms.result.label}</dt>
          <dd>{tip.result}</dd>
          <dt>{tipTerms.receiptNo.label}</dt>
          <dd>{tip.receiptNo === '' ? text.noDay : tip.receiptNo}</dd>
        </>
      )}
    </dl>
  )
}

function TipContent({ row, day, onGone }: { readonly row: TipRow; readonly day: Day; readonly onGone: () => void }) {
  const { tip } = row
  const { bureau } = useShell()
  const { message } = App.useApp()
  const done = useDone()
  const [isEditing, setIsEditing] = useState(false)
  const [isPrinting, setIsPrinting] = useState(false)
  const { data } = useCall('revenue.get', { id: tip.entryId ?? '' }, { enabled: tip.entryId !== null })
  const entry = tip.entryId !== null && data?.entry.id === tip.entryId ? data.entry : null
  const isOpenEntry = entry !== null && (entry.status === 'clue' || entry.status === 'confirmed')
  const isWaiting = tip.entryId !== null && entry === null
  const letter = tipLetter(tip, bureau.name, entry)
  const copy = (): void => {
    const isDone = copyText(letter)
    void message.open({ type: isDone ? 'success' : 'warning', content: isDone ? text.copied : text.copyFailed })
  }
  const remove = async (): Promise<void> => {
    await call('revenue.removeTip', { id: tip.id })
    onGone()
    done(text.deleted)
  }
  return (
    <>
      {tip.handledOn === null && !isWaiting && (
        <AnswerForm row={row} entry={isOpenEntry ? entry : null} today={day.today} />
      )}
      <section className="section">
        <TipFacts row={row} entry={entry} />
      </section>
      <section className="section">
        <h2>{text.letter}</h2>
        <p className="rev-letter">{letter}</p>
        <div className="rev-actions">
          <Button disabled={false} onClick={copy}>
            {text.copy}
          </Button>
          <Button disabled={false} onClick={() => setIsPrinting(true)}>
            {text.print}
          </Button>
          <Button onClick={() => setIsEditing(true)}>{text.edit}</Button>
          <ActionButton run={remove}>{text.delete}</ActionButton>
        </div>
      </section>
      <HistorySection recordId={tip.id} />
      <TipForm
        isOpen={isEditing}
        asked={{ direction: tip.direction, entry, tip }}
        today={day.today}
        onClose={() => setIsEditing(false)}
      />
      {isPrinting && <TipSlip letter={letter} bureau={bureau.name} onDone={() => setIsPrinting(false)} />}
    </>
  )
}

interface TipDrawerProps {
  readonly id: string | null
  readonly day: Day
  readonly onClose: () => void
}

/** A tip beside its list: the answer first, then what it said. */
export function TipDrawer({ id, day, onClose }: TipDrawerProps) {
  // The drawer keeps showing its last record while it slides out of sight.
  const [shownId, setShownId] = useState(id)
  if (id !== null && id !== shownId) setShownId(id)
  const { data, error } = useCall('revenue.tips', { state: 'all', direction: null }, { enabled: shownId !== null })
  const row = data?.find(({ tip }) => tip.id === shownId)
  useFirstFocus('.answer-form textarea', id !== null && row ? id : null)
  return (
    <RecordDrawer isOpen={id !== null} onClose={onClose} width={620} title={row?.tip.counterpart ?? text.title}>
      <FailureNotice error={error} />
      {row && <TipContent key={row.tip.id} row={row} day={day} onGone={onClose} />}
    </RecordDrawer>
  )
}
