import type { BriefRecord, TrainingRecord } from '../briefs/record'
import type { DatedFact, EventFact, ManualFact, RatioFact, ScoringFacts, UnitFact } from '../scoring/facts'
import { noFacts } from '../scoring/facts'
import { missingForLanding } from './facts'
import { isInvestmentBrief, isInvestmentTraining } from './months'
import type { LeadRecord } from './record'

/** What of a lead a score can depend on. */
export type CountedLead = Pick<
  LeadRecord,
  | 'id'
  | 'title'
  | 'investorName'
  | 'districtClass'
  | 'proposedClass'
  | 'filedOn'
  | 'backfilledOn'
  | 'certifiedOn'
  | 'contactedOn'
  | 'acceptedOn'
  | 'acceptedBy'
  | 'landedOn'
  | 'companyName'
  | 'creditCode'
  | 'isRegisteredInDistrict'
  | 'duplicateOf'
  | 'ending'
  | 'endedOn'
>

/** Everything of 抓招商 that a scheme can ask for. */
export interface InvestmentLedger {
  /** The assessed unit's name and aliases. */
  readonly unitNames: readonly string[]
  readonly leads: readonly CountedLead[]
  readonly briefs: readonly BriefRecord[]
  readonly trainings: readonly TrainingRecord[]
  /** Figures that the district gave, by component id (`cooperate`). */
  readonly manual: Readonly<Record<string, readonly ManualFact[]>>
  /** Lectures given; the district fixes what they are worth. */
  readonly lectures: readonly EventFact[]
}

/** A lead as a counted unit; undecided classes, incomplete acceptance and incomplete landings are left open. */
export function unitFactOf(lead: CountedLead): UnitFact {
  const isEnded = lead.ending === 'revoked' || lead.ending === 'withdrawn'
  return {
    recordId: lead.id,
    label: lead.title || lead.investorName,
    classes: lead.districtClass === 'pending' ? [] : [lead.districtClass],
    proposedClasses: lead.proposedClass === null || lead.proposedClass === 'pending' ? [] : [lead.proposedClass],
    filedOn: lead.filedOn,
    backfilledOn: lead.backfilledOn,
    requirements: {
      filedTruthfully: lead.filedOn,
      certifiedOn: lead.certifiedOn,
      contactedOn: lead.contactedOn,
      acceptedOn: lead.acceptedBy.trim() === '' ? null : lead.acceptedOn,
    },
    landedOn: missingForLanding(lead).length === 0 ? lead.landedOn : null,
    registeredInDistrict: lead.isRegisteredInDistrict,
    duplicateOf: lead.duplicateOf,
    revokedOn: isEnded ? (lead.endedOn ?? lead.filedOn) : null,
    dormantOn: lead.ending === 'dormant' ? lead.endedOn : null,
  }
}

function datedFactOf(brief: BriefRecord): readonly DatedFact[] {
  if (!isInvestmentBrief(brief) || brief.submittedOn === null) return []
  return [{ recordId: brief.id, label: brief.title, on: brief.submittedOn, accepted: brief.isAccepted }]
}

function ratioFactOf(training: TrainingRecord): readonly RatioFact[] {
  if (!isInvestmentTraining(training) || !training.isRequired) return []
  const num = training.isAttended ? '1' : '0'
  return [{ recordId: training.id, label: training.title, on: training.heldOn, num, den: '1' }]
}

/** The ledger of 抓招商 in the neutral shape that the scoring engine reads. */
export function investmentFacts(ledger: InvestmentLedger): ScoringFacts {
  return {
    ...noFacts,
    unitNames: ledger.unitNames,
    units: ledger.leads.map(unitFactOf),
    dated: { brief: ledger.briefs.flatMap(datedFactOf) },
    ratios: { training: ledger.trainings.flatMap(ratioFactOf) },
    manual: ledger.manual,
    events: { lecture: ledger.lectures },
  }
}
