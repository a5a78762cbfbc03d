import { asc, eq } from 'drizzle-orm'
import type { ReadDb } from '../access'
import { finding, rectProgram } from '../schema/rectification'
import type { FindingRow } from './findings'

export interface NamedFinding {
  readonly finding: FindingRow
  readonly programTitle: string
}

/** The findings about a project, in the order in which they were entered. */
export function readFindingsOfProject(db: ReadDb, projectId: string): NamedFinding[] {
  return db
    .select({ finding, programTitle: rectProgram.title })
    .from(finding)
    .innerJoin(rectProgram, eq(rectProgram.id, finding.programId))
    .where(eq(finding.projectId, projectId))
    .orderBy(asc(finding.id))
    .all()
}

/** A finding with the name of its programme, or null. */
export function readNamedFinding(db: ReadDb, id: string): NamedFinding | null {
  const row = db
    .select({ finding, programTitle: rectProgram.title })
    .from(finding)
    .innerJoin(rectProgram, eq(rectProgram.id, finding.programId))
    .where(eq(finding.id, id))
    .get()
  return row ?? null
}
