import type { RevenueRecord, RevenueStatus } from '../../shared/revenue/record'
import { entryText as text } from '../text/revenue'

const steps = ['clue', 'confirmed', 'booked', 'reversed'] as const
type Step = (typeof steps)[number]

function dateOf(entry: RevenueRecord, step: Step): string | null {
  switch (step) {
    case 'clue':
      return entry.occurredOn
    case 'confirmed':
      return entry.confirmedOn
    case 'booked':
      return entry.bookedOn
    case 'reversed':
      return entry.reversedOn
  }
}

function isPast(status: RevenueStatus, step: Step): boolean {
  if (step === 'clue') return true
  return steps.indexOf(step) <= steps.findIndex((known) => known === status)
}

/** 线索→确认→入库 with the day of each, and 冲回 where it happened. */
export function LifeLine({ entry, next }: { readonly entry: RevenueRecord; readonly next: RevenueStatus | null }) {
  const shown = steps.filter((step) => step !== 'reversed' || entry.status === 'reversed')
  return (
    <ol className="rev-life" aria-label={text.lifeLine}>
      {shown.map((step) => {
        const state = isPast(entry.status, step) ? 'done' : step === next ? 'now' : 'open'
        const words = { done: text.stepDone, now: text.nextTitle, open: text.stepOpen }
        return (
          <li
            key={step}
            className={`rev-step rev-step-${state}`}
            {...(state === 'now' ? { 'aria-current': 'step' } : {})}
          >
            <span aria-hidden="true">{text.stepSigns[state]}</span>
            <span className="rev-step-name">{text.steps[step]}</span>
            <span className="rev-step-date">{dateOf(entry, step) ?? words[state]}</span>
          </li>
        )
      })}
    </ol>
  )
}
