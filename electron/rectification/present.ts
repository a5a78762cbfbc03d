import type { Store } from '../../db/access'
import { toFindingRecord, type FindingRow as StoredFinding } from '../../db/repositories/findings'
import { countFindingParts } from '../../db/repositories/finding-counts'
import { readClocks } from '../../db/repositories/preferences'
import { readPrograms, toProgramRecord } from '../../db/repositories/rect-programs'
import type { IsoDate } from '../../shared/core/dates'
import { workdaysBetween } from '../../shared/core/workdays'
import type { FindingLight, FindingRow } from '../../shared/rectification/finding-rows'
import type { FindingRecord, ProgramRecord } from '../../shared/rectification/record'
import { isOpenFinding, timelinessOf } from '../../shared/rectification/timeliness'
import { findingStateLabels, findingStatusLabels, timelinessText } from '../../shared/terms/rectification'
import type { Context } from '../context'

/** Working days to a deadline and its light, remembered by day: thousands of findings share a few deadlines. */
export function lightsOf(context: Context, store: Store): (finding: FindingRecord) => Light {
  const today = context.today()
  const { nearWorkdays } = readClocks(store.read)
  const calendars = context.calendars()
  const known = new Map<IsoDate, Light>()
  return (finding) => {
    const { dueOn } = finding
    if (dueOn === null || !isOpenFinding(finding)) return { light: 'none', workdaysLeft: null }
    const before = known.get(dueOn)
    if (before) return before
    const workdaysLeft =
      dueOn < today
        ? -workdaysBetween(dueOn, today, calendars).workdays
        : workdaysBetween(today, dueOn, calendars).workdays
    const light = dueOn < today ? 'overdue' : workdaysLeft <= nearWorkdays ? 'near' : 'normal'
    const made: Light = { light, workdaysLeft }
    known.set(dueOn, made)
    return made
  }
}

export interface Light {
  readonly light: FindingLight
  /** Unit: working days; negative = overdue. */
  readonly workdaysLeft: number | null
}

/** The status in the office's own word: what the programme calls it, or where the finding stands on its way. */
export function statusTextOf(finding: FindingRecord): string {
  const { state, status, statusLabel } = finding
  if (state === 'rectifying' || state === 'completed' || state === 'closed' || state === 'referred')
    return state === 'closed' || state === 'referred'
      ? findingStateLabels[state]
      : statusLabel || findingStatusLabels[status]
  return statusLabel !== '' && state !== 'awaitingDetermination' && state !== 'planning' && state !== 'unclaimed'
    ? statusLabel
    : findingStateLabels[state]
}

/** Every programme by its id. */
export function programsById(store: Store): ReadonlyMap<string, ProgramRecord> {
  return new Map(readPrograms(store.read).map((row) => [row.id, toProgramRecord(row)]))
}

/** What the lists show of findings. */
export function presentFindings(context: Context, store: Store, rows: readonly StoredFinding[]): FindingRow[] {
  const programs = programsById(store)
  const lightOf = lightsOf(context, store)
  const counts = countFindingParts(
    store.read,
    rows.map(({ id }) => id),
  )
  const today = context.today()
  return rows.map((row) => {
    const record = toFindingRecord(row)
    const program = programs.get(record.programId)
    const timeliness = timelinessOf(record, today)
    return {
      ...record,
      programTitle: program?.title ?? '',
      source: program?.source ?? 'special',
      originYears: program?.originYears ?? '',
      statusText: statusTextOf(record),
      ...lightOf(record),
      timeliness,
      timelinessText: timelinessText(timeliness, record.extensionCount),
      ...(counts.get(record.id) ?? { measureCount: 0, measuresDone: 0, evidenceCount: 0 }),
    }
  })
}
