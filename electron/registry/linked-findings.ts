import type { ReadDb } from '../../db/access'
import { toFindingRecord } from '../../db/repositories/findings'
import { readFindingsOfProject, readNamedFinding, type NamedFinding } from '../../db/repositories/linked-findings'
import type { LinkedFinding } from '../../shared/registry/record'
import { statusTextOf } from '../rectification/present'

function present({ finding, programTitle }: NamedFinding): LinkedFinding {
  const record = toFindingRecord(finding)
  const { id, no, title, dueOn, closedOn } = record
  return { id, no, title, programTitle, statusText: statusTextOf(record), dueOn, closedOn }
}

/** The findings about a project, as its page shows them. */
export function findingsOfProject(db: ReadDb, projectId: string): LinkedFinding[] {
  return readFindingsOfProject(db, projectId).map(present)
}

/** The finding that a record of another room names by id; null when there is none. */
export function linkedFinding(db: ReadDb, findingId: string | null): LinkedFinding | null {
  const found = findingId === null ? null : readNamedFinding(db, findingId)
  return found && present(found)
}
