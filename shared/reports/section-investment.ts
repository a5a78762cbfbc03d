import type { BriefRecord, TrainingRecord } from '../briefs/record'
import { formatChineseDate } from '../terms/dates'
import { comparePoints, formatExact, points, subPoints, zeroPoints } from '../core/points'
import type { LeadRecord } from '../investment/record'
import type { ComponentScore } from '../scoring/result'
import { leadClassLabel } from '../terms/investment'
import { completionTerms, investmentTerms, investmentText, reportTerms, summaryHeaders } from '../terms/reports'
import { completionBlocks } from './completion-blocks'
import { heading, numbered, paragraph, plain } from './document-blocks'
import { framed } from './frame'
import { investmentAnnexes } from './investment-annex'
import { investmentFigures, unitsInPeriod, type InvestmentFacts, type InvestmentFigures } from './investment-figures'
import { investmentGaps, investmentWarningsOf } from './investment-gaps'
import { investmentSheets } from './investment-sheets'
import { summaryLines } from './investment-lines'
import { indicatorRate, isReported, pointsText, summaryRows } from './investment-summary'
import type { DocumentBlock, DocumentTable, RecordRef, Sentence } from './model'
import { isWithin, periodName } from './period'
import { briefRef, leadRef, trainingRef } from './refs'
import type { ReportSection } from './section'
import { counted, figure, fillText, nameList, sentence, words, type SentenceFigure, type Values } from './sentences'
import { problemBlocks, taskBlock } from './task-lines'

function leadRefs(leads: readonly LeadRecord[]): readonly RecordRef[] {
  return leads.map(leadRef)
}

function briefRefs(briefs: readonly BriefRecord[]): readonly RecordRef[] {
  return briefs.map((brief) => briefRef('investment', brief))
}

function trainingRefs(trainings: readonly TrainingRecord[]): readonly RecordRef[] {
  return trainings.map((training) => trainingRef('investment', training))
}

/** The records behind a component of the score. */
function componentRefs(component: ComponentScore, figures: InvestmentFigures): readonly RecordRef[] {
  const ids = new Set(component.records.map(({ id }) => id))
  const isNamed = ({ id }: { readonly id: string }): boolean => ids.has(id)
  return [...briefRefs(figures.briefs.filter(isNamed)), ...trainingRefs(figures.trainings.filter(isNamed))]
}

/** Longer lists go on in the workbook. */
const listedLeads = 10

function without(list: readonly LeadRecord[], others: readonly LeadRecord[]): readonly LeadRecord[] {
  const known = new Set(others.map(({ id }) => id))
  return list.filter(({ id }) => !known.has(id))
}

/** 「新增有效项目信息：…」 where there are any. */
function namesParagraph(key: string, template: string, names: readonly string[]): readonly DocumentBlock[] {
  if (names.length === 0) return []
  const list = nameList(names, listedLeads, reportTerms.semicolon)
  return [paragraph(sentence(`investment.${key}`, template, { names: words(list) }))]
}

function leadBlocks(facts: InvestmentFacts, figures: InvestmentFigures): readonly DocumentBlock[] {
  const effectiveNew = without(figures.effective, figures.effectiveBefore)
  const landedNew = without(figures.landed, figures.landedBefore)
  const backfilled = figures.filedInYear.filter(
    ({ backfilledOn }) => backfilledOn !== null && backfilledOn <= facts.asOf,
  )
  const formula = framed(facts, figures.isScored ? investmentTerms.formulas[1] : completionTerms.formulas[2])
  const of = (leads: readonly LeadRecord[], how: string): SentenceFigure => counted(leadRefs(leads), framed(facts, how))
  const values: Values = {
    period: words(periodName(facts.period)),
    asOf: words(formatChineseDate(facts.asOf)),
    filedInPeriod: of(figures.filedInPeriod, investmentText.filedFormula),
    filedInYear: of(figures.filedInYear, investmentText.filedInYearFormula),
    backfilled: of(backfilled, investmentText.backfilledFormula),
    effectiveNew: of(effectiveNew, investmentText.effectiveNewFormula),
    landedNew: of(landedNew, investmentText.landedNewFormula),
    effective: of(figures.effective, formula),
    landed: of(figures.landed, formula),
  }
  const filed = figures.filedInPeriod.length === 0 ? investmentText.filedNone : investmentText.filed
  return [
    paragraph(
      sentence('investment.filed', filed, values),
      ...(backfilled.length > 0 ? [sentence('investment.backfilled', investmentText.backfilled, values)] : []),
      sentence('investment.effective', investmentText.effective, values),
    ),
    ...namesParagraph(
      'effectiveNames',
      investmentText.effectiveNames,
      effectiveNew.map(({ title, investorName, districtClass }) =>
        fillText(investmentText.effectiveName, { title, investor: investorName, class: leadClassLabel(districtClass) }),
      ),
    ),
    ...namesParagraph(
      'landedNames',
      investmentText.landedNames,
      landedNew.map(({ title, companyName, landedOn }) =>
        fillText(investmentText.landedName, {
          title,
          company: companyName,
          landedOn: landedOn ? formatChineseDate(landedOn) : '',
        }),
      ),
    ),
  ]
}

function dailyBlock(facts: InvestmentFacts, figures: InvestmentFigures): DocumentBlock {
  const required = figures.trainings.filter(({ isRequired }) => isRequired)
  const requiredInPeriod = figures.trainingsInPeriod.filter(({ isRequired }) => isRequired)
  const attended = (trainings: readonly TrainingRecord[]): SentenceFigure =>
    counted(trainingRefs(trainings.filter(({ isAttended }) => isAttended)), investmentText.attendedFormula)
  const asked = (trainings: readonly TrainingRecord[]): SentenceFigure =>
    counted(trainingRefs(trainings), investmentText.requiredFormula)
  const values: Values = {
    period: words(periodName(facts.period)),
    briefsInPeriod: counted(briefRefs(figures.briefsInPeriod), investmentTerms.briefsFormula),
    briefsInYear: counted(briefRefs(figures.briefs), investmentTerms.briefsFormula),
    attendedInPeriod: attended(requiredInPeriod),
    requiredInPeriod: asked(requiredInPeriod),
    attended: attended(required),
    required: asked(required),
  }
  const trainings = required.length === 0 ? investmentText.trainingsNone : investmentText.trainings
  return paragraph(
    sentence('investment.briefs', investmentText.briefs, values),
    sentence('investment.trainings', trainings, values),
  )
}

function indicatorBlocks(facts: InvestmentFacts, figures: InvestmentFigures): readonly DocumentBlock[] {
  const { indicator } = figures
  if (!indicator) return []
  const rate = indicatorRate(figures)
  const records = leadRefs(figures.effective)
  const [inPeriod, , units, percent] = investmentTerms.formulas.map((formula) => framed(facts, formula))
  const values: Values = {
    period: words(periodName(facts.period)),
    target: words(figures.target ?? reportTerms.none),
    unitsInPeriod: figure(unitsInPeriod(figures), inPeriod ?? '', records),
    units: figure(formatExact(figures.units), units ?? '', records),
    percent: figure(rate?.percent ?? reportTerms.none, percent ?? '', records),
    num: words(rate?.num ?? ''),
    den: words(rate?.den ?? ''),
    points: figure(pointsText(indicator), indicator.arithmetic, records),
    max: words(indicator.max ?? reportTerms.none),
    arithmetic: words(indicator.arithmetic),
    classes: words(classList(figures)),
  }
  const isQuarter = facts.period.kind === 'quarter'
  const say = (key: 'indicator' | 'indicatorNoTarget' | 'byClass' | 'arithmetic'): Sentence =>
    sentence(`investment.${key}`, investmentText[key], values)
  return [
    paragraph(
      say(rate ? 'indicator' : 'indicatorNoTarget'),
      ...(isQuarter && values['classes']?.text ? [say('byClass')] : []),
      ...(isQuarter ? [say('arithmetic')] : []),
      ...completion(facts, figures),
    ),
    ...(isQuarter ? [{ kind: 'table' as const, table: resultTable(facts, figures) }] : []),
  ]
}

/** 还差多少, or by how much the target is exceeded. */
function completion(facts: InvestmentFacts, figures: InvestmentFigures): readonly Sentence[] {
  if (figures.target === null) return []
  const gap = subPoints(points(figures.target), figures.units)
  const source = (text: string): SentenceFigure =>
    figure(text, framed(facts, investmentTerms.formulas[3]), leadRefs(figures.effective))
  const place = 'investment.completion'
  switch (comparePoints(gap, zeroPoints)) {
    case 1:
      return [sentence(place, investmentText.missing, { gap: source(formatExact(gap)) })]
    case 0:
      return [sentence(place, investmentText.doneExactly)]
    case -1:
      return [sentence(place, investmentText.done, { surplus: source(formatExact(subPoints(zeroPoints, gap))) })]
  }
}

function classList(figures: InvestmentFigures): string {
  return figures.classes
    .filter(({ now }) => now.length > 0)
    .map(({ leadClass, now, units }) =>
      fillText(investmentText.byClassItem, {
        class: leadClassLabel(leadClass),
        count: now.length,
        units: formatExact(units),
      }),
    )
    .join(reportTerms.semicolon)
}

/** The same rows as the summary sheet, in the columns that a portrait page holds. */
function resultTable(facts: InvestmentFacts, figures: InvestmentFigures): DocumentTable {
  const rows = summaryRows(facts, figures).map((row) =>
    row.cells.map((cell) => (cell === null ? reportTerms.none : typeof cell === 'string' ? cell : cell.value)),
  )
  const keep = [1, 2, 3, 4, 5, 7]
  return {
    title: framed(facts, investmentText.tableTitle),
    columns: [
      { label: summaryHeaders.indicator, share: 38, align: 'left' },
      { label: summaryHeaders.target, share: 12, align: 'center' },
      { label: framed(facts, summaryHeaders.inPeriod), share: 12, align: 'center' },
      { label: summaryHeaders.inYear, share: 12, align: 'center' },
      { label: summaryHeaders.rate, share: 14, align: 'center' },
      { label: summaryHeaders.pointsShort, share: 12, align: 'center' },
    ],
    rows: rows.map((row) => keep.map((index) => row[index] ?? reportTerms.none)),
  }
}

function routineTemplate({ rule, state, rate }: ComponentScore): string {
  if (rule === 'manualBonus') return investmentText.routineBonus
  if (state === 'notGiven') return investmentText.routineWaiting
  if (!rate) return rule === 'ratio' ? investmentText.routineNone : investmentText.routinePoints
  return rule === 'periodPresence' ? investmentText.routinePeriod : investmentText.routineRatio
}

function routineBlock(component: ComponentScore, figures: InvestmentFigures): DocumentBlock {
  const { rate, arithmetic } = component
  const records = componentRefs(component, figures)
  const values: Values = {
    name: words(component.name),
    num: figure(rate?.num ?? '', arithmetic, records),
    den: words(rate?.den ?? ''),
    points: figure(pointsText(component), arithmetic, records),
    max: words(component.max ?? reportTerms.none),
  }
  return paragraph(sentence(`investment.routine.${component.id}`, routineTemplate(component), values))
}

function totalBlock(facts: InvestmentFacts, figures: InvestmentFigures): DocumentBlock {
  const { score } = facts
  const [parts, records] = [score.components, leadRefs(figures.effective)]
  const sum = parts.flatMap(({ name, points: given }) => (given === null ? [] : [`${name}${given}`])).join('+')
  const total = fillText(investmentText.totalFormula, { sum, exact: score.exactTotal ?? '' })
  const values: Values = {
    asOf: words(formatChineseDate(facts.asOf)),
    total: figure(score.total ?? reportTerms.none, total, records),
    max: words(score.max ?? reportTerms.none),
    pending: words(score.pending),
    forecast: words(score.forecast ?? ''),
    percent: words(score.timeProgress.percent),
    days: words(String(score.timeProgress.days)),
    of: words(String(score.timeProgress.of)),
  }
  const isWaiting = comparePoints(points(score.pending), zeroPoints) > 0
  return paragraph(
    sentence('investment.total', investmentText.total, values),
    ...(isWaiting ? [sentence('investment.totalWaiting', investmentText.totalWaiting, values)] : []),
    ...(score.forecast === null ? [] : [sentence('investment.forecast', investmentText.forecast, values)]),
    sentence('investment.progress', investmentText.progress, values),
  )
}

/** Each lead that does not count, with its reason; a long list goes on in the workbook. */
function excludedBlocks(facts: InvestmentFacts, figures: InvestmentFigures): readonly DocumentBlock[] {
  const { excluded } = figures
  if (excluded.length === 0) {
    const nothing = figures.filedInYear.length === 0 ? investmentText.nothingFiled : investmentText.excludedNone
    return [paragraph(plain('investment.excluded', nothing))]
  }
  const reasons = excluded.map(({ lead, why }) => ({ key: lead.id, text: facts.describe(why) }))
  const refs = leadRefs(excluded.map(({ lead }) => lead))
  const only = reasons.length === 1 ? (reasons[0]?.text ?? '') : ''
  const rest = reasons.length - listedLeads
  const more = { count: words(String(rest)), sheet: words(investmentTerms.excludedName) }
  const count = counted(refs, investmentTerms.excludedName)
  return [
    paragraph(sentence('investment.excluded', investmentText.excluded, { count, only: words(only) })),
    ...(only === '' ? numbered('investment.excluded', reasons.slice(0, listedLeads)) : []),
    ...(rest > 0 ? [paragraph(sentence('investment.excludedMore', investmentText.excludedMore, more))] : []),
  ]
}

function resultBlocks(facts: InvestmentFacts, figures: InvestmentFigures): readonly DocumentBlock[] {
  return [
    heading(2, investmentText.sectionResult),
    heading(3, investmentText.resultIndicator),
    ...indicatorBlocks(facts, figures),
    heading(3, investmentText.resultRoutine),
    ...facts.score.components.filter(isReported).map((component) => routineBlock(component, figures)),
    heading(3, investmentText.resultTotal),
    totalBlock(facts, figures),
    heading(3, investmentText.resultExcluded),
    ...excludedBlocks(facts, figures),
  ]
}

/** The month is short: what was done and the one leading figure. */
function monthBlocks(facts: InvestmentFacts, figures: InvestmentFigures): readonly DocumentBlock[] {
  return figures.isScored ? indicatorBlocks(facts, figures) : []
}

function blocks(facts: InvestmentFacts, figures: InvestmentFigures): readonly DocumentBlock[] {
  const isMonth = facts.period.kind === 'month'
  const result = figures.isScored ? resultBlocks : completionBlocks
  const { problems, steps } = investmentGaps(facts, figures)
  return [
    heading(2, investmentText.sectionWork),
    ...leadBlocks(facts, figures),
    dailyBlock(facts, figures),
    ...taskBlock('investment', facts, facts.tasks),
    ...(isMonth ? monthBlocks : result)(facts, figures),
    heading(2, isMonth ? investmentText.sectionNextShort : investmentText.sectionNext),
    ...problemBlocks('investment', problems, steps),
  ]
}

/** Leads, texts and trainings with a day of the period. */
function recordsOf(facts: InvestmentFacts, figures: InvestmentFigures): readonly RecordRef[] {
  const touched = figures.leads.filter((lead) =>
    [lead.filedOn, lead.certifiedOn, lead.contactedOn, lead.acceptedOn, lead.landedOn].some((day) =>
      isWithin(facts.period, day),
    ),
  )
  return [...leadRefs(touched), ...briefRefs(figures.briefsInPeriod), ...trainingRefs(figures.trainingsInPeriod)]
}

/** 抓招商 in the report of a period. Source: 实施方案「每季度形成工作总结」, layout B1. */
export function investmentSection(facts: InvestmentFacts): ReportSection {
  const figures = investmentFigures(facts)
  const formulas = figures.isScored ? investmentTerms.formulas : completionTerms.formulas
  return {
    stream: 'investment',
    records: recordsOf(facts, figures),
    blocks: blocks(facts, figures),
    annexes: facts.period.kind === 'month' ? [] : investmentAnnexes(facts, figures),
    sheets: investmentSheets(facts, figures),
    summary: summaryLines(facts, figures),
    warnings: investmentWarningsOf(facts, figures),
    readings: [...formulas.map((formula) => framed(facts, formula)), ...facts.readings],
  }
}
