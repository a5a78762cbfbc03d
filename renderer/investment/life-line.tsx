import type { LeadDetail } from '../../shared/investment/contract'
import type { LeadRecord } from '../../shared/investment/record'
import { drawerText } from '../text/investment'

export const lifeSteps = ['filed', 'certified', 'contacted', 'effective', 'landed'] as const
export type LifeStep = (typeof lifeSteps)[number]

/** The states that the main way passes through, the first before any step. */
const wayStates: readonly string[] = ['draft', ...lifeSteps]

/** The step that comes next; null off the main way and at its end. */
export function nextStepOf(detail: LeadDetail): LifeStep | null {
  const at = wayStates.indexOf(detail.state)
  return at < 0 ? null : (lifeSteps[at] ?? null)
}

function dateOf(lead: LeadRecord, step: LifeStep): string | null {
  switch (step) {
    case 'filed':
      return lead.filedOn
    case 'certified':
      return lead.certifiedOn
    case 'contacted':
      return lead.contactedOn
    case 'effective':
      return lead.acceptedOn
    case 'landed':
      return lead.landedOn
  }
}

/** 填报→认证→对接→接收(有效)→落地 with the day of each, as far as it has come. */
export function LifeLine({ detail }: { readonly detail: LeadDetail }) {
  const next = nextStepOf(detail)
  return (
    <ol className="life-line" aria-label={drawerText.lifeLine}>
      {lifeSteps.map((step) => {
        const on = dateOf(detail.lead, step)
        const state = step === next ? 'now' : on === null ? 'open' : 'done'
        const words = { now: on ?? drawerText.stepNow, open: drawerText.stepOpen, done: on ?? drawerText.stepDone }
        return (
          <li
            key={step}
            className={`life-step life-step-${state}`}
            {...(state === 'now' ? { 'aria-current': 'step' } : {})}
          >
            <span className="life-sign" aria-hidden="true">
              {drawerText.stepSigns[state]}
            </span>
            <span className="life-name">{drawerText.steps[step]}</span>
            <span className="life-date">{words[state]}</span>
          </li>
        )
      })}
    </ol>
  )
}
