import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import type { FindingEvent } from '../../shared/rectification/lifecycle'
import { findingEventLabels, findingStateLabels } from '../../shared/terms/rectification'
import { dropDraft, useDraft } from '../app/kept'
import { FailureNotice } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { stepText as text } from '../text/rectification-steps'
import { AssignForm } from './assign-form'
import { keptStep, stepKeyOf } from './kept-step'
import {
  closeOutOf,
  dayOf,
  noStepDraft,
  orderedEvents,
  stepInputOf,
  textOf,
  unverifiedOf,
  type StepDraft,
} from './step-draft'
import { StepFields } from './step-fields'

interface StepProps {
  readonly detail: FindingDetail
  readonly today: IsoDate
}

/** Saying what was closed, under which number; it stays until another notice comes. */
function useClosedNotice(): (no: string) => void {
  const { message } = App.useApp()
  return (no) => void message.open({ type: 'success', key: 'done', duration: 10, content: text.closedOne(no) })
}

/** Runs one act of the drawer after the other and keeps what it was refused with. */
function useAct(key: string) {
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setIsRunning] = useState(false)
  const run = async (act: () => Promise<void>): Promise<void> => {
    if (isRunning) return
    setIsRunning(true)
    try {
      await act()
      dropDraft(key)
      setError(null)
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    } finally {
      setIsRunning(false)
    }
  }
  return { run, error, isRunning }
}

function Blocked({ reason }: { readonly reason: string }) {
  return reason === '' ? null : <span className="rect-blocked">{reason}</span>
}

/** The application for more time that waits for its decision. */
function Pending({ event, detail }: { readonly event: FindingEvent; readonly detail: FindingDetail }) {
  const asked = event === 'decideExtension' ? detail.extensions.find(({ decision }) => decision === 'pending') : null
  if (!asked) return null
  const { appliedBy, appliedOn, oldDueOn, newDueOn, reason } = asked
  return <p className="rect-tight">{text.pending(appliedBy, appliedOn, oldDueOn, newDueOn, reason)}</p>
}

interface StepFormProps extends StepProps {
  readonly event: FindingEvent
  readonly blockedBy: string
}

/** One step with its day and what it asks for. */
function StepForm({ detail, today, event, blockedBy }: StepFormProps) {
  const key = stepKeyOf(detail.id, event)
  const [draft, setDraft] = useDraft<StepDraft>(key, noStepDraft)
  const { run, error, isRunning } = useAct(key)
  const done = useDone()
  const sayClosed = useClosedNotice()
  const canRun = stepInputOf(draft, event, detail, today, true) !== null && blockedBy === '' && !isRunning
  const submit = (isApproved: boolean): Promise<void> =>
    run(async () => {
      const typed = keptStep(key)
      const input = stepInputOf(typed, event, detail, today, isApproved)
      if (!input) return
      const { closureFormNo } = await call('rectification.step', input)
      if (typed.verifies)
        for (const { id } of unverifiedOf(typed, event, detail))
          await call('rectification.setMeasureStatus', { id, status: 'verified', on: input.on })
      if (event === 'close') sayClosed(closureFormNo)
      else done(text.done[event])
    })
  const unverified = unverifiedOf(draft, event, detail).length
  const decided = event === 'confirm' || event === 'decideExtension' ? event : null
  return (
    <>
      <Pending event={event} detail={detail} />
      <StepFields
        event={event}
        detail={detail}
        today={today}
        draft={draft}
        onChange={setDraft}
        onEnter={() => void submit(true)}
      />
      {unverified > 0 && (
        <Checkbox checked={draft.verifies} onChange={({ target }) => setDraft({ verifies: target.checked })}>
          {text.verifies(unverified)}
        </Checkbox>
      )}
      <FailureNotice error={error} />
      <div className="rect-actions">
        <Button type="primary" disabled={!canRun} onClick={() => void submit(true)}>
          {text.record[event]}
        </Button>
        {decided && (
          <Button className="for-work" disabled={!canRun} onClick={() => void submit(false)}>
            {text.refuse[decided]}
          </Button>
        )}
        <Blocked reason={blockedBy} />
      </div>
    </>
  )
}

interface ReviewFormProps extends StepProps {
  /** Null = this person may not do all of 同意销号. */
  readonly closeOut: { readonly blockedBy: string } | null
  readonly back: { readonly blockedBy: string } | null
}

/** Review in two clicks: an opinion, then 同意销号 or 退回. */
function ReviewForm({ detail, today, closeOut, back }: ReviewFormProps) {
  const key = `finding-review.${detail.id}`
  const [draft, setDraft] = useDraft<StepDraft>(key, noStepDraft)
  const { run, error, isRunning } = useAct(key)
  const done = useDone()
  const sayClosed = useClosedNotice()
  const on = dayOf(draft, today)
  const typedNow = (): string => textOf(keptStep(key), 'return', detail)
  const close = (): Promise<void> =>
    run(async () => {
      if (!on) return
      const expectedUpdatedAt = detail.updatedAt
      const made = await call('rectification.closeOut', { id: detail.id, on, text: typedNow(), expectedUpdatedAt })
      sayClosed(made.closureFormNo)
    })
  const giveBack = (): Promise<void> =>
    run(async () => {
      if (!on) return
      const expectedUpdatedAt = detail.updatedAt
      await call('rectification.step', { id: detail.id, event: 'return', on, text: typedNow(), expectedUpdatedAt })
      done(text.done.return)
    })
  return (
    <>
      <StepFields
        event="close"
        detail={detail}
        today={today}
        draft={draft}
        onChange={setDraft}
        onEnter={() => undefined}
      />
      <p className="field-hint">
        {closeOut ? (detail.state === 'completed' ? text.closeHint : text.closeOutHint) : ''}
        {back ? text.opinionHint : ''}
      </p>
      <FailureNotice error={error} />
      <div className="rect-actions">
        {closeOut && (
          <Button type="primary" disabled={isRunning || !on || closeOut.blockedBy !== ''} onClick={() => void close()}>
            {text.closeOut}
          </Button>
        )}
        {back && (
          <Button
            className="for-work"
            disabled={isRunning || !on || back.blockedBy !== ''}
            onClick={() => void giveBack()}
          >
            {text.record.return}
          </Button>
        )}
        <Blocked reason={closeOut?.blockedBy || (back?.blockedBy ?? '')} />
      </div>
    </>
  )
}

type Choice = FindingEvent | 'review'

/** The step that is next with its form, and the other ways beside it; what is in the way is said. */
export function NextSteps({ detail, today }: StepProps) {
  const [chosen, setChosen] = useState<Choice | null>(null)
  const events = orderedEvents(detail)
  const closeOut = closeOutOf(detail)
  const back = events.find(({ event }) => event === 'return') ?? null
  const reviews = closeOut !== null || back !== null
  const inReview: ReadonlySet<FindingEvent> = new Set(closeOut && detail.state === 'completed' ? ['close'] : ['return'])
  const single = events.filter(({ event }) => !(reviews && inReview.has(event)))
  const review: readonly Choice[] = reviews ? ['review'] : []
  const steps: readonly Choice[] = single.map(({ event }) => event)
  // A 认定 that does not lead to 销号 is confirmed or refused first.
  const choices = closeOut === null && steps.includes('confirm') ? [...steps, ...review] : [...review, ...steps]
  const usual = detail.state === 'closed' || choices[0] === 'refer' ? null : (choices[0] ?? null)
  const to = chosen !== null && choices.includes(chosen) ? chosen : usual
  const shown = to === null || to === 'review' ? null : single.find(({ event }) => event === to)
  const others = choices.filter((choice) => choice !== to)
  const { proposedState, proposedBy } = detail.fields
  return (
    <section className="section rect-next">
      <h2>{to === null || to === 'review' ? text.title : text.titleOf(findingEventLabels[to])}</h2>
      {detail.isDoer && reviews && <p className="rect-tight">{text.isDoer}</p>}
      {proposedState !== null && (
        <p className="rect-tight">{text.proposed(findingStateLabels[proposedState], proposedBy)}</p>
      )}
      {to === null && <p className="soft rect-tight">{text.waitsFor[detail.state]}</p>}
      {to === 'review' && <ReviewForm detail={detail} today={today} closeOut={closeOut} back={back} />}
      {shown &&
        (shown.event === 'assign' ? (
          <AssignForm detail={detail} today={today} />
        ) : (
          <StepForm key={shown.event} detail={detail} today={today} {...shown} />
        ))}
      {others.length > 0 && (
        <div className="rect-actions">
          <span className="soft">{text.other}</span>
          {others.map((choice) => (
            <Button key={choice} size="small" onClick={() => setChosen(choice)}>
              {choice === 'review' ? text.review : findingEventLabels[choice]}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
