import { formatExact, points, rateOf, subPoints } from '../core/points'
import type { ComponentScore, ScoreResult } from '../scoring/result'
import { leadClassLabel } from '../terms/investment'
import { summaryHeaders, investmentTerms, reportTerms } from '../terms/reports'
import { column } from './cells'
import type { CellContent, SheetColumn, SheetRow } from './model'
import { unitsInPeriod, type InvestmentFacts, type InvestmentFigures } from './investment-figures'
import { fillText } from './sentences'

/** Source: layout B1 抓招商. */
export const summaryColumns: readonly SheetColumn[] = [
  column(reportTerms.serialNo, 'integer', 6),
  column(summaryHeaders.indicator, 'text', 28),
  column(summaryHeaders.target, 'decimal', 10),
  column(summaryHeaders.inPeriod, 'decimal', 10),
  column(summaryHeaders.inYear, 'decimal', 10),
  column(summaryHeaders.rate, 'percent', 11, 1),
  column(summaryHeaders.units, 'decimal', 12),
  column(summaryHeaders.points, 'decimal', 11, 2),
  column(summaryHeaders.pending, 'integer', 9),
  column(reportTerms.remark, 'text', 44),
]

interface SummaryCells {
  readonly name: string
  readonly target?: CellContent
  readonly inPeriod?: CellContent
  readonly inYear?: CellContent
  readonly rate?: CellContent
  readonly units?: CellContent
  readonly points?: CellContent
  readonly pending?: CellContent
  readonly remark?: string
}

/** A row of the summary table; a number that is not given is 「—」. */
export function summaryRow(kind: SheetRow['kind'], number: number | null, cells: SummaryCells): SheetRow {
  const dash = reportTerms.none
  return {
    kind,
    cells: [
      number === null ? null : String(number),
      cells.name,
      cells.target ?? dash,
      cells.inPeriod ?? dash,
      cells.inYear ?? dash,
      cells.rate ?? dash,
      cells.units ?? dash,
      cells.points ?? dash,
      cells.pending ?? dash,
      cells.remark ?? '',
    ],
  }
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(reportTerms.semicolon)
}

/** 完成率 of the indicator against the assigned target, beside its fraction. */
export function indicatorRate(
  figures: InvestmentFigures,
): { readonly percent: string; readonly num: string; readonly den: string } | null {
  if (figures.target === null) return null
  const rate = rateOf(figures.units, points(figures.target), { decimals: 1, mode: 'halfUp', trailingZeros: true })
  return rate && { percent: rate.percent, num: formatExact(figures.units), den: figures.target }
}

/** A component's points, or the word for why there are none. */
export function pointsText(component: ComponentScore): string {
  switch (component.state) {
    case 'notGiven':
      return reportTerms.toBeGiven
    case 'pending':
      return reportTerms.toBeFixed
    case 'scored':
    case 'unscored':
    case 'excluded':
    case 'vetoed':
      return component.points ?? reportTerms.none
  }
}

function withoutSign(percent: string): string {
  return percent.replace('%', '')
}

function difference(now: string, before: string | undefined): string {
  return formatExact(subPoints(points(now), points(before ?? '0')))
}

function count(list: readonly unknown[]): string {
  return String(list.length)
}

function netCount(now: readonly unknown[], before: readonly unknown[]): string {
  return String(now.length - before.length)
}

function indicatorRows(figures: InvestmentFigures): readonly SheetRow[] {
  const { indicator, classes } = figures
  const rate = indicatorRate(figures)
  const pending = figures.excluded.filter((entry) => entry.isPending)
  const parts = classes.map((figuresOfClass): SheetRow => {
    const { landed, now, before } = figuresOfClass
    const label = leadClassLabel(figuresOfClass.leadClass)
    return summaryRow('part', null, {
      name: fillText(investmentTerms.classRow, { class: label }),
      inPeriod: netCount(now, before),
      inYear: count(now),
      units: formatExact(figuresOfClass.units),
      pending: count(figuresOfClass.pending),
      remark: landed.length > 0 ? fillText(investmentTerms.landedNote, { count: landed.length }) : '',
    })
  })
  // The class rows follow the head row directly, so the sums below span rows 1…n.
  const span: readonly [number, number] = [1, parts.length]
  const head = summaryRow('data', 1, {
    name: investmentTerms.indicatorRow,
    target: figures.target,
    inPeriod: unitsInPeriod(figures),
    inYear: formatExact(figures.units),
    rate: rate ? withoutSign(rate.percent) : null,
    units: { value: formatExact(figures.units), sumOf: span },
    points: indicator ? pointsText(indicator) : null,
    pending: { value: count(pending), sumOf: span },
    remark: joined([
      rate && fillText(investmentTerms.rateNote, { num: rate.num, den: rate.den }),
      indicator && indicator.arithmetic,
      indicator?.max ? fillText(investmentTerms.fullMarks, { max: indicator.max }) : null,
      pending.length > 0 ? fillText(investmentTerms.pendingNote, { count: pending.length }) : null,
    ]),
  })
  const effective = summaryRow('data', 2, {
    name: investmentTerms.effectiveRow,
    inPeriod: { value: netCount(figures.effective, figures.effectiveBefore), sumOf: span },
    inYear: { value: count(figures.effective), sumOf: span },
  })
  const landed = summaryRow('part', null, {
    name: investmentTerms.landedRow,
    inPeriod: netCount(figures.landed, figures.landedBefore),
    inYear: count(figures.landed),
  })
  return [head, ...parts, effective, landed]
}

function nameTemplate(component: ComponentScore): string {
  if (component.rule === 'periodPresence') return investmentTerms.periodRow
  return component.rule === 'ratio' ? investmentTerms.ratioRow : investmentTerms.pointsRow
}

function routineRow(component: ComponentScore, before: ComponentScore | undefined, number: number): SheetRow {
  const { rate, max } = component
  const marks = max === null ? null : fillText(investmentTerms.fullMarks, { max })
  const name = fillText(nameTemplate(component), { name: component.name })
  const scored = pointsText(component)
  if (!rate) {
    const isRatio = component.rule === 'ratio'
    const isOpen = component.state === 'notGiven' || component.state === 'pending'
    return summaryRow('data', number, {
      name,
      target: isRatio ? null : max,
      points: scored,
      pending: isOpen ? scored : null,
      remark: joined([isRatio ? investmentTerms.noneRequired : null, marks]),
    })
  }
  return summaryRow('data', number, {
    name,
    target: component.rule === 'periodPresence' ? rate.den : null,
    inPeriod: difference(rate.num, before?.rate?.num),
    inYear: rate.num,
    rate: withoutSign(rate.percent),
    points: scored,
    remark: joined([fillText(investmentTerms.rateNote, { num: rate.num, den: rate.den }), component.arithmetic, marks]),
  })
}

/** Whether a component shows up: an unused bonus that nobody gave is not worth a line. */
export function isReported(component: ComponentScore): boolean {
  return component.rule !== 'unitCount' && (component.rule !== 'manualBonus' || component.records.length > 0)
}

function totalRow(score: ScoreResult): SheetRow {
  const waiting = score.pending === '0' ? null : fillText(investmentTerms.waitingMarks, { pending: score.pending })
  return summaryRow('total', null, {
    name: investmentTerms.totalRow,
    target: score.max,
    points: score.total,
    pending: waiting === null ? null : score.pending,
    remark: joined([score.max === null ? null : fillText(investmentTerms.fullMarks, { max: score.max }), waiting]),
  })
}

/** The rows of the summary table: indicator with its classes, routine components, total. */
export function summaryRows(facts: InvestmentFacts, figures: InvestmentFigures): readonly SheetRow[] {
  const before = facts.scoreBefore
  const head = indicatorRows(figures)
  const routine = facts.score.components.filter(isReported).map((component, index) => {
    const earlier = before?.components.find((other) => other.id === component.id)
    return routineRow(component, earlier, index + 3)
  })
  return [...head, ...routine, totalRow(facts.score)]
}
