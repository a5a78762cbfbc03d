import { recordRooms, type RecordRef } from '../reports/model'
import type { ReportedLine } from './lines'

/** The record of ours that a line tells of; null for a figure. */
export function recordOfLine({ key, kind, stream, label }: ReportedLine): RecordRef | null {
  if (kind === 'figure') return null
  // Tasks of every stream open in 时限与报送; the rest in the room of the chapter that counts it.
  const room = kind === 'task' ? 'assignments' : recordRooms.find((each) => each === stream)
  return room ? { room, kind, recordId: key.slice(kind.length + 1), title: label } : null
}
