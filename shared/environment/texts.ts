import { caseLength, type LengthVerdict } from '../briefs/character-count'
import type { BriefRecord, BriefUse } from '../briefs/record'
import { isLongEnough, isShared, monthOfUse, usesOf } from '../briefs/uses'
import { monthOf, type IsoDate, type Month } from '../core/dates'

/** Texts that serve a duty, whatever stream they were written for. */
export function textsFor(briefs: readonly BriefRecord[], use: BriefUse): readonly BriefRecord[] {
  return briefs.filter((brief) => usesOf(brief).has(use))
}

/** Sent by the day, and accepted. */
function isCounted({ submittedOn, isAccepted }: BriefRecord, asOf: IsoDate): boolean {
  return isAccepted && submittedOn !== null && submittedOn <= asOf
}

/** done: an accepted one is dated in it · missing: the month is over · open: it runs · ahead: it has not begun. */
export type TextState = 'done' | 'missing' | 'open' | 'ahead'

export interface TextMonth {
  readonly month: Month
  readonly state: TextState
  /** All texts of the month: dated in it, or meant for it and not sent yet. */
  readonly briefs: readonly BriefRecord[]
  /** One of its texts serves another duty as well. */
  readonly isShared: boolean
}

/**
 * The twelve months of 工作信息 of 抓营商环境: at least one each; a text counts in the month it is dated in.
 * Source: 实施方案 三（一）5, 每月至少报送一篇.
 */
export function textMonths(briefs: readonly BriefRecord[], year: number, asOf: IsoDate): readonly TextMonth[] {
  const own = textsFor(briefs, 'environmentBrief')
  return Array.from({ length: 12 }, (_, index): TextMonth => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}` as Month // built from a year and 1–12
    const ofMonth = own.filter((brief) => monthOfUse('environmentBrief', brief) === month)
    const isDone = ofMonth.some((brief) => isCounted(brief, asOf))
    const current = monthOf(asOf)
    const undone = month < current ? 'missing' : month === current ? 'open' : 'ahead'
    return { month, state: isDone ? 'done' : undone, briefs: ofMonth, isShared: ofMonth.some(isShared) }
  })
}

export interface CaseState {
  /** The text that fulfils the duty, else the one that is nearest to it; null when there is none. */
  readonly brief: BriefRecord | null
  /** Null without a text, or where its 字数 is not known. */
  readonly length: LengthVerdict | null
  /** Sent, and not too short. */
  readonly isDone: boolean
}

/** The year's 典型案例. Source: 实施方案 三（一）5, 不少于800字. */
export function caseState(briefs: readonly BriefRecord[], year: number, asOf: IsoDate): CaseState {
  const rankOf = (brief: BriefRecord): number =>
    (isLongEnough(brief) ? 0 : 1_000_000 - (brief.characterCount ?? 0)) + (isCounted(brief, asOf) ? 0 : 0.5)
  const [brief] = textsFor(briefs, 'environmentCase')
    .filter(({ month }) => month.startsWith(`${year}-`))
    .toSorted((left, right) => rankOf(left) - rankOf(right) || left.id.localeCompare(right.id))
  if (!brief) return { brief: null, length: null, isDone: false }
  const length = brief.characterCount === null ? null : caseLength(brief.characterCount)
  return { brief, length, isDone: isLongEnough(brief) && isCounted(brief, asOf) }
}

export interface SummaryQuarter {
  readonly quarter: number
  readonly brief: BriefRecord | null
  readonly isSent: boolean
}

/** The four 季度小结 of a year, each with the text that serves it. */
export function summaryQuarters(
  briefs: readonly BriefRecord[],
  year: number,
  asOf: IsoDate,
): readonly SummaryQuarter[] {
  const own = textsFor(briefs, 'environmentSummary')
  return [1, 2, 3, 4].map((quarter) => {
    const ofQuarter = own.filter(
      ({ month }) => month.startsWith(`${year}-`) && Math.ceil(Number(month.slice(5)) / 3) === quarter,
    )
    const brief = ofQuarter.find((each) => isCounted(each, asOf)) ?? ofQuarter[0] ?? null
    return { quarter, brief, isSent: brief !== null && isCounted(brief, asOf) }
  })
}
