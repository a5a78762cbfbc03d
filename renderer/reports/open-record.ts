import type { RecordKind, RecordRef } from '../../shared/reports/model'
import { goTo, openRecord, type ScreenRoom } from '../app/screen'

interface Place {
  readonly room: ScreenRoom
  readonly tab: string
}

/** Where each kind of record opens. */
const places: Readonly<Record<RecordKind, Place>> = {
  task: { room: 'assignments', tab: 'tasks' },
  lead: { room: 'investment', tab: 'leads' },
  brief: { room: 'environment', tab: 'briefs' },
  training: { room: 'environment', tab: 'briefs' },
  project: { room: 'projects', tab: 'ledger' },
  problem: { room: 'projects', tab: 'ledger' },
  projectVisit: { room: 'projects', tab: 'ledger' },
  policy: { room: 'environment', tab: 'policies' },
  visit: { room: 'environment', tab: 'matrix' },
  demand: { room: 'environment', tab: 'demands' },
  enterprise: { room: 'registry', tab: 'enterprises' },
  entry: { room: 'revenue', tab: 'entries' },
  tip: { room: 'revenue', tab: 'tips' },
}

const routine: Place = { room: 'investment', tab: 'routine' }

/** Opens a record in its room, or the list of such records where none is named. */
export function openRecordOf({ room: owner, kind, recordId }: Pick<RecordRef, 'room' | 'kind' | 'recordId'>): void {
  const isRoutine = owner === 'investment' && (kind === 'brief' || kind === 'training')
  const { room, tab } = isRoutine ? routine : places[kind]
  if (recordId === '') goTo(room, tab)
  else openRecord(room, tab, recordId)
}
