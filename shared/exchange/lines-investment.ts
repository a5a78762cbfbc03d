import type { BriefRecord, TrainingRecord } from '../briefs/record'
import { usesOf } from '../briefs/uses'
import { yearOf, type IsoDate } from '../core/dates'
import type { Stream } from '../core/schemas'
import { leadState } from '../investment/facts'
import type { LeadRecord } from '../investment/record'
import { investmentFigures, type InvestmentFacts } from '../reports/investment-figures'
import { investmentCounts } from '../reports/investment-lines'
import type { SummaryLine } from '../reports/section'
import { exchangeLineTerms } from '../terms/exchange-lines'
import { leadStateLabel } from '../terms/investment'
import type { ReportedLine } from './lines'
import { enterpriseOf, recordLine, yesNo, type EvidenceOf } from './record-line'

/** Counts that the text names without a row in 汇总. */
export function furtherCounts(facts: InvestmentFacts): readonly SummaryLine[] {
  return investmentCounts(facts, investmentFigures(facts))
}

function leadLine(lead: LeadRecord, { asOf, period }: InvestmentFacts, evidenceOf: EvidenceOf): ReportedLine {
  return recordLine({
    stream: 'investment',
    kind: 'lead',
    id: lead.id,
    label: lead.title || lead.investorName,
    status: leadStateLabel(leadState(lead, asOf)),
    happenedOn: lead.filedOn,
    evidence: evidenceOf(lead.id),
    // Two units that file the same lead name the same investor; the company comes to be only when it lands.
    enterprise: enterpriseOf(lead.investorName || lead.companyName, lead.creditCode),
    detail: {
      leadClass: lead.districtClass,
      proposedClass: lead.proposedClass,
      filedOn: lead.filedOn,
      backfilledOn: lead.backfilledOn,
      certifiedOn: lead.certifiedOn,
      contactedOn: lead.contactedOn,
      acceptedOn: lead.acceptedOn,
      acceptedBy: lead.acceptedBy,
      landedOn: lead.landedOn,
      companyName: lead.companyName,
      creditCode: lead.creditCode,
      isRegisteredInDistrict: yesNo(lead.isRegisteredInDistrict),
      platformNo: lead.platformNo,
      ending: lead.ending,
      endedOn: lead.endedOn,
      investorName: lead.investorName,
      investorRegion: lead.investorRegion,
      duplicateOf: lead.duplicateOf,
      isOfYear: yesNo(lead.filedOn !== null && yearOf(lead.filedOn) === period.year),
    },
  })
}

/** A text under the chapter that counts it first, as one text may serve several. */
export function briefLine(stream: Stream, brief: BriefRecord, evidenceOf: EvidenceOf): ReportedLine {
  return recordLine({
    stream,
    kind: 'brief',
    id: brief.id,
    label: brief.title,
    status: brief.isAccepted ? exchangeLineTerms.accepted : exchangeLineTerms.notAccepted,
    happenedOn: brief.submittedOn,
    evidence: evidenceOf(brief.id),
    detail: {
      isAccepted: yesNo(brief.isAccepted),
      submittedOn: brief.submittedOn,
      month: brief.month,
      uses: [...usesOf(brief)].join(','),
    },
  })
}

export function trainingLine(stream: Stream, training: TrainingRecord, evidenceOf: EvidenceOf): ReportedLine {
  const { isAttended, isRequired, heldOn } = training
  return recordLine({
    stream,
    kind: 'training',
    id: training.id,
    label: training.title,
    status: isAttended ? exchangeLineTerms.attended : exchangeLineTerms.notAttended,
    happenedOn: heldOn,
    evidence: evidenceOf(training.id),
    detail: { isRequired: yesNo(isRequired), isAttended: yesNo(isAttended), heldOn },
  })
}

function isOfYear(on: IsoDate | null, year: number): boolean {
  return on !== null && yearOf(on) === year
}

/** Leads that a score of the year can speak of, texts and trainings of 抓招商; each as it stood at the cut-off. */
export function investmentLines(facts: InvestmentFacts, evidenceOf: EvidenceOf): readonly ReportedLine[] {
  const { year } = facts.period
  const { leads, briefs, trainings } = investmentFigures(facts)
  const counted = leads.filter(({ filedOn, landedOn }) => isOfYear(filedOn, year) || isOfYear(landedOn, year))
  return [
    ...counted.map((lead) => leadLine(lead, facts, evidenceOf)),
    ...briefs.map((brief) => briefLine('investment', brief, evidenceOf)),
    ...trainings.map((training) => trainingLine('investment', training, evidenceOf)),
  ]
}
