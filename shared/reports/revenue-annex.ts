import { parseIsoDate } from '../core/dates'
import { revenueText } from '../terms/report-revenue'
import { reportTerms } from '../terms/reports'
import { shortDate } from './annex-cells'
import { framed } from './frame'
import type { RevenueFacts } from './revenue-facts'
import { revenueCells, revenueLines } from './revenue-sheets'
import type { ReportSection } from './section'

/** The movements of the treasury on a landscape page. */
export function revenueAnnexes(facts: RevenueFacts): ReportSection['annexes'] {
  const lines = revenueLines(facts)
  if (lines.length === 0) return []
  const { columns: labels, annexTitle } = revenueText.entrySheet
  const column = (label: string, share: number, align: 'left' | 'center' | 'right') => ({ label, share, align })
  const rows = lines.map((line, index) => [
    String(index + 1),
    ...revenueCells(line).map((cell) => {
      if (typeof cell !== 'string') return reportTerms.none
      const day = parseIsoDate(cell)
      return day === null ? cell : shortDate(day)
    }),
  ])
  return [
    {
      table: {
        title: framed(facts, annexTitle),
        columns: [
          column(reportTerms.serialNo, 42, 'center'),
          column(labels.item, 150, 'left'),
          column(labels.source, 130, 'left'),
          column(labels.payer, 110, 'left'),
          column(labels.bookedOn, 85, 'center'),
          column(labels.gross, 85, 'right'),
          column(labels.retained, 85, 'right'),
          column(labels.voucherNo, 85, 'center'),
          column(labels.finding, 120, 'left'),
          column(labels.cumulative, 90, 'right'),
          column(labels.rate, 65, 'right'),
        ],
        rows,
      },
      notes: [framed(facts, revenueText.annexNote)],
    },
  ]
}
