import type { IsoDate } from '../../core/dates'
import {
  afterEventPattern,
  calendarDaysPattern,
  dateLikePattern,
  longTermPattern,
  monthlyPattern,
  openDuePattern,
  quarterlyPattern,
} from '../../terms/date-words'
import { nothingWords } from '../../terms/table-words'
import { lineText } from '../text-forms'
import type { DueReading } from '../reading'
import type { Cell } from '../workbook'
import { dateText, scanDates, type NamedDay } from './date-token'
import { dateFromNumber, dayOfDateCell, numberOfDateCell, type DateReading } from './date'
import {
  emptyCell,
  originalText,
  parsed,
  problem,
  rejected,
  unreadable,
  type CellContext,
  type ParsedCell,
} from './parsed-cell'

const unknownRule = { kind: 'unknown' } as const

/** Reads 完成时限: a day, several days, or a rule in words; the words themselves are always kept. */
export function readDue(cell: Cell, context: CellContext): ParsedCell {
  const broken = unreadable(cell)
  if (broken) return broken
  const exact = dayOfDateCell(cell)
  if (exact) return fixed(exact)
  const number = numberOfDateCell(cell, context)
  if (number !== null) return fixed(dateFromNumber(number, context.is1904), /^\d{8}$/.test(number) ? number : null)
  const words = lineText(originalText(cell))
  const text = dateText(words)
  if (nothingWords.has(text)) return emptyCell
  const repeating = repeatingRule(text)
  if (repeating) return parsed({ text: words, dueOn: null, precision: 'day', rule: repeating })
  const scan = scanDates(text, context.year)
  if (scan.state === 'impossible') return rejected('dateInvalid', {}, scan.proposed)
  if (scan.state === 'found') return parsed(fromDays(words, scan.days))
  return withoutDay(words, text)
}

function repeatingRule(text: string): DueReading['rule'] | null {
  const isMonthly = monthlyPattern.test(text)
  const isQuarterly = quarterlyPattern.test(text)
  if (isMonthly && isQuarterly) return { kind: 'monthlyAndQuarterly' }
  if (isMonthly) return { kind: 'monthly' }
  if (isQuarterly) return { kind: 'quarterly' }
  const event = afterEventPattern.exec(text)
  return event ? { kind: 'afterEvent', workingDays: Number(event[1]) } : null
}

function fromDays(words: string, named: readonly NamedDay[]): DueReading {
  const days = [...new Map(named.map((each) => [each.day, each])).values()].sort((a, b) => (a.day < b.day ? -1 : 1))
  const last = days.at(-1)
  const rule =
    days.length > 1 ? ({ kind: 'dates', on: days.map((each) => each.day) } as const) : ({ kind: 'fixed' } as const)
  return { text: words, dueOn: last?.day ?? null, precision: last?.precision ?? 'day', rule }
}

function withoutDay(words: string, text: string): ParsedCell {
  if (longTermPattern.test(text)) {
    return parsed({ text: words, dueOn: null, precision: 'day', rule: { kind: 'longTerm' } })
  }
  const reading: DueReading = { text: words, dueOn: null, precision: 'day', rule: unknownRule }
  if (openDuePattern.test(text) || calendarDaysPattern.test(text)) return parsed(reading)
  if (dateLikePattern.test(text)) return rejected('dateInvalid')
  return parsed(reading, [problem('dateInvalid', 'warning')])
}

function fixed(reading: DateReading, words: string | null = null): ParsedCell {
  const { day, precision, problems } = reading
  if (day === null) return parsed(null, problems)
  return parsed(dueOnDay(words ?? day, day, precision), problems)
}

/** A due day that stands in a date cell. */
export function dueOnDay(text: string, day: IsoDate, precision: DueReading['precision'] = 'day'): DueReading {
  return { text, dueOn: day, precision, rule: { kind: 'fixed' } }
}
