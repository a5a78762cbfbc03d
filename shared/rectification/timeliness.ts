import type { IsoDate } from '../core/dates'
import type { Timeliness } from './finding-rows'
import type { FindingRecord, FindingState } from './record'

/** States in which a deadline runs. */
export const openStates: readonly FindingState[] = [
  'unclaimed',
  'planning',
  'rectifying',
  'awaitingDetermination',
  'basicallyDone',
  'phasedDone',
  'longTerm',
]
const open: ReadonlySet<FindingState> = new Set(openStates)

/** Still in somebody's hands: its deadline runs. */
export function isOpenFinding({ state }: Pick<FindingRecord, 'state'>): boolean {
  return open.has(state)
}

type Timed = Pick<FindingRecord, 'state' | 'dueOn' | 'extensionCount' | 'submittedOn' | 'determinedOn' | 'closedOn'>

/** The day on which the work was done: when it was submitted for the 认定 that held, else the 认定, else the 销号. */
export function doneDay({ submittedOn, determinedOn, closedOn }: Timed): IsoDate | null {
  return submittedOn ?? determinedOn ?? closedOn
}

/** How the deadline stands or was kept. 「按期（延期1次）」 is never plain 按期. Source: product F7. */
export function timelinessOf(finding: Timed, today: IsoDate): Timeliness {
  const { dueOn, extensionCount } = finding
  if (dueOn === null) return 'none'
  if (isOpenFinding(finding)) return today > dueOn ? 'overdue' : 'open'
  const done = doneDay(finding)
  if (finding.state === 'referred' || done === null) return 'none'
  if (done > dueOn) return 'late'
  return extensionCount > 0 ? 'onTimeExtended' : 'onTime'
}
