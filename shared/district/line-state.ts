import type { ReportedLine } from '../exchange/lines'

/** What the district may change of a line: the cumulative number of a figure, the 项目类别 of a lead; else null. */
export function reportedValue(line: ReportedLine): string | null {
  if (line.kind === 'figure') return line.cumulative
  return line.kind === 'lead' ? (line.detail['leadClass'] ?? null) : null
}

/**
 * Everything that a decision about a line rests on, as text: equal while the report stays the same. A verdict given on
 * another state is outdated.
 */
export function lineState(line: ReportedLine): string {
  const { target, current, cumulative, rate, status, happenedOn, evidence, enterprise } = line
  const detail = Object.entries(line.detail).toSorted(([left], [right]) => (left < right ? -1 : 1))
  const company = enterprise && [enterprise.name, enterprise.creditCode]
  return JSON.stringify([target, current, cumulative, rate, status, happenedOn, evidence, company, line.parts, detail])
}
