import { leadClasses, type LeadRecord } from '../investment/record'
import { formatChineseDate } from '../terms/dates'
import { leadClassLabel } from '../terms/investment'
import { completionTerms, investmentTerms, investmentText, reportTerms } from '../terms/reports'
import { monthCounts, noSchemeSentence } from './completion-rows'
import { heading, paragraph, plain } from './document-blocks'
import type { DocumentBlock, DocumentTable } from './model'
import type { InvestmentFacts, InvestmentFigures } from './investment-figures'
import { framed, monthList } from './frame'
import { trainingRef } from './refs'
import { counted, sentence, words, type SentenceFigure, type Values } from './sentences'

/** 备案, 有效, 落地 by class, with the whole in the last row. */
function classTable(facts: InvestmentFacts, figures: InvestmentFigures): DocumentTable {
  const lists = [figures.filedInPeriod, figures.filedInYear, figures.effective, figures.landed]
  const counts = (isMeant: (lead: LeadRecord) => boolean): readonly string[] =>
    lists.map((list) => String(list.filter(isMeant).length))
  const used = leadClasses.filter((known) => lists.some((list) => list.some((lead) => lead.districtClass === known)))
  const [first, ...others] = completionTerms.classColumns
  return {
    title: framed(facts, completionTerms.tableTitle),
    columns: [
      { label: first, share: 36, align: 'left' },
      ...others.map((label) => ({ label: framed(facts, label), share: 16, align: 'center' as const })),
    ],
    rows: [
      ...used.map((known) => [leadClassLabel(known), ...counts((lead) => lead.districtClass === known)]),
      [reportTerms.total, ...counts(() => true)],
    ],
  }
}

function dailyBlocks(facts: InvestmentFacts, figures: InvestmentFigures): readonly DocumentBlock[] {
  const required = figures.trainings.filter(({ isRequired }) => isRequired)
  const attended = required.filter(({ isAttended }) => isAttended)
  const of = (trainings: typeof required): SentenceFigure =>
    counted(
      trainings.map((training) => trainingRef('investment', training)),
      investmentTerms.trainingsFormula,
    )
  const values: Values = {
    asOf: words(formatChineseDate(facts.asOf)),
    list: words(monthCounts(figures)),
    months: words(monthList(figures.missingMonths)),
    required: of(required),
    attended: of(attended),
  }
  const missing =
    figures.missingMonths.length === 0 ? completionTerms.monthsComplete : investmentTerms.missingMonthsNote
  const trainings = required.length === 0 ? completionTerms.trainingsNone : completionTerms.trainings
  return [
    paragraph(
      sentence('investment.months', completionTerms.months, values),
      sentence('investment.missingMonths', missing, values),
    ),
    paragraph(sentence('investment.requiredTrainings', trainings, values)),
  ]
}

/** 完成情况, where no scheme gives points. */
export function completionBlocks(facts: InvestmentFacts, figures: InvestmentFigures): readonly DocumentBlock[] {
  const { percent, days, of } = facts.score.timeProgress
  const progress: Values = { percent: words(percent), days: words(String(days)), of: words(String(of)) }
  const target = figures.target
  return [
    heading(2, completionTerms.section),
    paragraph(
      plain('investment.noScheme', noSchemeSentence(facts)),
      ...(target === null
        ? []
        : [sentence('investment.targetKept', completionTerms.targetKept, { target: words(target) })]),
      sentence('investment.progress', investmentText.progress, progress),
    ),
    heading(3, completionTerms.leads),
    paragraph(
      sentence('investment.leadsBelow', completionTerms.leadsBelow, { asOf: words(formatChineseDate(facts.asOf)) }),
    ),
    { kind: 'table', table: classTable(facts, figures) },
    heading(3, completionTerms.daily),
    ...dailyBlocks(facts, figures),
  ]
}
