import { yearOf } from '../../shared/core/dates'
import type { PolicyDetail } from '../../shared/environment/contract'
import { policyDueText, policyStateText } from '../../shared/terms/environment'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { Attachments } from '../components/attachments'
import { FailureNotice } from '../components/failure-notice'
import { useFirstFocus } from '../components/first-focus'
import { Light } from '../components/light'
import { RecordDrawer } from '../components/record-drawer'
import { useDone } from '../components/undo-notice'
import { HistorySection } from '../components/record-history'
import { call, useCall } from '../desk'
import { policyText as text } from '../text/environment'
import { PolicyForm } from './policies-form'
import { ToldPanel } from './policies-told'

interface PolicyDrawerProps {
  readonly id: string | null
  readonly isNew: boolean
  readonly onSavedNew: (id: string) => void
  readonly onClose: () => void
}

/** One policy beside the list, or the form for a new one. */
export function PolicyDrawer({ id, isNew, onSavedNew, onClose }: PolicyDrawerProps) {
  const { data, error } = useCall('environment.policy', { id: id ?? '-' }, { enabled: id !== null })
  useFirstFocus('.policy-form input', isNew ? 'new' : null)
  const done = useDone()
  const detail = id === null ? undefined : data
  return (
    <RecordDrawer
      title={isNew ? text.new : (detail?.policy.title ?? '')}
      isOpen={isNew || id !== null}
      onClose={onClose}
      width={720}
      extra={
        detail && (
          <ActionButton
            size="small"
            run={async () => {
              await call('environment.removePolicy', { id: detail.policy.id })
              onClose()
              done(text.removed)
            }}
          >
            {text.remove}
          </ActionButton>
        )
      }
    >
      {isNew && <PolicyForm key="new" policy={null} onSaved={onSavedNew} />}
      {!isNew && <FailureNotice error={error} />}
      {!isNew && detail && <PolicyView key={detail.policy.id} detail={detail} />}
    </RecordDrawer>
  )
}

function PolicyView({ detail }: { readonly detail: PolicyDetail }) {
  return (
    <>
      <Sending detail={detail} />
      <ToldPanel detail={detail} />
      <section className="section">
        <h2>{text.edit}</h2>
        <PolicyForm policy={detail.policy} onSaved={() => undefined} />
      </section>
      <Attachments room="environment" recordId={detail.policy.id} />
      <HistorySection recordId={detail.policy.id} />
    </>
  )
}

/** The clock in words, and the one click that says the policy was sent. */
function Sending({ detail }: { readonly detail: PolicyDetail }) {
  const { today } = useShell()
  const done = useDone()
  const { policy } = detail
  const send = async (sentOn: typeof policy.sentOn, said: string): Promise<void> => {
    await call('environment.savePolicy', {
      id: policy.id,
      fields: { sentOn },
      expectedUpdatedAt: policy.updatedAt,
    })
    done(said)
  }
  return (
    <section className="section" aria-label={text.sending}>
      <p className="policy-sentence">
        {text.clock(policyDueText(detail, yearOf(policy.publishedOn)))}{' '}
        <Light state={detail.light} text={policyStateText(detail)} />
      </p>
      <div className="told-bar">
        {policy.sentOn === null ? (
          <ActionButton type="primary" run={() => send(today, text.sent(text.day(today)))}>
            {text.markSent(text.day(today))}
          </ActionButton>
        ) : (
          <ActionButton run={() => send(null, text.takenBack)}>{text.takeBack}</ActionButton>
        )}
        {!detail.hasExplainer && <span className="soft">{text.noExplainer}</span>}
      </div>
    </section>
  )
}
