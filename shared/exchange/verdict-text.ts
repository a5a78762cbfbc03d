import { leadClasses } from '../investment/record'
import { leadClassLabel } from '../terms/investment'
import type { ReportedLine } from './lines'

/** What a verdict is given on, as people read it: the number of a figure, the 项目类别 of a lead; null where there is none. */
export function valueText(key: string, value: string | null): string | null {
  const leadClass = key.startsWith('lead/') ? leadClasses.find((each) => each === value) : undefined
  return leadClass ? leadClassLabel(leadClass) : value
}

/** What a bureau reported by a line, in words: the number of a figure, the 项目类别 of a lead, else the record's state. */
export function reportedText(line: ReportedLine): string | null {
  if (line.kind === 'figure') return line.cumulative ?? line.current
  if (line.kind === 'lead') return valueText(line.key, line.detail['leadClass'] ?? null)
  return line.status === '' ? null : line.status
}
