import { endOfMonth, isoDate, type DatePrecision, type IsoDate } from '../../core/dates'
import {
  chineseDigits,
  chineseNumberPattern,
  chineseTens,
  chineseYearPattern,
  dateRestPattern,
  dateTokenPattern,
  documentNumberPattern,
  endOfMonthWords,
  halfYearPeriods,
  periodMonths,
  quarterPeriodPattern,
  rangeJoinPattern,
  relativeYearPattern,
  startOfMonthWords,
  timeOfDayPattern,
  weekdayPattern,
} from '../../terms/date-words'
import { matchText } from '../text-forms'

/** One day named in a text. */
export interface NamedDay {
  readonly day: IsoDate
  readonly precision: DatePrecision
  readonly hasYear: boolean
}

export type DateScan =
  | { readonly state: 'none' }
  | { readonly state: 'found'; readonly days: readonly NamedDay[]; readonly rest: string }
  /** A date is written that no calendar has; `proposed` is the text with the last day of that month, when that is the fault. */
  | { readonly state: 'impossible'; readonly proposed: string | null }

/** Text ready for scanning: NFKC, no white space, no time of day or weekday, Chinese numerals as digits. */
export function dateText(text: string): string {
  const plain = matchText(text.normalize('NFKC').trim().replace(timeOfDayPattern, ''))
    .replace(documentNumberPattern, '')
    .replace(weekdayPattern, '')
  return plain
    .replace(chineseYearPattern, (year) => [...year].map((sign) => String(chineseDigits[sign] ?? sign)).join(''))
    .replace(chineseNumberPattern, (number) => chineseNumber(number))
}

function chineseNumber(text: string): string {
  const signs = [...text]
  const at = signs.findIndex((sign) => sign in chineseTens)
  if (at < 0) return signs.map((sign) => String(chineseDigits[sign] ?? sign)).join('')
  if (signs.length > 3 || at > 1 || signs.length - at > 2) return text
  const before = at === 1 ? chineseDigits[signs[0] ?? ''] : 1
  const after = signs.length > at + 1 ? chineseDigits[signs[at + 1] ?? ''] : 0
  const tens = chineseTens[signs[at] ?? '']
  if (before === undefined || after === undefined || tens === undefined) return text
  return String(before * tens + after)
}

interface Found {
  readonly year: number
  readonly hasYear: boolean
  readonly month: number
  readonly day: number | null
  readonly precision: DatePrecision
}

type Groups = Readonly<Record<string, string | undefined>>

function fromGroups(groups: Groups, year: number, month: number | null): Found | null {
  const { y, m, d, cy, cm, cd, sy, sm, ry, r2, wy, wm, wd, we, py, p, od } = groups
  if (y) return { year: Number(y), hasYear: true, month: Number(m), day: Number(d), precision: 'day' }
  if (cy) return { year: Number(cy), hasYear: true, month: Number(cm), day: Number(cd), precision: 'day' }
  if (sy) return { year: Number(sy), hasYear: true, month: Number(sm), day: null, precision: 'month' }
  if (r2)
    return { year: ry ? Number(ry) : year, hasYear: ry !== undefined, month: Number(r2), day: null, precision: 'month' }
  if (wm) {
    const base = { year: wy ? Number(wy) : year, hasYear: wy !== undefined, month: Number(wm) }
    if (wd) return { ...base, day: Number(wd), precision: 'day' }
    const early = we && !endOfMonthWords.has(we) ? startOfMonthWords[we] : undefined
    return { ...base, day: early ?? null, precision: 'month' }
  }
  if (p) return fromPeriod(p, py ? Number(py) : year, py !== undefined)
  if (od && month !== null) return { year, hasYear: false, month, day: Number(od), precision: 'day' }
  return null
}

function fromPeriod(word: string, year: number, hasYear: boolean): Found | null {
  const quarter = quarterPeriodPattern.exec(word)
  if (quarter) return { year, hasYear, month: Number(quarter[1]) * 3, day: null, precision: 'quarter' }
  const month = periodMonths[word]
  if (month === undefined) return null
  return { year, hasYear, month, day: null, precision: halfYearPeriods.has(word) ? 'quarter' : 'year' }
}

/** Finds every day that a text names, in order; `year` stands in where the text has none. */
export function scanDates(text: string, year: number): DateScan {
  if (relativeYearPattern.test(text)) return { state: 'none' }
  const days: NamedDay[] = []
  let carried = year
  let month: number | null = null
  let rest = ''
  let end = 0
  for (const match of text.matchAll(dateTokenPattern)) {
    const found = fromGroups(match.groups ?? {}, carried, month)
    if (!found) continue
    const named = toDay(found)
    if (!named) return { state: 'impossible', proposed: proposal(text, match, found) }
    const between = text.slice(end, match.index)
    if (days.length > 0 && rangeJoinPattern.test(between)) days.pop()
    days.push(named)
    carried = found.year
    month = found.month
    rest += end === 0 ? between : ` ${between}`
    end = match.index + match[0].length
  }
  if (days.length === 0) return { state: 'none' }
  rest += ` ${text.slice(end)}`
  return dateRestPattern.test(rest)
    ? { state: 'impossible', proposed: null }
    : { state: 'found', days, rest: rest.trim() }
}

function toDay({ year, hasYear, month, day, precision }: Found): NamedDay | null {
  if (day !== null) {
    const exact = isoDate(year, month, day)
    return exact ? { day: exact, precision, hasYear } : null
  }
  return isoDate(year, month, 1) ? { day: endOfMonth(year, month), precision, hasYear } : null
}

/** `4月31日` → `4月30日`: only the day is wrong, so the last day of the month is offered. */
function proposal(text: string, match: RegExpMatchArray, found: Found): string | null {
  if (found.day === null || found.day < 29 || found.day > 31 || !isoDate(found.year, found.month, 1)) return null
  const token = match[0]
  const at = token.lastIndexOf(String(found.day))
  if (at < 0) return null
  const last = endOfMonth(found.year, found.month).slice(8)
  return text.slice(0, match.index) + token.slice(0, at) + last + text.slice((match.index ?? 0) + at + 2)
}
