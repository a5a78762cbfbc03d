import { completionRows } from './completion-rows'
import type { InvestmentFacts, InvestmentFigures } from './investment-figures'
import { summaryRows } from './investment-summary'
import type { SummaryLine } from './section'

/** The numbered rows of the summary table, for the 汇总 of all streams. */
export function summaryLines(facts: InvestmentFacts, figures: InvestmentFigures): readonly SummaryLine[] {
  const rows = figures.isScored ? summaryRows(facts, figures) : completionRows(figures)
  return rows
    .filter(({ kind }) => kind === 'data')
    .map(({ cells }) => {
      const [, name, target = null, inPeriod = null, inYear = null, rate = null] = cells.map((cell) =>
        cell === null || typeof cell === 'string' ? cell : cell.value,
      )
      return { name: name ?? '', target, inPeriod, inYear, rate, remark: '' }
    })
}
