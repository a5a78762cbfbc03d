import type { Task } from '../assignments/task'
import type { BriefRecord, TrainingRecord } from '../briefs/record'
import { endOfMonth, monthNumberOf, yearOf, type IsoDate } from '../core/dates'
import { addPoints, formatExact, points, subPoints, zeroPoints, type Points } from '../core/points'
import { isClosedState, leadState, missingForEffective } from '../investment/facts'
import { isInvestmentBrief, isInvestmentTraining, monthGrid, monthsWithoutPoints } from '../investment/months'
import { leadClasses, type LeadClass, type LeadRecord } from '../investment/record'
import type { LeadState } from '../investment/states'
import type { ComponentScore, Remark, ScoreRecord, ScoreResult } from '../scoring/result'
import { hasScheme } from '../scoring/without-scheme'
import { reportTerms } from '../terms/reports'
import type { ReportFrame, ReportSigners } from './frame'
import { leadAsOf } from './lead-rows'
import { isWithin } from './period'

/** Everything the section 抓招商 is built from. */
export interface InvestmentFacts extends ReportFrame {
  readonly signers: ReportSigners
  /** 全年目标 of the assignment table in 指标, decimal text; null when the district sent none. */
  readonly target: string | null
  readonly leads: readonly LeadRecord[]
  readonly briefs: readonly BriefRecord[]
  readonly trainings: readonly TrainingRecord[]
  readonly tasks: readonly Task[]
  /** The score as of `asOf`. */
  readonly score: ScoreResult
  /** The score at the end of the period before, of the same year; null for the first period. */
  readonly scoreBefore: ScoreResult | null
  /** 口径说明 as sentences. */
  readonly readings: readonly string[]
  /** The sentence of a remark, e.g. why a lead has no units. */
  readonly describe: (remark: Remark) => string
}

export interface ClassFigures {
  readonly leadClass: LeadClass
  readonly now: readonly LeadRecord[]
  readonly before: readonly LeadRecord[]
  readonly landed: readonly LeadRecord[]
  readonly pending: readonly LeadRecord[]
  readonly units: Points
}

export interface ExcludedLead {
  readonly lead: LeadRecord
  readonly why: Remark
  readonly isPending: boolean
}

/** The counts of one period; the workbook and the document print the same ones. */
export interface InvestmentFigures {
  /** False where the district has given no scheme: then there are counts and no points. */
  readonly isScored: boolean
  readonly indicator: ComponentScore | null
  readonly target: string | null
  readonly units: Points
  readonly unitsBefore: Points
  /** Leads known by the cut-off, as they stood then, in the order of filing. */
  readonly leads: readonly LeadRecord[]
  /** 「—」 where no scheme gives units. */
  readonly unitsOf: (lead: LeadRecord) => string
  readonly filedInPeriod: readonly LeadRecord[]
  readonly filedInYear: readonly LeadRecord[]
  readonly effective: readonly LeadRecord[]
  readonly effectiveBefore: readonly LeadRecord[]
  readonly landed: readonly LeadRecord[]
  readonly landedBefore: readonly LeadRecord[]
  readonly classes: readonly ClassFigures[]
  readonly excluded: readonly ExcludedLead[]
  /** Filed in the year and still on the way to 有效. */
  readonly incomplete: readonly LeadRecord[]
  readonly briefs: readonly BriefRecord[]
  readonly briefsInPeriod: readonly BriefRecord[]
  /** Accepted briefs dated in each month up to the cut-off. */
  readonly briefMonths: readonly { readonly month: number; readonly count: number }[]
  /** Months that are over and have no brief, as numbers. */
  readonly missingMonths: readonly number[]
  readonly trainings: readonly TrainingRecord[]
  readonly trainingsInPeriod: readonly TrainingRecord[]
}

function indicatorOf(score: ScoreResult | null): ComponentScore | null {
  return score?.components.find((component) => component.rule === 'unitCount') ?? null
}

function byRecord(component: ComponentScore | null): ReadonlyMap<string, ScoreRecord> {
  return new Map((component?.records ?? []).map((record) => [record.id, record]))
}

function isCounted(record: ScoreRecord | undefined): boolean {
  return record !== undefined && points(record.units).n !== 0n
}

function isLandedInYear(lead: LeadRecord, asOf: IsoDate): boolean {
  const { landedOn, filedOn, isRegisteredInDistrict } = lead
  if (landedOn === null || filedOn === null || landedOn > asOf) return false
  return isRegisteredInDistrict === true && yearOf(landedOn) === yearOf(filedOn)
}

function isPending(why: Remark): boolean {
  return why.code === 'pendingRequirements' || why.code === 'pendingClass'
}

/** Filing date first, drafts last; the name settles ties so that the same data always gives the same table. */
function byFiling(left: LeadRecord, right: LeadRecord): number {
  const leftKey = `${left.filedOn ?? '9'} ${left.platformNo} ${left.title} ${left.investorName}`
  const rightKey = `${right.filedOn ?? '9'} ${right.platformNo} ${right.title} ${right.investorName}`
  return leftKey < rightKey ? -1 : leftKey > rightKey ? 1 : 0
}

function overMonths(asOf: IsoDate): number {
  const month = monthNumberOf(asOf)
  return asOf === endOfMonth(yearOf(asOf), month) ? month : month - 1
}

interface BriefMonths {
  readonly briefMonths: readonly { readonly month: number; readonly count: number }[]
  readonly missingMonths: readonly number[]
}

/** The months as the score counts them; where no scheme counts, one item fulfils a month. */
function briefMonths({ score, briefs, period: { year }, asOf }: InvestmentFacts): BriefMonths {
  const over = overMonths(asOf)
  const cells = monthGrid(briefs, year, asOf, null).cells.map(({ count }, index) => ({ month: index + 1, count }))
  const presence = score.components.find((component) => component.rule === 'periodPresence')
  const missing = hasScheme(score)
    ? (presence?.inputs['missing'] ?? '')
        .split(',')
        .filter((text) => text !== '')
        .map(Number)
    : cells.filter(({ count }) => count < monthsWithoutPoints.min).map(({ month }) => month)
  return {
    briefMonths: cells.filter(({ month }) => month <= monthNumberOf(asOf)),
    missingMonths: missing.filter((month) => month <= over),
  }
}

const onTheWay: ReadonlySet<LeadState> = new Set(['filed', 'certified', 'contacted'])

type IsEffective = (lead: LeadRecord) => boolean

/** 有效 as the score counts it; where no scheme counts, by the recorded facts alone. */
function effectiveBy(score: ScoreResult | null, year: number): IsEffective {
  if (score === null) return () => false
  const indicator = indicatorOf(score)
  if (indicator === null) {
    return (lead) =>
      lead.filedOn !== null &&
      yearOf(lead.filedOn) === year &&
      missingForEffective(lead, score.asOf).length === 0 &&
      !isClosedState(leadState(lead, score.asOf))
  }
  const records = byRecord(indicator)
  return (lead) => isCounted(records.get(lead.id))
}

function classFigures(
  leads: readonly LeadRecord[],
  now: ReadonlyMap<string, ScoreRecord>,
  isEffective: IsEffective,
  wasEffective: IsEffective,
  asOf: IsoDate,
): readonly ClassFigures[] {
  return leadClasses
    .filter((leadClass) => leadClass !== 'invalid')
    .map((leadClass) => {
      const members = leads.filter((lead) => lead.districtClass === leadClass)
      const counted = members.filter(isEffective)
      return {
        leadClass,
        now: counted,
        before: members.filter(wasEffective),
        landed: counted.filter((lead) => isLandedInYear(lead, asOf)),
        pending: members.filter((lead) => {
          const record = now.get(lead.id)
          return record !== undefined && isPending(record.why)
        }),
        units: addPoints(...counted.map((lead) => points(now.get(lead.id)?.units ?? '0'))),
      }
    })
    .filter((figures) => figures.leadClass !== 'pending' || figures.now.length > 0 || figures.pending.length > 0)
}

function trainingFigures(facts: InvestmentFacts): Pick<InvestmentFigures, 'trainings' | 'trainingsInPeriod'> {
  const trainings = facts.trainings
    .filter(isInvestmentTraining)
    .filter(({ heldOn }) => yearOf(heldOn) === facts.period.year && heldOn <= facts.asOf)
    .toSorted((left, right) => (`${left.heldOn}${left.title}` < `${right.heldOn}${right.title}` ? -1 : 1))
  return { trainings, trainingsInPeriod: trainings.filter(({ heldOn }) => isWithin(facts.period, heldOn)) }
}

function briefFigures(facts: InvestmentFacts): Pick<InvestmentFigures, 'briefs' | 'briefsInPeriod'> {
  const dayOf = (brief: BriefRecord): string => `${brief.submittedOn ?? brief.month}${brief.title}`
  const briefs = facts.briefs
    .filter((brief) => {
      const { submittedOn } = brief
      if (!isInvestmentBrief(brief) || submittedOn === null) return false
      return yearOf(submittedOn) === facts.period.year && submittedOn <= facts.asOf
    })
    .toSorted((left, right) => (dayOf(left) < dayOf(right) ? -1 : 1))
  return { briefs, briefsInPeriod: briefs.filter(({ submittedOn }) => isWithin(facts.period, submittedOn)) }
}

/** Counts everything once; nothing later than the cut-off enters. */
export function investmentFigures(facts: InvestmentFacts): InvestmentFigures {
  const { asOf, period } = facts
  const { year } = period
  const indicator = indicatorOf(facts.score)
  const indicatorBefore = period.isFirstOfYear ? null : indicatorOf(facts.scoreBefore)
  const now = byRecord(indicator)
  const isEffective = effectiveBy(facts.score, year)
  const wasEffective = effectiveBy(period.isFirstOfYear ? null : facts.scoreBefore, year)
  const leads = facts.leads
    .filter(({ filedOn }) => filedOn === null || filedOn <= asOf)
    .map((lead) => leadAsOf(lead, asOf))
    .toSorted(byFiling)
  const filedInYear = leads.filter(({ filedOn }) => filedOn !== null && yearOf(filedOn) === year)
  const effective = leads.filter(isEffective)
  const effectiveBefore = leads.filter(wasEffective)
  const beforeDay = facts.scoreBefore?.asOf ?? period.start
  const isScored = hasScheme(facts.score)
  return {
    isScored,
    indicator,
    target: facts.target ?? indicator?.rate?.den ?? null,
    units: indicator?.raw == null ? zeroPoints : points(indicator.raw),
    unitsBefore: indicatorBefore?.raw == null ? zeroPoints : points(indicatorBefore.raw),
    leads,
    unitsOf: (lead) => (isScored ? (now.get(lead.id)?.units ?? '0') : reportTerms.none),
    filedInPeriod: filedInYear.filter(({ filedOn }) => isWithin(period, filedOn)),
    filedInYear,
    effective,
    effectiveBefore,
    landed: effective.filter((lead) => isLandedInYear(lead, asOf)),
    landedBefore: effectiveBefore.filter((lead) => isLandedInYear(lead, beforeDay)),
    classes: classFigures(leads, now, isEffective, wasEffective, asOf),
    excluded: leads.flatMap((lead) => {
      const record = now.get(lead.id)
      return record && !isCounted(record) ? [{ lead, why: record.why, isPending: isPending(record.why) }] : []
    }),
    incomplete: filedInYear.filter((lead) => onTheWay.has(leadState(lead, asOf))),
    ...briefFigures(facts),
    ...briefMonths(facts),
    ...trainingFigures(facts),
  }
}

/** What the period added: now less what stood at the end of the one before. */
export function unitsInPeriod(figures: InvestmentFigures): string {
  return formatExact(subPoints(figures.units, figures.unitsBefore))
}
