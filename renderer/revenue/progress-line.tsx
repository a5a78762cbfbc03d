import type { RevenueProgress } from '../../shared/revenue/contract'
import { useCall } from '../desk'
import { pageText as text } from '../text/revenue'
import { amountOf } from './amounts'

export function useProgress(year: number): RevenueProgress | undefined {
  return useCall('revenue.progress', { year }, { keepsPrevious: true }).data
}

function Bar({ progress }: { readonly progress: RevenueProgress }) {
  const { targetFen, bookedDistrictRetainedFen: booked, rate } = progress
  if (targetFen === null || targetFen <= 0 || rate === null) return null
  // Past the target the whole bar is the amount, and the target's line moves to the left.
  const whole = Math.max(targetFen, booked)
  const share = (amount: number): string => `${Math.max(0, Math.min(100, (amount / whole) * 100))}%`
  return (
    <div className="rev-bar" role="img" aria-label={text.barLabel(rate)}>
      <div className="rev-bar-done" style={{ width: share(booked) }} />
      <div className="rev-bar-target" style={{ left: `calc(${share(targetFen)} - 2px)` }} />
    </div>
  )
}

interface ProgressLineProps {
  readonly progress: RevenueProgress | undefined
  readonly onShowCounted: () => void
  readonly onShowClues: () => void
  readonly onShowConfirmed: () => void
  readonly onShowTips: () => void
}

/** 「4.1 / 5万元（区留成） 82%，还差0.9万元」 and what is still open, each opening its rows. */
export function ProgressLine({ progress, onShowCounted, onShowClues, onShowConfirmed, onShowTips }: ProgressLineProps) {
  if (!progress) return null
  const { targetFen, bookedDistrictRetainedFen, rate, remainingFen, entryIds } = progress
  const booked = amountOf(bookedDistrictRetainedFen)
  const figure = targetFen === null ? text.noTarget(booked) : text.progress(booked, amountOf(targetFen))
  const isEmpty = entryIds.length === 0 && targetFen !== null
  return (
    <>
      {isEmpty ? (
        text.nothingYet(amountOf(targetFen))
      ) : (
        <>
          <button type="button" className="rev-figure" title={text.openCounted} onClick={onShowCounted}>
            {figure}
          </button>
          {rate !== null && <span className="figures"> {rate}</span>}
          {remainingFen !== null && (
            <span className="figures">{remainingFen === 0 ? text.reached : text.gap(amountOf(remainingFen))}</span>
          )}
        </>
      )}
      <Bar progress={progress} />
      <span className="rev-notes">
        <button type="button" className="rev-figure" onClick={onShowClues}>
          {text.clues(progress.clues)}
        </button>
        <button type="button" className="rev-figure" onClick={onShowConfirmed}>
          {text.confirmed(progress.confirmed)}
        </button>
        <button type="button" className="rev-figure" onClick={onShowTips}>
          {text.unanswered(progress.unansweredTips)}
        </button>
        <span className="rev-target">{text.target(progress.targetSource)}</span>
      </span>
    </>
  )
}
