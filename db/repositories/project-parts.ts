import { asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { DispatchRow, Permit, ProjectProblem, ProjectVisit } from '../../shared/projects/record'
import type { ReadDb, WriteDb } from '../access'
import { permit, project, projectDispatch, projectProblem, projectVisit } from '../schema/projects'

export type PermitRow = typeof permit.$inferSelect
export type ProblemRow = typeof projectProblem.$inferSelect
export type ProjectVisitRow = typeof projectVisit.$inferSelect
export type DispatchSheetRow = typeof projectDispatch.$inferSelect

/** Permits of one project, in the order of entry. */
export function readPermits(db: ReadDb, projectId: string): Permit[] {
  const rows = db.select().from(permit).where(eq(permit.projectId, projectId)).orderBy(asc(permit.id)).all()
  // Kinds and days are only written from Permit itself.
  return rows.map(({ isSample: _sample, ...row }) => row as Permit)
}

export function readPermit(db: ReadDb, id: string): PermitRow | null {
  return db.select().from(permit).where(eq(permit.id, id)).get() ?? null
}

/** Adds a permit or puts the row in its place. */
export function savePermit(db: WriteDb, row: PermitRow): void {
  db.insert(permit).values(row).onConflictDoUpdate({ target: permit.id, set: row }).run()
}

export function deletePermit(db: WriteDb, id: string): void {
  db.delete(permit).where(eq(permit.id, id)).run()
}

function toProblem({ isSample: _sample, ...row }: ProblemRow): ProjectProblem {
  // Days are only written from ProjectProblem itself.
  return row as ProjectProblem
}

/** Problems of one project, the newest first. */
export function readProblems(db: ReadDb, projectId: string): ProjectProblem[] {
  return db
    .select()
    .from(projectProblem)
    .where(eq(projectProblem.projectId, projectId))
    .orderBy(desc(projectProblem.raisedOn), desc(projectProblem.id))
    .all()
    .map(toProblem)
}

/** Problems of all projects with the project's name: the open ones first, then by day. */
export function readAllProblems(
  db: ReadDb,
  state: 'open' | 'solved' | 'all',
): { readonly projectName: string; readonly problem: ProjectProblem }[] {
  const query = db
    .select({ ...getTableColumns(projectProblem), projectName: project.name })
    .from(projectProblem)
    .innerJoin(project, eq(project.id, projectProblem.projectId))
  const solved = projectProblem.solvedOn
  const filtered = state === 'all' ? query : query.where(state === 'open' ? isNull(solved) : isNotNull(solved))
  return filtered
    .orderBy(sql`${solved} is not null`, asc(projectProblem.raisedOn), asc(projectProblem.id))
    .all()
    .map(({ projectName, ...row }) => ({ projectName, problem: toProblem(row) }))
}

/** Open problems by project, for the projects asked for. */
export function countOpenProblems(db: ReadDb, projectIds: readonly string[]): ReadonlyMap<string, number> {
  if (projectIds.length === 0) return new Map()
  const rows = db
    .select({ projectId: projectProblem.projectId, count: sql<number>`count(*)` })
    .from(projectProblem)
    .where(sql`${inArray(projectProblem.projectId, [...projectIds])} and ${isNull(projectProblem.solvedOn)}`)
    .groupBy(projectProblem.projectId)
    .all()
  return new Map(rows.map((row) => [row.projectId, row.count]))
}

export function readProblem(db: ReadDb, id: string): ProblemRow | null {
  return db.select().from(projectProblem).where(eq(projectProblem.id, id)).get() ?? null
}

/** Adds a problem or puts the row in its place. */
export function saveProblem(db: WriteDb, row: ProblemRow): void {
  db.insert(projectProblem).values(row).onConflictDoUpdate({ target: projectProblem.id, set: row }).run()
}

export function deleteProblem(db: WriteDb, id: string): void {
  db.delete(projectProblem).where(eq(projectProblem.id, id)).run()
}

/** Visits to one project, the newest first. */
export function readProjectVisits(db: ReadDb, projectId: string): ProjectVisit[] {
  const rows = db
    .select()
    .from(projectVisit)
    .where(eq(projectVisit.projectId, projectId))
    .orderBy(desc(projectVisit.visitedOn), desc(projectVisit.id))
    .all()
  // The day is only written from ProjectVisit itself.
  return rows.map(({ isSample: _sample, ...row }) => row as ProjectVisit)
}

export function readProjectVisit(db: ReadDb, id: string): ProjectVisitRow | null {
  return db.select().from(projectVisit).where(eq(projectVisit.id, id)).get() ?? null
}

/** Adds a visit or puts the row in its place. */
export function saveProjectVisit(db: WriteDb, row: ProjectVisitRow): void {
  db.insert(projectVisit).values(row).onConflictDoUpdate({ target: projectVisit.id, set: row }).run()
}

export function deleteProjectVisit(db: WriteDb, id: string): void {
  db.delete(projectVisit).where(eq(projectVisit.id, id)).run()
}

/** Every kept 半月调度 sheet, the newest first. */
export function readDispatchSheets(db: ReadDb): DispatchSheetRow[] {
  return db.select().from(projectDispatch).orderBy(desc(projectDispatch.dispatchedOn)).all()
}

/** Keeps a sheet; one of the same day is replaced. */
export function keepDispatchSheet(
  db: WriteDb,
  sheet: Omit<DispatchSheetRow, 'rows'> & { readonly rows: readonly DispatchRow[] },
): void {
  db.delete(projectDispatch).where(eq(projectDispatch.dispatchedOn, sheet.dispatchedOn)).run()
  db.insert(projectDispatch).values(sheet).run()
}
