import { formatChineseDate } from '../terms/dates'
import { missingForEffective } from '../investment/facts'
import { joinWords, leadFieldLabel } from '../terms/investment'
import { comparePoints, formatExact, points, subPoints, zeroPoints } from '../core/points'
import { completionTerms, quarterText, quarterWarnings, reportTerms } from '../terms/reports'
import type { InvestmentQuarterFacts, QuarterFigures } from './quarter-facts'
import { noSchemeSentence } from './completion-rows'
import { monthList, quarterName } from './quarter-words'
import { fillText, nameList } from './sentences'

export interface QuarterGaps {
  readonly problems: readonly string[]
  readonly steps: readonly string[]
}

function missedTrainings(figures: QuarterFigures): readonly string[] {
  return figures.trainings.filter(({ isRequired, isAttended }) => isRequired && !isAttended).map(({ title }) => title)
}

function notGivenNames(facts: InvestmentQuarterFacts): readonly string[] {
  return facts.score.components.filter(({ state }) => state === 'notGiven').map(({ name }) => name)
}

/** What is left of the year's target, or null when nothing is left, or it cannot be told. */
function remainingUnits(figures: QuarterFigures): string | null {
  if (figures.target === null || !figures.isScored) return null
  const gap = subPoints(points(figures.target), figures.units)
  return comparePoints(gap, zeroPoints) > 0 ? formatExact(gap) : null
}

/** Leads that wait for something: as the score says, or where no scheme counts, by the facts that are missing. */
function waitingProblem(facts: InvestmentQuarterFacts, figures: QuarterFigures): string | null {
  const list = (names: readonly string[]): string => nameList(names, reportTerms.enumeration, quarterText.andOthers)
  if (figures.isScored) {
    const titles = figures.excluded.filter((entry) => entry.isPending).map(({ lead }) => lead.title)
    if (titles.length === 0) return null
    return fillText(quarterText.gapPending, { count: titles.length, list: list(titles) })
  }
  const items = figures.incomplete.map((lead) => {
    const missing = joinWords(missingForEffective(lead, facts.asOf).map(leadFieldLabel))
    return fillText(completionTerms.gapIncompleteItem, { title: lead.title || lead.investorName, missing })
  })
  if (items.length === 0) return null
  return fillText(completionTerms.gapIncomplete, { count: items.length, list: list(items) })
}

/** Gaps in words and what follows from each; taken from the data, never written by heart. */
export function quarterGaps(facts: InvestmentQuarterFacts, figures: QuarterFigures): QuarterGaps {
  const problems: string[] = []
  const steps: string[] = []
  const gap = remainingUnits(figures)
  if (gap !== null) {
    problems.push(fillText(quarterText.gapUnits, { gap }))
    steps.push(fillText(quarterText.stepUnits, { gap }))
  }
  const waitingLeads = waitingProblem(facts, figures)
  if (waitingLeads !== null) {
    problems.push(waitingLeads)
    steps.push(quarterText.stepPending)
  }
  if (figures.missingMonths.length > 0) {
    problems.push(fillText(quarterText.gapMonths, { months: monthList(figures.missingMonths) }))
    steps.push(quarterText.stepMonths)
  }
  const missed = missedTrainings(figures)
  if (missed.length > 0) {
    const list = nameList(missed, reportTerms.enumeration, quarterText.andOthers)
    problems.push(fillText(quarterText.gapTraining, { count: missed.length, list }))
    steps.push(quarterText.stepTraining)
  }
  const waiting = notGivenNames(facts)
  if (waiting.length > 0) {
    problems.push(fillText(quarterText.gapGiven, { names: waiting.join(reportTerms.enumeration) }))
  }
  const unlanded = figures.effective.length - figures.landed.length
  if (unlanded > 0 && facts.period.end < `${facts.year}-12-31`) {
    steps.push(fillText(quarterText.stepLanding, { count: unlanded }))
  }
  return {
    problems: problems.length > 0 ? problems : [quarterText.gapNothing],
    steps: steps.length > 0 ? steps : [quarterText.stepKeep],
  }
}

function targetWarning(facts: InvestmentQuarterFacts, figures: QuarterFigures): readonly string[] {
  const scheme = figures.indicator?.rate?.den
  if (facts.target === null || scheme === undefined) return []
  if (comparePoints(points(facts.target), points(scheme)) === 0) return []
  return [fillText(quarterWarnings.targetDiffers, { assigned: facts.target, scheme })]
}

/** What the sender should check before signing. */
export function quarterWarningsOf(facts: InvestmentQuarterFacts, figures: QuarterFigures): readonly string[] {
  const warnings: string[] = figures.isScored ? [...targetWarning(facts, figures)] : [noSchemeSentence(facts)]
  const isEmpty = figures.leads.length + figures.briefs.length + figures.trainings.length === 0
  if (isEmpty) warnings.push(fillText(quarterWarnings.empty, { quarter: quarterName(facts) }))
  if (facts.asOf < facts.period.end) {
    const days = { asOf: formatChineseDate(facts.asOf), end: formatChineseDate(facts.period.end) }
    warnings.push(fillText(quarterWarnings.cutOffBeforeEnd, days))
  }
  const pending = figures.excluded.filter((entry) => entry.isPending).length
  if (!figures.isScored && figures.incomplete.length > 0) {
    warnings.push(fillText(completionTerms.warningIncomplete, { count: figures.incomplete.length }))
  }
  if (pending > 0) warnings.push(fillText(quarterWarnings.pending, { count: pending }))
  if (figures.missingMonths.length > 0) {
    warnings.push(fillText(quarterWarnings.missingMonths, { months: monthList(figures.missingMonths) }))
  }
  const names = notGivenNames(facts)
  if (names.length > 0) {
    warnings.push(fillText(quarterWarnings.notGiven, { names: names.join(reportTerms.enumeration) }))
  }
  return warnings
}
