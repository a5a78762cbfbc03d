import { endOfMonth, monthNumberOf, quarterOf, yearOf, type IsoDate, type Period } from '../core/dates'
import { addPoints, formatExact, points, subPoints, zeroPoints, type Points } from '../core/points'
import {
  leadClasses,
  type BriefRecord,
  type LeadClass,
  type LeadRecord,
  type TrainingRecord,
} from '../investment/record'
import type { ComponentScore, Remark, ScoreRecord, ScoreResult } from '../scoring/result'
import { leadAsOf } from './lead-rows'

export interface ReportSigners {
  readonly preparedBy: string
  readonly checkedBy: string
  readonly approvedBy: string
  readonly phone: string
}

/** Everything the quarterly summary of 抓招商 is built from. */
export interface InvestmentQuarterFacts {
  readonly bureau: string
  /** 主送, e.g. 区合作交流办; empty for none. */
  readonly addressee: string
  readonly year: number
  readonly period: Period
  /** 数据截止: nothing after this day is counted. */
  readonly asOf: IsoDate
  readonly preparedOn: IsoDate
  readonly signers: ReportSigners
  /** 全年目标 of the assignment table in 指标, decimal text; null when the district sent none. */
  readonly target: string | null
  readonly leads: readonly LeadRecord[]
  readonly briefs: readonly BriefRecord[]
  readonly trainings: readonly TrainingRecord[]
  /** The score as of `asOf`. */
  readonly score: ScoreResult
  /** The score at the end of the quarter before, of the same year; null for the first quarter. */
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

/** The counts of one quarter; the workbook and the document print the same ones. */
export interface QuarterFigures {
  readonly indicator: ComponentScore | null
  readonly target: string | null
  readonly units: Points
  readonly unitsBefore: Points
  /** Leads known by the cut-off, as they stood then, in the order of filing. */
  readonly leads: readonly LeadRecord[]
  readonly unitsOf: (lead: LeadRecord) => string
  readonly filedInQuarter: readonly LeadRecord[]
  readonly filedInYear: readonly LeadRecord[]
  readonly effective: readonly LeadRecord[]
  readonly effectiveBefore: readonly LeadRecord[]
  readonly landed: readonly LeadRecord[]
  readonly landedBefore: readonly LeadRecord[]
  readonly classes: readonly ClassFigures[]
  readonly excluded: readonly ExcludedLead[]
  readonly briefs: readonly BriefRecord[]
  readonly briefsInQuarter: readonly BriefRecord[]
  /** Months that are over and have no brief, as numbers. */
  readonly missingMonths: readonly number[]
  readonly trainings: readonly TrainingRecord[]
  readonly trainingsInQuarter: readonly TrainingRecord[]
}

function isIn(period: Period, day: IsoDate | null): boolean {
  return day !== null && period.start <= day && day <= period.end
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

function missingMonths(score: ScoreResult): readonly number[] {
  const presence = score.components.find((component) => component.rule === 'periodPresence')
  const missing = presence?.inputs['missing'] ?? ''
  const over = overMonths(score.asOf)
  return missing
    .split(',')
    .filter((text) => text !== '')
    .map(Number)
    .filter((month) => month <= over)
}

function classFigures(
  leads: readonly LeadRecord[],
  now: ReadonlyMap<string, ScoreRecord>,
  before: ReadonlyMap<string, ScoreRecord>,
  asOf: IsoDate,
): readonly ClassFigures[] {
  return leadClasses
    .filter((leadClass) => leadClass !== 'invalid')
    .map((leadClass) => {
      const members = leads.filter((lead) => lead.districtClass === leadClass)
      const counted = members.filter((lead) => isCounted(now.get(lead.id)))
      return {
        leadClass,
        now: counted,
        before: members.filter((lead) => isCounted(before.get(lead.id))),
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

function trainingFigures(facts: InvestmentQuarterFacts): Pick<QuarterFigures, 'trainings' | 'trainingsInQuarter'> {
  const trainings = facts.trainings
    .filter(({ heldOn }) => yearOf(heldOn) === facts.year && heldOn <= facts.asOf)
    .toSorted((left, right) => (`${left.heldOn}${left.title}` < `${right.heldOn}${right.title}` ? -1 : 1))
  return { trainings, trainingsInQuarter: trainings.filter(({ heldOn }) => isIn(facts.period, heldOn)) }
}

function briefFigures(facts: InvestmentQuarterFacts): Pick<QuarterFigures, 'briefs' | 'briefsInQuarter'> {
  const dayOf = (brief: BriefRecord): string => `${brief.submittedOn ?? brief.month}${brief.title}`
  const briefs = facts.briefs
    .filter(({ stream, submittedOn }) => {
      if (stream !== 'investment' || submittedOn === null) return false
      return yearOf(submittedOn) === facts.year && submittedOn <= facts.asOf
    })
    .toSorted((left, right) => (dayOf(left) < dayOf(right) ? -1 : 1))
  return { briefs, briefsInQuarter: briefs.filter(({ submittedOn }) => isIn(facts.period, submittedOn)) }
}

/** Counts everything once; nothing later than the cut-off enters. */
export function quarterFigures(facts: InvestmentQuarterFacts): QuarterFigures {
  const { asOf, year, period } = facts
  const indicator = indicatorOf(facts.score)
  const indicatorBefore = quarterOf(period.start) === 1 ? null : indicatorOf(facts.scoreBefore)
  const now = byRecord(indicator)
  const before = byRecord(indicatorBefore)
  const leads = facts.leads
    .filter(({ filedOn }) => filedOn === null || filedOn <= asOf)
    .map((lead) => leadAsOf(lead, asOf))
    .toSorted(byFiling)
  const filedInYear = leads.filter(({ filedOn }) => filedOn !== null && yearOf(filedOn) === year)
  const effective = leads.filter((lead) => isCounted(now.get(lead.id)))
  const effectiveBefore = leads.filter((lead) => isCounted(before.get(lead.id)))
  const beforeDay = facts.scoreBefore?.asOf ?? period.start
  return {
    indicator,
    target: facts.target ?? indicator?.rate?.den ?? null,
    units: indicator?.raw == null ? zeroPoints : points(indicator.raw),
    unitsBefore: indicatorBefore?.raw == null ? zeroPoints : points(indicatorBefore.raw),
    leads,
    unitsOf: (lead) => now.get(lead.id)?.units ?? '0',
    filedInQuarter: filedInYear.filter(({ filedOn }) => isIn(period, filedOn)),
    filedInYear,
    effective,
    effectiveBefore,
    landed: effective.filter((lead) => isLandedInYear(lead, asOf)),
    landedBefore: effectiveBefore.filter((lead) => isLandedInYear(lead, beforeDay)),
    classes: classFigures(leads, now, before, asOf),
    excluded: leads.flatMap((lead) => {
      const record = now.get(lead.id)
      return record && !isCounted(record) ? [{ lead, why: record.why, isPending: isPending(record.why) }] : []
    }),
    ...briefFigures(facts),
    missingMonths: missingMonths(facts.score),
    ...trainingFigures(facts),
  }
}

/** What the quarter added: now less what stood at the end of the quarter before. */
export function unitsInQuarter(figures: QuarterFigures): string {
  return formatExact(subPoints(figures.units, figures.unitsBefore))
}
