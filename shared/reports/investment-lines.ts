import { completionTerms, investmentTerms, investmentText } from '../terms/reports'
import { completionRows } from './completion-rows'
import { framed } from './frame'
import type { InvestmentFacts, InvestmentFigures } from './investment-figures'
import { isReported, summaryRows } from './investment-summary'
import type { CellContent, RecordRef } from './model'
import { briefRef, leadRef, trainingRef } from './refs'
import type { SummaryLine } from './section'

type About = Pick<SummaryLine, 'code' | 'formula' | 'counts' | 'isRunning'>

function attended({ trainings }: Pick<InvestmentFigures, 'trainings'>): InvestmentFigures['trainings'] {
  return trainings.filter(({ isRequired, isAttended }) => isRequired && isAttended)
}

/** The counts of 抓招商 by their names; the same records as the sentences of the text. */
function countsOf(facts: InvestmentFacts, figures: InvestmentFigures) {
  const effective = figures.isScored ? investmentTerms.formulas[1] : completionTerms.formulas[2]
  const about = (key: string, formula: string, counts: readonly RecordRef[]): About => ({
    code: `investment.${key}`,
    formula: framed(facts, formula),
    counts,
    isRunning: true,
  })
  return {
    units: about('units', investmentTerms.formulas[2], []),
    filed: about('filed', investmentText.filedInYearFormula, figures.filedInYear.map(leadRef)),
    effective: about('effective', effective, figures.effective.map(leadRef)),
    landed: about('landed', completionTerms.formulas[3], figures.landed.map(leadRef)),
    briefs: about(
      'briefs',
      investmentTerms.briefsFormula,
      figures.briefs.map((brief) => briefRef('investment', brief)),
    ),
    trainings: about(
      'trainings',
      investmentText.attendedFormula,
      attended(figures).map((training) => trainingRef('investment', training)),
    ),
  }
}

/** What the numbered rows of the table are, in their order. */
function rowsAbout(facts: InvestmentFacts, figures: InvestmentFigures): readonly About[] {
  const { units, filed, effective, landed, briefs, trainings } = countsOf(facts, figures)
  if (!figures.isScored)
    return [...(figures.target === null ? [] : [units]), filed, effective, landed, briefs, trainings]
  const components = facts.score.components.filter(isReported).map(({ id, arithmetic }) => ({
    code: `investment.component.${id}`,
    formula: arithmetic,
    counts: [],
    isRunning: true,
  }))
  return [units, effective, ...components]
}

/** The numbered rows of the summary table, for the 汇总 of all streams. */
export function summaryLines(facts: InvestmentFacts, figures: InvestmentFigures): readonly SummaryLine[] {
  const rows = figures.isScored ? summaryRows(facts, figures) : completionRows(figures)
  const about = rowsAbout(facts, figures)
  const value = (cell: CellContent | undefined): string | null =>
    cell == null || typeof cell === 'string' ? (cell ?? null) : cell.value
  return rows
    .filter(({ kind }) => kind === 'data')
    .flatMap(({ cells: [, name, target, inPeriod, inYear, rate] }, index) => {
      const own = about[index]
      if (!own) return []
      const numbers = { target: value(target), inPeriod: value(inPeriod), inYear: value(inYear), rate: value(rate) }
      return [{ ...own, name: value(name) ?? '', ...numbers, remark: '' }]
    })
}

/** The counts that the text names and, where a scheme gives points, the table has no row of its own for. */
export function investmentCounts(facts: InvestmentFacts, figures: InvestmentFigures): readonly SummaryLine[] {
  const { filed, landed, briefs, trainings } = countsOf(facts, figures)
  const line = (about: About, name: string, inPeriod: number): SummaryLine => ({
    ...about,
    name,
    target: null,
    inPeriod: String(inPeriod),
    inYear: String(about.counts.length),
    rate: null,
    remark: '',
  })
  return [
    line(filed, completionTerms.filedRow, figures.filedInPeriod.length),
    line(landed, completionTerms.landedRow, figures.landed.length - figures.landedBefore.length),
    line(briefs, completionTerms.briefsRow, figures.briefsInPeriod.length),
    line(trainings, completionTerms.trainingsRow, attended({ trainings: figures.trainingsInPeriod }).length),
  ]
}
