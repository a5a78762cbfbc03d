import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { RevenueDetail } from '../../shared/revenue/contract'
import { needsReason } from '../../shared/revenue/lifecycle'
import type { RevenueStatus } from '../../shared/revenue/record'
import { revenueStatusLabel, revenueTerms } from '../../shared/terms/revenue'
import { dropDraft, useDraft } from '../app/kept'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction } from '../desk'
import { entryText as text } from '../text/revenue'
import { AmountFields } from './entry-fields'
import { draftOf, readAmounts } from './entry-form'

interface StepDraft {
  readonly on: string
  readonly reason: string
  readonly gross: string | null
  readonly retainedRate: string | null
  readonly districtRetained: string | null
  readonly voucherNo: string | null
}

const noDraft: StepDraft = {
  on: '',
  reason: '',
  gross: null,
  retainedRate: null,
  districtRetained: null,
  voucherNo: null,
}

/** What a way is called from where the entry stands. */
function labelOfMove(from: RevenueStatus, to: RevenueStatus): string {
  if (from === 'booked' && to === 'confirmed') return text.takeBackBooking
  if (from === 'reversed' && to === 'booked') return text.takeBackReversal
  if (from === 'dropped' && to === 'clue') return text.takeUpAgain
  return text.moveTo[to]
}

/** Ways that happen on a day of their own; the others happen today. */
function dayNameOf(from: RevenueStatus, to: RevenueStatus): 'confirmed' | 'booked' | 'reversed' | null {
  if (to === 'confirmed') return from === 'clue' ? 'confirmed' : null
  if (to === 'booked') return from === 'reversed' ? null : 'booked'
  return to === 'reversed' ? 'reversed' : null
}

interface StepFormProps {
  readonly detail: RevenueDetail
  readonly to: RevenueStatus
  readonly today: IsoDate
}

function StepForm({ detail, to, today }: StepFormProps) {
  const { entry } = detail
  const key = `revenue.step.${entry.id}.${to}`
  const [draft, setDraft] = useDraft<StepDraft>(key, noDraft)
  const move = useAction('revenue.move')
  const done = useDone()
  const dayName = dayNameOf(entry.status, to)
  const isBooking = to === 'booked' && entry.status !== 'reversed'
  const stored = draftOf(entry)
  const texts = {
    gross: draft.gross ?? stored.gross,
    retainedRate: draft.retainedRate ?? stored.retainedRate,
    districtRetained: draft.districtRetained ?? stored.districtRetained,
  }
  const voucherNo = draft.voucherNo ?? stored.voucherNo
  const { errors, gross, retainedRate, districtRetained } = readAmounts(texts)
  const isReadable = !isBooking || Object.keys(errors).length === 0
  const label = labelOfMove(entry.status, to)
  const submit = async (): Promise<void> => {
    if (!isReadable || move.isPending) return
    const fields = isBooking ? { gross, retainedRate, districtRetained, voucherNo } : {}
    const on = parseIsoDate(draft.on) ?? today
    const { reason } = draft
    try {
      await move.mutateAsync({ id: entry.id, to, on, reason, fields, expectedUpdatedAt: entry.updatedAt })
      dropDraft(key)
      done(text.moved(revenueStatusLabel(to)))
    } catch (error) {
      // Shown below by the mutation's own error.
      if (!(error instanceof CallError)) throw error
    }
  }
  return (
    <>
      <div className="rev-grid">
        {dayName && (
          <Field label={text.dayOf[dayName]} isRequired>
            <DateField
              value={parseIsoDate(draft.on) ?? today}
              today={today}
              onChange={(day) => setDraft({ on: day ?? '' })}
              onEnter={() => void submit()}
            />
          </Field>
        )}
        {isBooking && (
          <>
            <Field label={revenueTerms.voucherNo.label} hint={revenueTerms.voucherNo.definition}>
              <TextField
                value={voucherNo}
                onChange={(value) => setDraft({ voucherNo: value })}
                onEnter={() => void submit()}
              />
            </Field>
            <AmountFields texts={texts} onChange={setDraft} isRequired onEnter={() => void submit()} />
          </>
        )}
        {needsReason(entry.status, to) && (
          <div className="rev-wide">
            <Field label={text.reason} isRequired>
              <TextField isMultiline value={draft.reason} onChange={(reason) => setDraft({ reason })} />
            </Field>
          </div>
        )}
      </div>
      <FailureNotice error={move.error} />
      <div className="rev-actions">
        <Button type="primary" disabled={move.isPending || !isReadable} onClick={() => void submit()}>
          {text.recordMove(label)}
        </Button>
      </div>
    </>
  )
}

/** The step that is next with its one button, and the other ways beside it. */
export function EntryStep({ detail, today }: { readonly detail: RevenueDetail; readonly today: IsoDate }) {
  const { nextStatus, nextStatuses, entry } = detail
  const [chosen, setChosen] = useState<RevenueStatus | null>(null)
  const to = chosen !== null && nextStatuses.includes(chosen) ? chosen : nextStatus
  const others = nextStatuses.filter((status) => status !== to)
  return (
    <section className="section">
      <h2>{to === null ? text.other : text.nextTitle}</h2>
      {to === null && entry.status === 'booked' && <p className="soft">{text.finished}</p>}
      {to !== null && <StepForm key={`${entry.status} ${to}`} detail={detail} to={to} today={today} />}
      {others.length > 0 && (
        <div className="rev-actions">
          {to !== null && <span className="soft">{text.other}</span>}
          {others.map((status) => (
            <Button key={status} size="small" onClick={() => setChosen(status)}>
              {labelOfMove(entry.status, status)}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
