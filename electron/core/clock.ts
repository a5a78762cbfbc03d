import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { invariant } from '../../shared/core/assert'

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0')
}

/** Local time with offset, e.g. `2022-06-24T10:32:05.120+08:00`; fine enough to tell two saves apart. */
export function localTime(moment: Date): string {
  const offset = -moment.getTimezoneOffset()
  const sign = offset < 0 ? '-' : '+'
  const zone = `${sign}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`
  const day = `${pad(moment.getFullYear(), 4)}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
  const clock = `${pad(moment.getHours())}:${pad(moment.getMinutes())}:${pad(moment.getSeconds())}`
  return `${day}T${clock}.${pad(moment.getMilliseconds(), 3)}${zone}`
}

/** The local day of a local time. */
export function localDay(time: string): IsoDate {
  const day = parseIsoDate(time.slice(0, 10))
  invariant(day, 'local time starts with its day')
  return day
}

/** Hours and minutes as `1032`, for a file name beside one that is in use. */
export function clockStamp(time: string): string {
  return time.slice(11, 16).replace(':', '')
}
