import type { IsoDate } from '../../shared/core/dates'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import type { Cycle, FindingStep } from '../../shared/rectification/part-records'
import { findingStateLabels, findingStepLabels } from '../../shared/terms/rectification'
import { pageText } from '../text/rectification'
import { courseText as text } from '../text/rectification-steps'
import { ClosureActions } from './closure-actions'
import { Letters } from './letters'
import { LookBacks } from './look-backs'

function StepItem({ step }: { readonly step: FindingStep }) {
  const { kind, on, by, from, to, agreedBy, docNo } = step
  const facts = [
    from === to ? '' : text.moved(findingStateLabels[from], findingStateLabels[to]),
    agreedBy === '' ? '' : text.agreed(agreedBy),
    docNo === '' ? '' : text.docNo(docNo),
  ].filter((fact) => fact !== '')
  return (
    <li className={kind === 'return' || kind === 'reopen' ? 'light-overdue' : ''}>
      <span className="figures rect-nowrap">{on}</span>
      <span className="rect-grow">
        <strong>{findingStepLabels[kind]}</strong> {by}
        {facts.length > 0 && <span className="soft"> {facts.join(pageText.separator)}</span>}
        {step.text !== '' && <div className="rect-text">{step.text}</div>}
      </span>
    </li>
  )
}

function CyclePart({ detail, cycle }: { readonly detail: FindingDetail; readonly cycle: Cycle }) {
  const steps = detail.steps.filter((step) => step.cycle === cycle.seq)
  const { closedOn, closureFormNo, reopenReason, reopenBasis } = cycle
  return (
    <section className="section">
      <h2>{text.cycle(cycle.seq)}</h2>
      {reopenReason !== '' && <p className="rect-text">{text.reopened(reopenReason, reopenBasis)}</p>}
      {closedOn !== null && (
        <div className="rect-line">
          <span className="rect-grow">{text.closed(closureFormNo, closedOn)}</span>
          <ClosureActions findingId={detail.id} cycle={cycle.seq} />
        </div>
      )}
      <ol className="rect-rows rect-course">
        {steps.map((step) => (
          <StepItem key={step.id} step={step} />
        ))}
      </ol>
    </section>
  )
}

function Extensions({ detail }: { readonly detail: FindingDetail }) {
  if (detail.extensions.length === 0) return null
  return (
    <section className="section">
      <h2>{text.extensions}</h2>
      <ul className="rect-rows">
        {detail.extensions.map((each) => (
          <li key={each.id}>
            <span className="figures rect-nowrap">{text.extension(each.oldDueOn, each.newDueOn)}</span>
            <span className={`rect-nowrap ${each.decision === 'pending' ? 'light-near' : ''}`}>
              {text.decisions[each.decision]}
            </span>
            <span className="rect-grow">
              {text.applied(each.appliedOn, each.appliedBy, each.reason)}
              {each.decidedOn !== null && (
                <span className="soft">
                  {pageText.gap}
                  {text.decided(each.decidedOn, each.decidedBy)} {each.docNo}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 经过: round by round, the newest first, with returns in red and every extension with both dates. */
export function Course({ detail, today }: { readonly detail: FindingDetail; readonly today: IsoDate }) {
  const cycles = detail.cycles.toSorted((left, right) => right.seq - left.seq)
  return (
    <>
      <Letters detail={detail} />
      {detail.steps.length === 0 && <p className="soft">{text.noSteps}</p>}
      <Extensions detail={detail} />
      <LookBacks detail={detail} today={today} />
      {cycles.map((cycle) => (
        <CyclePart key={cycle.id} detail={detail} cycle={cycle} />
      ))}
    </>
  )
}
