import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { TabsOfPage } from '../app/room-tabs'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useDone } from '../components/undo-notice'
import { call, useCall } from '../desk'
import { roomLabels } from '../text/app'
import { districtTabs, districtText } from '../text/district'
import { reviewText as text } from '../text/district-review'
import { CheckList } from './check-list'
import './district.css'
import { PeriodField } from './period-field'
import { useDistrictPeriod } from './period-state'
import { ReasonForm } from '../components/reason-form'
import { useReviewView } from './review-state'
import { UnitReview } from './unit-review'

interface LockButtonProps {
  readonly period: string
  readonly isLocked: boolean
  readonly openChecks: number
}

/** 锁定 closes the period against returns and verdicts; opening it again needs a reason. */
function LockButton({ period, isLocked, openChecks }: LockButtonProps) {
  const done = useDone()
  const [isReopening, setIsReopening] = useState(false)
  const lock = async (): Promise<void> => {
    await call('district.lock', { period })
    done(text.locked(period))
  }
  const reopen = async (reason: string): Promise<void> => {
    await call('district.reopen', { period, reason })
    done(text.reopened(period))
  }
  if (!isLocked)
    return (
      <ActionButton type="primary" disabled={openChecks > 0} does="district.lock" run={lock}>
        {text.lock}
      </ActionButton>
    )
  return (
    <>
      <Button className="for-lead" onClick={() => setIsReopening(true)}>
        {text.reopen}
      </Button>
      {isReopening && (
        <ReasonForm
          title={text.reopen}
          label={text.reopenReason}
          word={text.reopen}
          cancel={districtText.cancel}
          onClose={() => setIsReopening(false)}
          run={reopen}
        />
      )}
    </>
  )
}

/** 核验: what does not fit in the returns, and each return line by line. */
export function ReviewTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const choice = useDistrictPeriod()
  const { period } = choice
  const [shown, show] = useReviewView()
  const checks = useCall('district.checks', { period })
  const inbox = useCall('district.inbox', { period })
  const open = checks.data?.filter(({ decision }) => decision === null).length ?? 0
  const lockedOn = inbox.data?.period.lockedOn ?? null
  const isLocked = lockedOn !== null
  return (
    <section className="page" aria-label={districtTabs.review}>
      <PageHeader
        title={roomLabels.district}
        tabs={tabs}
        sentence={checks.data ? text.sentence(open, checks.data.length) : null}
        note={isLocked ? text.lockedOn(lockedOn, inbox.data?.period.lockedBy ?? '') : null}
        extra={
          <>
            <PeriodField choice={choice} />
            {checks.data && inbox.data && <LockButton period={period} isLocked={isLocked} openChecks={open} />}
          </>
        }
      />
      <div className="district-bar">
        <Segmented
          size="small"
          aria-label={text.viewLabel}
          value={shown.view}
          options={[
            { value: 'checks' as const, label: text.checksView },
            { value: 'unit' as const, label: text.unitView },
          ]}
          onChange={(view) => show({ view })}
        />
      </div>
      <FailureNotice error={checks.error ?? inbox.error} onRetry={() => void checks.refetch()} />
      {shown.view === 'checks' ? (
        <CheckList
          checks={checks.data ?? []}
          period={period}
          isLocked={isLocked}
          onOpenUnit={(unitId) => show({ view: 'unit', unitId })}
        />
      ) : (
        <UnitReview
          period={period}
          unitId={shown.unitId}
          units={inbox.data?.rows ?? []}
          isLocked={isLocked}
          onChoose={(unitId) => show({ unitId })}
        />
      )}
    </section>
  )
}
