import type { Task } from '../../shared/assignments/task'
import { openRecord, type ScreenRoom } from '../app/screen'

type Evidence = NonNullable<Task['doneBy']>

/** Rooms and tabs of the records that fulfil a report. */
const places: Readonly<Record<string, readonly [ScreenRoom, string]>> = {
  projects: ['projects', 'ledger'],
  environment: ['environment', 'policies'],
}

/** Texts of 招商 are with its 平时考核, all others in 信息与案例. */
function placeOf({ room, recordId }: Evidence, stream: Task['stream']): readonly [ScreenRoom, string] {
  if (room === 'briefs') return stream === 'investment' ? ['investment', 'routine'] : ['environment', 'briefs']
  const isPeriod = room === 'environment' && /^\d{4}(-\d{2}|Q[1-4])$/.test(recordId)
  return isPeriod ? ['environment', 'matrix'] : (places[room] ?? ['assignments', 'tasks'])
}

/** Shows the record that fulfilled a report, in its own room. */
export function openEvidence(evidence: Evidence, stream: Task['stream']): void {
  const [room, tab] = placeOf(evidence, stream)
  openRecord(room, tab, evidence.recordId)
}
