import type { OpenItemKind, TimelineKind } from '../../shared/registry/record'
import { openRecord, type ScreenRoom } from '../app/screen'

/** The room and tab in which a record of each kind is shown. */
const places: Readonly<Record<OpenItemKind | Exclude<TimelineKind, 'finding'>, readonly [ScreenRoom, string]>> = {
  assignment: ['assignments', 'list'],
  task: ['assignments', 'tasks'],
  lead: ['investment', 'leads'],
  project: ['projects', 'ledger'],
  problem: ['projects', 'ledger'],
  policy: ['environment', 'policies'],
  visit: ['environment', 'matrix'],
  demand: ['environment', 'demands'],
  revenue: ['revenue', 'entries'],
  tip: ['revenue', 'tips'],
}

/** Whether the window has a page for records of this kind. */
export function isOpenable(kind: OpenItemKind | TimelineKind): kind is keyof typeof places {
  return Object.hasOwn(places, kind)
}

/** Shows the record in its own room. */
export function openEntry(kind: OpenItemKind | TimelineKind, recordId: string): void {
  if (!isOpenable(kind)) return
  const [room, tab] = places[kind]
  openRecord(room, tab, recordId)
}
