import { yearOf } from '../core/dates'
import { fen } from '../core/money'
import { textsFor } from '../environment/texts'
import type { RevenueFacts } from '../reports/revenue-facts'
import { exchangeLineTerms } from '../terms/exchange-lines'
import { revenueStatusLabel, tipDirectionLabels } from '../terms/revenue'
import type { ReportedLine } from './lines'
import { briefLine } from './lines-investment'
import { enterpriseOf, recordLine, tenThousandText, type EvidenceOf } from './record-line'

/** Bookings of the year and their reversals; clues and what is not in the treasury yet stay in the house. */
function entryLines({ entries, asOf, period }: RevenueFacts, evidenceOf: EvidenceOf): readonly ReportedLine[] {
  return entries.flatMap((entry) => {
    const { bookedOn, reversedOn, gross, districtRetained } = entry
    if (bookedOn === null || bookedOn > asOf || yearOf(bookedOn) !== period.year) return []
    const status = reversedOn !== null && reversedOn <= asOf ? ('reversed' as const) : ('booked' as const)
    return [
      recordLine({
        stream: 'revenue',
        kind: 'entry',
        id: entry.id,
        label: entry.item,
        unit: exchangeLineTerms.tenThousand,
        cumulative: tenThousandText(status === 'booked' ? districtRetained : fen(0)),
        status: revenueStatusLabel(status),
        happenedOn: bookedOn,
        evidence: evidenceOf(entry.id),
        enterprise: enterpriseOf(entry.payer),
        detail: {
          status,
          bookedOn,
          gross: tenThousandText(gross),
          districtRetained: tenThousandText(districtRetained),
        },
      }),
    ]
  })
}

function tipLines({ tips, asOf }: RevenueFacts, evidenceOf: EvidenceOf): readonly ReportedLine[] {
  return tips.map(({ tip }) => {
    const handledOn = tip.handledOn !== null && tip.handledOn <= asOf ? tip.handledOn : null
    const direction = tipDirectionLabels[tip.direction]
    return recordLine({
      stream: 'revenue',
      kind: 'tip',
      id: tip.id,
      label: `${direction} ${tip.counterpart}`,
      status: handledOn === null ? exchangeLineTerms.notAnswered : exchangeLineTerms.answered,
      happenedOn: tip.sentOn,
      evidence: evidenceOf(tip.id),
      detail: { direction: tip.direction, sentOn: tip.sentOn, handledOn },
    })
  })
}

/** Entries, tips and texts of 抓收入 by the cut-off. */
export function revenueLines(facts: RevenueFacts, evidenceOf: EvidenceOf): readonly ReportedLine[] {
  const texts = textsFor(facts.briefs, 'revenueProgress').filter(
    ({ submittedOn }) => submittedOn !== null && submittedOn <= facts.asOf && yearOf(submittedOn) === facts.period.year,
  )
  return [
    ...entryLines(facts, evidenceOf),
    ...tipLines(facts, evidenceOf),
    ...texts.map((brief) => briefLine('revenue', brief, evidenceOf)),
  ]
}
