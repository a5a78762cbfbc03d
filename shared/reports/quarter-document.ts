import { formatChineseDate } from '../terms/dates'
import { comparePoints, formatExact, points, subPoints, zeroPoints } from '../core/points'
import type { LeadRecord } from '../investment/record'
import type { ComponentScore } from '../scoring/result'
import { leadClassLabel } from '../terms/investment'
import { completionTerms, quarterHeaders, quarterTerms, quarterText, reportTerms } from '../terms/reports'
import { completionBlocks } from './completion-blocks'
import { counted, heading, ids, numbered, paragraph, type Values } from './document-blocks'
import type { DocumentBlock, DocumentTable, ReportDocument } from './model'
import { quarterAnnexes } from './quarter-annex'
import { unitsInQuarter, type InvestmentQuarterFacts, type QuarterFigures } from './quarter-facts'
import { quarterGaps } from './quarter-gaps'
import { indicatorRate, isReported, pointsText, summaryRows } from './quarter-summary'
import { quarterName, readingItems } from './quarter-words'
import { figure, fillText, nameList, words, type SentenceFigure } from './sentences'

/** Longer lists go on in the workbook. */
const listedLeads = 10

function without(list: readonly LeadRecord[], others: readonly LeadRecord[]): readonly LeadRecord[] {
  const known = new Set(ids(others))
  return list.filter(({ id }) => !known.has(id))
}

function leadBlocks(facts: InvestmentQuarterFacts, figures: QuarterFigures): readonly DocumentBlock[] {
  const quarter = words(quarterName(facts))
  const effectiveNew = without(figures.effective, figures.effectiveBefore)
  const landedNew = without(figures.landed, figures.landedBefore)
  const backfilled = figures.filedInYear.filter(
    ({ backfilledOn }) => backfilledOn !== null && backfilledOn <= facts.asOf,
  )
  const [, inYear] = quarterTerms.formulas
  const effectiveFormula = fillText(inYear, { asOf: formatChineseDate(facts.asOf), year: facts.year })
  const filed = figures.filedInQuarter.length === 0 ? quarterText.filedNone : quarterText.filed
  const values = {
    quarter,
    asOf: words(formatChineseDate(facts.asOf)),
    filedInQuarter: counted(figures.filedInQuarter, reportTerms.statisticsPeriod),
    filedInYear: counted(figures.filedInYear, reportTerms.dataCutOff),
    backfilled: counted(backfilled, reportTerms.dataCutOff),
    effectiveNew: counted(effectiveNew, effectiveFormula),
    landedNew: counted(landedNew, effectiveFormula),
    effective: counted(figures.effective, effectiveFormula),
    landed: counted(figures.landed, effectiveFormula),
  }
  const effectiveNames = effectiveNew.map(({ title, investorName, districtClass }) =>
    fillText(quarterText.effectiveName, { title, investor: investorName, class: leadClassLabel(districtClass) }),
  )
  const landedNames = landedNew.map(({ title, companyName, landedOn }) =>
    fillText(quarterText.landedName, {
      title,
      company: companyName,
      landedOn: landedOn ? formatChineseDate(landedOn) : '',
    }),
  )
  const names = (list: readonly string[]): Values => ({
    names: words(nameList(list, reportTerms.semicolon, quarterText.andOthers, listedLeads)),
  })
  return [
    paragraph([filed, values], ...(backfilled.length > 0 ? [[quarterText.backfilled, values] as const] : []), [
      quarterText.effective,
      values,
    ]),
    ...(effectiveNames.length > 0 ? [paragraph([quarterText.effectiveNames, names(effectiveNames)])] : []),
    ...(landedNames.length > 0 ? [paragraph([quarterText.landedNames, names(landedNames)])] : []),
  ]
}

function dailyBlock(facts: InvestmentQuarterFacts, figures: QuarterFigures): DocumentBlock {
  const required = figures.trainings.filter(({ isRequired }) => isRequired)
  const requiredInQuarter = figures.trainingsInQuarter.filter(({ isRequired }) => isRequired)
  const isAttended = (training: { readonly isAttended: boolean }): boolean => training.isAttended
  const values = {
    quarter: words(quarterName(facts)),
    briefsInQuarter: counted(figures.briefsInQuarter, quarterTerms.briefsFormula),
    briefsInYear: counted(figures.briefs, quarterTerms.briefsFormula),
    attendedInQuarter: counted(requiredInQuarter.filter(isAttended), quarterTerms.trainingsFormula),
    requiredInQuarter: counted(requiredInQuarter, quarterTerms.trainingsFormula),
    attended: counted(required.filter(isAttended), quarterTerms.trainingsFormula),
    required: counted(required, quarterTerms.trainingsFormula),
  }
  const trainings = required.length === 0 ? quarterText.trainingsNone : quarterText.trainings
  return paragraph([quarterText.briefs, values], [trainings, values])
}

function indicatorBlocks(facts: InvestmentQuarterFacts, figures: QuarterFigures): readonly DocumentBlock[] {
  const { indicator } = figures
  if (!indicator) return []
  const rate = indicatorRate(figures)
  const records = ids(figures.effective)
  const values = {
    quarter: words(quarterName(facts)),
    target: words(figures.target ?? reportTerms.none),
    unitsInQuarter: figure(unitsInQuarter(figures), quarterTerms.formulas[0], records),
    units: figure(formatExact(figures.units), quarterTerms.formulas[2], records),
    percent: figure(rate?.percent ?? reportTerms.none, quarterTerms.formulas[3], records),
    num: words(rate?.num ?? ''),
    den: words(rate?.den ?? ''),
    points: figure(pointsText(indicator), indicator.arithmetic, records),
    max: words(indicator.max ?? reportTerms.none),
    arithmetic: words(indicator.arithmetic),
    classes: words(classList(figures)),
  }
  const classes = values.classes.text === '' ? [] : [[quarterText.byClass, values] as const]
  return [
    paragraph(
      [rate ? quarterText.indicator : quarterText.indicatorNoTarget, values],
      ...classes,
      [quarterText.arithmetic, values],
      ...completion(figures),
    ),
    { kind: 'table', table: resultTable(facts, figures) },
  ]
}

/** 还差多少, or by how much the target is exceeded. */
function completion(figures: QuarterFigures): readonly (readonly [string, Values])[] {
  if (figures.target === null) return []
  const gap = subPoints(points(figures.target), figures.units)
  const source = (text: string): SentenceFigure => figure(text, quarterTerms.formulas[3], ids(figures.effective))
  switch (comparePoints(gap, zeroPoints)) {
    case 1:
      return [[quarterText.missing, { gap: source(formatExact(gap)) }]]
    case 0:
      return [[quarterText.doneExactly, {}]]
    case -1:
      return [[quarterText.done, { surplus: source(formatExact(subPoints(zeroPoints, gap))) }]]
  }
}

function classList(figures: QuarterFigures): string {
  return figures.classes
    .filter(({ now }) => now.length > 0)
    .map(({ leadClass, now, units }) =>
      fillText(quarterText.byClassItem, {
        class: leadClassLabel(leadClass),
        count: now.length,
        units: formatExact(units),
      }),
    )
    .join(reportTerms.semicolon)
}

/** The same rows as the summary sheet, in the columns that a portrait page holds. */
function resultTable(facts: InvestmentQuarterFacts, figures: QuarterFigures): DocumentTable {
  const rows = summaryRows(facts, figures).map((row) =>
    row.cells.map((cell) => (cell === null ? reportTerms.none : typeof cell === 'string' ? cell : cell.value)),
  )
  const keep = [1, 2, 3, 4, 5, 7]
  return {
    title: fillText(quarterText.tableTitle, { year: facts.year, quarter: quarterName(facts) }),
    columns: [
      { label: quarterHeaders.indicator, share: 38, align: 'left' },
      { label: quarterHeaders.target, share: 12, align: 'center' },
      { label: quarterHeaders.inQuarter, share: 12, align: 'center' },
      { label: quarterHeaders.inYear, share: 12, align: 'center' },
      { label: quarterHeaders.rate, share: 14, align: 'center' },
      { label: quarterHeaders.pointsShort, share: 12, align: 'center' },
    ],
    rows: rows.map((row) => keep.map((index) => row[index] ?? reportTerms.none)),
  }
}

function routineBlock(component: ComponentScore): DocumentBlock {
  const { rate } = component
  const values = {
    name: words(component.name),
    num: figure(rate?.num ?? '', component.arithmetic, ids(component.records)),
    den: words(rate?.den ?? ''),
    points: figure(pointsText(component), component.arithmetic, ids(component.records)),
    max: words(component.max ?? reportTerms.none),
  }
  if (component.rule === 'manualBonus') return paragraph([quarterText.routineBonus, values])
  if (component.state === 'notGiven') return paragraph([quarterText.routineWaiting, values])
  if (!rate)
    return paragraph([component.rule === 'ratio' ? quarterText.routineNone : quarterText.routinePoints, values])
  return paragraph([component.rule === 'periodPresence' ? quarterText.routinePeriod : quarterText.routineRatio, values])
}

function totalBlock(facts: InvestmentQuarterFacts): DocumentBlock {
  const { score } = facts
  const values = {
    asOf: words(formatChineseDate(facts.asOf)),
    total: figure(score.total ?? reportTerms.none, score.exactTotal ?? ''),
    max: words(score.max ?? reportTerms.none),
    pending: words(score.pending),
    forecast: words(score.forecast ?? ''),
    percent: words(score.timeProgress.percent),
    days: words(String(score.timeProgress.days)),
    of: words(String(score.timeProgress.of)),
  }
  const isWaiting = comparePoints(points(score.pending), zeroPoints) > 0
  return paragraph(
    [quarterText.total, values],
    ...(isWaiting ? [[quarterText.totalWaiting, values] as const] : []),
    ...(score.forecast === null ? [] : [[quarterText.forecast, values] as const]),
    [quarterText.progress, values],
  )
}

/** Each lead that does not count, with its reason; a long list goes on in the workbook. */
function excludedBlocks(facts: InvestmentQuarterFacts, figures: QuarterFigures): readonly DocumentBlock[] {
  const { excluded } = figures
  if (excluded.length === 0) {
    return [paragraph([figures.filedInYear.length === 0 ? quarterText.nothingFiled : quarterText.excludedNone, {}])]
  }
  const sentences = excluded.map(({ why }) => facts.describe(why))
  const count = counted(
    excluded.map(({ lead }) => lead),
    quarterTerms.excludedName,
  )
  const only = sentences.length === 1 ? (sentences[0] ?? '') : ''
  const rest = sentences.length - listedLeads
  const more = { count: words(String(rest)), sheet: words(quarterTerms.excludedName) }
  return [
    paragraph([quarterText.excluded, { count, only: words(only) }]),
    ...(only === '' ? numbered(sentences.slice(0, listedLeads)) : []),
    ...(rest > 0 ? [paragraph([quarterText.excludedMore, more])] : []),
  ]
}

function resultBlocks(facts: InvestmentQuarterFacts, figures: QuarterFigures): readonly DocumentBlock[] {
  return [
    heading(1, quarterText.sectionResult),
    heading(2, quarterText.resultIndicator),
    ...indicatorBlocks(facts, figures),
    heading(2, quarterText.resultRoutine),
    ...facts.score.components.filter(isReported).map(routineBlock),
    heading(2, quarterText.resultTotal),
    totalBlock(facts),
    heading(2, quarterText.resultExcluded),
    ...excludedBlocks(facts, figures),
  ]
}

function nextBlocks(facts: InvestmentQuarterFacts, figures: QuarterFigures): readonly DocumentBlock[] {
  const { problems, steps } = quarterGaps(facts, figures)
  return [
    heading(1, quarterText.sectionNext),
    heading(2, quarterText.nextProblems),
    ...numbered(problems),
    heading(2, quarterText.nextSteps),
    ...numbered(steps),
  ]
}

/** How the numbers were counted; the readings of the scheme follow the program's own formulas. */
function readings(facts: InvestmentQuarterFacts, figures: QuarterFigures): readonly string[] {
  const formulas = figures.isScored ? quarterTerms.formulas : completionTerms.formulas
  return [...readingItems(facts, formulas), ...facts.readings]
}

/** The document of the quarter: 一、工作开展情况 二、指标完成情况 三、存在问题和下一步, 口径说明. */
export function quarterDocument(facts: InvestmentQuarterFacts, figures: QuarterFigures): ReportDocument {
  const titleValues = { bureau: facts.bureau, year: facts.year, quarter: quarterName(facts) }
  const titleLines = quarterTerms.titleLines.map((line) => fillText(line, titleValues))
  return {
    title: titleLines.join(''),
    titleLines,
    addressee: facts.addressee,
    blocks: [
      heading(1, quarterText.sectionWork),
      heading(2, quarterText.workLeads),
      ...leadBlocks(facts, figures),
      heading(2, quarterText.workDaily),
      dailyBlock(facts, figures),
      ...(figures.isScored ? resultBlocks(facts, figures) : completionBlocks(facts, figures)),
      ...nextBlocks(facts, figures),
      { kind: 'list', title: reportTerms.readings, items: readings(facts, figures) },
    ],
    annexes: quarterAnnexes(facts, figures),
    signature: { unit: facts.bureau, signedOn: facts.preparedOn },
  }
}
