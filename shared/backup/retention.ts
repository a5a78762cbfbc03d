/** Source: reliability 4 "Backups": the ten newest, one a day for fourteen days, one a month for twelve months. */
const NEWEST_KEPT = 10
const DAYS_KEPT = 14
const MONTHS_KEPT = 12

/** What retention has to know of a backup. */
export interface KeptBackup {
  readonly number: number
  /** The local day on which it was made, as its side file says. */
  readonly day: string
  /** It was checked, and nothing has been found wrong with it since. */
  readonly isVerified: boolean
}

/** The newest backup of each of so many periods. Periods are counted as they are present, so no clock can empty them. */
function newestOfEach(newestFirst: readonly KeptBackup[], periodOf: (day: string) => string, limit: number): number[] {
  const newest = new Map<string, number>()
  for (const { number, day } of newestFirst) {
    const period = periodOf(day)
    if (!newest.has(period) && newest.size < limit) newest.set(period, number)
  }
  return [...newest.values()]
}

/**
 * The numbers of the backups that may go, oldest first. Order is that of the numbers, never of the clock. Only verified ones
 * fill a place; one that is damaged or unproven goes when ten verified ones are newer. `pinned` always stays.
 */
export function backupsToRemove(backups: readonly KeptBackup[], pinned: ReadonlySet<number>): number[] {
  const newestFirst = backups.toSorted((left, right) => right.number - left.number)
  const verified = newestFirst.filter(({ isVerified }) => isVerified)
  const kept = new Set([
    ...pinned,
    ...verified.slice(0, NEWEST_KEPT).map(({ number }) => number),
    ...newestOfEach(verified, (day) => day.slice(0, 10), DAYS_KEPT),
    ...newestOfEach(verified, (day) => day.slice(0, 7), MONTHS_KEPT),
  ])
  const tenth = verified[NEWEST_KEPT - 1]?.number
  const isOld = (number: number): boolean => tenth !== undefined && number < tenth
  return newestFirst
    .filter(({ number, isVerified }) => !kept.has(number) && (isVerified || isOld(number)))
    .map(({ number }) => number)
    .toReversed()
}
