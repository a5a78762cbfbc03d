import type { RectificationFacts } from '../reports/rectification-facts'
import { nameOf } from '../reports/rectification-lines'
import type { ReportedLine } from './lines'
import { recordLine, type EvidenceOf } from './record-line'

/** Findings by number, title and state; what was found in detail stays in the house. */
export function rectificationLines({ items }: RectificationFacts, evidenceOf: EvidenceOf): readonly ReportedLine[] {
  return items.map((item) =>
    recordLine({
      stream: 'rectification',
      kind: 'finding',
      id: item.finding.id,
      label: nameOf(item),
      status: item.statusText,
      happenedOn: item.finding.dueOn,
      evidence: evidenceOf(item.finding.id),
      detail: {
        status: item.finding.status,
        kind: item.finding.kind,
        isDone: item.counting.isDone ? 'yes' : 'no',
        closedOn: item.closedOn,
      },
    }),
  )
}
