import { Checkbox } from 'antd'
import type { CheckResult } from '../../shared/district/record'
import { EmptyState } from '../components/empty-state'
import { reviewText as text } from '../text/district-review'
import { CheckLine } from './check-line'
import { useReviewView } from './review-state'

interface CheckListProps {
  readonly checks: readonly CheckResult[]
  readonly period: string
  readonly isLocked: boolean
  readonly onOpenUnit: (unitId: string) => void
}

/** Checks that one decision may fit: of one kind in one unit. Two units with one enterprise are always looked at singly. */
function isAlike(each: CheckResult, check: CheckResult): boolean {
  return each.key !== check.key && each.unitId === check.unitId && each.code === check.code && each.other === null
}

/** 待核问题: open ones first; those that are decided on wish. */
export function CheckList({ checks, period, isLocked, onOpenUnit }: CheckListProps) {
  const [{ showsDecided }, show] = useReviewView()
  const open = checks.filter(({ decision }) => decision === null)
  const shown = showsDecided ? [...open, ...checks.filter(({ decision }) => decision !== null)] : open
  return (
    <div className="district-scroll">
      {checks.length > open.length && (
        <Checkbox checked={showsDecided} onChange={(event) => show({ showsDecided: event.target.checked })}>
          {text.showDecided}
        </Checkbox>
      )}
      {shown.length === 0 ? (
        <EmptyState text={checks.length === 0 ? text.noChecks : text.allDecided} />
      ) : (
        <ul className="district-slips" aria-label={text.checksView}>
          {shown.map((check) => (
            <CheckLine
              key={check.key}
              check={check}
              period={period}
              alike={open.filter((each) => isAlike(each, check))}
              isLocked={isLocked}
              onOpenUnit={onOpenUnit}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
