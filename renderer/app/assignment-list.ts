import type { AssignmentStatus } from '../../shared/assignments/contract'
import type { Stream } from '../../shared/core/schemas'

/** What the list of 任务 keeps; the home page sets the stream before it goes there. */
export interface AssignmentListState {
  readonly stream: Stream | null
  readonly status: AssignmentStatus | null
  readonly text: string
}

export const assignmentListStart: AssignmentListState = { stream: null, status: null, text: '' }
