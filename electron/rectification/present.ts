import type { Store } from '../../db/access'
import { toFindingRecord, type FindingRow as StoredFinding } from '../../db/repositories/findings'
import { countFindingParts, noParts, type PartCounts } from '../../db/repositories/finding-counts'
import type { ListDays, TreeRecord } from '../../db/repositories/finding-list'
import { readClocks } from '../../db/repositories/preferences'
import { readPrograms, toProgramRecord } from '../../db/repositories/rect-programs'
import type { IsoDate } from '../../shared/core/dates'
import { addWorkdays, workdaysBetween } from '../../shared/core/workdays'
import type { FindingLight, FindingRow, TreeLine } from '../../shared/rectification/finding-rows'
import type { FindingRecord, ProgramRecord } from '../../shared/rectification/record'
import { isOpenFinding, timelinessOf } from '../../shared/rectification/timeliness'
import { findingStateLabels, findingStatusLabels, timelinessText } from '../../shared/terms/rectification'
import type { Context } from '../context'

export interface Light {
  readonly light: FindingLight
  /** Unit: working days; negative = overdue. */
  readonly workdaysLeft: number | null
}

/** How far a day is, remembered by day: thousands of findings share a few deadlines. */
export function dayLightsOf(context: Context, store: Store): (dueOn: IsoDate) => Light {
  const today = context.today()
  const { nearWorkdays } = readClocks(store.read)
  const calendars = context.calendars()
  const known = new Map<IsoDate, Light>()
  return (dueOn) => {
    const before = known.get(dueOn)
    if (before) return before
    const workdaysLeft =
      dueOn < today
        ? 0 - workdaysBetween(dueOn, today, calendars).workdays
        : workdaysBetween(today, dueOn, calendars).workdays
    const light = dueOn < today ? 'overdue' : workdaysLeft <= nearWorkdays ? 'near' : 'normal'
    const made: Light = { light, workdaysLeft }
    known.set(dueOn, made)
    return made
  }
}

/** Working days to the deadline of a finding and its light; none once it is done. */
export function lightsOf(context: Context, store: Store): (finding: Pick<FindingRecord, 'dueOn' | 'state'>) => Light {
  const lightOf = dayLightsOf(context, store)
  return (finding) =>
    finding.dueOn === null || !isOpenFinding(finding) ? { light: 'none', workdaysLeft: null } : lightOf(finding.dueOn)
}

/** The days that part the lights in SQL; a test compares both ways. */
export function listDaysOf(context: Context, store: Store): ListDays {
  const { nearWorkdays } = readClocks(store.read)
  const today = context.today()
  return { today, nearBefore: addWorkdays(today, nearWorkdays + 1, context.calendars()).dueOn }
}

/** The status in the office's own word: what the programme calls it, or where the finding stands on its way. */
export function statusTextOf(finding: Pick<FindingRecord, 'state' | 'status' | 'statusLabel'>): string {
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

/** What a row of any list shows beside the record. */
function shownOf(record: TreeRecord, lightOf: ReturnType<typeof lightsOf>, today: IsoDate, parts = noParts) {
  const timeliness = timelinessOf(record, today)
  return {
    statusText: statusTextOf(record),
    ...lightOf(record),
    timeliness,
    timelinessText: timelinessText(timeliness, record.extensionCount),
    ...parts,
  }
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
    return {
      ...record,
      programTitle: program?.title ?? '',
      source: program?.source ?? 'special',
      originYears: program?.originYears ?? '',
      ...shownOf(record, lightOf, today, counts.get(record.id)),
    }
  })
}

/** What the lines of a tree show; thousands of them go out at once. */
export function presentTreeLines(
  context: Context,
  store: Store,
  records: readonly TreeRecord[],
  counts: ReadonlyMap<string, PartCounts>,
): TreeLine[] {
  const lightOf = lightsOf(context, store)
  const today = context.today()
  return records.map((record) => ({ ...record, ...shownOf(record, lightOf, today, counts.get(record.id)) }))
}
