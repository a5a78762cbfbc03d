/** A local calendar day, `YYYY-MM-DD`; never a moment, never converted through UTC. */
export type IsoDate = string & { readonly __isoDate: true }
/** A calendar month, `YYYY-MM`. */
export type Month = string & { readonly __month: true }
export type DatePrecision = 'day' | 'month' | 'quarter' | 'year'

const DAY_MS = 86_400_000

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0')
}

/** The day if year, month and day exist in the calendar (years 1900–2199), else null. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) return null
  if (!Number.isInteger(month) || month < 1 || month > 12) return null
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}` as IsoDate
}

/** Reads strict `YYYY-MM-DD`; anything else, or a day that does not exist, is null. */
export function parseIsoDate(text: string): IsoDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

export function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4))
}

export function monthOf(day: IsoDate): Month {
  return day.slice(0, 7) as Month
}

export function monthNumberOf(day: IsoDate): number {
  return Number(day.slice(5, 7))
}

/** Last day of a month; month 1–12. */
export function endOfMonth(year: number, month: number): IsoDate {
  return `${pad(year, 4)}-${pad(month)}-${pad(daysInMonth(year, month))}` as IsoDate
}

/** Unit: calendar days; negative counts back. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as IsoDate
}

/** Unit: calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: IsoDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** An Excel serial number as a day. Source: OOXML; the 1904 system counts from 1904-01-01. */
export function fromExcelSerial(serial: number, is1904: boolean): IsoDate | null {
  const whole = Math.floor(serial) + (is1904 ? 1462 : 0)
  if (!Number.isFinite(whole) || whole < 61 || whole > 109_574) return null
  return addDays('1899-12-30' as IsoDate, whole)
}

/** Quarter 1–4 of a day. */
export function quarterOf(day: IsoDate): number {
  return Math.ceil(monthNumberOf(day) / 3)
}

export interface Period {
  readonly start: IsoDate
  readonly end: IsoDate
}

/** `2022Q3` as its first and last day; null when the text is not such a quarter. */
export function parseQuarter(text: string): (Period & { readonly year: number; readonly quarter: number }) | null {
  const match = /^(\d{4})Q([1-4])$/.exec(text)
  if (!match) return null
  const year = Number(match[1])
  const quarter = Number(match[2])
  const start = isoDate(year, quarter * 3 - 2, 1)
  return start ? { year, quarter, start, end: endOfMonth(year, quarter * 3) } : null
}
