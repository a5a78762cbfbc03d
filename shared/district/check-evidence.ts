import type { ReportedLine } from '../exchange/lines'
import { evidenceTexts as texts } from '../terms/district-review'
import type { CheckedReturn, LineFault } from './check-model'
import { countedKindOf } from './counted-lines'

/**
 * A record that counts for points and comes without a file. A chapter with 本期无新增 asks for none, and neither does a
 * record that the district let count in an earlier period as it is: it was asked about then.
 */
export function evidenceFault(
  line: ReportedLine,
  { nil, before }: Pick<CheckedReturn, 'nil' | 'before'>,
): LineFault | null {
  if (line.evidence > 0 || nil.includes(line.stream) || !countedKindOf(line)?.needsEvidence) return null
  if (before?.lines.get(line.key)?.evidence === 0) return null
  return {
    code: 'evidenceMissing',
    facts: [],
    text: texts.missing(line.kind, line.happenedOn),
    proposal: texts.proposal,
    proposed: { verdict: 'returned', approved: null },
  }
}
