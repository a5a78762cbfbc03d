import type { Store } from '../../db/access'
import { countOpenByProgram, readFindingsDueIn, type FindingDue } from '../../db/repositories/finding-dues'
import { readFirstReports, readPrograms, readSentReports, toProgramRecord } from '../../db/repositories/rect-programs'
import type { RectificationDate } from '../../shared/assignments/rectification-date'
import { longestMoveDays } from '../../shared/assignments/shown-day'
import { addDays, monthNumberOf, yearOf, type IsoDate } from '../../shared/core/dates'
import { lastWorkdayOnOrBefore } from '../../shared/core/workdays'
import { dueOf, reportDays } from '../../shared/rectification/clocks'
import type { ProgramRecord } from '../../shared/rectification/record'
import { isOpenFinding } from '../../shared/rectification/timeliness'
import { rectificationDateTexts as texts } from '../../shared/terms/tasks'
import type { Context } from '../context'
import { dayLightsOf } from '../rectification/present'

/** So many findings of a programme that are due on one day are named; more are one entry. */
const namedFindings = 3

/** A day that a programme's document fixes. */
export interface ProgramDate {
  readonly kind: 'plan' | 'firstReport' | 'periodicReport'
  readonly programId: string
  readonly programTitle: string
  readonly dueOn: IsoDate
  /** Of a periodic report, from 1. */
  readonly number: number
  readonly isDone: boolean
}

interface Span {
  /** Null: from the feedback on. */
  readonly from: IsoDate | null
  readonly to: IsoDate
}

function periodicDays({ feedbackOn, reportCycleMonths: cycle }: ProgramRecord, to: IsoDate): readonly IsoDate[] {
  if (feedbackOn === null || cycle === null || to < feedbackOn) return []
  const months = (yearOf(to) - yearOf(feedbackOn)) * 12 + monthNumberOf(to) - monthNumberOf(feedbackOn)
  return reportDays(feedbackOn, cycle, Math.floor(months / cycle))
}

/** 整改方案, first and periodic reports of all programmes in a span of days. */
export function programDates(context: Context, store: Store, { from, to }: Span): readonly ProgramDate[] {
  const calendars = context.calendars()
  const sent = readSentReports(store.read)
  const first = readFirstReports(store.read)
  const counts = countOpenByProgram(store.read)
  const dates = readPrograms(store.read).flatMap((row): ProgramDate[] => {
    const program = toProgramRecord(row)
    const { id: programId, title: programTitle, feedbackOn, clocks } = program
    if (feedbackOn === null) return []
    const about = { programId, programTitle, number: 0 }
    const isPlanned = (counts.get(programId)?.planning ?? 0) === 0
    const isReported = first.has(programId)
    const once = [
      { kind: 'plan' as const, clock: clocks.plan, isDone: isPlanned },
      { kind: 'firstReport' as const, clock: clocks.firstReport, isDone: isReported },
    ].flatMap(({ kind, clock, isDone }) =>
      clock === null ? [] : [{ ...about, kind, dueOn: dueOf(clock, feedbackOn, calendars).dueOn, isDone }],
    )
    const periodic = periodicDays(program, to).map((dueOn, index): ProgramDate => ({
      ...about,
      kind: 'periodicReport',
      dueOn,
      number: index + 1,
      isDone: sent.get(programId)?.has(dueOn) ?? false,
    }))
    return [...once, ...periodic]
  })
  return dates.filter(({ dueOn }) => dueOn <= to && (from === null || dueOn >= from))
}

type Named = Pick<RectificationDate, 'key' | 'kind' | 'title' | 'dueOn' | 'isDone' | 'target'>

/** What a date of a programme is called. */
export function programDateTitle({
  kind,
  programTitle,
  number,
}: Pick<ProgramDate, 'kind' | 'programTitle' | 'number'>): string {
  return kind === 'periodicReport' ? texts.periodicReport(programTitle, number) : texts[kind](programTitle)
}

function programEntry({ kind, programId, programTitle, dueOn, number, isDone }: ProgramDate): Named {
  const title = programDateTitle({ kind, programTitle, number })
  const target = { kind: 'rectProgram' as const, recordId: programId }
  return { key: `${kind}/${programId}/${dueOn}`, kind, title, dueOn, isDone, target }
}

/** The findings of one programme that are due on one day. */
function findingEntries(findings: readonly FindingDue[], programTitle: string): Named[] {
  const [first] = findings
  if (!first?.dueOn) return []
  const { dueOn, programId } = first
  if (findings.length > namedFindings) {
    const open = findings.filter(isOpenFinding).length
    const target = { kind: 'rectProgram' as const, recordId: programId }
    const title = texts.findings(programTitle, findings.length, open)
    return [{ key: `findings/${programId}/${dueOn}`, kind: 'findings', title, dueOn, isDone: open === 0, target }]
  }
  return findings.map((finding) => {
    const { extensionCount, originalDueOn } = finding
    return {
      key: `finding/${finding.id}`,
      kind: 'finding',
      title: texts.finding(finding.title, extensionCount, originalDueOn),
      dueOn,
      isDone: !isOpenFinding(finding),
      target: { kind: 'finding' as const, recordId: finding.id },
    }
  })
}

/** What 整改台账 has in the calendar in a span of days, in the order of the days. */
export function rectificationDates(context: Context, store: Store, from: IsoDate, to: IsoDate): RectificationDate[] {
  const last = addDays(to, longestMoveDays)
  const titles = new Map(readPrograms(store.read).map(({ id, title }) => [id, title]))
  const groups = new Map<string, FindingDue[]>()
  for (const finding of readFindingsDueIn(store.read, from, last)) {
    const key = `${finding.dueOn}/${finding.programId}`
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  const named = [
    ...[...groups.values()].flatMap((group) => findingEntries(group, titles.get(group[0]?.programId ?? '') ?? '')),
    ...programDates(context, store, { from, to: last }).map(programEntry),
  ]
  const calendars = context.calendars()
  const lightOf = dayLightsOf(context, store)
  return named
    .map((entry): RectificationDate => {
      const { day, isEstimated } = lastWorkdayOnOrBefore(entry.dueOn, calendars)
      const light = entry.isDone ? 'none' : lightOf(entry.dueOn).light
      return { ...entry, day, isMoved: day !== entry.dueOn, isEstimated, light }
    })
    .filter(({ day }) => day >= from && day <= to)
    .toSorted((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0))
}
