import type { Task } from '../../shared/assignments/task'
import { openTarget } from '../app/open-target'

type Evidence = NonNullable<Task['doneBy']>

/** Visits fulfil a report by their month or quarter. */
const period = /^\d{4}(-\d{2}|Q[1-4])$/

function kindOf({ room, recordId }: Evidence): 'brief' | 'project' | 'visit' | 'policy' | 'task' {
  if (room === 'briefs') return 'brief'
  if (room === 'projects') return 'project'
  if (room === 'environment') return period.test(recordId) ? 'visit' : 'policy'
  return 'task'
}

/** Shows the record that fulfilled a report, in its own room. */
export function openEvidence(evidence: Evidence, stream: Task['stream']): void {
  openTarget({ kind: kindOf(evidence), recordId: evidence.recordId, stream })
}
