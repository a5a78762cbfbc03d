import { yearOf } from '../core/dates'
import { textsFor } from '../environment/texts'
import type { EnvironmentFacts } from '../reports/environment-facts'
import { exchangeLineTerms } from '../terms/exchange-lines'
import { policyStateText } from '../terms/environment'
import { visitModeLabels } from '../terms/visits'
import type { ReportedLine } from './lines'
import { briefLine, trainingLine } from './lines-investment'
import { enterpriseOf, recordLine, yesNo, type EvidenceOf } from './record-line'

function policyLines({ policies }: EnvironmentFacts, evidenceOf: EvidenceOf): readonly ReportedLine[] {
  return policies.map((row) =>
    recordLine({
      stream: 'environment',
      kind: 'policy',
      id: row.policy.id,
      label: row.policy.title,
      status: policyStateText(row),
      happenedOn: row.policy.publishedOn,
      evidence: evidenceOf(row.policy.id),
      detail: { publishedOn: row.policy.publishedOn, sentOn: row.policy.sentOn, dueOn: row.dueOn },
    }),
  )
}

function visitLines({ visits }: EnvironmentFacts, evidenceOf: EvidenceOf, withNames: boolean): readonly ReportedLine[] {
  return visits.map(({ visit, enterpriseName, personName }) =>
    recordLine({
      stream: 'environment',
      kind: 'visit',
      id: visit.id,
      label: enterpriseName,
      status: visit.mode === null ? '' : visitModeLabels[visit.mode],
      happenedOn: visit.visitedOn,
      evidence: evidenceOf(visit.id),
      enterprise: enterpriseOf(enterpriseName),
      detail: { visitedOn: visit.visitedOn, official: withNames ? personName : null },
    }),
  )
}

function demandLines({ demands, asOf }: EnvironmentFacts, evidenceOf: EvidenceOf): readonly ReportedLine[] {
  return demands.map(({ enterpriseName, demand }) => {
    const { id, text, raisedOn, isSolved } = demand
    const repliedOn = demand.repliedOn !== null && demand.repliedOn <= asOf ? demand.repliedOn : null
    return recordLine({
      stream: 'environment',
      kind: 'demand',
      id,
      label: `${enterpriseName} ${text}`,
      status: isSolved === true ? exchangeLineTerms.solved : exchangeLineTerms.notSolved,
      happenedOn: raisedOn,
      evidence: evidenceOf(id),
      enterprise: enterpriseOf(enterpriseName),
      detail: { raisedOn, repliedOn, isSolved: yesNo(isSolved) },
    })
  })
}

/** Policies, visits, demands, texts and trainings of the year by the cut-off. `withNames`: 包联干部 of each visit. */
export function environmentLines(
  facts: EnvironmentFacts,
  evidenceOf: EvidenceOf,
  withNames: boolean,
): readonly ReportedLine[] {
  const { asOf, period } = facts
  const texts = (['environmentBrief', 'environmentCase'] as const)
    .flatMap((use) => textsFor(facts.briefs, use))
    .filter(({ submittedOn }) => submittedOn !== null && submittedOn <= asOf && yearOf(submittedOn) === period.year)
  const held = facts.trainings.filter(
    ({ stream, status, heldOn }) => stream === 'environment' && status === 'held' && heldOn <= asOf,
  )
  return [
    ...policyLines(facts, evidenceOf),
    ...visitLines(facts, evidenceOf, withNames),
    ...demandLines(facts, evidenceOf),
    ...texts.map((brief) => briefLine('environment', brief, evidenceOf)),
    ...held.map((training) => trainingLine('environment', training, evidenceOf)),
  ]
}
