import { formatChineseDate } from '../terms/dates'
import { missingForEffective } from '../investment/facts'
import { joinWords, leadFieldLabel } from '../terms/investment'
import { comparePoints, formatExact, points, subPoints, zeroPoints } from '../core/points'
import { completionTerms, investmentText, investmentWarnings, reportTerms } from '../terms/reports'
import { noSchemeSentence } from './completion-rows'
import type { Point } from './document-blocks'
import { framed, monthList } from './frame'
import type { InvestmentFacts, InvestmentFigures } from './investment-figures'
import type { RecordRef, ReportWarning } from './model'
import { leadRef, tabRef, trainingRef } from './refs'
import { fillText, nameList } from './sentences'
import { taskProblems, taskSteps, taskWarnings } from './task-lines'

interface Gaps {
  readonly problems: readonly Point[]
  readonly steps: readonly Point[]
}

function notGivenNames(facts: InvestmentFacts): readonly string[] {
  return facts.score.components.filter(({ state }) => state === 'notGiven').map(({ name }) => name)
}

/** What is left of the year's target, or null when nothing is left, or it cannot be told. */
function remainingUnits(figures: InvestmentFigures): string | null {
  if (figures.target === null || !figures.isScored) return null
  const gap = subPoints(points(figures.target), figures.units)
  return comparePoints(gap, zeroPoints) > 0 ? formatExact(gap) : null
}

/** Leads that wait for something: as the score says, or where no scheme counts, by the facts that are missing. */
function waitingProblem(facts: InvestmentFacts, figures: InvestmentFigures): string | null {
  if (figures.isScored) {
    const titles = figures.excluded.filter((entry) => entry.isPending).map(({ lead }) => lead.title)
    if (titles.length === 0) return null
    return fillText(investmentText.gapPending, { count: titles.length, list: nameList(titles) })
  }
  const items = figures.incomplete.map((lead) => {
    const missing = joinWords(missingForEffective(lead, facts.asOf).map(leadFieldLabel))
    return fillText(completionTerms.gapIncompleteItem, { title: lead.title || lead.investorName, missing })
  })
  if (items.length === 0) return null
  return fillText(completionTerms.gapIncomplete, { count: items.length, list: nameList(items) })
}

function missedTrainings(figures: InvestmentFigures): InvestmentFigures['trainings'] {
  return figures.trainings.filter(({ isRequired, isAttended }) => isRequired && !isAttended)
}

/** Gaps in words and what follows from each; taken from the data, never written by heart. */
export function investmentGaps(facts: InvestmentFacts, figures: InvestmentFigures): Gaps {
  const problems: Point[] = []
  const steps: Point[] = []
  const add = (key: string, problem: string | null, step: string | null): void => {
    if (problem !== null) problems.push({ key, text: problem })
    if (step !== null) steps.push({ key, text: step })
  }
  const gap = remainingUnits(figures)
  if (gap !== null)
    add('units', fillText(investmentText.gapUnits, { gap }), fillText(investmentText.stepUnits, { gap }))
  const waitingLeads = waitingProblem(facts, figures)
  if (waitingLeads !== null) add('pending', waitingLeads, investmentText.stepPending)
  if (figures.missingMonths.length > 0) {
    const months = monthList(figures.missingMonths)
    add('months', fillText(investmentText.gapMonths, { months }), investmentText.stepMonths)
  }
  const missed = missedTrainings(figures)
  if (missed.length > 0) {
    const list = nameList(missed.map(({ title }) => title))
    const problem = fillText(investmentText.gapTraining, { count: missed.length, list })
    add('training', problem, investmentText.stepTraining)
  }
  const waiting = notGivenNames(facts)
  if (waiting.length > 0) {
    add('given', fillText(investmentText.gapGiven, { names: waiting.join(reportTerms.enumeration) }), null)
  }
  problems.push(...taskProblems(facts, facts.tasks))
  steps.push(...taskSteps(facts, facts.tasks))
  const unlanded = figures.effective.length - figures.landed.length
  if (unlanded > 0 && facts.period.end < `${facts.period.year}-12-31`) {
    add('landing', null, fillText(investmentText.stepLanding, { count: unlanded }))
  }
  return { problems, steps }
}

function targetWarning(facts: InvestmentFacts, figures: InvestmentFigures): string | null {
  const scheme = figures.indicator?.rate?.den
  if (facts.target === null || scheme === undefined) return null
  if (comparePoints(points(facts.target), points(scheme)) === 0) return null
  return fillText(investmentWarnings.targetDiffers, { assigned: facts.target, scheme })
}

/** Months of the report without a text so far: those that are over, and the one that runs. */
function monthsToRegister(facts: InvestmentFacts, figures: InvestmentFigures): readonly number[] {
  const running = figures.briefMonths.filter(({ month, count }) => count === 0 && facts.period.months.includes(month))
  return [...new Set([...figures.missingMonths, ...running.map(({ month }) => month)])].toSorted((a, b) => a - b)
}

/** What the sender should check before signing. */
export function investmentWarningsOf(facts: InvestmentFacts, figures: InvestmentFigures): readonly ReportWarning[] {
  const warnings: ReportWarning[] = []
  const warn = (kind: ReportWarning['kind'], text: string | null, record?: RecordRef): void => {
    if (text !== null) warnings.push({ kind, stream: 'investment', text, record: record ?? null })
  }
  const firstLead = (leads: InvestmentFigures['leads']): RecordRef | undefined => leads.map(leadRef)[0]
  if (!figures.isScored) warn('note', noSchemeSentence(facts))
  else warn('note', targetWarning(facts, figures))
  const isEmpty = figures.leads.length + figures.briefs.length + figures.trainings.length === 0
  if (isEmpty) warn('gap', framed(facts, investmentWarnings.empty))
  const pending = figures.excluded.filter((entry) => entry.isPending).map(({ lead }) => lead)
  const waiting = figures.isScored ? pending : figures.incomplete
  const waitingText = figures.isScored ? investmentWarnings.pending : completionTerms.warningIncomplete
  if (waiting.length > 0) warn('gap', fillText(waitingText, { count: waiting.length }), firstLead(waiting))
  const months = monthsToRegister(facts, figures)
  if (months.length > 0)
    warn(
      'gap',
      fillText(investmentWarnings.missingMonths, { months: monthList(months) }),
      tabRef('investment', 'brief'),
    )
  for (const training of missedTrainings(figures)) {
    const text = fillText(investmentWarnings.missedTraining, { title: training.title })
    warn('gap', text, trainingRef('investment', training))
  }
  const names = notGivenNames(facts)
  if (names.length > 0) {
    warn('gap', fillText(investmentWarnings.notGiven, { names: names.join(reportTerms.enumeration) }))
  }
  return [...warnings, ...taskWarnings('investment', facts, facts.tasks)]
}

/** 数据截止 before the end of the period: said once for all streams. */
export function cutOffWarning(facts: Pick<InvestmentFacts, 'asOf' | 'period'>): readonly ReportWarning[] {
  if (facts.asOf >= facts.period.end) return []
  const days = { asOf: formatChineseDate(facts.asOf), end: formatChineseDate(facts.period.end) }
  return [{ kind: 'note', stream: null, text: fillText(investmentWarnings.cutOffBeforeEnd, days), record: null }]
}
