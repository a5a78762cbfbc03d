import { daysBetween, parseIsoDate, type IsoDate } from '../../shared/core/dates'
import type { OutputOf } from '../desk'
import { backupBannerText, backupMarkText, backupMoment } from '../text/backup'

export type Overview = OutputOf<'backup.overview'>

/** Days since the last copy in the second folder; null when there is none yet. */
export function daysWithoutSecond(second: NonNullable<Overview['second']>, today: IsoDate): number | null {
  const day = second.lastAt === null ? null : parseIsoDate(second.lastAt.slice(0, 10))
  return day ? Math.max(0, daysBetween(day, today)) : null
}

/** Whether the newest file among the backups is none that could be restored. */
export function isNewestDamaged({ list }: Pick<Overview, 'list'>): boolean {
  return list[0]?.state === 'damaged'
}

interface Mark {
  readonly word: string
  readonly light: 'normal' | 'near' | 'overdue'
}

/** The one thing that the person should know of the backups: the worst first. */
export function markOf(overview: Overview, today: IsoDate): Mark {
  const { last, second, selfTest, changesSince } = overview
  const text = backupMarkText
  if (isNewestDamaged(overview)) return { word: text.damaged, light: 'overdue' }
  if (selfTest?.isGood === false) return { word: text.selfTestFailed, light: 'overdue' }
  if (!last?.side) return { word: text.none, light: 'near' }
  if (second?.isDue) {
    const days = daysWithoutSecond(second, today)
    return { word: days === null ? text.secondNever : text.secondDue(days), light: 'near' }
  }
  const { at } = last.side
  if (at.slice(0, 10) === today) return { word: text.done(at.slice(11, 16)), light: 'normal' }
  // Where nothing was changed since, an older backup holds everything.
  if (changesSince === 0) return { word: text.done(backupMoment(at, today).replace(/ .*/, '')), light: 'normal' }
  return { word: text.notToday, light: 'near' }
}

interface Reminder {
  readonly sentence: string
  readonly isBad: boolean
}

/** What cannot wait for somebody to open the tab; the worst first, one at a time. */
export function reminderOf(overview: Overview, today: IsoDate): Reminder | null {
  const { second, selfTest } = overview
  const text = backupBannerText
  if (isNewestDamaged(overview)) return { sentence: text.damaged, isBad: true }
  if (selfTest?.isGood === false) return { sentence: text.selfTestFailed, isBad: true }
  if (!second?.isDue) return null
  const days = daysWithoutSecond(second, today)
  const sentence = days === null ? text.secondNever(second.label) : text.secondDue(second.label, days)
  return { sentence, isBad: false }
}
