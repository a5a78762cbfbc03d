import { parseIsoDate } from '../../shared/core/dates'
import type { ProgramRow } from '../../shared/rectification/contract'
import {
  declaredKeys,
  rectClockKeys,
  rectSources,
  type DeclaredKey,
  type ProgramFields,
  type RateRule,
  type RectClock,
  type RectClockKey,
  type StatusWord,
} from '../../shared/rectification/record'
import { parseTypedCount } from '../components/typed-values'

/** A clock as typed; '' = the document says nothing. */
export interface TypedClock {
  readonly value: string
  readonly unit: RectClock['unit']
}

type TextKey = 'source' | 'level' | 'title' | 'docNo' | 'auditee' | 'originYears' | 'reportToUnit' | 'remark'

/** A programme as its form holds it. */
export interface ProgramDraft extends Readonly<Record<TextKey, string>> {
  readonly feedbackOn: string
  readonly reportCycleMonths: string
  readonly aspect: string
  readonly keyIssue: string
  readonly clocks: Readonly<Record<RectClockKey, TypedClock>>
  readonly vocabulary: readonly StatusWord[]
  readonly rateRule: RateRule
  readonly declared: Readonly<Record<DeclaredKey, string>>
}

function clocksOf(program: ProgramRow): ProgramDraft['clocks'] {
  const typed = rectClockKeys.map((key): [RectClockKey, TypedClock] => {
    const clock = program.clocks[key]
    return [key, { value: clock ? String(clock.value) : '', unit: clock?.unit ?? 'calendarDays' }]
  })
  // Every key of the closed list is there.
  return Object.fromEntries(typed) as ProgramDraft['clocks']
}

function declaredOf(program: ProgramRow): ProgramDraft['declared'] {
  const typed = declaredKeys.map((key): [DeclaredKey, string] => [key, String(program.declared[key] ?? '')])
  // Every key of the closed list is there.
  return Object.fromEntries(typed) as ProgramDraft['declared']
}

export function programDraftOf(program: ProgramRow): ProgramDraft {
  const { source, level, title, docNo, auditee, originYears, reportToUnit, remark, levelNames } = program
  return {
    source,
    level,
    title,
    docNo,
    auditee,
    originYears,
    reportToUnit,
    remark,
    feedbackOn: program.feedbackOn ?? '',
    reportCycleMonths: String(program.reportCycleMonths ?? ''),
    aspect: levelNames.aspect,
    keyIssue: levelNames.keyIssue,
    clocks: clocksOf(program),
    vocabulary: program.vocabulary,
    rateRule: program.rateRule,
    declared: declaredOf(program),
  }
}

/** A whole number within bounds, null when empty, undefined when it is none. */
export function countWithin(text: string, from: number, to: number): number | null | undefined {
  const count = parseTypedCount(text)
  if (count === null) return null
  return Number.isNaN(count) || count < from || count > to ? undefined : count
}

export const clockValueOf = (text: string): number | null | undefined => countWithin(text, 0, 3650)
export const cycleOf = (text: string): number | null | undefined => countWithin(text, 1, 60)
export const declaredCountOf = (text: string): number | null | undefined => countWithin(text, 0, 100_000)

/** A word that stands twice; null when each stands once. */
export function doubleWord(vocabulary: readonly StatusWord[]): string | null {
  const labels = vocabulary.map(({ label }) => label.trim()).filter((label) => label !== '')
  return labels.find((label, index) => labels.indexOf(label) !== index) ?? null
}

/** The fields to save; null while something typed is none. */
export function programFieldsOf(draft: ProgramDraft): ProgramFields | null {
  const { clocks, declared, aspect, keyIssue, feedbackOn, reportCycleMonths, vocabulary, source, ...texts } = draft
  const cycle = cycleOf(reportCycleMonths)
  const values = rectClockKeys.map((key) => clockValueOf(clocks[key].value))
  const counts = declaredKeys.map((key) => declaredCountOf(declared[key]))
  const isBad = cycle === undefined || values.includes(undefined) || counts.includes(undefined)
  if (isBad || texts.title.trim() === '' || doubleWord(vocabulary) !== null) return null
  const clockOf = (key: RectClockKey): RectClock | null => {
    const value = clockValueOf(clocks[key].value)
    return value === null || value === undefined ? null : { value, unit: clocks[key].unit }
  }
  return {
    ...texts,
    source: rectSources.find((each) => each === source) ?? 'special',
    feedbackOn: parseIsoDate(feedbackOn),
    reportCycleMonths: cycle,
    clocks: {
      plan: clockOf('plan'),
      firstReport: clockOf('firstReport'),
      immediate: clockOf('immediate'),
      phased: clockOf('phased'),
      continuous: clockOf('continuous'),
      lookBack: clockOf('lookBack'),
    },
    vocabulary: vocabulary.map((word) => ({ ...word, label: word.label.trim() })).filter(({ label }) => label !== ''),
    levelNames: { aspect, keyIssue },
    declared: Object.fromEntries(
      declaredKeys.flatMap((key) => {
        const count = declaredCountOf(declared[key])
        return count === null || count === undefined ? [] : [[key, count]]
      }),
    ),
  }
}
