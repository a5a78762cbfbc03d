import { leadClasses, type LeadRecord } from '../investment/record'
import { formatChineseDate } from '../terms/dates'
import { leadClassLabel } from '../terms/investment'
import { completionTerms, quarterTerms, quarterText, reportTerms } from '../terms/reports'
import { monthCounts, noSchemeSentence } from './completion-rows'
import { counted, heading, paragraph, type Values } from './document-blocks'
import type { DocumentBlock, DocumentTable } from './model'
import type { InvestmentQuarterFacts, QuarterFigures } from './quarter-facts'
import { monthList, quarterName } from './quarter-words'
import { fillText, words } from './sentences'

/** 备案, 有效, 落地 by class, with the whole in the last row. */
function classTable(facts: InvestmentQuarterFacts, figures: QuarterFigures): DocumentTable {
  const lists = [figures.filedInQuarter, figures.filedInYear, figures.effective, figures.landed]
  const counts = (isMeant: (lead: LeadRecord) => boolean): readonly string[] =>
    lists.map((list) => String(list.filter(isMeant).length))
  const used = leadClasses.filter((known) => lists.some((list) => list.some((lead) => lead.districtClass === known)))
  const [first, ...others] = completionTerms.classColumns
  return {
    title: fillText(completionTerms.tableTitle, { year: facts.year, quarter: quarterName(facts) }),
    columns: [
      { label: first, share: 36, align: 'left' },
      ...others.map((label) => ({ label, share: 16, align: 'center' as const })),
    ],
    rows: [
      ...used.map((known) => [leadClassLabel(known), ...counts((lead) => lead.districtClass === known)]),
      [reportTerms.total, ...counts(() => true)],
    ],
  }
}

function dailyBlocks(facts: InvestmentQuarterFacts, figures: QuarterFigures): readonly DocumentBlock[] {
  const required = figures.trainings.filter(({ isRequired }) => isRequired)
  const attended = required.filter(({ isAttended }) => isAttended)
  const values: Values = {
    asOf: words(formatChineseDate(facts.asOf)),
    list: words(monthCounts(figures)),
    months: words(monthList(figures.missingMonths)),
    required: counted(required, quarterTerms.trainingsFormula),
    attended: counted(attended, quarterTerms.trainingsFormula),
  }
  const missing = figures.missingMonths.length === 0 ? completionTerms.monthsComplete : quarterTerms.missingMonthsNote
  const trainings = required.length === 0 ? completionTerms.trainingsNone : completionTerms.trainings
  return [paragraph([completionTerms.months, values], [missing, values]), paragraph([trainings, values])]
}

/** 二、完成情况, where no scheme gives points. */
export function completionBlocks(facts: InvestmentQuarterFacts, figures: QuarterFigures): readonly DocumentBlock[] {
  const { percent, days, of } = facts.score.timeProgress
  const progress: Values = { percent: words(percent), days: words(String(days)), of: words(String(of)) }
  const target = figures.target
  return [
    heading(1, completionTerms.section),
    paragraph(
      [noSchemeSentence(facts), {}],
      ...(target === null ? [] : [[completionTerms.targetKept, { target: words(target) }] as const]),
      [quarterText.progress, progress],
    ),
    heading(2, completionTerms.leads),
    paragraph([completionTerms.leadsBelow, { asOf: words(formatChineseDate(facts.asOf)) }]),
    { kind: 'table', table: classTable(facts, figures) },
    heading(2, completionTerms.daily),
    ...dailyBlocks(facts, figures),
  ]
}
