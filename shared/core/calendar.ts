import { z } from 'zod'
import { calendarFieldLabel, calendarProblemText, weekdayLabels, type CalendarProblem } from '../terms/core'
import { monthNumberOf, parseIsoDate, weekdayOf, yearOf, type IsoDate } from './dates'
import { err, ok, type Result } from './result'
import { isoDateSchema, lineSchema, yearSchema } from './schemas'

/**
 * One year's 放假安排 as the yearly notice gives it: days off (with the weekend days inside) and weekend days worked.
 * A notice may also set days of the December before (元旦).
 */
export const yearCalendarSchema = z.object({
  year: yearSchema,
  /** 发文字号 of the notice. */
  source: lineSchema.min(1),
  off: z.array(isoDateSchema).min(1).max(120).readonly(),
  makeUp: z.array(isoDateSchema).max(60).readonly(),
})
export type YearCalendar = z.infer<typeof yearCalendarSchema>

/** Calendars by year, ready for look-up. */
export type Calendars = ReadonlyMap<number, CalendarDays>

export interface CalendarDays {
  readonly year: number
  readonly source: string
  readonly off: ReadonlySet<IsoDate>
  readonly makeUp: ReadonlySet<IsoDate>
}

/** Makes the look-up table; of two calendars for one year the later one holds. */
export function calendarsOf(years: readonly YearCalendar[]): Calendars {
  return new Map(
    years.map(({ year, source, off, makeUp }) => [year, { year, source, off: new Set(off), makeUp: new Set(makeUp) }]),
  )
}

function problem(code: CalendarProblem, params: Readonly<Record<string, string | number>> = {}): string {
  return calendarProblemText(code, params)
}

/** What is wrong with the days of a calendar that has the right shape; null when nothing is. */
function dayProblem({ year, off, makeUp }: YearCalendar): string | null {
  const seen = new Set<IsoDate>()
  const offDays = new Set(off)
  for (const day of [...off, ...makeUp]) {
    const isDecemberBefore = yearOf(day) === year - 1 && monthNumberOf(day) === 12
    if (yearOf(day) !== year && !isDecemberBefore) return problem('dayOutside', { year, value: day })
    if (seen.has(day)) {
      const isBoth = offDays.has(day) && makeUp.includes(day)
      return problem(isBoth ? 'dayBoth' : 'dayRepeated', { value: day })
    }
    seen.add(day)
  }
  const onWeekday = makeUp.find((day) => weekdayOf(day) <= 5)
  if (!onWeekday) return null
  return problem('makeUpOnWeekday', { value: onWeekday, weekday: weekdayLabels[weekdayOf(onWeekday)] ?? '' })
}

function shapeProblem(error: z.ZodError, candidate: unknown, index: number): string {
  const path = error.issues[0]?.path ?? []
  const field = String(path[0] ?? '')
  if (field === '') return problem('shapeWrong', { index })
  if (field === 'year') return problem('yearWrong', { index })
  const list = z.record(z.string(), z.unknown()).safeParse(candidate).data?.[field]
  const entry: unknown = Array.isArray(list) && typeof path[1] === 'number' ? list[path[1]] : undefined
  if (typeof entry === 'string' && parseIsoDate(entry) === null) {
    return problem('dayWrong', { field: calendarFieldLabel(field), value: entry.slice(0, 40) })
  }
  return problem('fieldMissing', { index, field: calendarFieldLabel(field) })
}

function parseText(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch {
    return err('calendarInvalid', { detail: problem('notJson') })
  }
}

/**
 * Reads an importable calendar file: one year `{year, source, off, makeUp}`, a list of them, or `{years: […]}`.
 * Anything not right refuses the whole file with what is wrong.
 */
export function parseCalendarFile(text: string): Result<readonly YearCalendar[]> {
  const parsed = parseText(text)
  if (!parsed.ok) return parsed
  const wrapped = z.object({ years: z.array(z.unknown()) }).safeParse(parsed.value)
  const candidates: readonly unknown[] = wrapped.success
    ? wrapped.data.years
    : Array.isArray(parsed.value)
      ? parsed.value
      : [parsed.value]
  if (candidates.length === 0) return err('calendarInvalid', { detail: problem('noYears') })
  const years: YearCalendar[] = []
  for (const [position, candidate] of candidates.entries()) {
    const checked = yearCalendarSchema.safeParse(candidate)
    const wrong = checked.success ? dayProblem(checked.data) : shapeProblem(checked.error, candidate, position + 1)
    if (!checked.success || wrong) return err('calendarInvalid', { detail: wrong ?? '' })
    const { year } = checked.data
    if (years.some((other) => other.year === year)) {
      return err('calendarInvalid', { detail: problem('yearRepeated', { year }) })
    }
    years.push({ ...checked.data, off: checked.data.off.toSorted(), makeUp: checked.data.makeUp.toSorted() })
  }
  return ok(years)
}
